/** Samples of which the one with the least round trip is believed. */
const SAMPLES = 8;
/** Samples after which the offset no longer jumps. */
const LOCK_SAMPLES = 5;
/** Most that the offset moves once locked, in ms per ms: 5 ms a second. */
const SLEW = 0.005;
/** An offset wrong by more than this is not slewed but set: the machine slept, or its clock was changed. */
const STEP_MS = 250;

interface Sample {
  readonly roundTripMs: number;
  /** Server clock minus own clock. */
  readonly offsetMs: number;
  /** Own clock when sent, server clock when received: what one way up took, by whatever offset is believed. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/**
 * The server's clock as the client knows it. The offset comes from the ping with the least round
 * trip of the last eight, because delay only ever adds; once locked it is slewed, so that nothing
 * drawn by it ever jumps.
 */
export class ServerClock {
  private samples: Sample[] = [];
  private taken = 0;
  private offsetMs = 0;
  private targetMs = 0;
  private slewedAt = 0;
  private hinted = false;

  /** A first guess from a packet that carries the server's time; worth less than any ping. */
  hint(serverTime: number, now: number): void {
    if (this.taken > 0 || this.hinted) return;
    this.hinted = true;
    this.set(serverTime - now, now);
  }

  /**
   * Takes in the answer to a ping.
   *
   * @param sentAt own clock when the ping left
   * @param receivedAt server's clock when it arrived there
   */
  pong(sentAt: number, receivedAt: number, now: number): void {
    const roundTripMs = now - sentAt;
    this.samples.push({ roundTripMs, offsetMs: receivedAt + roundTripMs / 2 - now, sentAt, receivedAt });
    if (this.samples.length > SAMPLES) this.samples.shift();
    this.taken++;
    const best = this.best();
    if (best === undefined) return;
    this.slew(now);
    this.targetMs = best.offsetMs;
    const isFar = Math.abs(this.targetMs - this.offsetMs) > STEP_MS;
    if (this.taken <= LOCK_SAMPLES || isFar) this.set(this.targetMs, now);
  }

  /** Forgets what was measured, after a sleep or on a new connection; the offset stays until the next answer. */
  resync(): void {
    this.samples = [];
    this.taken = 0;
  }

  /** The server's clock, in ms since 1970, at a moment of the own clock. */
  at(now: number): number {
    this.slew(now);
    return now + this.offsetMs;
  }

  /** Server clock minus own clock, in ms, as it was believed last. */
  get offset(): number {
    return this.offsetMs;
  }

  /** One way to the server at its best, in ms. */
  get upMs(): number {
    return (this.best()?.roundTripMs ?? 0) / 2;
  }

  /** The longest of the recent ways to the server, in ms beyond the best. */
  get upLatenessMs(): number {
    let longest = 0;
    for (const sample of this.samples) {
      longest = Math.max(longest, sample.receivedAt - sample.sentAt - this.offsetMs - this.upMs);
    }
    return longest;
  }

  /** Median round trip of the recent pings in ms; undefined before the first. */
  get roundTripMs(): number | undefined {
    const sorted = this.samples.map((sample) => sample.roundTripMs).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  }

  /** Mean distance between successive round trips in ms. */
  get jitterMs(): number {
    let sum = 0;
    for (let index = 1; index < this.samples.length; index++) {
      sum += Math.abs((this.samples[index]?.roundTripMs ?? 0) - (this.samples[index - 1]?.roundTripMs ?? 0));
    }
    return this.samples.length > 1 ? sum / (this.samples.length - 1) : 0;
  }

  private best(): Sample | undefined {
    return this.samples.reduce<Sample | undefined>(
      (best, sample) => (best === undefined || sample.roundTripMs < best.roundTripMs ? sample : best),
      undefined,
    );
  }

  private set(offsetMs: number, now: number): void {
    this.offsetMs = offsetMs;
    this.targetMs = offsetMs;
    this.slewedAt = now;
  }

  private slew(now: number): void {
    const most = Math.max(0, now - this.slewedAt) * SLEW;
    this.slewedAt = Math.max(now, this.slewedAt);
    const error = this.targetMs - this.offsetMs;
    this.offsetMs += Math.min(Math.max(error, -most), most);
  }
}

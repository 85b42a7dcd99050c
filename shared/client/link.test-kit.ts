import type { VirtualTime } from './virtual-time.test-kit.ts';

/** What a network is like, each way. */
export interface LinkQuality {
  /** Mean delay. */
  readonly oneWayMs: number;
  /** Spread of the delay. */
  readonly jitterMs: number;
  /** Share of messages whose packet is lost once; it and all behind it wait for the retransmission. */
  readonly loss: number;
}

/** Shortest time in ms after which a sender repeats a lost packet (RFC 6298 allows 1 s; Linux uses 200 ms). */
const LEAST_RETRANSMISSION_MS = 200;
const RETRANSMISSION_DELAYS = 2.5;
/** Sum of three uniform numbers around its mean: near enough to a bell, and bounded. */
const SPREAD = 1.3;

/** One direction of a TCP connection: delayed, jittered, sometimes stalled, never out of order. */
export class Link {
  private readonly time: VirtualTime;
  private readonly random: () => number;
  private readonly quality: LinkQuality;
  private lastAt = 0;
  private isCut = false;

  constructor(time: VirtualTime, random: () => number, quality: LinkQuality) {
    this.time = time;
    this.random = random;
    this.quality = quality;
  }

  send(deliver: () => void): void {
    const { oneWayMs, jitterMs, loss } = this.quality;
    const { random } = this;
    let delay = oneWayMs + Math.abs(random() + random() + random() - 1.5) * jitterMs * SPREAD;
    if (random() < loss) delay += Math.max(LEAST_RETRANSMISSION_MS, oneWayMs * RETRANSMISSION_DELAYS);
    this.lastAt = Math.max(this.lastAt, this.time.now() + delay);
    this.time.after(this.lastAt - this.time.now(), () => {
      if (!this.isCut) deliver();
    });
  }

  /** Nothing arrives any more. */
  cut(): void {
    this.isCut = true;
  }
}

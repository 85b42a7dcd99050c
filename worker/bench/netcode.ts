/**
 * The netcode under a virtual clock: the real client against the real simulation and sync, over
 * links that delay, jitter and stall. Deterministic, so its figures are gates and not weather.
 */
import type { LinkQuality } from '../../shared/client/link.test-kit.ts';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { findRoute } from '../../shared/space/route.ts';
import { isWalkable } from '../../shared/space/terrain.ts';
import { tileAt } from '../../shared/space/tile.ts';
import { createPolicy, type Policy, type PolicyName } from './netcode/policies.ts';
import { createRig, FRAME_MS, OWN_ID, type Rig } from './netcode/rig.ts';
import { deviation, distancesToPath, type Moment, percentile, stepLength } from './netcode/sums.ts';
import { witnessPath } from './netcode/true-path.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Networks as the quality page names them: round trip ± jitter. */
export const NETWORKS = {
  '80 ms ± 10': { oneWayMs: 40, jitterMs: 10, loss: 0 },
  '250 ms ± 60, 2 % loss': { oneWayMs: 125, jitterMs: 60, loss: 0.02 },
  '200 ms ± 120, 5 % loss': { oneWayMs: 100, jitterMs: 120, loss: 0.05 },
} as const satisfies Record<string, LinkQuality>;

export interface NetcodeOptions {
  readonly quality: LinkQuality;
  readonly seed: number;
  readonly seconds: number;
  readonly policy?: PolicyName;
  /** Every click runs. */
  readonly running?: boolean;
  /** Clicks several times a second instead of every few seconds. */
  readonly wild?: boolean;
  /** Share of frames that take six times as long. */
  readonly hitches?: number;
  /** Share of ticks in which the server ends the walk by itself. */
  readonly stops?: number;
}

/** What one run measured. */
export interface NetcodeFigures {
  readonly clicks: number;
  /** From a click while standing to the first frame that moved, at p50 and p95. */
  readonly motionMs50: number;
  readonly motionMs95: number;
  readonly snapsPerMinute: number;
  readonly mispredictedPerMinute: number;
  /** Distance of the drawn avatar from the path the server took, p99 and largest. */
  readonly distance99: number;
  readonly distanceMost: number;
  /** Standard deviation of the speed of moving frames over nominal. */
  readonly smoothness: number;
  /** Distance of drawn and true tile after a quiet end. */
  readonly finalTiles: number;
}

const HITCH_FRAMES = 6;
/** Tiles in one frame beyond which something is moving. */
const MOVING_TILES = 4e-4;
/** Standing this long makes the next click one from standing. */
const STANDING_MS = 250;
/** Half the side of the square in which clicks fall. */
const CLICK_TILES = 11;
const CLICK_TRIES = 30;
/** Quiet time at the end, in which everything must come to rest in the right place: the longest walk and its delays. */
const END_MS = 60_000;

/** Plays for `seconds` and measures how the own character is drawn. */
export async function measureNetcode(options: NetcodeOptions): Promise<NetcodeFigures> {
  const rig = await createRig(options.quality, options.seed);
  const truth = witnessPath(rig.region, OWN_ID, () => rig.random() < (options.stops ?? 0));
  const policy = createPolicy(options.policy ?? 'timeline', rig.client, rig.terrain, options.running ?? false);
  const play = new Play(rig, policy, options);
  play.run();
  const minutes = options.seconds / 60;
  const end = play.drawn[play.drawn.length - 1];
  const own = rig.region.player(OWN_ID)?.position;
  return {
    clicks: play.clicks,
    motionMs50: percentile(play.latencies, 0.5),
    motionMs95: percentile(play.latencies, 0.95),
    snapsPerMinute: policy.snaps() / minutes,
    mispredictedPerMinute: rig.client.stats().mispredictedTicks / minutes,
    ...spread(distancesToPath(play.drawn, truth)),
    smoothness: deviation(play.speeds),
    finalTiles: end && own ? Math.hypot(end.x - own.x - 0.5, end.z - own.z - 0.5) : Number.POSITIVE_INFINITY,
  };
}

function spread(distances: readonly number[]): { distance99: number; distanceMost: number } {
  return { distance99: percentile(distances, 0.99), distanceMost: percentile(distances, 1) };
}

/** Speed over nominal. In the frame between a walked and a run tick any speed between the two is nominal. */
function speedOverNominal(moved: number, elapsedMs: number, steps: number, stepsBefore: number): number {
  const speed = (moved * TICK_DURATION_MS) / elapsedMs;
  const slowest = Math.min(steps, stepsBefore);
  const fastest = Math.max(steps, stepsBefore);
  if (speed < slowest) return speed / slowest;
  return speed > fastest ? speed / fastest : 1;
}

/** A player who clicks here and there, frame by frame. */
class Play {
  readonly drawn: Moment[] = [];
  readonly speeds: number[] = [];
  readonly latencies: number[] = [];
  clicks = 0;
  private readonly rig: Rig;
  private readonly policy: Policy;
  private readonly options: NetcodeOptions;
  private clickedAt: number | undefined = undefined;
  private movedAt = 0;
  private steps = 0;

  constructor(rig: Rig, policy: Policy, options: NetcodeOptions) {
    this.rig = rig;
    this.policy = policy;
    this.options = options;
  }

  run(): void {
    const { rig, options } = this;
    const start = rig.time.now();
    const end = start + options.seconds * 1000;
    let nextClick = start + 1000;
    while (rig.time.now() < end + END_MS) {
      const elapsedMs = FRAME_MS * (rig.random() < (options.hitches ?? 0) ? HITCH_FRAMES : 1);
      const now = rig.time.now() + elapsedMs;
      rig.time.advanceTo(now);
      if (now >= nextClick && now < end) {
        this.click(now);
        nextClick = now + (options.wild ? 150 + rig.random() * 900 : 700 + rig.random() * 5200);
      }
      rig.client.frame(now);
      this.record(now, elapsedMs);
    }
  }

  private record(now: number, elapsedMs: number): void {
    const { at, steps } = this.policy.frame(now, elapsedMs);
    const last = this.drawn[this.drawn.length - 1];
    const moved = last === undefined ? 0 : stepLength(last, at);
    const stepsBefore = this.steps;
    this.steps = steps;
    this.drawn.push({ at: now, ...at });
    if (moved < MOVING_TILES) return;
    if (this.clickedAt !== undefined) this.latencies.push(now - this.clickedAt);
    this.clickedAt = undefined;
    this.movedAt = now;
    this.speeds.push(speedOverNominal(moved, elapsedMs, Math.max(steps, 1), Math.max(stepsBefore, 1)));
  }

  private click(now: number): void {
    const { rig } = this;
    const at = this.drawn[this.drawn.length - 1];
    if (at === undefined) return;
    for (let attempt = 0; attempt < CLICK_TRIES; attempt++) {
      const x = at.x + (rig.random() - 0.5) * 2 * CLICK_TILES;
      const z = at.z + (rig.random() - 0.5) * 2 * CLICK_TILES;
      const to = tileAt(x, z);
      const route = findRoute(rig.terrain, tileAt(at.x, at.z), to);
      if (!isWalkable(rig.terrain, to.x, to.z) || !route?.complete || route.steps.length === 0) continue;
      this.policy.click(x, z);
      this.clicks++;
      if (now - this.movedAt > STANDING_MS) this.clickedAt = now;
      return;
    }
  }
}

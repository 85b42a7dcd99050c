import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Arrivals } from './arrivals.ts';

const { INTERPOLATION_DELAY_MS } = NETWORK_CONSTANTS;

/** Kept beyond the lateness that was seen. */
const SPARE_MS = 20;
/** Most that lateness, and not distance, may add to the delay. */
const MAX_LATENESS_DELAY_MS = 400;
/** Share by which time may run faster or slower to reach its delay. */
const SLEW = 0.06;
/** Distance to the delay, in ms, at which a full slew would be spent. */
const SLEW_MS = 1500;
/** Further behind than this, time runs faster by `CATCH_UP`. */
const CATCH_UP_MS = 400;
const CATCH_UP = 0.25;
/** Further off than this, time is set. */
const RESEAT_MS = 1500;

/**
 * The moment at which remote entities are drawn: behind the server's clock by as much as the
 * frames of the ticks have lately been late, so that the tick being drawn has nearly always come.
 * It is slewed, never stepped.
 */
export class RemoteTimeline {
  /** The moment being drawn, in ms of the server's clock; undefined before the first frame. */
  time: number | undefined = undefined;
  private readonly arrivals: Arrivals;

  constructor(arrivals: Arrivals) {
    this.arrivals = arrivals;
  }

  /** How far behind the server's clock remote entities are drawn, in ms. */
  get delayMs(): number {
    const { earliestMs, latenessMs } = this.arrivals;
    const needed = earliestMs + Math.min(MAX_LATENESS_DELAY_MS, SPARE_MS + latenessMs);
    return Math.max(INTERPOLATION_DELAY_MS, needed);
  }

  /** Moves on by one frame and returns the moment to draw. */
  advance(serverNow: number, elapsedMs: number): number {
    const target = serverNow - this.delayMs;
    if (this.time === undefined || Math.abs(target - this.time) > RESEAT_MS) {
      this.time = target;
      return target;
    }
    const behind = target - this.time - elapsedMs;
    const slew = Math.min(Math.max(behind / SLEW_MS, -SLEW), SLEW) + (behind > CATCH_UP_MS ? CATCH_UP : 0);
    this.time += elapsedMs * (1 + slew);
    return this.time;
  }

  reseat(): void {
    this.time = undefined;
  }
}

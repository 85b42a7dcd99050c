import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { ServerClock } from './server-clock.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Arrivals that are remembered. */
const WINDOW = 24;
const LATE_SHARE = 0.95;
/** How fast lateness that has not come again is forgotten, in ms an arrival. */
const RELIEF_MS = 1;

/**
 * How late the ticks arrive. Kept on the own clock and read against the server's, so that a
 * correction of the clock corrects what was measured before it, too.
 */
export class Arrivals {
  private readonly clock: ServerClock;
  private readonly recent: number[] = [];
  private sorted: number[] = [];
  private heldMs = 0;

  constructor(clock: ServerClock) {
    this.clock = clock;
  }

  /** Notes that the frame of a tick arrived, by the own clock. */
  heard(tick: number, now: number): void {
    this.recent.push(now - tick * TICK_DURATION_MS);
    if (this.recent.length > WINDOW) this.recent.shift();
    this.sorted = [...this.recent].sort((a, b) => a - b);
    this.heldMs = Math.max(this.percentileMs(), this.heldMs - RELIEF_MS);
  }

  forget(): void {
    this.recent.length = 0;
    this.sorted = [];
    this.heldMs = 0;
  }

  /** The least time from a tick to its arrival, in ms. */
  get earliestMs(): number {
    const [earliest] = this.sorted;
    return earliest === undefined ? 0 : earliest + this.clock.offset;
  }

  /** What 95 % of the arrivals stay below, in ms beyond the earliest; it rises at once and falls slowly. */
  get latenessMs(): number {
    return this.heldMs;
  }

  private percentileMs(): number {
    const { sorted } = this;
    const late = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * LATE_SHARE))] ?? 0;
    return late - (sorted[0] ?? late);
  }
}

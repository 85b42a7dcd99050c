import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/**
 * The shell's one clock. Everything that measures time in a region, limits, idling, slots, asks
 * it, so that a test that steps ticks faster than the wall does not trip any of them.
 */
export interface Clock {
  /** Milliseconds since 1970, as the region counts them. */
  now(): number;
}

/** Number of the slot that a moment lies in. */
export function slotAt(ms: number): number {
  return Math.floor(ms / TICK_DURATION_MS);
}

/** First moment of a slot. */
export function slotStart(slot: number): number {
  return slot * TICK_DURATION_MS;
}

/** A clock that moves only when it is told to: the step driver's. */
export interface StepClock extends Clock {
  set(ms: number): void;
}

export function createStepClock(ms: number): StepClock {
  let now = ms;
  return {
    now: () => now,
    set(value) {
      now = value;
    },
  };
}

/** How a developer has bent a local region's time: from `wall` on, it runs from `region` at `speed`. */
export interface TimeBend {
  readonly wall: number;
  readonly region: number;
  /** 1 as the wall runs, 0 paused. */
  readonly speed: number;
}

export const STRAIGHT: TimeBend = { wall: 0, region: 0, speed: 1 };

/** The wall's clock, bent. Outside development it never is. */
export interface BentClock extends Clock {
  bend: TimeBend;
  /** The moment on the wall at which the region's clock shows `ms`; undefined while paused. */
  wallAt(ms: number): number | undefined;
}

export function createBentClock(bend: TimeBend, wall: () => number = Date.now): BentClock {
  return {
    bend,
    now() {
      return Math.floor(this.bend.region + (wall() - this.bend.wall) * this.bend.speed);
    },
    wallAt(ms) {
      if (this.bend.speed === 0) return undefined;
      return Math.ceil(this.bend.wall + (ms - this.bend.region) / this.bend.speed);
    },
  };
}

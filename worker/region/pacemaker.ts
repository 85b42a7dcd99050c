import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import {
  type BentClock,
  type Clock,
  createBentClock,
  createStepClock,
  STRAIGHT,
  type StepClock,
  slotAt,
  slotStart,
  type TimeBend,
} from './clock.ts';
import type { Store } from './store.ts';

/** A tick is overdue, and the alarm perhaps lost, after this many slots. */
export const OVERDUE_TICKS = 3;
const BEND_KEY = 'time';

/** What a developer may do to a local region's time. */
export type TimeControl =
  | { readonly action: 'pause' }
  | { readonly action: 'resume' }
  /** Runs `factor` times as fast as the wall. */
  | { readonly action: 'speed'; readonly factor: number }
  | { readonly action: 'step'; readonly ticks: number };

/** What drives a region's ticks: the alarm, or a caller that steps. */
export interface Pacemaker {
  readonly clock: Clock;
  /** Whether ticks come by themselves just now. */
  isRunning(): boolean;
  /** Sets the alarm for a slot, unconfirmed: no frame waits for it. */
  setFor(slot: number): void;
  /** Arms the alarm where it is missing or long past: after a start, a wake, a loss. */
  ensure(): Promise<void>;
  /** The region's time at a moment on the wall. */
  regionTime(wallMs: number): number;
  /** Moves the clock to a slot that is stepped to. */
  stepTo(slot: number): void;
  /** Bends time; returns the speed from now on. */
  bend(control: TimeControl): number;
}

/** Ticks come from the object's alarm, on the grid of wall time. */
export function createAlarmPacemaker(storage: DurableObjectStorage, store: Store, mayBend: boolean): Pacemaker {
  const stored = mayBend ? store.meta(BEND_KEY) : undefined;
  // Written below and nowhere else.
  const clock = createBentClock(stored === undefined ? STRAIGHT : (JSON.parse(stored) as TimeBend));
  const setFor = (slot: number) => {
    const wall = clock.wallAt(slotStart(slot));
    if (wall !== undefined) void storage.setAlarm(Math.max(wall, Date.now() + 1), { allowUnconfirmed: true });
  };
  return {
    clock,
    setFor,
    isRunning: () => clock.bend.speed > 0,
    async ensure() {
      const due = await storage.getAlarm();
      const late = OVERDUE_TICKS * NETWORK_CONSTANTS.TICK_DURATION_MS;
      if (due === null || due < Date.now() - late) setFor(slotAt(clock.now()) + 1);
    },
    regionTime: (wallMs) => Math.floor(clock.bend.region + (wallMs - clock.bend.wall) * clock.bend.speed),
    stepTo: (slot) => moveTo(clock, slot),
    bend(control) {
      const speed = speedOf(control, clock.bend.speed);
      clock.bend = { wall: Date.now(), region: clock.now(), speed };
      store.setMeta(BEND_KEY, JSON.stringify(clock.bend));
      return speed;
    },
  };
}

/** Ticks come from whoever calls: for tests, playthroughs and benchmarks. The clock stands at the slot stepped to. */
export function createStepPacemaker(slot: number): Pacemaker {
  const clock: StepClock = createStepClock(slotStart(slot));
  return {
    clock,
    isRunning: () => false,
    setFor: () => undefined,
    ensure: async () => undefined,
    regionTime: (wallMs) => wallMs,
    stepTo: (next) => clock.set(slotStart(next)),
    bend: () => 0,
  };
}

function speedOf(control: TimeControl, speed: number): number {
  if (control.action === 'pause') return 0;
  if (control.action === 'resume') return 1;
  return control.action === 'speed' ? control.factor : speed;
}

/** A paused clock is pulled along with the slots that are stepped by hand. */
function moveTo(clock: BentClock, slot: number): void {
  if (clock.bend.speed === 0) clock.bend = { wall: Date.now(), region: slotStart(slot), speed: 0 };
}

import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';

/** A press shorter than this is a tap, a longer one opens the menu. Milliseconds. */
export const LONG_PRESS_MS = 500;
/** A left button held this long goes on walking to the pointer. Milliseconds. */
export const HOLD_AFTER_MS = 250;
/** Movement within which a press is still a press, in CSS pixels: a finger is less steady than a mouse. */
export const SLOP_PX = { mouse: 5, touch: 12, pen: 8 } as const;

export type Device = keyof typeof SLOP_PX;

/** A pointer event without its DOM. Coordinates are CSS pixels; `button` as in the DOM: 0 left, 1 middle, 2 right. */
export interface PointerSample {
  readonly phase: 'down' | 'move' | 'up' | 'cancel' | 'leave';
  readonly id: number;
  readonly device: Device;
  readonly button: number;
  readonly x: number;
  readonly y: number;
  readonly nowMs: number;
}

/** What the pointers mean. */
export type Intent =
  | { readonly kind: 'primary'; readonly x: number; readonly y: number }
  | { readonly kind: 'menu'; readonly x: number; readonly y: number }
  | { readonly kind: 'hover'; readonly x: number; readonly y: number }
  | { readonly kind: 'unhover' }
  | { readonly kind: 'hold'; readonly x: number; readonly y: number }
  /** Pixels dragged: right turns the view one way, down tilts it. */
  | { readonly kind: 'rotate'; readonly dx: number; readonly dy: number; readonly device: Device }
  /** Ratio of the distance of two fingers to the one before: above 1 they move apart. */
  | { readonly kind: 'pinch'; readonly ratio: number };

/** A pointer that is down. */
interface Press {
  readonly device: Device;
  readonly button: number;
  readonly startX: number;
  readonly startY: number;
  readonly startMs: number;
  x: number;
  y: number;
  /** What it has turned out to be. `spent` has had its effect or lost its meaning. */
  role: 'undecided' | 'holding' | 'rotating' | 'pinching' | 'spent';
  lastHoldMs: number;
}

/** Tells presses, long presses, holds, drags and pinches apart. Knows neither the DOM nor a clock. */
export interface Gestures {
  pointer(sample: PointerSample): Intent[];
  /** What happens by time alone: long presses and holds. Call it every frame. */
  advance(nowMs: number): Intent[];
  /** The press that just acted is not to go on as a hold: it acted on somebody. */
  endHold(): void;
  /** Forgets every pointer, for example when the window loses focus. */
  reset(): void;
}

/** A mouse acts when its left button goes down, so that walking begins at once; a finger when it lifts. */
export function createGestures(): Gestures {
  const presses = new Map<number, Press>();
  return {
    pointer(sample) {
      if (sample.phase === 'down') return begin(presses, sample);
      const press = presses.get(sample.id);
      if (sample.phase === 'leave') return press === undefined ? [{ kind: 'unhover' }] : [];
      if (sample.phase === 'move') return press === undefined ? hover(sample) : drag(presses, press, sample);
      presses.delete(sample.id);
      if (press === undefined || sample.phase === 'cancel') return [];
      return release(press);
    },
    advance: (nowMs) => [...presses.values()].flatMap((press) => age(press, nowMs)),
    endHold() {
      for (const press of presses.values()) if (press.device === 'mouse' && press.button === 0) press.role = 'spent';
    },
    reset: () => presses.clear(),
  };
}

function begin(presses: Map<number, Press>, sample: PointerSample): Intent[] {
  // One mouse has one pointer: a second button while the first is down joins its drag.
  if (presses.has(sample.id)) return [];
  const { device, button, x, y, nowMs } = sample;
  const press: Press = {
    device,
    button,
    startX: x,
    startY: y,
    startMs: nowMs,
    x,
    y,
    role: 'undecided',
    lastHoldMs: nowMs,
  };
  presses.set(sample.id, press);
  if (device === 'touch' && presses.size > 1) {
    for (const each of presses.values()) each.role = presses.size === 2 ? 'pinching' : 'spent';
    return [];
  }
  return device === 'mouse' && button === 0 ? [{ kind: 'primary', x, y }] : [];
}

function hover(sample: PointerSample): Intent[] {
  return sample.device === 'touch' ? [] : [{ kind: 'hover', x: sample.x, y: sample.y }];
}

function drag(presses: Map<number, Press>, press: Press, sample: PointerSample): Intent[] {
  const dx = sample.x - press.x;
  const dy = sample.y - press.y;
  const apart = press.role === 'pinching' ? distanceToOther(presses, press) : 0;
  press.x = sample.x;
  press.y = sample.y;
  if (press.role === 'pinching') return pinch(apart, distanceToOther(presses, press), dx, dy);
  if (press.role === 'undecided' && travelled(press) > SLOP_PX[press.device]) {
    press.role = press.device === 'mouse' && press.button === 0 ? 'holding' : 'rotating';
    // The drag starts where it is recognised, so the view does not jump by the slop.
    return [];
  }
  return press.role === 'rotating' ? [{ kind: 'rotate', dx, dy, device: press.device }] : [];
}

/** Two fingers: their distance zooms, and each carries half of the movement of their middle. */
function pinch(before: number, after: number, dx: number, dy: number): Intent[] {
  const intents: Intent[] = [{ kind: 'rotate', dx: dx / 2, dy: dy / 2, device: 'touch' }];
  if (before > 0 && after > 0 && before !== after) intents.push({ kind: 'pinch', ratio: after / before });
  return intents;
}

function release(press: Press): Intent[] {
  const at = { x: press.x, y: press.y };
  if (press.role !== 'undecided') return [];
  if (press.button === 2) return [{ kind: 'menu', ...at }];
  // A mouse acted when it went down; the middle button only turns.
  if (press.device === 'mouse') return [];
  return [{ kind: 'primary', ...at }];
}

function age(press: Press, nowMs: number): Intent[] {
  const at = { x: press.x, y: press.y };
  if (press.device !== 'mouse') {
    if (press.role !== 'undecided' || nowMs - press.startMs < LONG_PRESS_MS) return [];
    press.role = 'spent';
    return [{ kind: 'menu', ...at }];
  }
  if (press.button !== 0) return [];
  if (press.role === 'undecided' && nowMs - press.startMs >= HOLD_AFTER_MS) press.role = 'holding';
  if (press.role !== 'holding' || nowMs - press.lastHoldMs < NETWORK_CONSTANTS.INPUT_RATE) return [];
  press.lastHoldMs = nowMs;
  return [{ kind: 'hold', ...at }];
}

function travelled(press: Press): number {
  return Math.hypot(press.x - press.startX, press.y - press.startY);
}

function distanceToOther(presses: Map<number, Press>, press: Press): number {
  const other = [...presses.values()].find((each) => each !== press);
  return other === undefined ? 0 : Math.hypot(other.x - press.x, other.y - press.y);
}

import { describe, expect, test } from 'vitest';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import {
  createGestures,
  type Device,
  HOLD_AFTER_MS,
  type Intent,
  LONG_PRESS_MS,
  type PointerSample,
} from './gestures.ts';

type Phase = PointerSample['phase'];

/** Gestures with a clock that the test moves. */
function bench() {
  const gestures = createGestures();
  let nowMs = 1000;
  const at =
    (device: Device) =>
    (phase: Phase, x: number, y: number, more: { id?: number; button?: number } = {}) =>
      gestures.pointer({ phase, x, y, id: more.id ?? 1, button: more.button ?? 0, device, nowMs });
  return {
    gestures,
    mouse: at('mouse'),
    touch: at('touch'),
    wait(ms: number): Intent[] {
      nowMs += ms;
      return gestures.advance(nowMs);
    },
  };
}

describe('mouse', () => {
  test('the left button acts when it goes down, and not again when it lifts', () => {
    const { mouse } = bench();
    expect(mouse('down', 10, 20)).toEqual([{ kind: 'primary', x: 10, y: 20 }]);
    expect(mouse('up', 10, 20)).toEqual([]);
  });

  test('held, it goes on at the input rate to where the pointer is', () => {
    const { mouse, wait } = bench();
    mouse('down', 10, 20);
    expect(wait(HOLD_AFTER_MS - 1)).toEqual([]);
    expect(wait(1)).toEqual([{ kind: 'hold', x: 10, y: 20 }]);
    mouse('move', 200, 100);
    expect(wait(NETWORK_CONSTANTS.INPUT_RATE - 1)).toEqual([]);
    expect(wait(1)).toEqual([{ kind: 'hold', x: 200, y: 100 }]);
    mouse('up', 200, 100);
    expect(wait(1000)).toEqual([]);
  });

  test('dragging starts the hold before its time', () => {
    const { mouse, wait } = bench();
    mouse('down', 10, 20);
    mouse('move', 30, 20);
    expect(wait(NETWORK_CONSTANTS.INPUT_RATE)).toEqual([{ kind: 'hold', x: 30, y: 20 }]);
  });

  test('a press that acted on somebody does not go on', () => {
    const { mouse, wait, gestures } = bench();
    mouse('down', 10, 20);
    gestures.endHold();
    mouse('move', 60, 20);
    expect(wait(1000)).toEqual([]);
  });

  test('the right button opens the menu when it lifts in place', () => {
    const { mouse } = bench();
    expect(mouse('down', 10, 20, { button: 2 })).toEqual([]);
    mouse('move', 12, 21, { button: 2 });
    expect(mouse('up', 12, 21, { button: 2 })).toEqual([{ kind: 'menu', x: 12, y: 21 }]);
  });

  test.each([1, 2])('button %i turns the camera by dragging, without a jump and without a menu', (button) => {
    const { mouse } = bench();
    mouse('down', 10, 20, { button });
    expect(mouse('move', 20, 20, { button })).toEqual([]);
    expect(mouse('move', 25, 18, { button })).toEqual([{ kind: 'rotate', dx: 5, dy: -2, device: 'mouse' }]);
    expect(mouse('up', 25, 18, { button })).toEqual([]);
  });

  test('the middle button alone does nothing', () => {
    const { mouse, wait } = bench();
    mouse('down', 10, 20, { button: 1 });
    expect(wait(2000)).toEqual([]);
    expect(mouse('up', 10, 20, { button: 1 })).toEqual([]);
  });

  test('hovers while nothing is pressed, and tells when it leaves', () => {
    const { mouse } = bench();
    expect(mouse('move', 5, 6)).toEqual([{ kind: 'hover', x: 5, y: 6 }]);
    expect(mouse('leave', 5, 6)).toEqual([{ kind: 'unhover' }]);
    mouse('down', 5, 6);
    expect(mouse('move', 6, 6)).toEqual([]);
    expect(mouse('leave', 6, 6), 'a drag may leave the canvas').toEqual([]);
  });
});

describe('touch', () => {
  test('a tap acts when the finger lifts, whatever it trembled', () => {
    const { touch, wait } = bench();
    expect(touch('down', 100, 100)).toEqual([]);
    touch('move', 104, 105);
    expect(wait(LONG_PRESS_MS - 1)).toEqual([]);
    expect(touch('up', 104, 105)).toEqual([{ kind: 'primary', x: 104, y: 105 }]);
  });

  test('a long press opens the menu once, and lifting does nothing more', () => {
    const { touch, wait } = bench();
    touch('down', 100, 100);
    expect(wait(LONG_PRESS_MS)).toEqual([{ kind: 'menu', x: 100, y: 100 }]);
    expect(wait(LONG_PRESS_MS)).toEqual([]);
    expect(touch('up', 100, 100)).toEqual([]);
  });

  test('one finger that drags turns the camera and neither taps nor opens the menu', () => {
    const { touch, wait } = bench();
    touch('down', 100, 100);
    expect(touch('move', 114, 100)).toEqual([]);
    expect(touch('move', 120, 103)).toEqual([{ kind: 'rotate', dx: 6, dy: 3, device: 'touch' }]);
    expect(wait(LONG_PRESS_MS)).toEqual([]);
    expect(touch('up', 120, 103)).toEqual([]);
  });

  test('two fingers zoom by their distance', () => {
    const { touch } = bench();
    touch('down', 100, 100, { id: 1 });
    touch('down', 200, 100, { id: 2 });
    const intents = touch('move', 250, 100, { id: 2 });
    expect(intents).toContainEqual({ kind: 'pinch', ratio: 1.5 });
  });

  test('two fingers that move together turn by the way of their middle and do not zoom', () => {
    const { touch } = bench();
    touch('down', 100, 100, { id: 1 });
    touch('down', 200, 100, { id: 2 });
    const intents = [...touch('move', 120, 100, { id: 1 }), ...touch('move', 220, 100, { id: 2 })];
    const turned = intents.reduce((sum, intent) => sum + (intent.kind === 'rotate' ? intent.dx : 0), 0);
    const zoomed = intents.reduce((product, intent) => product * (intent.kind === 'pinch' ? intent.ratio : 1), 1);
    expect(turned).toBe(20);
    expect(zoomed).toBeCloseTo(1);
  });

  test('after two fingers, the one that stays neither taps nor turns', () => {
    const { touch, wait } = bench();
    touch('down', 100, 100, { id: 1 });
    touch('down', 200, 100, { id: 2 });
    expect(touch('up', 200, 100, { id: 2 })).toEqual([]);
    expect(wait(LONG_PRESS_MS)).toEqual([]);
    expect(touch('up', 100, 100, { id: 1 })).toEqual([]);
  });

  test('a cancelled touch does nothing', () => {
    const { touch, wait } = bench();
    touch('down', 100, 100);
    expect(touch('cancel', 100, 100)).toEqual([]);
    expect(wait(LONG_PRESS_MS)).toEqual([]);
  });

  test('reset forgets what was down', () => {
    const { touch, wait, gestures } = bench();
    touch('down', 100, 100);
    gestures.reset();
    expect(wait(LONG_PRESS_MS)).toEqual([]);
    expect(touch('up', 100, 100)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { createKeys, KEY_STEP_MS, KEY_YAW_RATE, KEY_ZOOM_RATE } from './keys.ts';

describe('keys', () => {
  test('single presses are commands, whatever the case', () => {
    const keys = createKeys();
    expect(keys.down('R', 'KeyR').command).toBe('toggleRun');
    expect(keys.down('n', 'KeyN').command).toBe('faceNorth');
    expect(keys.down('Enter', 'Enter').command).toBe('chat');
    expect(keys.down('?', 'Slash').command).toBe('help');
    expect(keys.down('x', 'KeyX')).toEqual({ command: undefined, held: false });
  });

  test('a held arrow turns for as long as it is held', () => {
    const keys = createKeys();
    expect(keys.down('ArrowRight', 'ArrowRight').held).toBe(true);
    expect(keys.frame(0, 500, 0).yaw).toBeCloseTo(KEY_YAW_RATE / 2);
    keys.up('ArrowRight');
    expect(keys.frame(16, 500, 0).yaw).toBe(0);
  });

  test('opposite keys cancel, and two keys of one axis are no faster than one', () => {
    const keys = createKeys();
    keys.down('q', 'KeyQ');
    keys.down('ArrowLeft', 'ArrowLeft');
    expect(keys.frame(0, 1000, 0).yaw).toBeCloseTo(-KEY_YAW_RATE);
    keys.down('=', 'Equal');
    keys.down('-', 'Minus');
    expect(keys.frame(0, 1000, 0).zoom).toBe(0);
    keys.up('Equal');
    expect(keys.frame(0, 1000, 0).zoom).toBeCloseTo(KEY_ZOOM_RATE);
  });

  test.each([
    ['KeyW', 0, { dx: 0, dz: 1 }],
    ['KeyD', 0, { dx: 1, dz: 0 }],
    ['KeyW', Math.PI / 2, { dx: 1, dz: 0 }],
    ['KeyW', Math.PI, { dx: 0, dz: -1 }],
    ['KeyA', Math.PI / 2, { dx: 0, dz: 1 }],
    ['KeyW', 0.3, { dx: 0, dz: 1 }],
    ['KeyW', 0.6, { dx: 1, dz: 1 }],
  ])('%s with the camera at %f walks %j', (code, yaw, step) => {
    const keys = createKeys();
    keys.down('', code);
    expect(keys.frame(0, 16, yaw).step).toEqual(step);
  });

  test('two walking keys go diagonally', () => {
    const keys = createKeys();
    keys.down('w', 'KeyW');
    keys.down('a', 'KeyA');
    expect(keys.frame(0, 16, 0).step).toEqual({ dx: -1, dz: 1 });
  });

  test('a held step is asked for again twice a tick, a new direction at once', () => {
    const keys = createKeys();
    keys.down('w', 'KeyW');
    expect(keys.frame(0, 16, 0).step).toBeDefined();
    expect(keys.frame(16, 16, 0).step).toBeUndefined();
    expect(keys.frame(KEY_STEP_MS, 16, 0).step).toBeDefined();
    keys.down('d', 'KeyD');
    expect(keys.frame(KEY_STEP_MS + 16, 16, 0).step).toEqual({ dx: 1, dz: 1 });
  });

  test('tapping a key again steps again', () => {
    const keys = createKeys();
    keys.down('w', 'KeyW');
    keys.frame(0, 16, 0);
    keys.up('KeyW');
    keys.frame(16, 16, 0);
    keys.down('w', 'KeyW');
    expect(keys.frame(32, 16, 0).step).toBeDefined();
  });

  test('reset lets go of everything', () => {
    const keys = createKeys();
    keys.down('w', 'KeyW');
    keys.down('q', 'KeyQ');
    keys.reset();
    expect(keys.frame(0, 16, 0)).toEqual({ yaw: 0, pitch: 0, zoom: 0, step: undefined });
  });
});

import { describe, expect, test } from 'vitest';
import { placeBox } from './clamp.ts';

const view = { width: 1280, height: 720 };
const box = { width: 160, height: 120 };

describe('placeBox', () => {
  test('opens below the point, centred', () => {
    expect(placeBox({ x: 600, y: 300 }, box, view)).toEqual({ x: 520, y: 300 });
  });

  test.each([
    ['left', { x: 2, y: 300 }, { x: 6, y: 300 }],
    ['right', { x: 1279, y: 300 }, { x: 1114, y: 300 }],
    ['top', { x: 600, y: 0 }, { x: 520, y: 6 }],
  ])('stays inside at the %s edge', (_edge, point, corner) => {
    expect(placeBox(point, box, view)).toEqual(corner);
  });

  test('opens above where there is no room below', () => {
    expect(placeBox({ x: 600, y: 700 }, box, view)).toEqual({ x: 520, y: 580 });
  });

  test('a box larger than the window starts at its corner', () => {
    expect(placeBox({ x: 100, y: 100 }, { width: 2000, height: 1000 }, view)).toEqual({ x: 6, y: 6 });
  });
});

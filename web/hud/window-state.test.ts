import { expect, test } from 'vitest';
import { layoutOf } from './window-state.ts';

test.each([
  [1280, 720, 100, 'desktop'],
  [390, 844, 100, 'upright'],
  [844, 390, 100, 'sideways'],
  [768, 1024, 100, 'desktop'],
  [768, 1024, 150, 'upright'],
  [1280, 720, 150, 'desktop'],
  [1024, 700, 150, 'sideways'],
  [600, 900, 80, 'desktop'],
] as const)('%i by %i at %i %% is laid out as %s', (width, height, scale, layout) => {
  expect(layoutOf(width, height, scale)).toBe(layout);
});

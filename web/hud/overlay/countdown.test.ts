import { expect, test } from 'vitest';
import { secondsUntil } from './countdown.ts';

test('seconds are rounded up and end at zero', () => {
  expect(secondsUntil(10_000, 6_100)).toBe(4);
  expect(secondsUntil(10_000, 9_900)).toBe(1);
  expect(secondsUntil(10_000, 10_000)).toBe(0);
  expect(secondsUntil(10_000, 12_000)).toBe(0);
});

import { expect, test } from 'vitest';
import { gainOf } from './loudness.ts';

test('percent becomes gain between silence and full, and never outside', () => {
  expect([0, 50, 100, -5, 130].map(gainOf)).toEqual([0, 0.25, 1, 0, 1]);
});

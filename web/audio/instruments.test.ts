import { expect, test } from 'vitest';
import { renderPluck } from './instruments.ts';

const RATE = 22_050;

/** Pitch by the lag at which the sound resembles itself most. */
function measuredPitch(samples: Float32Array): number {
  let best = 0;
  let bestLag = 1;
  for (let lag = 20; lag < 400; lag++) {
    let sum = 0;
    for (let i = 2000; i < 6000; i++) sum += (samples[i] ?? 0) * (samples[i + lag] ?? 0);
    if (sum > best) [best, bestLag] = [sum, lag];
  }
  return RATE / bestLag;
}

test('a string sounds at its pitch and dies away', () => {
  let state = 7;
  const samples = renderPluck(220, RATE, 2, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  });
  expect(measuredPitch(samples)).toBeGreaterThan(216);
  expect(measuredPitch(samples)).toBeLessThan(224);
  const peak = (from: number, to: number) => Math.max(...samples.slice(from, to).map(Math.abs));
  expect(peak(RATE, RATE + 2000)).toBeLessThan(peak(0, 2000) / 2);
});

import { describe, expect, test } from 'vitest';
import { renderStep, renderWater, renderWind, SURFACES } from './noise.ts';

const RATE = 22_050;

function dice(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const loudness = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
/** How often the sign changes per second: a rough measure of brightness. */
const brightness = (samples: Float32Array) =>
  samples.reduce((count, sample, i) => count + (i > 0 && sample * (samples[i - 1] ?? 0) < 0 ? 1 : 0), 0) /
  (samples.length / RATE);

describe('footsteps', () => {
  test.each(SURFACES)('on %s are short, heard and end in silence', (surface) => {
    const samples = renderStep(surface, RATE, dice());
    expect(samples.length / RATE).toBeLessThan(0.6);
    expect(Math.max(...samples.map(Math.abs))).toBeCloseTo(0.8);
    expect(loudness(samples.slice(-100))).toBeLessThan(0.03);
  });

  test('stone is brighter than wood', () => {
    expect(brightness(renderStep('stone', RATE, dice()))).toBeGreaterThan(
      1.3 * brightness(renderStep('wood', RATE, dice())),
    );
  });

  test('the same dice give the same sound, others another', () => {
    expect(renderStep('grass', RATE, dice(5))).toEqual(renderStep('grass', RATE, dice(5)));
    expect(renderStep('grass', RATE, dice(5))).not.toEqual(renderStep('grass', RATE, dice(6)));
  });
});

describe('loops', () => {
  test.each([
    ['water', renderWater],
    ['wind', renderWind],
  ])('%s has the length asked for and no seam', (_name, render) => {
    const samples = render(RATE, 3, dice());
    expect(samples).toHaveLength(3 * RATE);
    const steps = samples.slice(1).map((sample, i) => Math.abs(sample - (samples[i] ?? 0)));
    const seam = Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0));
    expect(seam).toBeLessThanOrEqual(Math.max(...steps));
    expect(loudness(samples)).toBeGreaterThan(0.05);
  });
});

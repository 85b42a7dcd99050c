import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUN_ENERGY_FULL, runEnergyAfter } from './run-energy.ts';

describe('run energy', () => {
  it.each([
    ['running lightly', true, 0, 1, -59],
    ['running with 64 kg', true, 64, 1, -126],
    ['running with 200 kg costs as with 64', true, 200, 1, -126],
    ['running with less than nothing costs as with nothing', true, -5, 1, -59],
    ['running at agility 99', true, 0, 99, -40],
    ['running with 32 kg at agility 50', true, 32, 50, -77],
    ['resting', false, 0, 1, 15],
    ['resting at agility 50', false, 30, 50, 20],
    ['resting at agility 99', false, 0, 99, 24],
  ])('%s', (_, ran, weight, agility, change) => {
    expect(runEnergyAfter(5000, ran, weight, agility)).toBe(5000 + change);
  });

  it('stays a whole number from nothing to full', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: RUN_ENERGY_FULL }),
      fc.boolean(),
      fc.integer(),
      fc.integer({ min: 1, max: 99 }),
    );
    fc.assert(
      fc.property(numbers, ([energy, ran, weight, agility]) => {
        const after = runEnergyAfter(energy, ran, weight, agility);
        expect(Number.isInteger(after)).toBe(true);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(RUN_ENERGY_FULL);
        if (ran) expect(after).toBeLessThanOrEqual(energy);
        else expect(after).toBeGreaterThanOrEqual(energy);
      }),
      { seed: 1 },
    );
  });

  it('lasts for 170 ticks of running and comes back in 667', () => {
    let energy = RUN_ENERGY_FULL;
    let ticks = 0;
    for (; energy > 0; ticks++) energy = runEnergyAfter(energy, true, 0, 1);
    expect(ticks).toBe(170);
    for (ticks = 0; energy < RUN_ENERGY_FULL; ticks++) energy = runEnergyAfter(energy, false, 0, 1);
    expect(ticks).toBe(667);
  });
});

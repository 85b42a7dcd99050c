import { describe, expect, it } from 'vitest';
import { createDice, roll, rollBetween, rollBits } from './dice.ts';

const rolls = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('dice', () => {
  it('[DI1] roll the same from the same seed, on any machine', () => {
    const dice = createDice(7);
    expect(rolls(4, () => rollBits(dice))).toEqual([3_530_067_363, 3_721_800_329, 136_832_222, 1_206_341_644]);
  });

  it('[DI1] go on from where they were when their state was written down', () => {
    const dice = createDice(3);
    rolls(100, () => rollBits(dice));
    const copy = JSON.parse(JSON.stringify(dice));
    expect(rolls(50, () => rollBits(copy))).toEqual(rolls(50, () => rollBits(dice)));
    expect(Object.values(dice).every((word) => Number.isInteger(word) && word === (word | 0))).toBe(true);
  });

  it('[DI1] differ from seed to seed, near ones too', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => rollBits(createDice(seed)));
    expect(new Set(firsts).size).toBe(1000);
  });

  it.each([2, 3, 6, 8, 100])('[DI1] are fair with %d sides', (sides) => {
    const dice = createDice(11);
    const counts = Array<number>(sides).fill(0);
    const total = sides * 4000;
    for (let count = 0; count < total; count++) {
      const value = roll(dice, sides);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
    // Chi square over its degrees of freedom: near 1 for fair dice, and these are always the same.
    const chi = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
    expect(chi / (sides - 1)).toBeLessThan(2.5);
  });

  it('[DI1] have no bias where the sides do not divide 2^32', () => {
    const sides = 3 * 2 ** 30;
    const dice = createDice(5);
    const low = rolls(20_000, () => roll(dice, sides)).filter((value) => value < sides / 2).length;
    // A plain remainder would give two thirds.
    expect(low / 20_000).toBeCloseTo(0.5, 1);
  });

  it('[DI1] reach both ends of a range and nothing beyond', () => {
    const dice = createDice(1);
    const values = new Set(rolls(500, () => rollBetween(dice, -2, 3)));
    expect([...values].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(rollBetween(dice, 4, 4)).toBe(4);
    expect(roll(dice, 1)).toBe(0);
  });
});

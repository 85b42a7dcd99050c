import { describe, expect, it } from 'vitest';
import { experienceForLevel, levelForExperience, MAX_EXPERIENCE, MAX_LEVEL } from './experience.ts';

const LEVELS = Array.from({ length: MAX_LEVEL }, (_, index) => index + 1);

/** floor(sum over n < L of floor(n + 300 · 2^(n/7)) / 4). */
function formula(level: number): number {
  let points = 0;
  for (let n = 1; n < level; n++) points += Math.floor(n + 300 * 2 ** (n / 7));
  return Math.floor(points / 4);
}

describe('experience', () => {
  it('for every level is what the formula gives', () => {
    expect(LEVELS.map(experienceForLevel)).toEqual(LEVELS.map(formula));
  });

  it.each([
    [2, 83],
    [10, 1154],
    [50, 101_333],
    [92, 6_517_253],
    [99, 13_034_431],
  ])('for level %d is %d', (level, experience) => {
    expect(experienceForLevel(level)).toBe(experience);
  });

  it('makes a level exactly where it begins', () => {
    for (const level of LEVELS) {
      expect(levelForExperience(experienceForLevel(level))).toBe(level);
      if (level > 1) expect(levelForExperience(experienceForLevel(level) - 1)).toBe(level - 1);
    }
  });

  it('makes no level beyond the first and the last', () => {
    expect([levelForExperience(0), levelForExperience(-5)]).toEqual([1, 1]);
    expect(levelForExperience(MAX_EXPERIENCE)).toBe(MAX_LEVEL);
    expect([experienceForLevel(0), experienceForLevel(-3), experienceForLevel(1)]).toEqual([0, 0, 0]);
    expect(experienceForLevel(100)).toBe(experienceForLevel(MAX_LEVEL));
  });
});

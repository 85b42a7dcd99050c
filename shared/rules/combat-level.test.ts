import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CombatLevels, combatLevel } from './combat-level.ts';

const NEW: CombatLevels = { attack: 1, strength: 1, defence: 1, hitpoints: 10, ranged: 1, magic: 1, prayer: 1 };
const MAXED: CombatLevels = {
  attack: 99,
  strength: 99,
  defence: 99,
  hitpoints: 99,
  ranged: 99,
  magic: 99,
  prayer: 99,
};
const level = fc.integer({ min: 1, max: 99 });
const levels = fc.record({
  attack: level,
  strength: level,
  defence: level,
  hitpoints: level,
  ranged: level,
  magic: level,
  prayer: level,
});

describe('combat level', () => {
  it.each([
    ['a newcomer', NEW, 3],
    ['everything at 99', MAXED, 126],
    ['without prayer', { ...MAXED, prayer: 1 }, 113],
    ['60 in melee, 43 in prayer', { ...NEW, attack: 60, strength: 60, defence: 60, hitpoints: 60, prayer: 43 }, 74],
    ['an archer', { ...NEW, ranged: 80, hitpoints: 60, defence: 40 }, 64],
    ['a mage', { ...NEW, magic: 80, hitpoints: 60, defence: 40 }, 64],
    ['strength alone', { ...NEW, strength: 99, hitpoints: 50 }, 45],
  ])('of %s', (_, given, expected) => {
    expect(combatLevel(given)).toBe(expected);
  });

  it('is the formula in fractions, within 3 and 126', () => {
    fc.assert(
      fc.property(levels, (given) => {
        const body = (given.defence + Math.max(given.hitpoints, 10) + Math.floor(given.prayer / 2)) / 4;
        const ways = [
          given.attack + given.strength,
          Math.floor((3 * given.ranged) / 2),
          Math.floor((3 * given.magic) / 2),
        ];
        const exact = body + (13 * Math.max(...ways)) / 40;
        const found = combatLevel({ ...given, hitpoints: Math.max(given.hitpoints, 10) });
        expect(found).toBe(Math.floor(exact + 1e-9));
        expect(found).toBeGreaterThanOrEqual(3);
        expect(found).toBeLessThanOrEqual(126);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('never falls when a level rises', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(...(Object.keys(NEW) as (keyof CombatLevels)[])), (given, skill) => {
        expect(combatLevel({ ...given, [skill]: given[skill] + 1 })).toBeGreaterThanOrEqual(combatLevel(given));
      }),
      { seed: 1 },
    );
  });
});

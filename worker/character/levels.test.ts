import { expect, it } from 'vitest';
import { experienceForLevel } from '../../shared/rules/experience.ts';
import { listedLevels } from './levels.ts';

it('begins at combat level 3 with every skill at its first level', () => {
  expect(listedLevels()).toEqual({ combatLevel: 3, totalLevel: 25 });
});

it('counts the levels that experience makes', () => {
  const skills = { attack: experienceForLevel(40), strength: experienceForLevel(40), mining: experienceForLevel(15) };
  expect(listedLevels(skills)).toEqual({ combatLevel: 28, totalLevel: 25 + 39 + 39 + 14 });
});

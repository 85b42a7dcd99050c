import { SKILL_IDS, SKILLS, type SkillId } from '../../shared/content/skills.ts';
import { combatLevel } from '../../shared/rules/combat-level.ts';
import { levelForExperience } from '../../shared/rules/experience.ts';

/** The two sums by which characters are listed. */
export interface ListedLevels {
  readonly combatLevel: number;
  readonly totalLevel: number;
}

/** Combat and total level of a save's experience; a skill without any counts at the level it starts at. */
export function listedLevels(skills: Readonly<Record<string, number>> = {}): ListedLevels {
  const level = (skill: SkillId) => Math.max(SKILLS[skill].startLevel, levelForExperience(skills[skill] ?? 0));
  return {
    combatLevel: combatLevel({
      attack: level('attack'),
      strength: level('strength'),
      defence: level('defence'),
      hitpoints: level('hitpoints'),
      ranged: level('ranged'),
      magic: level('magic'),
      prayer: level('prayer'),
    }),
    totalLevel: SKILL_IDS.reduce((sum, skill) => sum + level(skill), 0),
  };
}

/** The sixteen skills, in the order in which they are shown, with the level they start at. */
export const SKILLS = {
  attack: { name: 'Attack', startLevel: 1 },
  strength: { name: 'Strength', startLevel: 1 },
  defence: { name: 'Defence', startLevel: 1 },
  hitpoints: { name: 'Hitpoints', startLevel: 10 },
  ranged: { name: 'Ranged', startLevel: 1 },
  magic: { name: 'Magic', startLevel: 1 },
  prayer: { name: 'Prayer', startLevel: 1 },
  woodcutting: { name: 'Woodcutting', startLevel: 1 },
  mining: { name: 'Mining', startLevel: 1 },
  fishing: { name: 'Fishing', startLevel: 1 },
  firemaking: { name: 'Firemaking', startLevel: 1 },
  cooking: { name: 'Cooking', startLevel: 1 },
  smithing: { name: 'Smithing', startLevel: 1 },
  crafting: { name: 'Crafting', startLevel: 1 },
  fletching: { name: 'Fletching', startLevel: 1 },
  agility: { name: 'Agility', startLevel: 1 },
} as const;

export type SkillId = keyof typeof SKILLS;
export const SKILL_IDS = Object.keys(SKILLS) as SkillId[];

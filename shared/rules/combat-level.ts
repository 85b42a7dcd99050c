/** Base levels that make a combat level. */
export interface CombatLevels {
  readonly attack: number;
  readonly strength: number;
  readonly defence: number;
  readonly hitpoints: number;
  readonly ranged: number;
  readonly magic: number;
  readonly prayer: number;
}

/** Combat level, 3 to 126, in integers: a quarter of the body, and the best of three ways to fight. */
export function combatLevel(levels: CombatLevels): number {
  const body = 10 * (levels.defence + levels.hitpoints + Math.floor(levels.prayer / 2));
  const melee = 13 * (levels.attack + levels.strength);
  const ranged = 13 * Math.floor((3 * levels.ranged) / 2);
  const magic = 13 * Math.floor((3 * levels.magic) / 2);
  return Math.floor((body + Math.max(melee, ranged, magic)) / 40);
}

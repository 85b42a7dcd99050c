import { CREATURES } from '../../shared/content/creatures.ts';
import { EMOTES } from '../../shared/content/emotes.ts';
import { PEOPLE } from '../../shared/content/people.ts';
import type { RegionId } from '../../shared/content/regions.ts';
import { SKILLS, type SkillId } from '../../shared/content/skills.ts';
import { combatLevel } from '../../shared/rules/combat-level.ts';
import { experienceForLevel, levelForExperience } from '../../shared/rules/experience.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import type { Kind, Rules } from '../sim/rules.ts';
import { hearthvale } from './hearthvale.ts';
import { placeSpawns, type RegionLayout } from './layout.ts';
import { requests } from './requests.ts';
import { verbs } from './verbs.ts';

const LAYOUTS: Readonly<Record<RegionId, RegionLayout>> = { hearthvale };

/** The rules of Larkmark in one region, on its ground. */
export function larkmarkRules(region: RegionId, terrain: Terrain): Rules {
  const layout = LAYOUTS[region];
  return {
    terrain,
    spawn: layout.spawn,
    spawnTiles: layout.spawnTiles,
    kinds,
    spawns: placeSpawns(layout, terrain),
    verbs,
    emotes: Object.fromEntries(Object.entries(EMOTES).map(([id, { ticks }]) => [id, ticks])),
    startingSkills: Object.fromEntries(
      Object.entries(SKILLS).map(([id, { startLevel }]) => [id, experienceForLevel(startLevel)]),
    ),
    levelOf,
    requests,
  };
}

function levelOf(skills: Readonly<Record<string, number>>): number {
  const level = (skill: SkillId) => levelForExperience(skills[skill] ?? 0);
  return combatLevel({
    attack: level('attack'),
    strength: level('strength'),
    defence: level('defence'),
    hitpoints: level('hitpoints'),
    ranged: level('ranged'),
    magic: level('magic'),
    prayer: level('prayer'),
  });
}

const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    Object.entries(CREATURES).map(([id, row]): [string, Kind] => [id, { ...row, type: 'creature', verbs: [] }]),
  ),
  ...Object.fromEntries(
    Object.entries(PEOPLE).map(([id, row]): [string, Kind] => [
      id,
      { type: 'person', name: row.name, examine: row.examine, verbs: ['talk'], wanderTiles: row.wanderTiles },
    ]),
  ),
};

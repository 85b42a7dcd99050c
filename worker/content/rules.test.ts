import { describe, expect, it } from 'vitest';
import { CREATURES } from '../../shared/content/creatures.ts';
import { PEOPLE } from '../../shared/content/people.ts';
import { REGIONS } from '../../shared/content/regions.ts';
import { drawGrid, openGround } from '../../shared/space/grid.test-kit.ts';
import { isWalkable } from '../../shared/space/terrain.ts';
import { hearthvale } from './hearthvale.ts';
import { placeSpawns, type RegionLayout } from './layout.ts';
import { larkmarkRules } from './rules.ts';

const { width, depth, origin } = REGIONS.hearthvale;
const GROUND = openGround(width, depth, origin);
const RULES = larkmarkRules('hearthvale', GROUND);

const layout = (more: Partial<RegionLayout>): RegionLayout => ({
  spawn: { x: 0, z: 0 },
  spawnTiles: 1,
  people: [],
  herds: [],
  ...more,
});

describe('the rules of Hearthvale', () => {
  it('place everybody of the layout on a free tile of their own, inside the region', () => {
    const herds = hearthvale.herds.reduce((sum, { count }) => sum + count, 0);
    expect(RULES.spawns).toHaveLength(hearthvale.people.length + herds);
    expect(new Set(RULES.spawns.map(({ x, z }) => `${x},${z}`)).size).toBe(RULES.spawns.length);
    for (const { kind, x, z } of RULES.spawns) expect(isWalkable(GROUND, x, z), kind).toBe(true);
    expect(larkmarkRules('hearthvale', GROUND).spawns).toEqual(RULES.spawns);
  });

  it('have a kind for every creature and person, and no two of one name', () => {
    expect(Object.keys(RULES.kinds).sort()).toEqual([...Object.keys(CREATURES), ...Object.keys(PEOPLE)].sort());
    for (const { kind } of RULES.spawns) expect(RULES.kinds[kind], kind).toBeDefined();
    for (const id of Object.keys(PEOPLE)) expect(RULES.kinds[id]).toMatchObject({ type: 'person', verbs: ['talk'] });
    expect(RULES.kinds.boar).toMatchObject({ type: 'creature', level: 7, hitpoints: 12, wanderTiles: 5 });
  });

  it('have a verb for everything that a kind offers', () => {
    for (const { verbs } of Object.values(RULES.kinds))
      for (const verb of verbs) expect(RULES.verbs).toHaveProperty(verb);
  });

  it('start everybody with hitpoints at 10, the rest at 1, and combat level 3', () => {
    const { hitpoints, ...others } = RULES.startingSkills;
    expect(hitpoints).toBe(1154);
    expect(Object.values(others)).toEqual(Array(15).fill(0));
    expect(RULES.levelOf(RULES.startingSkills)).toBe(3);
    expect(RULES.levelOf({ ...RULES.startingSkills, attack: 13_034_431, strength: 13_034_431 })).toBe(67);
    expect(RULES.levelOf({})).toBe(1);
  });
});

describe('a layout on the ground', () => {
  it('moves a person to the nearest free tile, and no two to one', () => {
    const terrain = drawGrid(['.....', '..#..', '.....']);
    const people = [
      { kind: 'a', x: 2, z: 1 },
      { kind: 'b', x: 2, z: 1 },
    ];
    expect(placeSpawns(layout({ people }), terrain)).toEqual([
      { kind: 'a', x: 1, z: 0 },
      { kind: 'b', x: 2, z: 0 },
    ]);
  });

  it('leaves the spawn free', () => {
    const people = [{ kind: 'a', x: 0, z: 0 }];
    expect(placeSpawns(layout({ people }), openGround(3, 3))).toEqual([{ kind: 'a', x: 1, z: 0 }]);
  });

  it('spreads a herd over the free tiles of its rectangle', () => {
    const herds = [{ kind: 'hen', count: 3, west: 1, south: 0, width: 2, depth: 2 }];
    const placed = placeSpawns(layout({ herds }), drawGrid(['..#.', '....']));
    expect(placed.map(({ x, z }) => `${x},${z}`).sort()).toEqual(['1,0', '1,1', '2,0']);
  });

  it('fails where there is no room', () => {
    const herds = [{ kind: 'hen', count: 5, west: 1, south: 0, width: 2, depth: 2 }];
    expect(() => placeSpawns(layout({ herds }), openGround(4, 4))).toThrow('no free tile for hen');
    const people = [{ kind: 'hermit', x: 50, z: 50 }];
    expect(() => placeSpawns(layout({ people }), openGround(4, 4))).toThrow('no free tile for hermit');
  });
});

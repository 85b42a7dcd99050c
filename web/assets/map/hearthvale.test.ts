import { describe, expect, test } from 'vitest';
import { COLLISION, canStep, decodeTerrain, flagsAt, heightAt, isWalkable } from '../../../shared/space/terrain.ts';
import { DIRECTIONS, type Direction } from '../../../shared/space/tile.ts';
import { decodeScenery, encodeScenery } from '../../scene/scenery-format.ts';
import { houseRow } from '../models/scenery/houses.ts';
import { SCENERY_MODELS } from '../models/scenery-models.ts';
import { footprintOf } from './hearthvale/houses.ts';
import { BRIDGES, JETTY, SITES, STANDS } from './hearthvale/layout.ts';
import { bakeHearthvale, buildHearthvale, layOut, resourceTiles } from './hearthvale.ts';

const { terrain, scenery } = buildHearthvale();
const SPAWN = { x: 64, z: 60 };

/** Tiles that can be walked to from the hearth-stone. */
const reached = (() => {
  const seen = new Set<string>([`${SPAWN.x},${SPAWN.z}`]);
  const open = [SPAWN];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (let direction = 0; direction < DIRECTIONS.length; direction++) {
      const step = DIRECTIONS[direction as Direction];
      if (!canStep(terrain, at.x, at.z, direction as Direction)) continue;
      const next = { x: at.x + step.x, z: at.z + step.z };
      if (seen.has(`${next.x},${next.z}`)) continue;
      seen.add(`${next.x},${next.z}`);
      open.push(next);
    }
  }
  return seen;
})();
const isReached = (x: number, z: number) => reached.has(`${x},${z}`);

function reachedIn(west: number, south: number, width: number, depth: number): number {
  let count = 0;
  for (let z = south; z < south + depth; z++) for (let x = west; x < west + width; x++) if (isReached(x, z)) count++;
  return count;
}

/** Whether somebody can stand next to a tile, or on it. */
function isWithinReach(x: number, z: number): boolean {
  return [
    [0, 0],
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ].some(([dx = 0, dz = 0]) => isReached(x + dx, z + dz));
}

describe('walking in Hearthvale', () => {
  test('one lands beside the hearth-stone', () => {
    expect(isWalkable(terrain, SPAWN.x, SPAWN.z)).toBe(true);
    expect(reachedIn(SPAWN.x - 2, SPAWN.z - 2, 5, 5)).toBeGreaterThan(15);
  });

  test.each([
    ['moorhen yard', 88, 40, 24, 20, 300],
    ['barn', 98, 64, 8, 8, 40],
    ['boar thicket', 92, 84, 28, 28, 500],
    ['burrowkin warren', 14, 20, 26, 24, 400],
    ['tusk den', 114, 104, 8, 8, 20],
    ['ash grove', 20, 84, 36, 32, 700],
    ['birch rise', 60, 96, 24, 24, 450],
    ['copper-tin pit', 12, 60, 16, 16, 120],
    ['bank', 60, 64, 6, 5, 20],
    ['general shop', 52, 66, 5, 5, 12],
    ['smithy', 70, 52, 5, 5, 10],
    ['tannery', 52, 52, 5, 5, 10],
    ['dock', 42, 58, 4, 2, 8],
    ['chapel', 71, 68, 6, 5, 15],
  ])('the %s can be walked into', (_, west, south, width, depth, least) => {
    expect(reachedIn(west, south, width, depth)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['south border', 64, 0],
    ['east border', 127, 63],
    ['north border', 60, 127],
    ['kitchen range', 58, 52],
    ['chapel altar', 75, 70],
    ['altar aisle', 74, 70],
  ])('%s is within reach', (_, x, z) => {
    expect(isWithinReach(x, z)).toBe(true);
  });

  test.each([
    ['south', 63, 47, 3],
    ['south', 64, 47, 3],
    ['south', 65, 47, 3],
    ['north', 62, 75, 3],
    ['east', 79, 62, 1],
  ] as const)('the %s gate is open at %i,%i', (_, x, z, direction) => {
    expect(canStep(terrain, x, z, direction)).toBe(true);
  });

  test('the wall holds everywhere but at the three gates', () => {
    const gaps: string[] = [];
    for (let x = 48; x < 80; x++) {
      if (canStep(terrain, x, 47, 3)) gaps.push(`south ${x}`);
      if (canStep(terrain, x, 75, 3)) gaps.push(`north ${x}`);
    }
    for (let z = 48; z < 76; z++) {
      if (canStep(terrain, 47, z, 1)) gaps.push(`west ${z}`);
      if (canStep(terrain, 79, z, 1)) gaps.push(`east ${z}`);
    }
    expect(gaps).toEqual(
      ['south 63', 'north 61', 'south 64', 'north 62', 'south 65', 'north 63', 'east 61', 'east 62', 'east 63'].sort(
        (a, b) => order(a) - order(b),
      ),
    );
  });

  test('people stand on ground that can be reached', () => {
    for (const [x, z] of [
      [65, 57],
      [62, 67],
      [54, 65],
      [72, 57],
      [55, 58],
      [86, 58],
      [69, 66],
      [88, 82],
    ] as const) {
      expect([x, z, reachedIn(x - 1, z - 1, 3, 3) > 0]).toEqual([x, z, true]);
    }
  });

  test('nearly all open ground is one piece', () => {
    let open = 0;
    for (let z = 0; z < 128; z++) for (let x = 0; x < 128; x++) if (isWalkable(terrain, x, z)) open++;
    expect(reached.size / open).toBeGreaterThan(0.985);
  });
});

/** The order in which the wall is walked along above. */
function order(gap: string): number {
  const [side = '', at = '0'] = gap.split(' ');
  return side === 'east' ? 1000 + Number(at) : Number(at) * 2 + (side === 'south' ? 0 : 1);
}

describe('water and what crosses it', () => {
  test.each(BRIDGES.map((bridge) => [bridge.along, bridge] as const))(
    'the bridge along %s is walked dry',
    (_, bridge) => {
      for (let step = 0; step < 10; step++) {
        for (let across = 0; across < 3; across++) {
          const x = bridge.x + (bridge.along === 'x' ? step : across);
          const z = bridge.z + (bridge.along === 'x' ? across : step);
          expect(isReached(x, z)).toBe(true);
          expect(heightAt(terrain, x + 0.5, z + 0.5)).toBeGreaterThan(0.5);
        }
      }
    },
  );

  test('a bridge spans water: beside its middle nobody walks, and nobody steps off it', () => {
    expect(flagsAt(terrain, 44, 42) & COLLISION.water).not.toBe(0);
    expect(canStep(terrain, 44, 43, 2)).toBe(false);
    expect(heightAt(terrain, 44, 44.5)).toBeGreaterThan(1.2);
  });

  test('the jetty is level over the water', () => {
    for (let x = JETTY.x; x < JETTY.x + JETTY.width; x++)
      expect(heightAt(terrain, x + 0.5, JETTY.z + 0.5)).toBeCloseTo(0.45, 1);
  });

  test('the river keeps both banks apart from border to border', () => {
    for (let z = 0; z < 74; z++) {
      const water = Array.from({ length: 128 }, (_, x) => x).filter(
        (x) => (flagsAt(terrain, x, z) & COLLISION.floor) !== 0,
      );
      if (z >= 43 && z <= 45) continue; // the bridge
      expect([z, water.filter((x) => x > 36 && x < 50).length >= (z === 58 || z === 59 ? 1 : 4)]).toEqual([z, true]);
    }
  });
});

describe('houses', () => {
  test('a house that is not open blocks its whole footprint, and hides what is behind', () => {
    for (const site of SITES.filter(({ house }) => !houseRow(house).open)) {
      const { west, south, width, depth } = footprintOf(site);
      for (let z = south; z < south + depth; z++) {
        for (let x = west; x < west + width; x++) {
          expect([site.house, x, z, isWalkable(terrain, x, z)]).toEqual([site.house, x, z, false]);
          expect(flagsAt(terrain, x, z) & COLLISION.sight).not.toBe(0);
        }
      }
    }
  });

  test('an open house has a roof over every tile, and is entered by its door alone', () => {
    for (const site of SITES.filter(({ house }) => houseRow(house).open)) {
      const { west, south, width, depth } = footprintOf(site);
      let doors = 0;
      for (let z = south; z < south + depth; z++) {
        for (let x = west; x < west + width; x++) {
          expect(flagsAt(terrain, x, z) & COLLISION.roof).not.toBe(0);
          for (const direction of [0, 1, 2, 3] as const) {
            const step = DIRECTIONS[direction];
            const isOut =
              x + step.x < west || x + step.x >= west + width || z + step.z < south || z + step.z >= south + depth;
            if (isOut && isWalkable(terrain, x, z) && canStep(terrain, x, z, direction)) doors++;
          }
        }
      }
      expect([site.house, doors]).toEqual([site.house, houseRow(site.house).doorWidth]);
    }
  });

  test('no two footprints overlap', () => {
    const taken = new Map<string, string>();
    for (const site of SITES) {
      const { west, south, width, depth } = footprintOf(site);
      for (let z = south; z < south + depth; z++) {
        for (let x = west; x < west + width; x++) {
          expect(taken.get(`${x},${z}`)).toBeUndefined();
          taken.set(`${x},${z}`, site.house);
        }
      }
    }
  });
});

describe('what can be gathered', () => {
  test('every stand has its number, inside of its rectangle, within reach', () => {
    for (const stand of STANDS) {
      const tiles = resourceTiles().filter(({ kind }) => kind === stand.kind);
      expect([stand.kind, tiles.length]).toEqual([stand.kind, stand.count]);
      for (const { x, z } of tiles) {
        expect(
          x >= stand.west && x < stand.west + stand.width && z >= stand.south && z < stand.south + stand.depth,
        ).toBe(true);
        expect([stand.kind, x, z, isWithinReach(x, z)]).toEqual([stand.kind, x, z, true]);
      }
    }
  });

  test('trees and rocks block their tile, spots are water', () => {
    for (const { kind, x, z } of resourceTiles()) {
      expect(isWalkable(terrain, x, z)).toBe(false);
      if (kind === 'spot_net') expect(flagsAt(terrain, x, z) & COLLISION.water).not.toBe(0);
    }
  });
});

describe('the files', () => {
  test('two bakes are equal byte by byte', () => {
    const again = layOut();
    expect(again.terrain).toEqual(terrain);
    expect(Buffer.from(encodeScenery(again.scenery)).equals(Buffer.from(encodeScenery(scenery)))).toBe(true);
  });

  test('the terrain and the scenery come back as they were', () => {
    const bytes = bakeHearthvale();
    expect(decodeTerrain(bytes.terrain)).toEqual(terrain);
    const decoded = decodeScenery(bytes.scenery);
    expect(decoded.ground).toEqual(scenery.ground);
    expect(decoded.splat).toEqual(scenery.splat);
    expect(decoded.placements).toHaveLength(scenery.placements.length);
    const [first, second] = [decoded.placements[700], scenery.placements[700]];
    expect(first?.model).toBe(second?.model);
    expect(first?.x).toBeCloseTo(second?.x ?? Number.NaN, 1);
    expect(first?.y).toBeCloseTo(second?.y ?? Number.NaN, 2);
  });

  test('every placed model exists, and stands on the ground that is drawn', () => {
    for (const { model, x, z, y } of scenery.placements) {
      expect(SCENERY_MODELS[model], model).toBeDefined();
      expect([model, x, z, Number.isFinite(y)]).toEqual([model, x, z, true]);
    }
  });

  test('walking height is the drawn ground, but on decks', () => {
    const stride = 128 * 2 + 1;
    for (let z = 0; z <= 128; z += 7) {
      for (let x = 52; x <= 128; x += 5) {
        const drawn = (scenery.ground[z * 2 * stride + x * 2] ?? 0) / 256;
        expect(heightAt(terrain, x, z)).toBeCloseTo(drawn, 1);
      }
    }
  });
});

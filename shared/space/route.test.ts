import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGrid, markAt, openGround } from './grid.test-kit.ts';
import { findRoute, ROUTE_MAX_TILES, ROUTE_WINDOW_TILES } from './route.ts';
import { canStep, isWalkable, type Terrain } from './terrain.ts';
import { DIRECTIONS, type Direction, isBeside, neighbour, type Tile } from './tile.ts';

const ALL = DIRECTIONS.map((_, index) => index as Direction);
const [W, E, S, N, SW, SE, NW, NE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The route from `a` to `b` in a drawing. */
function routeIn(...rows: string[]) {
  return findRoute(drawGrid(rows), markAt(rows, 'a'), markAt(rows, 'b'));
}

function endOf(from: Tile, steps: readonly Direction[]): Tile {
  return steps.reduce<Tile>(neighbour, from);
}

/** Distances in steps from a tile by the plainest search there is. */
function naiveDistances(terrain: Terrain, from: Tile): Map<string, number> {
  const found = new Map([[`${from.x},${from.z}`, 0]]);
  let edge: Tile[] = [from];
  for (let steps = 1; edge.length > 0; steps++) {
    const next: Tile[] = [];
    for (const tile of edge) {
      for (const direction of ALL) {
        const to = neighbour(tile, direction);
        if (found.has(`${to.x},${to.z}`) || !canStep(terrain, tile.x, tile.z, direction)) continue;
        found.set(`${to.x},${to.z}`, steps);
        next.push(to);
      }
    }
    edge = next;
  }
  return found;
}

const SIDE = 16;
const clutter = fc
  .tuple(
    fc.array(fc.constantFrom('.', '.', '.', '.', '#', '#', '[', '^', '~'), {
      minLength: SIDE * SIDE,
      maxLength: SIDE * SIDE,
    }),
    fc.record({ x: fc.nat(SIDE - 1), z: fc.nat(SIDE - 1) }),
    fc.record({ x: fc.nat(SIDE - 1), z: fc.nat(SIDE - 1) }),
  )
  .map(([marks, from, to]) => {
    const rows = Array.from({ length: SIDE }, (_, row) => marks.slice(row * SIDE, (row + 1) * SIDE).join(''));
    return { terrain: drawGrid(rows), from, to };
  });

describe('a route', () => {
  it('takes legal steps only, as few as there can be, or ends nearest', () => {
    let complete = 0;
    fc.assert(
      fc.property(clutter, ({ terrain, from, to }) => {
        const distances = naiveDistances(terrain, from);
        const route = findRoute(terrain, from, to);
        let tile = from;
        for (const step of route?.steps ?? []) {
          expect(canStep(terrain, tile.x, tile.z, step)).toBe(true);
          tile = neighbour(tile, step);
        }
        const shortest = distances.get(`${to.x},${to.z}`);
        expect(route?.complete ?? false).toBe(shortest !== undefined);
        if (shortest !== undefined) {
          complete++;
          expect(tile).toEqual(to);
          expect(route?.steps).toHaveLength(shortest);
          return;
        }
        expect(route?.steps.length ?? -1).toBe(nearestOf(distances, to)?.steps ?? -1);
        if (route !== undefined) expect(square(tile, to)).toBe(nearestOf(distances, to)?.square);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(complete).toBeGreaterThan(100);
  });

  it('is the same whatever was searched before', () => {
    fc.assert(
      fc.property(clutter, clutter, (one, other) => {
        const first = findRoute(one.terrain, one.from, one.to);
        findRoute(other.terrain, other.from, other.to);
        expect(findRoute(one.terrain, one.from, one.to)).toEqual(first);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('is empty where it has arrived already', () => {
    expect(findRoute(openGround(3, 3), { x: 1, z: 1 }, { x: 1, z: 1 })).toEqual({
      steps: [],
      complete: true,
      visited: 1,
    });
  });

  it('of equal length goes straight first and slants last: the order of neighbours decides', () => {
    expect(routeIn('.....', 'a....', '.....', '....b')?.steps).toEqual([E, E, SE, SE]);
    expect(routeIn('...b', '....', 'a...')?.steps).toEqual([E, NE, NE]);
    expect(routeIn('b..', '...', '...', '...', '.a.')?.steps).toEqual([N, N, N, NW]);
    expect(routeIn('a.', '..', '..', '..', '.b')?.steps).toEqual([S, S, S, SE]);
    expect(routeIn('..a', '...', 'b..')?.steps).toEqual([SW, SW]);
  });

  it('goes round the ends of walls and does not cut corners', () => {
    expect(routeIn('a[b', '...')?.steps).toEqual([S, E, NE]);
    expect(routeIn('a#b', '...')?.steps).toEqual([S, E, E, N]);
    expect(routeIn('.b', 'a#')?.steps).toEqual([N, E]);
    expect(routeIn('#b', 'a.')?.steps).toEqual([E, N]);
    expect(routeIn('#b', 'a#')?.complete).toBe(false);
  });

  it('to a place beside something ends beside it', () => {
    const rows = ['.....', '.....', 'a..#.', '.....'];
    const to = markAt(rows, '#');
    const route = findRoute(drawGrid(rows), markAt(rows, 'a'), to, (x, z) => isBeside({ x, z }, to));
    expect(route).toMatchObject({ steps: [E, E], complete: true });
  });
});

describe('a route to what cannot be reached', () => {
  it('ends on the tile with the smallest squared distance', () => {
    // One tile away diagonally (2) is nearer than two tiles away straight (4).
    const rows = ['.....~~', 'a....~b', '.....~~'];
    const route = routeIn(...rows);
    expect(route?.complete).toBe(false);
    expect(endOf(markAt(rows, 'a'), route?.steps ?? [])).toEqual({ x: 4, z: 1 });
    const corner = ['~~~~~', '~b~~~', '~~~..', '~..~.', '~a...'];
    expect(endOf(markAt(corner, 'a'), routeIn(...corner)?.steps ?? [])).toEqual({ x: 1, z: 1 });
  });

  it('prefers the shorter of two that end equally near', () => {
    const shore = (start: string) => ['~~~~~~~', '..~b~..', '.~~~~~.', '.~~~~~.', start];
    const end = (rows: string[]) => endOf(markAt(rows, 'a'), routeIn(...rows)?.steps ?? []);
    expect(end(shore('..a....'))).toEqual({ x: 1, z: 3 });
    expect(end(shore('....a..'))).toEqual({ x: 5, z: 3 });
  });

  it('prefers, of two equally near and far, the one further south, then the one further west', () => {
    const northOrSouth = ['.....', '..~~#', '.....'];
    expect(
      endOf({ x: 0, z: 1 }, findRoute(drawGrid(northOrSouth), { x: 0, z: 1 }, { x: 4, z: 1 })?.steps ?? []),
    ).toEqual({ x: 4, z: 0 });
    const eastOrWest = ['..#..', '..~..', '..a..'];
    expect(endOf({ x: 2, z: 0 }, findRoute(drawGrid(eastOrWest), { x: 2, z: 0 }, { x: 2, z: 2 })?.steps ?? [])).toEqual(
      {
        x: 1,
        z: 2,
      },
    );
  });

  it('may be no step at all', () => {
    expect(routeIn('a~b')).toMatchObject({ steps: [], complete: false });
  });

  it('seeks within ten tiles of it, and gives up beyond', () => {
    const shore = (water: number) => `a${'~'.repeat(water)}b`;
    expect(routeIn(shore(9))).toMatchObject({ steps: [], complete: false });
    expect(routeIn(shore(10))).toBeUndefined();
  });

  it('does not go a hundred steps for it', () => {
    // A comb of corridors 19 tiles long: what is nearest to the end takes too long to reach.
    const comb = (rows: number) => {
      const corridors = Array.from({ length: rows * 2 - 1 }, (_, row) => {
        if (row % 2 === 0) return '.'.repeat(19);
        return row % 4 === 1 ? `${'#'.repeat(18)}.` : `.${'#'.repeat(18)}`;
      });
      return drawGrid(corridors.reverse().map((row) => `${row}##`));
    };
    const from = { x: 0, z: 0 };
    const near = findRoute(comb(5), from, { x: 20, z: 8 });
    expect(near?.steps).toHaveLength(98);
    const far = findRoute(comb(7), from, { x: 20, z: 12 });
    expect(far?.steps.length).toBeLessThan(100);
    expect(endOf(from, far?.steps ?? []).z).toBeLessThan(12);
  });
});

describe('the window of a search', () => {
  const from = { x: 200, z: 200 };
  const ground = openGround(400, 400);

  it('reaches 64 tiles west and south, 63 east and north', () => {
    expect(findRoute(ground, from, { x: 200 - ROUTE_WINDOW_TILES, z: 200 })).toMatchObject({ complete: true });
    expect(findRoute(ground, from, { x: 200, z: 200 - ROUTE_WINDOW_TILES })).toMatchObject({ complete: true });
    expect(findRoute(ground, from, { x: 200 + ROUTE_WINDOW_TILES - 1, z: 200 })).toMatchObject({ complete: true });
    expect(findRoute(ground, from, { x: 200, z: 200 + ROUTE_WINDOW_TILES })).toMatchObject({ complete: false });
  });

  it('takes one to its edge, toward what is beyond', () => {
    const route = findRoute(ground, from, { x: 200 + 70, z: 200 });
    expect(route?.complete).toBe(false);
    expect(route?.steps).toEqual(Array(ROUTE_WINDOW_TILES - 1).fill(E));
    expect(findRoute(ground, from, { x: 200 + 90, z: 200 })).toBeUndefined();
  });

  it('is not opened for a destination more than 104 tiles away', () => {
    let asked = 0;
    const count = () => {
      asked++;
      return false;
    };
    expect(findRoute(ground, from, { x: 200 + ROUTE_MAX_TILES + 1, z: 200 }, count)).toBeUndefined();
    expect(asked).toBe(0);
    findRoute(ground, from, { x: 200 + ROUTE_MAX_TILES, z: 200 }, count);
    expect(asked).toBe(4 * ROUTE_WINDOW_TILES * ROUTE_WINDOW_TILES);
  });

  it('may reach over the edge of the ground', () => {
    const small = openGround(5, 5, { x: -2, z: -2 });
    expect(findRoute(small, { x: -2, z: -2 }, { x: 2, z: 2 })?.steps).toEqual([NE, NE, NE, NE]);
    expect(findRoute(small, { x: 2, z: -2 }, { x: -2, z: 2 })?.steps).toEqual([NW, NW, NW, NW]);
    expect(findRoute(small, { x: 2, z: 2 }, { x: -2, z: 2 })?.steps).toEqual([W, W, W, W]);
    expect(isWalkable(small, 3, 0)).toBe(false);
  });
});

function square(a: Tile, b: Tile): number {
  return (a.x - b.x) * (a.x - b.x) + (a.z - b.z) * (a.z - b.z);
}

/** By the rule as it is written: within ten tiles, fewer than 100 steps, smallest square, then fewest steps. */
function nearestOf(distances: ReadonlyMap<string, number>, to: Tile) {
  const candidates = [...distances]
    .map(([key, steps]) => {
      const [x = 0, z = 0] = key.split(',').map(Number);
      return { steps, square: square({ x, z }, to), reach: Math.max(Math.abs(x - to.x), Math.abs(z - to.z)) };
    })
    .filter(({ steps, reach }) => reach <= 10 && steps < 100);
  return candidates.sort((a, b) => a.square - b.square || a.steps - b.steps)[0];
}

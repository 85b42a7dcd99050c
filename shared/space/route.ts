/**
 * Route search: breadth-first over the tiles of a window centred on the start. Client and server
 * run this same file, so the client can foretell where its own character will walk; that is why
 * the order in which neighbours are tried (`DIRECTIONS`) and every tie-break below are part of the
 * protocol and not an implementation detail.
 *
 * The scratch arrays live once per module and are invalidated by a generation stamp instead of
 * being cleared: clearing 16,384 cells would cost more than a typical search.
 */
import { canStep, type Terrain } from './terrain.ts';
import { DIRECTIONS, type Direction, distance, type Tile } from './tile.ts';

/** Tiles that the window reaches west and south of the start; one less east and north, as its side is even. */
export const ROUTE_WINDOW_TILES = 64;
/** Chebyshev distance beyond which a destination is refused unsearched. */
export const ROUTE_MAX_TILES = 104;
/** Half the side of the square around an unreachable destination in which the nearest tile is sought. */
const NEAREST_RADIUS_TILES = 10;
/** Longest route to a tile that stands in for an unreachable one. */
const NEAREST_MAX_STEPS = 100;

const SIDE = ROUTE_WINDOW_TILES * 2;
const stamp = new Uint32Array(SIDE * SIDE);
const cameBy = new Uint8Array(SIDE * SIDE);
const steps = new Uint16Array(SIDE * SIDE);
const queue = new Uint16Array(SIDE * SIDE);
let generation = 0;

/** What ends a search: standing on a tile for which this holds. */
export type Arrived = (x: number, z: number) => boolean;

export interface Route {
  /** Steps from the start; empty where it is the end already. */
  readonly steps: Direction[];
  /** Whether the end is where `arrived` holds, and not the nearest tile to it. */
  readonly complete: boolean;
  /** Tiles that the search visited: its cost. */
  readonly visited: number;
}

/**
 * The shortest route from a tile to the first tile where `arrived` holds (by default: `to` itself).
 * Where there is none, the route to the tile nearest to `to`: smallest squared distance among tiles
 * within 10 of it and fewer than 100 steps away, the shorter route winning a tie.
 * `undefined` where `to` is further than `ROUTE_MAX_TILES`, or nothing near it can be reached.
 */
export function findRoute(terrain: Terrain, from: Tile, to: Tile, arrived?: Arrived): Route | undefined {
  if (distance(from, to) > ROUTE_MAX_TILES) return undefined;
  const isEnd = arrived ?? ((x: number, z: number) => x === to.x && z === to.z);
  if (isEnd(from.x, from.z)) return { steps: [], complete: true, visited: 1 };
  const originX = from.x - ROUTE_WINDOW_TILES;
  const originZ = from.z - ROUTE_WINDOW_TILES;
  const search = flood(terrain, originX, originZ, isEnd);
  if (search.end >= 0) return { steps: trace(search.end), complete: true, visited: search.visited };
  const nearest = nearestVisited(to, originX, originZ);
  if (nearest < 0) return undefined;
  return { steps: trace(nearest), complete: false, visited: search.visited };
}

function flood(terrain: Terrain, originX: number, originZ: number, isEnd: Arrived) {
  generation = (generation + 1) >>> 0;
  // Once in 2^32 searches, stamps of the last round would pass for stamps of this one.
  if (generation === 0) {
    stamp.fill(0);
    generation = 1;
  }
  const start = ROUTE_WINDOW_TILES * SIDE + ROUTE_WINDOW_TILES;
  stamp[start] = generation;
  steps[start] = 0;
  queue[0] = start;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const cell = queue[head] ?? 0;
    const column = cell % SIDE;
    const row = (cell - column) / SIDE;
    const x = originX + column;
    const z = originZ + row;
    for (let index = 0; index < DIRECTIONS.length; index++) {
      const direction = index as Direction;
      const step = DIRECTIONS[direction];
      const nextColumn = column + step.x;
      const nextRow = row + step.z;
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= SIDE || nextRow >= SIDE) continue;
      const next = nextRow * SIDE + nextColumn;
      if (stamp[next] === generation || !canStep(terrain, x, z, direction)) continue;
      stamp[next] = generation;
      cameBy[next] = direction;
      steps[next] = (steps[cell] ?? 0) + 1;
      if (isEnd(originX + nextColumn, originZ + nextRow)) return { end: next, visited: tail + 1 };
      queue[tail++] = next;
    }
  }
  return { end: -1, visited: tail };
}

function nearestVisited(to: Tile, originX: number, originZ: number): number {
  let best = -1;
  let bestSquare = Number.POSITIVE_INFINITY;
  let bestSteps = NEAREST_MAX_STEPS;
  for (let z = to.z - NEAREST_RADIUS_TILES; z <= to.z + NEAREST_RADIUS_TILES; z++) {
    for (let x = to.x - NEAREST_RADIUS_TILES; x <= to.x + NEAREST_RADIUS_TILES; x++) {
      const column = x - originX;
      const row = z - originZ;
      if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) continue;
      const cell = row * SIDE + column;
      const length = steps[cell] ?? 0;
      if (stamp[cell] !== generation || length >= NEAREST_MAX_STEPS) continue;
      const square = (x - to.x) * (x - to.x) + (z - to.z) * (z - to.z);
      if (square > bestSquare || (square === bestSquare && length >= bestSteps)) continue;
      best = cell;
      bestSquare = square;
      bestSteps = length;
    }
  }
  return best;
}

function trace(end: number): Direction[] {
  const length = steps[end] ?? 0;
  const route = new Array<Direction>(length);
  let cell = end;
  for (let index = length - 1; index >= 0; index--) {
    const direction = (cameBy[cell] ?? 0) as Direction;
    route[index] = direction;
    const step = DIRECTIONS[direction];
    cell -= step.z * SIDE + step.x;
  }
  return route;
}

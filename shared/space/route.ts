/**
 * Route search: breadth-first over the tiles of a window centred on the start. Client and server
 * run this same file, so the client can foretell where its own character will walk; that is why
 * the order in which neighbours are tried (`DIRECTIONS`) and every tie-break below are part of the
 * protocol and not an implementation detail.
 *
 * The scratch arrays live once per module and are invalidated by a generation stamp instead of
 * being cleared: clearing 16,384 cells would cost more than a typical search.
 */
import { exitsOf, type Terrain } from './terrain.ts';
import { DIRECTIONS, type Direction, distance, sameTile, type Tile } from './tile.ts';

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
  const isThere = arrived === undefined ? sameTile(from, to) : arrived(from.x, from.z);
  if (isThere) return { steps: [], complete: true, visited: 1 };
  const originX = from.x - ROUTE_WINDOW_TILES;
  const originZ = from.z - ROUTE_WINDOW_TILES;
  const search = flood(terrain, originX, originZ, to, arrived);
  if (search.end >= 0) return { steps: trace(search.end), complete: true, visited: search.visited };
  const nearest = nearestVisited(to, originX, originZ);
  if (nearest < 0) return undefined;
  return { steps: trace(nearest), complete: false, visited: search.visited };
}

/** Distance from a cell to its neighbour in each direction. */
const CELL_STEPS = DIRECTIONS.map((step) => step.z * SIDE + step.x);
/** Directions that lead out of the window from its outermost columns and rows, as bits. */
const WESTWARD = directionsWhere((step) => step.x < 0);
const EASTWARD = directionsWhere((step) => step.x > 0);
const SOUTHWARD = directionsWhere((step) => step.z < 0);
const NORTHWARD = directionsWhere((step) => step.z > 0);

function directionsWhere(holds: (step: Tile) => boolean): number {
  return DIRECTIONS.reduce((bits, step, index) => (holds(step) ? bits | (1 << index) : bits), 0);
}

function flood(terrain: Terrain, originX: number, originZ: number, to: Tile, arrived: Arrived | undefined) {
  const current = beginSearch();
  const goal = arrived === undefined ? cellOf(to, originX, originZ) : -1;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const cell = queue[head] ?? 0;
    const column = cell % SIDE;
    const row = (cell - column) / SIDE;
    const length = (steps[cell] ?? 0) + 1;
    let exits = exitsOf(terrain, originX + column, originZ + row);
    if (column === 0) exits &= ~WESTWARD;
    if (column === SIDE - 1) exits &= ~EASTWARD;
    if (row === 0) exits &= ~SOUTHWARD;
    if (row === SIDE - 1) exits &= ~NORTHWARD;
    for (let direction = 0; exits !== 0; direction++, exits >>>= 1) {
      if ((exits & 1) === 0) continue;
      const next = cell + (CELL_STEPS[direction] ?? 0);
      if (stamp[next] === current) continue;
      stamp[next] = current;
      cameBy[next] = direction;
      steps[next] = length;
      if (next === goal || arrived?.(originX + (next % SIDE), originZ + Math.floor(next / SIDE)) === true) {
        return { end: next, visited: tail + 1 };
      }
      queue[tail++] = next;
    }
  }
  return { end: -1, visited: tail };
}

/** Forgets the search before and stands at the start of this one; returns its generation. */
function beginSearch(): number {
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
  return generation;
}

/** The cell of a tile; -1 outside of the window. */
function cellOf({ x, z }: Tile, originX: number, originZ: number): number {
  const column = x - originX;
  const row = z - originZ;
  return column < 0 || row < 0 || column >= SIDE || row >= SIDE ? -1 : row * SIDE + column;
}

function nearestVisited(to: Tile, originX: number, originZ: number): number {
  let best = -1;
  let bestSquare = Number.POSITIVE_INFINITY;
  let bestSteps = NEAREST_MAX_STEPS;
  for (let z = to.z - NEAREST_RADIUS_TILES; z <= to.z + NEAREST_RADIUS_TILES; z++) {
    for (let x = to.x - NEAREST_RADIUS_TILES; x <= to.x + NEAREST_RADIUS_TILES; x++) {
      const cell = cellOf({ x, z }, originX, originZ);
      if (cell < 0) continue;
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

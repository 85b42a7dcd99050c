import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';

/** A tile by its integer world coordinates: x grows east, z grows north. Its centre is at +0.5. */
export interface Tile {
  readonly x: number;
  readonly z: number;
}

/**
 * The eight directions in the order in which a route search tries them: W, E, S, N, SW, SE, NW, NE.
 * The order decides between routes of equal length, so client and server share it.
 */
export const DIRECTIONS = [
  { x: -1, z: 0 },
  { x: 1, z: 0 },
  { x: 0, z: -1 },
  { x: 0, z: 1 },
  { x: -1, z: -1 },
  { x: 1, z: -1 },
  { x: -1, z: 1 },
  { x: 1, z: 1 },
] as const satisfies readonly Tile[];

/** Index into `DIRECTIONS`. */
export type Direction = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** South: where a character looks at first. */
export const SOUTH: Direction = 2;

/** Tiles walked in one tick. */
export const WALK_TILES = 1;
/** Tiles run in one tick. */
export const RUN_TILES = 2;

/** Tiles around a viewer within which an entity comes into view (Chebyshev). */
export const VIEW_ENTER_TILES = 15;
/** Tiles around a viewer beyond which an entity leaves its view (Chebyshev). */
export const VIEW_LEAVE_TILES = 17;

/** Chebyshev distance: the ticks that a walk over open ground takes. */
export function distance(a: Tile, b: Tile): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.z - b.z));
}

export function sameTile(a: Tile, b: Tile): boolean {
  return a.x === b.x && a.z === b.z;
}

/** Whether the two are next to each other along one axis. */
export function isBeside(a: Tile, b: Tile): boolean {
  return Math.abs(a.x - b.x) + Math.abs(a.z - b.z) === 1;
}

/** The tile that holds a point in world coordinates. */
export function tileAt(x: number, z: number): Tile {
  return { x: Math.floor(x), z: Math.floor(z) };
}

/** The tile one step from `tile`. */
export function neighbour(tile: Tile, direction: Direction): Tile {
  const step = DIRECTIONS[direction];
  return { x: tile.x + step.x, z: tile.z + step.z };
}

/** The direction of the step from `a` to `b`, or of the nearest of the eight for tiles further apart; undefined for one tile. */
export function directionTo(a: Tile, b: Tile): Direction | undefined {
  const x = Math.sign(b.x - a.x);
  const z = Math.sign(b.z - a.z);
  const index = DIRECTIONS.findIndex((step) => step.x === x && step.z === z);
  return index < 0 ? undefined : (index as Direction);
}

/** Half of the square root of two. */
const HALF_SQRT2 = Math.SQRT1_2;
/** sin and cos of half the yaw of each direction; yaw 0 is north (+z), growing toward east (+x). */
const HEADING_QUATERNIONS: readonly (readonly [number, number])[] = [
  [-HALF_SQRT2, HALF_SQRT2], // west: yaw -90°
  [HALF_SQRT2, HALF_SQRT2], // east: 90°
  [1, 0], // south: 180°
  [0, 1], // north: 0°
  [-0.9238795325112867, 0.3826834323650898], // south-west: -135°
  [0.9238795325112867, 0.3826834323650898], // south-east: 135°
  [-0.3826834323650898, 0.9238795325112867], // north-west: -45°
  [0.3826834323650898, 0.9238795325112867], // north-east: 45°
];

/** The rotation [x, y, z, w] that turns a body from north to `direction`. */
export function headingQuaternion(direction: Direction): [number, number, number, number] {
  const [sin, cos] = HEADING_QUATERNIONS[direction] ?? [0, 1];
  return [0, sin, 0, cos];
}

/** The direction whose quaternion is nearest. */
export function quaternionHeading(q: readonly [number, number, number, number]): Direction {
  let best = 0;
  let bestDot = -1;
  HEADING_QUATERNIONS.forEach(([sin, cos], index) => {
    const dot = Math.abs(sin * q[1] + cos * q[3]);
    if (dot > bestDot) {
      best = index;
      bestDot = dot;
    }
  });
  return best as Direction;
}

/** Velocity in tiles per second of `steps` tiles toward `direction` in one tick. */
export function stepVelocity(direction: Direction, steps: number): [number, number, number] {
  const perSecond = (steps * 1000) / NETWORK_CONSTANTS.TICK_DURATION_MS;
  const step = DIRECTIONS[direction];
  return [step.x * perSecond, 0, step.z * perSecond];
}

import { DIRECTIONS, type Direction, type Tile } from './tile.ts';

/**
 * Collision flags of a tile, 16 bits. A wall stands on the edge between two tiles and is set on
 * both, each naming its own side.
 */
export const COLLISION = {
  wallWest: 1 << 0,
  wallEast: 1 << 1,
  wallSouth: 1 << 2,
  wallNorth: 1 << 3,
  /** An object stands on the tile: a tree, a house, a counter. */
  object: 1 << 4,
  /** The floor cannot be walked: water, the void. */
  floor: 1 << 5,
  /** The object hides what is behind it. */
  sight: 1 << 6,
  /** Indoors: the client hides roofs over it. */
  roof: 1 << 7,
  /** Water: fishing spots and swimmers. */
  water: 1 << 8,
} as const;

const BLOCKED = COLLISION.object | COLLISION.floor;

/**
 * The ground of one region as both ends load it: heights at tile corners, and flags per tile.
 * `heights` has (width + 1) × (depth + 1) values in units of 1/64 tile, `flags` width × depth;
 * both run west to east, then south to north.
 */
export interface Terrain {
  readonly origin: Tile;
  readonly width: number;
  readonly depth: number;
  readonly flags: Uint16Array;
  readonly heights: Int16Array;
}

/** Units of `Terrain.heights` in one tile. */
export const HEIGHT_UNITS = 64;

const MAGIC = 0x4c4b5431; // "LKT1"
const HEADER_INTS = 5;

/** Encodes a terrain: five big-endian 32-bit integers (magic, origin x and z, width, depth), then flags and heights, little-endian. */
export function encodeTerrain(terrain: Terrain): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_INTS * 4 + terrain.flags.length * 2 + terrain.heights.length * 2);
  const view = new DataView(bytes.buffer);
  [MAGIC, terrain.origin.x, terrain.origin.z, terrain.width, terrain.depth].forEach((value, index) => {
    view.setInt32(index * 4, value);
  });
  let at = HEADER_INTS * 4;
  for (const flags of terrain.flags) {
    view.setUint16(at, flags, true);
    at += 2;
  }
  for (const height of terrain.heights) {
    view.setInt16(at, height, true);
    at += 2;
  }
  return bytes;
}

/** Decodes what `encodeTerrain` wrote (further bytes behind it are ignored). Throws where it is not a terrain. */
export function decodeTerrain(bytes: Uint8Array): Terrain {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = Array.from({ length: HEADER_INTS }, (_, index) => view.getInt32(index * 4));
  const [magic, x = 0, z = 0, width = 0, depth = 0] = header;
  if (magic !== MAGIC) throw new Error('not a terrain: the first bytes differ');
  const flags = new Uint16Array(width * depth);
  const heights = new Int16Array((width + 1) * (depth + 1));
  let at = HEADER_INTS * 4;
  for (let index = 0; index < flags.length; index++, at += 2) flags[index] = view.getUint16(at, true);
  for (let index = 0; index < heights.length; index++, at += 2) heights[index] = view.getInt16(at, true);
  return { origin: { x, z }, width, depth, flags, heights };
}

/** Flags of a tile; outside the terrain the floor is blocked. */
export function flagsAt(terrain: Terrain, x: number, z: number): number {
  const column = x - terrain.origin.x;
  const row = z - terrain.origin.z;
  if (column < 0 || row < 0 || column >= terrain.width || row >= terrain.depth) return COLLISION.floor;
  return terrain.flags[row * terrain.width + column] ?? COLLISION.floor;
}

/** Whether somebody can stand on the tile. */
export function isWalkable(terrain: Terrain, x: number, z: number): boolean {
  return (flagsAt(terrain, x, z) & BLOCKED) === 0;
}

/** Walls that stop a step along each cardinal direction: on the tile left, and on the tile entered. */
const CARDINAL_WALLS: readonly (readonly [number, number])[] = [
  [COLLISION.wallWest, COLLISION.wallEast],
  [COLLISION.wallEast, COLLISION.wallWest],
  [COLLISION.wallSouth, COLLISION.wallNorth],
  [COLLISION.wallNorth, COLLISION.wallSouth],
];

/**
 * Whether one step from a tile is free. A diagonal step needs both tiles beside it and all four
 * edges free: corners are not cut.
 */
export function canStep(terrain: Terrain, x: number, z: number, direction: Direction): boolean {
  const step = DIRECTIONS[direction];
  if (direction < 4) return cardinalFree(terrain, x, z, direction);
  const alongX: Direction = step.x < 0 ? 0 : 1;
  const alongZ: Direction = step.z < 0 ? 2 : 3;
  return (
    cardinalFree(terrain, x, z, alongX) &&
    cardinalFree(terrain, x, z, alongZ) &&
    cardinalFree(terrain, x + step.x, z, alongZ) &&
    cardinalFree(terrain, x, z + step.z, alongX)
  );
}

function cardinalFree(terrain: Terrain, x: number, z: number, direction: Direction): boolean {
  const step = DIRECTIONS[direction];
  const walls = CARDINAL_WALLS[direction];
  if (walls === undefined) return false;
  if ((flagsAt(terrain, x, z) & walls[0]) !== 0) return false;
  return (flagsAt(terrain, x + step.x, z + step.z) & (BLOCKED | walls[1])) === 0;
}

const { wallWest, wallEast, wallSouth, wallNorth } = COLLISION;
const SHUT_WEST = BLOCKED | wallEast;
const SHUT_EAST = BLOCKED | wallWest;
const SHUT_SOUTH = BLOCKED | wallNorth;
const SHUT_NORTH = BLOCKED | wallSouth;

/**
 * All free steps from a tile at once: bit n stands for `DIRECTIONS[n]`. It says what `canStep` says, in a fraction of the
 * time, for the search that asks it of thousands of tiles.
 */
export function exitsOf(terrain: Terrain, x: number, z: number): number {
  const { flags, width, depth } = terrain;
  const column = x - terrain.origin.x;
  const row = z - terrain.origin.z;
  if (column < 1 || row < 1 || column >= width - 1 || row >= depth - 1) return exitsAtEdge(terrain, x, z);
  const at = row * width + column;
  const here = flags[at] ?? 0;
  const west = flags[at - 1] ?? 0;
  const east = flags[at + 1] ?? 0;
  const south = flags[at - width] ?? 0;
  const north = flags[at + width] ?? 0;
  const isWest = (here & wallWest) === 0 && (west & SHUT_WEST) === 0;
  const isEast = (here & wallEast) === 0 && (east & SHUT_EAST) === 0;
  const isSouth = (here & wallSouth) === 0 && (south & SHUT_SOUTH) === 0;
  const isNorth = (here & wallNorth) === 0 && (north & SHUT_NORTH) === 0;
  let exits = (isWest ? 1 : 0) | (isEast ? 2 : 0) | (isSouth ? 4 : 0) | (isNorth ? 8 : 0);
  if (isSouth) {
    const southWest = flags[at - width - 1] ?? 0;
    const southEast = flags[at - width + 1] ?? 0;
    if (isWest && ((west & wallSouth) | (south & wallWest) | (southWest & (SHUT_WEST | SHUT_SOUTH))) === 0) exits |= 16;
    if (isEast && ((east & wallSouth) | (south & wallEast) | (southEast & (SHUT_EAST | SHUT_SOUTH))) === 0) exits |= 32;
  }
  if (isNorth) {
    const northWest = flags[at + width - 1] ?? 0;
    const northEast = flags[at + width + 1] ?? 0;
    if (isWest && ((west & wallNorth) | (north & wallWest) | (northWest & (SHUT_WEST | SHUT_NORTH))) === 0) exits |= 64;
    if (isEast && ((east & wallNorth) | (north & wallEast) | (northEast & (SHUT_EAST | SHUT_NORTH))) === 0)
      exits |= 128;
  }
  return exits;
}

function exitsAtEdge(terrain: Terrain, x: number, z: number): number {
  let exits = 0;
  for (let direction = 0; direction < DIRECTIONS.length; direction++) {
    if (canStep(terrain, x, z, direction as Direction)) exits |= 1 << direction;
  }
  return exits;
}

/** Height of the ground in tiles at a point in world coordinates, bilinear between tile corners; clamped at the edge. */
export function heightAt(terrain: Terrain, x: number, z: number): number {
  const fx = Math.min(Math.max(x - terrain.origin.x, 0), terrain.width - 1e-6);
  const fz = Math.min(Math.max(z - terrain.origin.z, 0), terrain.depth - 1e-6);
  const column = Math.floor(fx);
  const row = Math.floor(fz);
  const stride = terrain.width + 1;
  const at = (c: number, r: number) => (terrain.heights[r * stride + c] ?? 0) / HEIGHT_UNITS;
  const u = fx - column;
  const w = fz - row;
  const south = at(column, row) * (1 - u) + at(column + 1, row) * u;
  const north = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
  return south * (1 - w) + north * w;
}

import { COLLISION } from '../../../shared/space/terrain.ts';
import { modelToWorld } from '../../scene/coordinates.ts';
import { GROUND_PER_TILE, type Interior, type Light, type Placement, type Smoke } from '../../scene/scenery-format.ts';

/** What darkens the ground beside it. */
export type Shade =
  | {
      readonly shape: 'round';
      readonly x: number;
      readonly z: number;
      readonly radius: number;
      readonly strength: number;
    }
  | {
      readonly shape: 'box';
      readonly west: number;
      readonly south: number;
      readonly width: number;
      readonly depth: number;
      readonly strength: number;
    };

export type Side = 'west' | 'east' | 'south' | 'north';

/** A region while it is being laid out. */
export interface Plot {
  readonly side: number;
  /** Flags per tile, as in the terrain. */
  readonly flags: Uint16Array;
  /** Heights in tiles, `GROUND_PER_TILE` per tile, (side × 2 + 1)². */
  readonly ground: Float32Array;
  /** Walking heights of tile corners that differ from the ground's: decks. Key `x,z`. */
  readonly decks: Map<string, number>;
  /** Tiles where nothing more may be put. Key `x,z`. */
  readonly taken: Set<string>;
  readonly placements: Placement[];
  readonly lights: Light[];
  readonly smokes: Smoke[];
  readonly interiors: Interior[];
  readonly shades: Shade[];
  /** Round patches of trodden earth. */
  readonly worn: { x: number; z: number; radius: number }[];
}

export function createPlot(side: number, ground: Float32Array): Plot {
  return {
    side,
    flags: new Uint16Array(side * side),
    ground,
    decks: new Map(),
    taken: new Set(),
    placements: [],
    lights: [],
    smokes: [],
    interiors: [],
    shades: [],
    worn: [],
  };
}

/** Height of the ground in tiles, between samples bilinear. */
export function heightOn(plot: Plot, x: number, z: number): number {
  const stride = plot.side * GROUND_PER_TILE + 1;
  const fx = Math.min(Math.max(x * GROUND_PER_TILE, 0), stride - 1.001);
  const fz = Math.min(Math.max(z * GROUND_PER_TILE, 0), stride - 1.001);
  const column = Math.floor(fx);
  const row = Math.floor(fz);
  const at = (c: number, r: number) => plot.ground[r * stride + c] ?? 0;
  const u = fx - column;
  const v = fz - row;
  return (
    (at(column, row) * (1 - u) + at(column + 1, row) * u) * (1 - v) +
    (at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u) * v
  );
}

export function addFlags(plot: Plot, x: number, z: number, flags: number): void {
  if (x < 0 || z < 0 || x >= plot.side || z >= plot.side) return;
  const at = z * plot.side + x;
  plot.flags[at] = (plot.flags[at] ?? 0) | flags;
}

export function clearFlags(plot: Plot, x: number, z: number, flags: number): void {
  if (x < 0 || z < 0 || x >= plot.side || z >= plot.side) return;
  const at = z * plot.side + x;
  plot.flags[at] = (plot.flags[at] ?? 0) & ~flags;
}

export function flagsOn(plot: Plot, x: number, z: number): number {
  return plot.flags[z * plot.side + x] ?? COLLISION.floor;
}

const EDGES = {
  west: { own: COLLISION.wallWest, other: COLLISION.wallEast, x: -1, z: 0 },
  east: { own: COLLISION.wallEast, other: COLLISION.wallWest, x: 1, z: 0 },
  south: { own: COLLISION.wallSouth, other: COLLISION.wallNorth, x: 0, z: -1 },
  north: { own: COLLISION.wallNorth, other: COLLISION.wallSouth, x: 0, z: 1 },
} as const;

/** Puts a wall on an edge of a tile, known to both its tiles. */
export function addWall(plot: Plot, x: number, z: number, side: Side): void {
  const edge = EDGES[side];
  addFlags(plot, x, z, edge.own);
  addFlags(plot, x + edge.x, z + edge.z, edge.other);
}

export interface PlaceOptions {
  readonly yaw?: number;
  readonly scale?: number;
  readonly tint?: number;
  readonly building?: number;
  /** Height of the foot; absent: the ground's. */
  readonly y?: number;
  /** Nobody walks on its tile. */
  readonly blocks?: boolean;
  /** Nor sees past it. */
  readonly hides?: boolean;
  /** Radius and strength of the contact shade. */
  readonly shade?: readonly [radius: number, strength: number];
}

/** Stands a model at a point. */
export function place(plot: Plot, model: string, x: number, z: number, options: PlaceOptions = {}): Placement {
  const {
    yaw = 0,
    scale = 1,
    tint = 0,
    building = 0,
    y = heightOn(plot, x, z),
    blocks = false,
    hides = false,
    shade,
  } = options;
  const placement: Placement = { model, x, z, y, yaw, scale, tint, building };
  plot.placements.push(placement);
  if (blocks) addFlags(plot, Math.floor(x), Math.floor(z), COLLISION.object | (hides ? COLLISION.sight : 0));
  if (blocks) plot.taken.add(`${Math.floor(x)},${Math.floor(z)}`);
  if (shade !== undefined) plot.shades.push({ shape: 'round', x, z, radius: shade[0], strength: shade[1] });
  return placement;
}

/** Lets a light burn at a point of a placed model's own coordinates. */
export function addLight(
  plot: Plot,
  placement: Placement,
  at: { x: number; y: number; z: number },
  kind: Light['kind'],
): void {
  plot.lights.push({ ...modelToWorld(placement, at.x, at.z), y: placement.y + at.y, kind });
}

/** Marks the tiles of a rectangle as taken. */
export function reserve(plot: Plot, west: number, south: number, width: number, depth: number): void {
  for (let z = south; z < south + depth; z++) {
    for (let x = west; x < west + width; x++) plot.taken.add(`${x},${z}`);
  }
}

export function isTaken(plot: Plot, x: number, z: number): boolean {
  return plot.taken.has(`${Math.floor(x)},${Math.floor(z)}`);
}

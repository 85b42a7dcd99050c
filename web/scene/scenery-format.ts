/**
 * What only the client needs of a region: the ground as a fine mesh, what covers it, and where
 * every tree and house stands. One msgpack map; numbers are little-endian columns.
 */
import { packPayload, unpackPayload } from '../../shared/protocol/packets.ts';

export const SCENERY_VERSION = 1;
/** Ground samples per tile, along one axis. */
export const GROUND_PER_TILE = 2;
/** Units of ground heights in one tile. */
export const GROUND_UNITS = 256;

/** One thing that stands in the region. World coordinates; `yaw` as everywhere, 0 north. */
export interface Placement {
  readonly model: string;
  readonly x: number;
  readonly z: number;
  /** Height of its foot, in tiles. */
  readonly y: number;
  readonly yaw: number;
  readonly scale: number;
  /** Row of the client's table of tints; 0 leaves the colours alone. */
  readonly tint: number;
  /** Number of the building whose roof hides over those inside; 0 none. */
  readonly building: number;
}

/** A light that burns in the dark. */
export interface Light {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly kind: 'lamp' | 'fire';
}

export interface Smoke {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly kind: 'chimney' | 'fire';
}

/** Rectangle of tiles that are inside a building. */
export interface Interior {
  readonly building: number;
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly depth: number;
}

/** Coarse hills around the region, so that it does not end in a line. */
export interface Backdrop {
  readonly west: number;
  readonly south: number;
  /** Tiles between samples. */
  readonly step: number;
  /** Samples along one side. */
  readonly side: number;
  /** In 1/256 tile, west to east, then south to north. */
  readonly heights: Int16Array;
}

export interface Scenery {
  readonly origin: { readonly x: number; readonly z: number };
  readonly width: number;
  readonly depth: number;
  /** (width × 2 + 1) × (depth × 2 + 1) heights in 1/256 tile. */
  readonly ground: Int16Array;
  /** Four bytes per half tile: bare earth, rock, sand, cobbles. */
  readonly splat: Uint8Array<ArrayBuffer>;
  /** A byte per half tile: 255 open, less under trees and along walls. */
  readonly shade: Uint8Array<ArrayBuffer>;
  readonly waterLevel: number;
  readonly backdrop: Backdrop;
  readonly placements: readonly Placement[];
  readonly lights: readonly Light[];
  readonly smokes: readonly Smoke[];
  readonly interiors: readonly Interior[];
}

/** Columns of a placement, with their units per one. */
const COLUMNS = { x: 64, z: 64, y: 256, yaw: 4096, scale: 1024 } as const;
const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
/** Numbers per placement: the model, the columns, tint and building. */
const STRIDE = COLUMN_NAMES.length + 3;

/** What is packed: plain values and bytes only. */
interface Packed {
  version: number;
  origin: { x: number; z: number };
  width: number;
  depth: number;
  ground: Uint8Array;
  splat: Uint8Array;
  shade: Uint8Array;
  waterLevel: number;
  backdrop: { west: number; south: number; step: number; side: number; heights: Uint8Array };
  models: string[];
  placements: Uint8Array;
  lights: Light[];
  smokes: Smoke[];
  interiors: Interior[];
}

/** Encodes a region's scenery. Angles and lengths are rounded to the units of `COLUMNS`. */
export function encodeScenery(scenery: Scenery): Uint8Array<ArrayBuffer> {
  const models = [...new Set(scenery.placements.map(({ model }) => model))].sort();
  const numbers = new Int16Array(scenery.placements.length * STRIDE);
  scenery.placements.forEach((placement, row) => {
    const columns = COLUMN_NAMES.map((name) => Math.round(placement[name] * COLUMNS[name]));
    numbers.set([models.indexOf(placement.model), ...columns, placement.tint, placement.building], row * STRIDE);
  });
  const packed: Packed = {
    version: SCENERY_VERSION,
    origin: scenery.origin,
    width: scenery.width,
    depth: scenery.depth,
    ground: differences(scenery.ground, scenery.width * GROUND_PER_TILE + 1),
    splat: scenery.splat,
    shade: scenery.shade,
    waterLevel: scenery.waterLevel,
    backdrop: { ...scenery.backdrop, heights: toBytes(scenery.backdrop.heights) },
    models,
    placements: toBytes(numbers),
    lights: [...scenery.lights],
    smokes: [...scenery.smokes],
    interiors: [...scenery.interiors],
  };
  return Uint8Array.from(packPayload(packed));
}

/** Decodes what `encodeScenery` wrote. Throws on another version; the bytes are our own build's, so no more is checked. */
export function decodeScenery(bytes: Uint8Array): Scenery {
  // The cast: the bytes come from the same build, and the version below guards against a stale file.
  const packed = unpackPayload(bytes) as Packed;
  if (packed.version !== SCENERY_VERSION)
    throw new Error(`scenery of version ${packed.version}, not ${SCENERY_VERSION}`);
  const numbers = fromBytes(packed.placements);
  const placements = Array.from({ length: numbers.length / STRIDE }, (_, row): Placement => {
    const at = (column: number) => numbers[row * STRIDE + column] ?? 0;
    const [x = 0, z = 0, y = 0, yaw = 0, scale = 1] = COLUMN_NAMES.map(
      (name, column) => at(column + 1) / COLUMNS[name],
    );
    return { model: packed.models[at(0)] ?? '', x, z, y, yaw, scale, tint: at(STRIDE - 2), building: at(STRIDE - 1) };
  });
  return {
    ...packed,
    ground: sums(fromBytes(packed.ground), packed.width * GROUND_PER_TILE + 1),
    splat: Uint8Array.from(packed.splat),
    shade: Uint8Array.from(packed.shade),
    backdrop: { ...packed.backdrop, heights: fromBytes(packed.backdrop.heights) },
    placements,
  };
}

/** Each height less its western neighbour, which compresses to a fraction. */
function differences(heights: Int16Array, stride: number): Uint8Array {
  return toBytes(heights.map((height, at) => (at % stride === 0 ? height : height - (heights[at - 1] ?? 0))));
}

function sums(steps: Int16Array, stride: number): Int16Array {
  const heights = Int16Array.from(steps);
  for (let at = 0; at < heights.length; at++) {
    if (at % stride !== 0) heights[at] = (heights[at] ?? 0) + (heights[at - 1] ?? 0);
  }
  return heights;
}

function toBytes(numbers: Int16Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 2);
  const view = new DataView(bytes.buffer);
  numbers.forEach((value, at) => {
    view.setInt16(at * 2, value, true);
  });
  return bytes;
}

function fromBytes(bytes: Uint8Array): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int16Array.from({ length: bytes.byteLength >> 1 }, (_, at) => view.getInt16(at * 2, true));
}

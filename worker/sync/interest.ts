import { VIEW_ENTER_TILES, VIEW_LEAVE_TILES } from '../../shared/space/tile.ts';
import type { Seen } from './diff.ts';

/** Tiles of one side of a chunk; the view radius is smaller, so nine chunks hold all that can come into view. */
export const CHUNK_TILES = 16;

/** Slots by chunk. */
export type ChunkIndex = Map<number, number[]>;

function chunkKey(x: number, z: number): number {
  return Math.floor(x / CHUNK_TILES) * 0x10000 + Math.floor(z / CHUNK_TILES);
}

export function indexChunks(seen: readonly (Seen | undefined)[]): ChunkIndex {
  const index: ChunkIndex = new Map();
  seen.forEach((item, slot) => {
    if (item === undefined) return;
    const key = chunkKey(item.view.x, item.view.z);
    const slots = index.get(key);
    if (slots === undefined) index.set(key, [slot]);
    else slots.push(slot);
  });
  return index;
}

/** Slots within the distance at which something comes into view, lowest slot first within each chunk. */
export function* slotsEntering(
  index: ChunkIndex,
  seen: readonly (Seen | undefined)[],
  x: number,
  z: number,
): Generator<number> {
  for (let dx = -1; dx <= 1; dx++) {
    for (let dz = -1; dz <= 1; dz++) {
      for (const slot of index.get(chunkKey(x + dx * CHUNK_TILES, z + dz * CHUNK_TILES)) ?? []) {
        const item = seen[slot];
        if (item !== undefined && isWithin(item, x, z, VIEW_ENTER_TILES)) yield slot;
      }
    }
  }
}

/** Whether something in view stays there: it leaves a little further out than it enters, so that nobody flickers at the edge. */
export function staysInView(item: Seen, x: number, z: number): boolean {
  return isWithin(item, x, z, VIEW_LEAVE_TILES);
}

function isWithin({ view }: Seen, x: number, z: number, tiles: number): boolean {
  return Math.abs(view.x - x) <= tiles && Math.abs(view.z - z) <= tiles;
}

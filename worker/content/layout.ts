import { isWalkable, type Terrain } from '../../shared/space/terrain.ts';
import type { Tile } from '../../shared/space/tile.ts';
import { createDice, roll } from '../sim/dice.ts';
import type { Spawn } from '../sim/rules.ts';

/** Where everybody is in a region, before it is laid on the ground. */
export interface RegionLayout {
  readonly spawn: Tile;
  readonly spawnTiles: number;
  readonly people: readonly Spawn[];
  /** Creatures spread over a rectangle of tiles. */
  readonly herds: readonly Herd[];
}

export interface Herd {
  readonly kind: string;
  readonly count: number;
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly depth: number;
}

/** Tiles around a place in which the nearest free one is sought. */
const NEAREST_TILES = 6;

/**
 * The spawns of a layout on a terrain: people on their tile or the free one nearest to it, herds on
 * free tiles of their rectangle, the same for the same terrain. Throws where there is no room.
 */
export function placeSpawns(layout: RegionLayout, terrain: Terrain): Spawn[] {
  const taken = new Set<string>([`${layout.spawn.x},${layout.spawn.z}`]);
  const place = (kind: string, tile: Tile | undefined): Spawn => {
    if (tile === undefined) throw new Error(`no free tile for ${kind}`);
    taken.add(`${tile.x},${tile.z}`);
    return { kind, x: tile.x, z: tile.z };
  };
  const isFree = (tile: Tile) => isWalkable(terrain, tile.x, tile.z) && !taken.has(`${tile.x},${tile.z}`);
  const spawns = layout.people.map(({ kind, x, z }) => place(kind, nearest({ x, z }, isFree)));
  layout.herds.forEach((herd, index) => {
    const dice = createDice(index + 1);
    for (let count = 0; count < herd.count; count++) {
      const free = tilesOf(herd).filter(isFree);
      spawns.push(place(herd.kind, free[roll(dice, Math.max(free.length, 1))]));
    }
  });
  return spawns;
}

function nearest(tile: Tile, isFree: (tile: Tile) => boolean): Tile | undefined {
  for (let ring = 0; ring <= NEAREST_TILES; ring++) {
    for (let z = tile.z - ring; z <= tile.z + ring; z++) {
      for (let x = tile.x - ring; x <= tile.x + ring; x++) {
        if (isFree({ x, z })) return { x, z };
      }
    }
  }
  return undefined;
}

function tilesOf({ west, south, width, depth }: Herd): Tile[] {
  return Array.from({ length: width * depth }, (_, index) => ({
    x: west + (index % width),
    z: south + Math.floor(index / width),
  }));
}

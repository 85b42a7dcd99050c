import { COLLISION, type Terrain } from '../../../shared/space/terrain.ts';
import type { Tile } from '../../../shared/space/tile.ts';

const SIDE_TILES = 64;
/** Share of tiles that are blocked. */
const CLUTTER = 0.12;
/** Half the side of the free square in the middle. */
const CLEARING_TILES = 2;

/** The middle of the ground, which is free. */
export const MIDDLE: Tile = { x: SIDE_TILES / 2, z: SIDE_TILES / 2 };

/** Flat ground with 12 % of its tiles blocked at random. */
export function clutteredGround(random: () => number): Terrain {
  const flags = new Uint16Array(SIDE_TILES * SIDE_TILES);
  for (let index = 0; index < flags.length; index++) if (random() < CLUTTER) flags[index] = COLLISION.object;
  for (let z = MIDDLE.z - CLEARING_TILES; z <= MIDDLE.z + CLEARING_TILES; z++) {
    for (let x = MIDDLE.x - CLEARING_TILES; x <= MIDDLE.x + CLEARING_TILES; x++) flags[z * SIDE_TILES + x] = 0;
  }
  const heights = new Int16Array((SIDE_TILES + 1) * (SIDE_TILES + 1));
  return { origin: { x: 0, z: 0 }, width: SIDE_TILES, depth: SIDE_TILES, flags, heights };
}

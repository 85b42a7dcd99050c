import { COLLISION, type Terrain } from '../../shared/space/terrain.ts';
import type { MapLayer } from '../hud/state.ts';

const PIXELS_PER_TILE = 4;
const COLOURS = { water: [62, 118, 158], ground: [104, 142, 68], object: [66, 98, 50], roof: [134, 96, 62] } as const;

/** The still part of the minimap, drawn from the ground that walking knows. */
export function terrainLayer(terrain: Terrain): MapLayer {
  const width = terrain.width * PIXELS_PER_TILE;
  const height = terrain.depth * PIXELS_PER_TILE;
  const image = new ImageData(width, height);
  for (let y = 0; y < height; y++) {
    const row = terrain.depth - 1 - Math.floor(y / PIXELS_PER_TILE);
    for (let x = 0; x < width; x++) {
      const flags = terrain.flags[row * terrain.width + Math.floor(x / PIXELS_PER_TILE)] ?? 0;
      const [red, green, blue] = colourOf(flags);
      image.data.set([red, green, blue, 255], (y * width + x) * 4);
    }
  }
  return { image, originX: terrain.origin.x, originZ: terrain.origin.z, pixelsPerTile: PIXELS_PER_TILE };
}

function colourOf(flags: number): readonly [number, number, number] {
  if (flags & COLLISION.water) return COLOURS.water;
  if (flags & COLLISION.roof) return COLOURS.roof;
  return flags & COLLISION.object ? COLOURS.object : COLOURS.ground;
}

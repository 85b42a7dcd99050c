import { COLLISION, flagsAt, type Terrain } from '../../shared/space/terrain.ts';
import type { MapLayer } from '../hud/state.ts';
import { GROUND_PER_TILE, GROUND_UNITS, type Scenery } from '../scene/scenery-format.ts';

const PIXELS_PER_TILE = 4;
/** Pixels from the middle of a tree's crown to its edge. */
const CROWN_PIXELS = 4;

type Colour = readonly [red: number, green: number, blue: number];
const GRASS: Colour = [104, 146, 66];
const WATER: Colour = [58, 122, 170];
const ROOF: Colour = [138, 84, 58];
const CROWN: Colour = [52, 96, 40];
/** In the order of the splat's bytes: bare earth, rock, sand, cobbles. */
const COVERS: readonly Colour[] = [
  [150, 116, 78],
  [134, 130, 124],
  [206, 188, 138],
  [168, 160, 146],
];

/** The still part of the minimap: the region from above, drawn from what the scene is drawn from. */
export function sceneryLayer(scenery: Scenery, terrain: Terrain): MapLayer {
  const image = new ImageData(scenery.width * PIXELS_PER_TILE, scenery.depth * PIXELS_PER_TILE);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const east = x / PIXELS_PER_TILE;
      const north = scenery.depth - (y + 1) / PIXELS_PER_TILE;
      image.data.set([...colourAt(scenery, terrain, east, north), 255], (y * image.width + x) * 4);
    }
  }
  paintTrees(image, scenery);
  return { image, originX: scenery.origin.x, originZ: scenery.origin.z, pixelsPerTile: PIXELS_PER_TILE };
}

/** @param east tiles from the region's west edge; `north` likewise from its south edge */
function colourAt(scenery: Scenery, terrain: Terrain, east: number, north: number): Colour {
  const { origin, width, ground, splat, shade, waterLevel } = scenery;
  const column = Math.floor(east * GROUND_PER_TILE);
  const row = Math.floor(north * GROUND_PER_TILE);
  const flags = flagsAt(terrain, Math.floor(east) + origin.x, Math.floor(north) + origin.z);
  if (flags & COLLISION.roof) return ROOF;
  const height = (ground[row * (width * GROUND_PER_TILE + 1) + column] ?? 0) / GROUND_UNITS;
  const isBridge = (flags & COLLISION.water) !== 0 && (flags & COLLISION.floor) === 0;
  if (height < waterLevel && !isBridge) return WATER;
  const cell = row * width * GROUND_PER_TILE + column;
  const light = 0.72 + (0.28 * (shade[cell] ?? 255)) / 255;
  let colour = GRASS;
  COVERS.forEach((cover, index) => {
    colour = mixed(colour, cover, (splat[cell * COVERS.length + index] ?? 0) / 255);
  });
  return [colour[0] * light, colour[1] * light, colour[2] * light];
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

function paintTrees(image: ImageData, { placements, origin, depth }: Scenery): void {
  for (const { model, x, z, scale } of placements) {
    if (!/^(ash|birch|oak|pine)/.test(model)) continue;
    const centreX = (x - origin.x) * PIXELS_PER_TILE;
    const centreY = (depth - (z - origin.z)) * PIXELS_PER_TILE;
    const radius = CROWN_PIXELS * scale;
    for (let py = Math.floor(centreY - radius); py <= centreY + radius; py++) {
      for (let px = Math.floor(centreX - radius); px <= centreX + radius; px++) {
        const isInside = Math.hypot(px - centreX, py - centreY) <= radius;
        if (!isInside || px < 0 || py < 0 || px >= image.width || py >= image.height) continue;
        image.data.set(CROWN, (py * image.width + px) * 4);
      }
    }
  }
}

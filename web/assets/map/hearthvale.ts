/**
 * Hearthvale, from the rows of `hearthvale/` to the two files that the game loads: the terrain, on
 * which server and client agree, and the scenery, which only the client draws. Deterministic.
 */
import { encodeTerrain, HEIGHT_UNITS, type Terrain } from '../../../shared/space/terrain.ts';
import { smoothstep } from '../../scene/noise.ts';
import {
  encodeScenery,
  GROUND_PER_TILE,
  GROUND_UNITS,
  type Placement,
  type Scenery,
} from '../../scene/scenery-format.ts';
import { bakeShade, bakeSplat } from './cover.ts';
import { distanceToRectangle } from './curve.ts';
import { floodTiles, placeBridges, placeJetty } from './hearthvale/crossings.ts';
import { furnish } from './hearthvale/furnishing.ts';
import { groundHeight, roadDistance, streetDistance } from './hearthvale/ground.ts';
import { footprintOf, placeHouses } from './hearthvale/houses.ts';
import { DEN, ORIGIN, PIT, SIDE, SITES, WATER_LEVEL } from './hearthvale/layout.ts';
import { placeTownWall } from './hearthvale/walls.ts';
import { placeStands, placeWilds, type ResourceTile } from './hearthvale/wilds.ts';
import { createPlot, type Plot } from './plot.ts';

const BACKDROP = { west: -64, south: -64, step: 4, side: 65 } as const;
/** Side of the squares by which placements are ordered, in tiles. */
const CHUNK_TILES = 16;

interface Built {
  readonly terrain: Terrain;
  readonly scenery: Scenery;
  readonly resources: readonly ResourceTile[];
}

let built: Built | undefined;

/** The region's two files. */
export function bakeHearthvale(): { terrain: Uint8Array; scenery: Uint8Array } {
  const { terrain, scenery } = buildHearthvale();
  return { terrain: encodeTerrain(terrain), scenery: encodeScenery(scenery) };
}

/** What players can gather, by tile: for the rules' own content. */
export function resourceTiles(): readonly ResourceTile[] {
  return buildHearthvale().resources;
}

/** Builds the region, once per process. */
export function buildHearthvale(): Built {
  built ??= layOut();
  return built;
}

/** Builds the region anew, whatever was built before. */
export function layOut(): Built {
  const plot = createPlot(SIDE, raiseGround());
  floodTiles(plot);
  placeBridges(plot);
  placeJetty(plot);
  placeTownWall(plot);
  placeHouses(plot);
  furnish(plot);
  const resources = placeStands(plot);
  placeWilds(plot);
  return { terrain: terrainOf(plot), scenery: sceneryOf(plot), resources };
}

/** Heights of the ground, levelled under every house. */
function raiseGround(): Float32Array {
  const stride = SIDE * GROUND_PER_TILE + 1;
  const ground = new Float32Array(stride * stride);
  const pads = SITES.map((site) => {
    const foot = footprintOf(site);
    return { ...foot, height: groundHeight(foot.west + foot.width / 2, foot.south + foot.depth / 2) };
  });
  for (let row = 0; row < stride; row++) {
    for (let column = 0; column < stride; column++) {
      const x = column / GROUND_PER_TILE;
      const z = row / GROUND_PER_TILE;
      let height = groundHeight(x, z);
      for (const pad of pads) {
        const away = distanceToRectangle(pad.west - 0.5, pad.south - 0.5, pad.width + 1, pad.depth + 1, x, z);
        height = pad.height + (height - pad.height) * smoothstep(0, 2.2, away);
      }
      ground[row * stride + column] = height;
    }
  }
  return ground;
}

function terrainOf(plot: Plot): Terrain {
  const stride = SIDE + 1;
  const heights = new Int16Array(stride * stride);
  for (let z = 0; z <= SIDE; z++) {
    for (let x = 0; x <= SIDE; x++) {
      const ground = plot.ground[z * GROUND_PER_TILE * (SIDE * GROUND_PER_TILE + 1) + x * GROUND_PER_TILE] ?? 0;
      heights[z * stride + x] = Math.round((plot.decks.get(`${x},${z}`) ?? ground) * HEIGHT_UNITS);
    }
  }
  return { origin: ORIGIN, width: SIDE, depth: SIDE, flags: plot.flags, heights };
}

function sceneryOf(plot: Plot): Scenery {
  const { west, south, step, side } = BACKDROP;
  const heights = new Int16Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      heights[row * side + column] = Math.round(groundHeight(west + column * step, south + row * step) * GROUND_UNITS);
    }
  }
  return {
    origin: ORIGIN,
    width: SIDE,
    depth: SIDE,
    ground: Int16Array.from(plot.ground, (height) => Math.round(height * GROUND_UNITS)),
    splat: bakeSplat(plot, WATER_LEVEL, (x, z) => ({
      earth: Math.min(roadDistance(x, z), streetDistance(x, z, false)),
      cobbles: streetDistance(x, z, true),
      rock: bareRock(x, z),
    })),
    shade: bakeShade(plot),
    waterLevel: WATER_LEVEL,
    backdrop: { west, south, step, side, heights },
    placements: plot.placements
      .map((placement, order) => ({ placement, order }))
      .sort(byChunkAndModel)
      .map(({ placement }) => placement),
    lights: plot.lights,
    smokes: plot.smokes,
    interiors: plot.interiors,
  };
}

/** The diggings and the den lie bare. */
function bareRock(x: number, z: number): number {
  const pit = 1 - smoothstep(PIT.radius - 1, PIT.radius + 3, Math.hypot(x - PIT.x, z - PIT.z));
  const den = 1 - smoothstep(2, 6, Math.hypot(x - DEN.x, z - DEN.z));
  return Math.max(pit, den);
}

interface Ordered {
  readonly placement: Placement;
  readonly order: number;
}

function byChunkAndModel(a: Ordered, b: Ordered): number {
  const chunk = ({ placement }: Ordered) =>
    Math.floor(placement.z / CHUNK_TILES) * 1000 + Math.floor(placement.x / CHUNK_TILES);
  return (
    chunk(a) - chunk(b) ||
    (a.placement.model < b.placement.model ? -1 : a.placement.model > b.placement.model ? 1 : a.order - b.order)
  );
}

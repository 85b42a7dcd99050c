import { fractal, mix, noise, smoothstep } from '../../../scene/noise.ts';
import { curve, distanceToLine, distanceToRectangle, distanceToWays, way } from '../curve.ts';
import {
  BRIDGE_LENGTH,
  BRIDGES,
  DEN,
  PIT,
  POND,
  RIVER,
  RIVER_HALF,
  ROADS,
  SIDE,
  SQUARE,
  STREETS,
  TOWN,
  WARREN,
  YARD,
} from './layout.ts';

const river = curve(RIVER);
const roads = ROADS.map(({ points, half }) => way(points, half));
const cobbledStreets = STREETS.filter(({ cobbled }) => cobbled).map(({ points, half }) => way(points, half));
const earthStreets = STREETS.filter(({ cobbled }) => !cobbled).map(({ points, half }) => way(points, half));

/** Height of the town's ground, and of the banks where bridges stand. */
const TOWN_HEIGHT = 1.1;
export const BRIDGE_END_HEIGHT = 0.62;
const BED_DEPTH = -1.25;

/** Distance from the middle of the river, in tiles, narrowed and widened by noise. */
export function riverDistance(x: number, z: number): number {
  return distanceToLine(river, x, z) + 0.35 * noise(x * 0.17, z * 0.17, 5);
}

/** Distance beyond the edge of the nearest road; negative on it. */
export function roadDistance(x: number, z: number): number {
  return distanceToWays(roads, x, z);
}

/** Distance beyond the edge of the nearest street of the town, of cobbles (or the square) or of earth. */
export function streetDistance(x: number, z: number, cobbled: boolean): number {
  if (!cobbled) return distanceToWays(earthStreets, x, z);
  const square = Math.hypot(x - SQUARE.x, z - SQUARE.z) - SQUARE.radius;
  return Math.min(square, distanceToWays(cobbledStreets, x, z));
}

/** Distance from the town's walls, outward; 0 inside. */
export function townDistance(x: number, z: number): number {
  return distanceToRectangle(TOWN.west, TOWN.south, TOWN.width, TOWN.depth, x, z);
}

/** Height of the ground in tiles, anywhere, also beyond the region. */
export function groundHeight(x: number, z: number): number {
  let height = 1.35 + 1.5 * fractal(x * 0.017 + 3, z * 0.017, 3, 11) + 0.3 * noise(x * 0.075, z * 0.075, 12);
  height = Math.max(height, 0.75 + 0.1 * noise(x * 0.1, z * 0.1, 13));
  height += hills(x, z);
  height = level(height, TOWN_HEIGHT + 0.04 * noise(x * 0.15, z * 0.15, 14), townDistance(x, z), 9);
  height = level(
    height,
    1.0 + 0.08 * noise(x * 0.2, z * 0.2, 15),
    distanceToRectangle(YARD.west, YARD.south, YARD.width, YARD.depth + 12, x, z),
    8,
  );
  height = dig(height, x, z);
  const road = Math.min(roadDistance(x, z), streetDistance(x, z, false));
  height -= 0.08 * (1 - smoothstep(-0.4, 0.8, road));
  const bank = smoothstep(RIVER_HALF - 2, RIVER_HALF + 2, riverDistance(x, z));
  height = mix(BED_DEPTH + 0.2 * noise(x * 0.3, z * 0.3, 16), height, bank);
  height = level(height, BRIDGE_END_HEIGHT, bridgeEndDistance(x, z), 1.8);
  const pond = Math.hypot(x - POND.x, z - POND.z) + 0.4 * noise(x * 0.4, z * 0.4, 17);
  return mix(-0.75, height, smoothstep(POND.radius - 1.2, POND.radius + 1.4, pond));
}

function hills(x: number, z: number): number {
  const birch = 2.4 * (1 - smoothstep(4, 20, Math.hypot(x - 73, z - 110)));
  const den = 2.2 * (1 - smoothstep(4, 15, Math.hypot(x - DEN.x - 3, z - DEN.z - 3)));
  const west = 1.6 * smoothstep(16, 0, x) * smoothstep(6, 18, riverDistance(x, z));
  const burrow = WARREN.radius - Math.hypot(x - WARREN.x, z - WARREN.z);
  const mounds = smoothstep(0, 5, burrow) * (0.5 + 0.5 * noise(x * 0.28, z * 0.28, 18));
  const out = Math.max(-x, x - SIDE, -z, z - SIDE);
  const beyond =
    smoothstep(2, 60, out) *
    (7 + 9 * Math.max(0, fractal(x * 0.02, z * 0.02, 3, 19) + 0.2)) *
    smoothstep(5, 30, riverDistance(x, z));
  return birch + den + west + mounds * 0.9 + beyond;
}

/** The pit: a rim of spoil around a floor dug down. */
function dig(height: number, x: number, z: number): number {
  const reach = Math.hypot(x - PIT.x, z - PIT.z) + 0.9 * noise(x * 0.22, z * 0.22, 20);
  const rim =
    1.3 *
    smoothstep(PIT.radius + 4, PIT.radius + 1.2, reach) *
    smoothstep(-3, 3, x * 0.25 + 12 - Math.abs(z - PIT.z) - Math.max(0, x - PIT.x));
  const floor = 0.72 + 0.16 * noise(x * 0.35, z * 0.35, 21);
  return mix(floor, height + Math.max(0, rim), smoothstep(PIT.radius - 2.2, PIT.radius + 1.4, reach));
}

/** Draws the ground toward a height near something: fully at distance 0, not at all at `reach`. */
function level(height: number, to: number, distance: number, reach: number): number {
  return mix(to, height, smoothstep(0, reach, distance));
}

function bridgeEndDistance(x: number, z: number): number {
  return Math.min(
    ...BRIDGES.flatMap((bridge) => {
      const cx = bridge.along === 'x' ? bridge.x : bridge.x + 1.5;
      const cz = bridge.along === 'x' ? bridge.z + 1.5 : bridge.z;
      const ends =
        bridge.along === 'x'
          ? ([
              [cx, cz],
              [cx + BRIDGE_LENGTH, cz],
            ] as const)
          : ([
              [cx, cz],
              [cx, cz + BRIDGE_LENGTH],
            ] as const);
      return ends.map(([ex, ez]) => Math.max(0, Math.hypot(x - ex, z - ez) - 1.3));
    }),
  );
}

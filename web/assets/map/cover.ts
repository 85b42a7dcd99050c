import { fractal, noise, smoothstep } from '../../scene/noise.ts';
import { GROUND_PER_TILE } from '../../scene/scenery-format.ts';
import { distanceToRectangle } from './curve.ts';
import { heightOn, type Plot, type Shade } from './plot.ts';

/** Distances beyond the edges of ways at a point; negative on them. */
export interface Ways {
  readonly earth: number;
  readonly cobbles: number;
  /** Extra bare rock, 0..1. */
  readonly rock: number;
}

/** What covers the ground: per half tile the weights of bare earth, rock, sand and cobbles, 0..255. */
export function bakeSplat(
  plot: Plot,
  waterLevel: number,
  waysAt: (x: number, z: number) => Ways,
): Uint8Array<ArrayBuffer> {
  const side = plot.side * GROUND_PER_TILE;
  const splat = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const x = (column + 0.5) / GROUND_PER_TILE;
      const z = (row + 0.5) / GROUND_PER_TILE;
      splat.set(weightsAt(plot, waterLevel, waysAt(x, z), x, z).map(toByte), (row * side + column) * 4);
    }
  }
  return splat;
}

function weightsAt(plot: Plot, waterLevel: number, ways: Ways, x: number, z: number): [number, number, number, number] {
  const height = heightOn(plot, x, z);
  const slope = Math.hypot(
    heightOn(plot, x + 0.5, z) - heightOn(plot, x - 0.5, z),
    heightOn(plot, x, z + 0.5) - heightOn(plot, x, z - 0.5),
  );
  let earth = ways.earth;
  for (const patch of plot.worn) {
    if (Math.abs(patch.x - x) < 4 && Math.abs(patch.z - z) < 4)
      earth = Math.min(earth, Math.hypot(x - patch.x, z - patch.z) - patch.radius);
  }
  const ragged = 0.4 * noise(x * 0.5, z * 0.5, 31);
  const dirt = 1 - smoothstep(-0.4, 0.8, earth + ragged);
  const cobbles = 1 - smoothstep(-0.25, 0.45, ways.cobbles + ragged * 0.4);
  const rock = Math.max(ways.rock, smoothstep(0.72, 1.05, slope + 0.15 * noise(x * 0.2, z * 0.2, 32)));
  const sand = 1 - smoothstep(0.16, 0.5, height - waterLevel + 0.2 * fractal(x * 0.3, z * 0.3, 2, 33));
  return [dirt, rock * (1 - sand), sand, cobbles];
}

/** How open each half tile is to the sky near the ground, 0..255. */
export function bakeShade(plot: Plot): Uint8Array<ArrayBuffer> {
  const side = plot.side * GROUND_PER_TILE;
  const open = new Float32Array(side * side).fill(1);
  for (const shade of plot.shades) {
    const box = boundsOf(shade);
    const from = (value: number) => Math.max(0, Math.floor(value * GROUND_PER_TILE));
    const to = (value: number) => Math.min(side - 1, Math.ceil(value * GROUND_PER_TILE));
    for (let row = from(box.south); row <= to(box.north); row++) {
      for (let column = from(box.west); column <= to(box.east); column++) {
        const x = (column + 0.5) / GROUND_PER_TILE;
        const z = (row + 0.5) / GROUND_PER_TILE;
        open[row * side + column] = (open[row * side + column] ?? 1) * (1 - shadeAt(shade, x, z));
      }
    }
  }
  return Uint8Array.from(open, toByte);
}

/** Tiles beside a box that its shade reaches. */
const BOX_REACH = 1.15;

function boundsOf(shade: Shade): { west: number; east: number; south: number; north: number } {
  if (shade.shape === 'round') {
    return {
      west: shade.x - shade.radius,
      east: shade.x + shade.radius,
      south: shade.z - shade.radius,
      north: shade.z + shade.radius,
    };
  }
  return {
    west: shade.west - BOX_REACH,
    east: shade.west + shade.width + BOX_REACH,
    south: shade.south - BOX_REACH,
    north: shade.south + shade.depth + BOX_REACH,
  };
}

function shadeAt(shade: Shade, x: number, z: number): number {
  if (shade.shape === 'round')
    return shade.strength * (1 - smoothstep(0, shade.radius, Math.hypot(x - shade.x, z - shade.z)));
  const distance = distanceToRectangle(shade.west, shade.south, shade.width, shade.depth, x, z);
  return shade.strength * (1 - smoothstep(0, BOX_REACH, distance));
}

function toByte(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
}

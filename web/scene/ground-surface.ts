import { GROUND_PER_TILE, GROUND_UNITS, type Scenery } from './scenery-format.ts';

/** The drawn ground: where plants take root and light falls. Walking heights, with decks, are the terrain's. */
export interface GroundSurface {
  heightAt(x: number, z: number): number;
  /** Weights 0..1 of bare earth, rock, sand and cobbles, of the half tile. */
  coverAt(x: number, z: number): readonly [number, number, number, number];
  /** 1 in the open, less beside what stands. */
  shadeAt(x: number, z: number): number;
}

export function groundSurface(scenery: Scenery): GroundSurface {
  const { origin, width, depth } = scenery;
  const stride = width * GROUND_PER_TILE + 1;
  const at = (column: number, row: number) => (scenery.ground[row * stride + column] ?? 0) / GROUND_UNITS;
  const cell = (x: number, z: number) => {
    const column = clamp(Math.floor((x - origin.x) * GROUND_PER_TILE), 0, width * GROUND_PER_TILE - 1);
    const row = clamp(Math.floor((z - origin.z) * GROUND_PER_TILE), 0, depth * GROUND_PER_TILE - 1);
    return row * width * GROUND_PER_TILE + column;
  };
  return {
    heightAt(x, z) {
      const fx = clamp((x - origin.x) * GROUND_PER_TILE, 0, width * GROUND_PER_TILE - 1e-3);
      const fz = clamp((z - origin.z) * GROUND_PER_TILE, 0, depth * GROUND_PER_TILE - 1e-3);
      const column = Math.floor(fx);
      const row = Math.floor(fz);
      const u = fx - column;
      const v = fz - row;
      const south = at(column, row) * (1 - u) + at(column + 1, row) * u;
      const north = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
      return south * (1 - v) + north * v;
    },
    coverAt(x, z) {
      const first = cell(x, z) * 4;
      const weight = (index: number) => (scenery.splat[first + index] ?? 0) / 255;
      return [weight(0), weight(1), weight(2), weight(3)];
    },
    shadeAt: (x, z) => (scenery.shade[cell(x, z)] ?? 255) / 255,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

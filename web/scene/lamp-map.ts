import { smoothstep } from './noise.ts';
import { GROUND_PER_TILE, type Light } from './scenery-format.ts';

const REACH_TILES = { lamp: 6.5, fire: 7.5 } as const;
const STRENGTH = { lamp: 0.5, fire: 0.62 } as const;

/** How much lamp light falls on each half tile, 0..255. */
export function lampMap(
  lights: readonly Light[],
  origin: { x: number; z: number },
  width: number,
  depth: number,
): Uint8Array<ArrayBuffer> {
  const columns = width * GROUND_PER_TILE;
  const rows = depth * GROUND_PER_TILE;
  const sums = new Float32Array(columns * rows);
  for (const { x, z, kind } of lights) {
    const reach = REACH_TILES[kind];
    const column = (value: number) => Math.floor(value * GROUND_PER_TILE);
    for (
      let row = Math.max(0, column(z - origin.z - reach));
      row < Math.min(rows, column(z - origin.z + reach));
      row++
    ) {
      for (
        let at = Math.max(0, column(x - origin.x - reach));
        at < Math.min(columns, column(x - origin.x + reach));
        at++
      ) {
        const away = Math.hypot(
          (at + 0.5) / GROUND_PER_TILE + origin.x - x,
          (row + 0.5) / GROUND_PER_TILE + origin.z - z,
        );
        const light = (STRENGTH[kind] * smoothstep(reach, 0, away)) / (1 + away * away * 0.12);
        sums[row * columns + at] = (sums[row * columns + at] ?? 0) + light;
      }
    }
  }
  return Uint8Array.from(sums, (sum) => Math.round(255 * Math.min(1, sum)));
}

import { type House, UNDER_EAVES, WALL_THICK } from './house-plan.ts';
import type { Solid } from './solid.ts';

/** Posts, beams, studs and braces of a timber frame. */
export function drawTimbers(solid: Solid, row: House): void {
  const { width, depth, wallHeight, stone, timber } = row;
  if (stone >= wallHeight) return;
  const height = wallHeight - stone - UNDER_EAVES;
  const out = 0.05 + (row.open ? WALL_THICK / 2 : 0);
  for (const x of [1, -1]) {
    for (const z of [1, -1]) {
      solid.box({
        x: (x * width) / 2,
        y: stone + height / 2,
        z: (z * depth) / 2,
        w: 0.26 + (row.open ? WALL_THICK * 0.5 : 0),
        h: height,
        d: 0.26 + (row.open ? WALL_THICK * 0.5 : 0),
        colour: timber,
        without: ['bottom', 'top'],
      });
    }
  }
  for (const side of [1, -1]) {
    const z = side * (depth / 2 + out - 0.03);
    solid.box({ x: 0, y: wallHeight - 0.3, z, w: width + 0.1, h: 0.2, d: 0.1, colour: timber, without: ['bottom'] });
    solid.box({
      x: side * (width / 2 + out - 0.03),
      y: wallHeight - 0.04,
      z: 0,
      w: 0.1,
      h: 0.2,
      d: depth + 0.1,
      colour: timber,
    });
  }
  solid.fine(() => {
    for (const side of [1, -1]) {
      solid.at(
        0,
        0,
        0,
        () => {
          drawStuds(solid, {
            span: width,
            stone,
            wallHeight,
            timber,
            z: depth / 2 + out,
            spare: side > 0 ? [row.doorX, row.doorWidth] : undefined,
          });
        },
        { y: side > 0 ? 0 : Math.PI },
      );
      solid.at(
        0,
        0,
        0,
        () => {
          drawStuds(solid, { span: depth, stone, wallHeight, timber, z: width / 2 + out, spare: undefined });
        },
        { y: (side * Math.PI) / 2 },
      );
    }
  });
}

interface Studs {
  readonly span: number;
  readonly stone: number;
  readonly wallHeight: number;
  readonly timber: number;
  readonly z: number;
  /** A doorway that no timber crosses: its middle and its width. */
  readonly spare: readonly [number, number] | undefined;
}

function drawStuds(solid: Solid, { span, stone, wallHeight, timber, z, spare }: Studs): void {
  const height = wallHeight - stone - UNDER_EAVES;
  const bays = Math.max(2, Math.round(span / 1.7));
  const isSpare = (x: number) => spare !== undefined && Math.abs(x - spare[0]) < spare[1] / 2 + 0.1;
  for (let bay = 1; bay < bays; bay++) {
    const x = (bay / bays - 0.5) * span;
    if (isSpare(x)) continue;
    solid.box({
      x,
      y: stone + height / 2,
      z,
      w: 0.14,
      h: height,
      d: 0.08,
      colour: timber,
      without: ['bottom', 'top', 'back'],
    });
  }
  const sill =
    spare === undefined
      ? [[-span / 2, span / 2]]
      : [
          [-span / 2, spare[0] - spare[1] / 2],
          [spare[0] + spare[1] / 2, span / 2],
        ];
  for (const [from = 0, to = 0] of sill) {
    if (to - from < 0.2) continue;
    solid.box({
      x: (from + to) / 2,
      y: stone + 0.08,
      z,
      w: to - from,
      h: 0.16,
      d: 0.09,
      colour: timber,
      without: ['back'],
    });
  }
  for (const end of [1, -1]) {
    const x = end * (span / 2 - 0.42);
    if (isSpare(x)) continue;
    solid.at(
      x,
      stone + height * 0.5,
      z,
      () => {
        solid.box({ x: 0, y: 0, z: -0.01, w: 0.13, h: height * 1.02, d: 0.07, colour: timber, without: ['back'] });
      },
      { z: end * 0.52 },
    );
  }
}

/** A king post, and two struts along the slope. */
export function drawGableTimbers(solid: Solid, { width, depth, wallHeight, roofRise, timber }: House): void {
  const x = width / 2 + 0.03;
  solid.box({ x, y: wallHeight + roofRise * 0.42, z: 0, w: 0.08, h: roofRise * 0.84, d: 0.15, colour: timber });
  const across = depth * 0.25;
  const rise = roofRise * 0.52;
  for (const side of [1, -1]) {
    solid.at(
      x,
      wallHeight + rise * 0.5,
      side * (across * 0.5 + 0.04),
      () => solid.box({ x: 0, y: 0, z: 0, w: 0.07, h: Math.hypot(across, rise), d: 0.13, colour: timber }),
      { x: -side * Math.atan2(across, rise) },
    );
  }
}

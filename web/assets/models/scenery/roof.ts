import type { Point } from './frame.ts';
import type { Solid } from './solid.ts';

export interface Roof {
  /** Size of the walls below: x along the ridge, z across. */
  readonly width: number;
  readonly depth: number;
  readonly rise: number;
  readonly overhang: number;
  readonly colour: number;
  readonly trim: number;
  /** Straw lies in few thick courses, tiles in many thin ones. */
  readonly thatch: boolean;
}

/** A gable roof, its eaves at y 0, its ridge along x. Courses overlap as wedges, so no course pierces another. */
export function drawRoof(solid: Solid, roof: Roof): void {
  const { width, depth, rise, overhang } = roof;
  const halfWidth = width / 2 + overhang;
  const slope = rise / (depth / 2);
  const reach = depth / 2 + overhang;
  const eaveY = -overhang * slope;
  for (const side of [1, -1] as const) drawSlope(solid, roof, { side, halfWidth, reach, eaveY });
  drawGableTrim(solid, roof, halfWidth, reach, eaveY);
  const ridge = roof.thatch
    ? { w: halfWidth * 2 + 0.1, h: 0.24, d: 0.46 }
    : { w: halfWidth * 2 + 0.06, h: 0.14, d: 0.26 };
  solid.box({
    x: 0,
    y: rise + 0.1,
    z: 0,
    ...ridge,
    colour: roof.thatch ? roof.colour : roof.trim,
    taper: 0.9,
    foot: 0.85,
    without: ['bottom'],
  });
}

interface Slope {
  readonly side: 1 | -1;
  readonly halfWidth: number;
  readonly reach: number;
  readonly eaveY: number;
}

function drawSlope(solid: Solid, roof: Roof, { side, halfWidth, reach, eaveY }: Slope): void {
  const full = solid.detail === 'full';
  const courses = full ? (roof.thatch ? 4 : 7) : 1;
  const pieces = full ? (roof.thatch ? 3 : 6) : 1;
  const lip = roof.thatch ? 0.1 : 0.055;
  const at = (t: number, x: number, lift: number): Point => {
    const y = eaveY + (roof.rise - eaveY) * t + 0.1 + lift;
    return [x, y, side * reach * (1 - t)];
  };
  for (let course = 0; course < courses; course++) {
    const t0 = course / courses;
    const t1 = (course + 1) / courses;
    const shift = course % 2 === 1 && full && !roof.thatch ? 0.5 / pieces : 0;
    for (let piece = 0; piece < pieces + (shift > 0 ? 1 : 0); piece++) {
      const x0 = -halfWidth + 2 * halfWidth * Math.max(0, piece / pieces - shift);
      const x1 = -halfWidth + 2 * halfWidth * Math.min(1, (piece + 1) / pieces - shift);
      const top: Point[] = [at(t0, x0, lip), at(t0, x1, lip), at(t1, x1, 0), at(t1, x0, 0)];
      const riser: Point[] = [
        at(t0, x0, course === 0 ? -0.14 : 0),
        at(t0, x1, course === 0 ? -0.14 : 0),
        at(t0, x1, lip),
        at(t0, x0, lip),
      ];
      const warm = 0.94 + 0.06 * t0;
      solid.jitter = roof.thatch ? 0.05 : 0.09;
      solid.quad(facing(top, side), roof.colour, facing([warm * 0.97, warm * 0.97, warm * 0.84, warm * 0.84], side));
      solid.jitter = 0.03;
      solid.quad(facing(riser, side), roof.colour, facing([0.5, 0.5, 0.66, 0.66], side));
    }
  }
  solid.jitter = 0.045;
  const under: Point[] = [
    at(0, -halfWidth, -0.16),
    at(0, halfWidth, -0.16),
    [halfWidth, roof.rise - 0.1, 0],
    [-halfWidth, roof.rise - 0.1, 0],
  ];
  solid.quad(facing(under, side).reverse(), roof.trim, [0.45, 0.45, 0.55, 0.55]);
}

/** Boards along the sloping edges of both gable ends. */
function drawGableTrim(solid: Solid, roof: Roof, halfWidth: number, reach: number, eaveY: number): void {
  const thick = roof.thatch ? 0.26 : 0.2;
  for (const end of [1, -1] as const) {
    for (const side of [1, -1] as const) {
      const x = end * (halfWidth + 0.02);
      const inner = x - end * 0.12;
      const low = (dx: number, y: number): Point => [dx, eaveY + y, side * (reach + 0.02)];
      const high = (dx: number, y: number): Point => [dx, roof.rise + y, 0];
      const face: Point[] = [low(x, 0.16 - thick), high(x, 0.18 - thick), high(x, 0.22), low(x, 0.2)];
      const turned = end * side > 0 ? [...face].reverse() : face;
      const colour = roof.thatch ? roof.colour : roof.trim;
      solid.quad(turned, colour, [0.72, 0.72, 0.95, 0.95]);
      const lid: Point[] = [low(x, 0.2), high(x, 0.22), high(inner, 0.22), low(inner, 0.2)];
      solid.fine(() => solid.quad(end * side > 0 ? [...lid].reverse() : lid, colour));
    }
  }
}

function facing<T>(corners: readonly T[], side: 1 | -1): T[] {
  return side > 0 ? [...corners] : [...corners].reverse();
}

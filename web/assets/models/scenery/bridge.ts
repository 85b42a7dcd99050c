import type { Mesh } from '../../mesh.ts';
import type { Point } from './frame.ts';
import { type Detail, Solid } from './solid.ts';

/** Tiles between the rails. */
export const BRIDGE_WIDTH = 3;
const ARCH = 0.85;
const PLANKS = [0x94703f, 0x84613a, 0xa27c4a] as const;

/** Height of the deck above the bridge's ends at `t` 0..1 along it. */
export function bridgeRise(t: number): number {
  return ARCH * Math.max(0, Math.sin(Math.PI * t)) ** 0.85;
}

/** An arched timber bridge along z, `length` tiles, its ends at y 0. */
export function bridge(length: number, detail: Detail): Mesh {
  const solid = new Solid(81, detail);
  const planks = detail === 'full' ? Math.round(length * 2) : detail === 'plain' ? Math.round(length / 1.5) : 5;
  solid.jitter = 0.07;
  for (let plank = 0; plank < planks; plank++) {
    const t0 = plank / planks;
    const t1 = (plank + 1) / planks;
    const wobble = detail === 'full' ? (solid.random() - 0.5) * 0.12 : 0;
    along(solid, length, t0, t1, 0, 0, (span) => {
      solid.box({
        x: wobble,
        y: -0.06,
        z: 0,
        w: BRIDGE_WIDTH + 0.18,
        h: 0.12,
        d: span * 0.93,
        colour: PLANKS[plank % 3] ?? PLANKS[0],
        foot: 0.6,
      });
    });
  }
  solid.jitter = 0.045;
  for (const side of [1, -1]) drawSide(solid, length, side);
  return solid.mesh();
}

function drawSide(solid: Solid, length: number, side: number): void {
  const x = side * (BRIDGE_WIDTH / 2 + 0.02);
  const posts = solid.detail === 'sketch' ? 2 : Math.round(length / 2.1);
  for (let post = 0; post <= posts; post++) {
    const t = post / posts;
    const y = bridgeRise(t);
    const z = (t - 0.5) * length;
    const end = post === 0 || post === posts;
    const foot = end ? 0.7 : 1.6;
    solid.box({
      x,
      y: y + (1.12 - foot) / 2,
      z,
      w: 0.2,
      h: 1.12 + foot,
      d: 0.2,
      colour: 0x6b4a2e,
      foot: 0.55,
      without: ['bottom'],
    });
    solid.box({ x, y: y + 1.16, z, w: 0.28, h: 0.1, d: 0.28, colour: 0x84603e });
  }
  const pieces = solid.detail === 'full' ? Math.round(length * 1.2) : solid.detail === 'plain' ? 4 : 2;
  for (let piece = 0; piece < pieces; piece++) {
    const t0 = piece / pieces;
    const t1 = (piece + 1) / pieces;
    for (const lift of [0.5, 0.92]) {
      along(solid, length, t0, t1, x, lift, (span) => {
        solid.box({ x: 0, y: 0, z: 0, w: 0.1, h: 0.12, d: span * 1.04, colour: 0x80593a });
      });
    }
    along(solid, length, t0, t1, x - side * 0.14, -0.22, (span) => {
      solid.box({ x: 0, y: 0, z: 0, w: 0.24, h: 0.26, d: span * 1.04, colour: 0x5f4128, foot: 0.7 });
    });
  }
}

/** Draws a straight piece laid along the arch from `t0` to `t1`. */
function along(
  solid: Solid,
  length: number,
  t0: number,
  t1: number,
  x: number,
  lift: number,
  draw: (span: number) => void,
): void {
  const from: Point = [x, bridgeRise(t0) + lift, (t0 - 0.5) * length];
  const to: Point = [x, bridgeRise(t1) + lift, (t1 - 0.5) * length];
  const rise = to[1] - from[1];
  const run = to[2] - from[2];
  solid.at(x, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2, () => draw(Math.hypot(rise, run)), {
    x: -Math.atan2(rise, run),
  });
}

/** A plank jetty along z from the bank (z 0) outward, level, on piles. */
export function jetty(length: number, width: number, detail: Detail): Mesh {
  const solid = new Solid(82, detail);
  const planks = detail === 'full' ? Math.round(length * 2.2) : 2;
  solid.jitter = 0.07;
  for (let plank = 0; plank < planks; plank++) {
    const z = ((plank + 0.5) / planks) * length;
    solid.box({
      x: (solid.random() - 0.5) * 0.1,
      y: -0.05,
      z,
      w: width,
      h: 0.1,
      d: (length / planks) * 0.92,
      colour: PLANKS[plank % 3] ?? PLANKS[0],
      foot: 0.6,
    });
  }
  for (const side of [1, -1]) {
    for (let pile = 0; pile <= 2; pile++) {
      solid.at(side * (width / 2 - 0.1), -1.5, 0.3 + (pile / 2) * (length - 0.5), () => {
        solid.column({
          bottom: 0.13,
          top: 0.12,
          height: 1.5 + (pile === 2 ? 0.7 : 0.12),
          sides: 6,
          colour: 0x5f4128,
          cap: 0x7d583a,
        });
      });
    }
    solid.box({ x: side * (width / 2 - 0.15), y: -0.2, z: length / 2, w: 0.14, h: 0.2, d: length, colour: 0x5f4128 });
  }
  return solid.mesh();
}

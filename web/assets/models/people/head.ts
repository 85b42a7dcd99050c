import type { Corner, Ring, Sculpt } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { facePoint, HEAD_LEVELS } from './head-shape.ts';
import { SIDES } from './person-rig.ts';
import { on } from './weights.ts';

const HEAD = on('head');
const skin = (slot: Corner['slot'], shade = 1): Omit<Corner, 'at'> => ({ slot, shade, weights: HEAD });

/** Neck, skull, ears and face. */
export function head(sculpt: Sculpt): void {
  neck(sculpt);
  skull(sculpt);
  face(sculpt);
  sculpt.fine(() => {
    for (const { sign } of SIDES) ear(sculpt, sign);
  });
}

function neck(sculpt: Sculpt): void {
  const ring = (y: number, radius: number, z: number, weights: Ring['weights']): Ring => ({
    y,
    rx: radius,
    rz: radius,
    z,
    slot: 'skin',
    shade: 0.72,
    weights,
  });
  sculpt.fine(() => {
    sculpt.loft(
      [ring(1.26, 0.078, -0.012, on('chest')), ring(1.32, 0.074, -0.006, on('neck')), ring(1.38, 0.078, 0, HEAD)],
      { sides: [7, 5], capFirst: false, capLast: false },
    );
  });
}

/** Which of the head's levels coarser models keep. */
const LEVELS_UNTIL = ['far', 'near', 'far', 'near', 'far', 'near', 'far', 'near', 'near'] as const;

function skull(sculpt: Sculpt): void {
  const shades = [0.8, 0.9, 0.98, 1, 1, 1, 1, 1, 1];
  const rings = HEAD_LEVELS.map(
    ({ y, width, front, back, z, round }, row): Ring => ({
      y,
      rx: width,
      rz: front,
      back,
      z,
      round,
      slot: 'skin',
      shade: shades[row] ?? 1,
      weights: HEAD,
      until: LEVELS_UNTIL[row] ?? 'near',
    }),
  );
  // A corner in the middle of the face.
  sculpt.loft(rings, { sides: [12, 8], turn: 0 });
}

function ear(sculpt: Sculpt, sign: number): void {
  sculpt.at([sign * 0.176, 1.5, -0.022], [0, sign * -0.5, sign * -0.12], () => {
    sculpt.loft(
      [
        { y: -0.045, rx: 0.012, rz: 0.016, ...skin('skin', 0.8) },
        { y: -0.015, rx: 0.021, rz: 0.03, ...skin('skin', 0.92) },
        { y: 0.03, rx: 0.023, rz: 0.036, ...skin('skin') },
        { y: 0.05, rx: 0.012, rz: 0.02, ...skin('skin') },
      ],
      { sides: [5, 4] },
    );
  });
}

function face(sculpt: Sculpt): void {
  for (const { sign } of SIDES) eye(sculpt, sign);
  sculpt.fine(() => {
    for (const { sign } of SIDES) brow(sculpt, sign);
    nose(sculpt);
    mouth(sculpt);
  });
}

const EYE_X = 0.071;
const EYE_Y = 1.531;

function eye(sculpt: Sculpt, sign: number): void {
  const x = sign * EYE_X;
  if (sculpt.level === 'far') {
    disc(sculpt, x, EYE_Y, 0.024, 0.034, 0.006, 4, skin('dark'));
    return;
  }
  disc(sculpt, x, EYE_Y, 0.035, 0.036, 0.004, 8, skin('white', 0.95));
  disc(sculpt, x - sign * 0.003, EYE_Y - 0.001, 0.024, 0.031, 0.007, 8, skin('iris'));
  disc(sculpt, x - sign * 0.003, EYE_Y - 0.002, 0.014, 0.02, 0.0085, 6, skin('dark'));
  disc(sculpt, x + 0.007, EYE_Y + 0.012, 0.0085, 0.0095, 0.0105, 4, skin('white'));
  lid(sculpt, x, sign);
}

/** A dark upper rim, which gives the eye its look at a distance. */
function lid(sculpt: Sculpt, x: number, sign: number): void {
  strip(
    sculpt,
    [-0.04, -0.02, 0.004, 0.026, 0.041].map((along): StripPoint => {
      const over = 0.037 - (along * along) / 0.055;
      return { x: x + sign * along, y: EYE_Y + over, half: 0.0065 };
    }),
    0.009,
    skin('dark'),
    sign,
  );
}

function brow(sculpt: Sculpt, sign: number): void {
  strip(
    sculpt,
    [
      { x: sign * 0.024, y: 1.588, half: 0.011 },
      { x: sign * 0.06, y: 1.6, half: 0.0125 },
      { x: sign * 0.092, y: 1.597, half: 0.01 },
      { x: sign * 0.115, y: 1.582, half: 0.004 },
    ],
    0.011,
    skin('brow'),
    sign,
  );
}

function mouth(sculpt: Sculpt): void {
  strip(
    sculpt,
    [-0.05, -0.027, 0, 0.027, 0.05].map((x) => ({
      x,
      y: 1.408 + x * x * 5.5,
      half: Math.abs(x) > 0.04 ? 0.003 : 0.0075,
    })),
    0.005,
    skin('lip'),
    1,
  );
}

function nose(sculpt: Sculpt): void {
  const at = (x: number, y: number, lift: number, shade: number): Corner => ({
    at: facePoint(x, y, lift),
    ...skin('skin', shade),
  });
  const bridge = at(0, 1.528, 0.004, 1);
  const tip = at(0, 1.468, 0.04, 1);
  const under = at(0, 1.449, 0.004, 0.7);
  for (const { sign } of SIDES) {
    const wing = at(sign * 0.027, 1.459, 0.002, 0.86);
    const side = at(sign * 0.014, 1.5, 0.001, 0.95);
    const faces: [Corner, Corner, Corner][] = [
      [bridge, side, tip],
      [side, wing, tip],
      [tip, wing, under],
    ];
    for (const [a, b, c] of faces) {
      if (sign > 0) sculpt.triangle(a, c, b);
      else sculpt.triangle(a, b, c);
    }
  }
}

/** An ellipse lying on the face. */
function disc(
  sculpt: Sculpt,
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  lift: number,
  sides: number,
  look: Omit<Corner, 'at'>,
): void {
  const rim = Array.from({ length: sides }, (_, side): Corner => {
    const angle = (side / sides) * Math.PI * 2;
    return {
      at: facePoint(x + Math.cos(angle) * halfWidth, y + Math.sin(angle) * halfHeight, lift),
      ...look,
    };
  });
  for (let side = 1; side + 1 < sides; side++) {
    const [a, b, c] = [rim[0], rim[side], rim[side + 1]];
    if (a !== undefined && b !== undefined && c !== undefined) sculpt.triangle(a, b, c);
  }
}

interface StripPoint {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** A band lying on the face along points; `sign` is the direction in which they run along x. */
function strip(
  sculpt: Sculpt,
  points: readonly StripPoint[],
  lift: number,
  look: Omit<Corner, 'at'>,
  sign: number,
): void {
  const row = (side: number): Corner[] =>
    points.map(({ x, y, half }) => ({ at: facePoint(x, y + side * half, lift) satisfies Vector, ...look }));
  sculpt.grid(sign > 0 ? [row(-1), row(1)] : [row(1), row(-1)], false);
}

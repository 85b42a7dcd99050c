import type { Ring, Sculpt } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { PERSON_RIG } from './person-rig.ts';
import { on } from './weights.ts';

const RIGHT = on('gripRight');
const LEFT = on('gripLeft');
/** Turns local +y to where the hand points what it holds: +z. */
const ALONG: Vector = [Math.PI / 2, 0, 0];

const ring = (y: number, rx: number, rz: number, slot: Ring['slot'], shade = 1, z = 0): Ring => ({
  y,
  rx,
  rz,
  z,
  slot,
  shade,
  weights: RIGHT,
});

/** A sword points a little down, so that it hangs well and still strikes forward. */
const HANGING: Vector = [Math.PI / 2 + 0.5, 0, 0];

/** Draws along the shaft that the right hand holds: local y forward from the grip, local z down. */
function inHand(sculpt: Sculpt, draw: () => void, turn: Vector = ALONG): void {
  sculpt.crease = 0.8;
  sculpt.at(PERSON_RIG.at('gripRight'), turn, draw);
}

function shaft(sculpt: Sculpt, from: number, to: number, radius: number, slot: Ring['slot'] = 'itemB'): void {
  sculpt.loft([ring(from, radius * 1.15, radius * 1.15, slot, 0.75), ring(to, radius, radius, slot)], {
    sides: [6, 6],
  });
}

export function sword(sculpt: Sculpt): void {
  inHand(
    sculpt,
    () => {
      sculpt.loft(
        [ring(-0.115, 0.018, 0.018, 'itemC'), ring(-0.095, 0.03, 0.03, 'itemC'), ring(-0.07, 0.016, 0.016, 'itemB')],
        { sides: [6, 6] },
      );
      shaft(sculpt, -0.075, 0.07, 0.019);
      sculpt.box([0, 0.082, 0], [0.04, 0.035, 0.22], { slot: 'itemC', shade: 1, weights: RIGHT });
      sculpt.loft(
        [
          ring(0.095, 0.014, 0.046, 'itemA', 0.88),
          ring(0.56, 0.012, 0.04, 'itemA', 1),
          ring(0.7, 0.002, 0.003, 'itemA', 1),
        ],
        { sides: [4, 4], turn: 0 },
      );
    },
    HANGING,
  );
}

export function axe(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    shaft(sculpt, -0.14, 0.56, 0.02);
    const at = (y: number, z: number, x: number, shade: number) =>
      ({ at: [x, y, z] as const, slot: 'itemA', shade, weights: RIGHT }) as const;
    // The head: thick at the shaft, wide and thin at the edge.
    const outline = [
      [0.4, -0.03],
      [0.38, 0.08],
      [0.33, 0.19],
      [0.45, 0.225],
      [0.58, 0.19],
      [0.52, 0.08],
      [0.52, -0.03],
    ] as const;
    for (const side of [1, -1]) {
      const face = outline.map(([y, z]) => at(y, z, side * (z > 0.15 ? 0.004 : 0.032), z > 0.15 ? 1 : 0.78));
      for (let corner = 1; corner + 1 < face.length; corner++) {
        const [a, b, c] = [face[0], face[corner], face[corner + 1]];
        if (a === undefined || b === undefined || c === undefined) continue;
        if (side > 0) sculpt.triangle(a, b, c);
        else sculpt.triangle(a, c, b);
      }
    }
    outline.forEach(([y, z], corner) => {
      const [ny, nz] = outline[(corner + 1) % outline.length] ?? [y, z];
      const half = (depth: number) => (depth > 0.15 ? 0.004 : 0.032);
      sculpt.quad(
        at(y, z, half(z), 0.9),
        at(y, z, -half(z), 0.9),
        at(ny, nz, -half(nz), 0.9),
        at(ny, nz, half(nz), 0.9),
      );
    });
  });
}

export function pickaxe(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    shaft(sculpt, -0.14, 0.56, 0.02);
    const arm = (z: number, y: number, half: number): Ring => ({
      y: z,
      rx: half,
      rz: half * 1.25,
      z: -y,
      slot: 'itemA',
      weights: RIGHT,
    });
    // A bowed bar across the shaft.
    sculpt.at([0, 0, 0], [Math.PI / 2, 0, 0], () => {
      sculpt.loft(
        [
          arm(-0.3, 0.41, 0.004),
          arm(-0.15, 0.5, 0.026),
          arm(0, 0.53, 0.036),
          arm(0.15, 0.5, 0.026),
          arm(0.3, 0.41, 0.004),
        ],
        { sides: [5, 5] },
      );
    });
  });
}

export function rod(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    shaft(sculpt, -0.16, 0.2, 0.02);
    sculpt.loft(
      [ring(0.2, 0.016, 0.016, 'itemA'), ring(0.8, 0.011, 0.011, 'itemA'), ring(1.35, 0.006, 0.006, 'itemA', 1, 0.07)],
      {
        sides: [5, 4],
      },
    );
    // The line hangs from the tip, which points half upward in use: it runs on ahead and down.
    const line = (y: number, z: number): Ring => ({ ...ring(y, 0.004, 0.004, 'itemB'), z });
    sculpt.loft([line(1.34, 0.07), line(1.62, 0.62), line(1.72, 1.02)], { sides: [3, 3] });
    sculpt.at([0, 1.73, 1.06], [0, 0, 0], () => {
      sculpt.loft(
        [ring(-0.03, 0.012, 0.012, 'itemC'), ring(0, 0.03, 0.03, 'itemC'), ring(0.03, 0.012, 0.012, 'itemB')],
        { sides: [6, 5] },
      );
    });
  });
}

export function hammer(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    shaft(sculpt, -0.1, 0.3, 0.019);
    sculpt.box([0, 0.29, 0], [0.085, 0.09, 0.19], { slot: 'itemA', shade: 0.95, weights: RIGHT });
  });
}

export function ladle(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    shaft(sculpt, -0.08, 0.36, 0.012);
    sculpt.loft(
      [ring(0.34, 0.02, 0.014, 'itemA', 0.8), ring(0.38, 0.05, 0.03, 'itemA'), ring(0.43, 0.035, 0.02, 'itemA')],
      { sides: [6, 5] },
    );
  });
}

/** A burrowing folk's stick, its end hardened in fire. */
export function stick(sculpt: Sculpt): void {
  inHand(sculpt, () => {
    sculpt.loft(
      [
        ring(-0.2, 0.022, 0.022, 'itemA', 0.8),
        ring(0.2, 0.026, 0.024, 'itemA', 1, 0.012),
        ring(0.6, 0.034, 0.034, 'itemB'),
        ring(0.74, 0.004, 0.004, 'itemB', 0.8),
      ],
      { sides: [6, 5] },
    );
  });
}

export function shield(sculpt: Sculpt): void {
  sculpt.crease = 0.8;
  const [x, y, z] = PERSON_RIG.at('gripLeft');
  const disc = (out: number, radius: number, slot: Ring['slot'], shade = 1): Ring => ({
    y: out,
    rx: radius,
    rz: radius,
    slot,
    shade,
    weights: LEFT,
  });
  // Local y points away from the body.
  sculpt.at([x + 0.045, y + 0.06, z], [0, 0, -Math.PI / 2], () => {
    sculpt.loft(
      [
        disc(-0.008, 0.255, 'itemB', 0.6),
        disc(0.012, 0.275, 'itemC', 0.95),
        disc(0.038, 0.25, 'itemC'),
        disc(0.03, 0.235, 'itemB', 0.95),
        disc(0.052, 0.09, 'itemA', 0.9),
        disc(0.09, 0.05, 'itemA'),
      ],
      { sides: [12, 12] },
    );
  });
}

import type { Mesh } from '../../mesh.ts';
import { type Ring, Sculpt } from '../figure/sculpt.ts';
import { arm, leg } from '../people/limbs.ts';
import { SIDES } from '../people/person-rig.ts';
import { type Build, torso } from '../people/torso.ts';
import { on } from '../people/weights.ts';
import { spike } from './flesh.ts';

const HEAD = on('head');
/** Narrow of shoulder, broad of hip; on the skeleton of people. */
export const BURROW_BUILD: Build = {
  hip: 0.2,
  waist: 0.2,
  chest: 0.2,
  shoulder: 0.19,
  depth: 0.16,
  bust: 0,
  limb: 0.9,
  hem: 0.6,
  flare: 0.27,
};

/** One of the burrowing folk: big ears, big eyes, a nose that leads. */
export function burrowkin(level: 'near' | 'far'): Mesh {
  const sculpt = new Sculpt(level);
  torso(sculpt, BURROW_BUILD);
  for (const side of SIDES) {
    arm(sculpt, side, BURROW_BUILD);
    leg(sculpt, side, BURROW_BUILD);
  }
  skull(sculpt);
  for (const { sign } of SIDES) {
    ear(sculpt, sign);
    eye(sculpt, sign);
  }
  tuft(sculpt);
  return sculpt.mesh();
}

const ring = (y: number, rx: number, rz: number, z: number, slot: Ring['slot'] = 'skin', shade = 1): Ring => ({
  y,
  rx,
  rz,
  z,
  round: 0.9,
  slot,
  shade,
  weights: HEAD,
});

function skull(sculpt: Sculpt): void {
  sculpt.loft(
    [
      ring(1.26, 0.08, 0.08, 0.01, 'skin', 0.7),
      ring(1.32, 0.12, 0.12, 0.05, 'skin', 0.8),
      ring(1.4, 0.205, 0.19, 0.04, 'skin', 0.92),
      ring(1.5, 0.255, 0.215, 0.015),
      ring(1.6, 0.255, 0.215, 0),
      ring(1.71, 0.19, 0.175, -0.015),
      ring(1.78, 0.08, 0.08, -0.02),
    ],
    { sides: [11, 7], turn: 0, capFirst: false },
  );
  // The snout: a cone forward with a dark nose.
  sculpt.at([0, 1.47, 0.2], [Math.PI / 2 + 0.12, 0, 0], () => {
    const cone = (y: number, radius: number, slot: Ring['slot'], shade = 1): Ring => ({
      y,
      rx: radius,
      rz: radius * 0.85,
      slot,
      shade,
      weights: HEAD,
    });
    sculpt.loft(
      [cone(-0.06, 0.11, 'skin', 0.95), cone(0.05, 0.075, 'skin'), cone(0.12, 0.045, 'lip'), cone(0.15, 0.02, 'lip')],
      { sides: [7, 5], capFirst: false },
    );
  });
  const tooth = { slot: 'white', shade: 1, weights: HEAD } as const;
  sculpt.fine(() => {
    for (const { sign } of SIDES) sculpt.box([sign * 0.018, 1.388, 0.262], [0.03, 0.05, 0.014], tooth);
    sculpt.box([0, 1.41, 0.238], [0.16, 0.012, 0.03], { slot: 'dark', shade: 1, weights: HEAD });
  });
}

function ear(sculpt: Sculpt, sign: number): void {
  const root = [sign * 0.22, 1.57, -0.02] as const;
  const tip = [sign * 0.56, 1.69, -0.12] as const;
  spike(sculpt, root, tip, 0.1, 0.35, { slot: 'skin', shade: 0.95, weights: HEAD }, 6);
  sculpt.fine(() => {
    spike(
      sculpt,
      [sign * 0.24, 1.575, 0.012],
      [sign * 0.48, 1.66, -0.07],
      0.062,
      0.3,
      { slot: 'lip', shade: 0.9, weights: HEAD },
      5,
    );
  });
}

function eye(sculpt: Sculpt, sign: number): void {
  sculpt.at([sign * 0.115, 1.575, 0.195], [Math.PI / 2 - 0.1, 0, sign * -0.42], () => {
    const disc = (y: number, radius: number, slot: Ring['slot']): Ring => ({
      y,
      rx: radius,
      rz: radius,
      slot,
      weights: HEAD,
    });
    sculpt.loft([disc(-0.03, 0.078, 'brow'), disc(0.008, 0.07, 'iris'), disc(0.026, 0.045, 'iris')], {
      sides: [8, 6],
      capFirst: false,
    });
    sculpt.loft([disc(0.02, 0.024, 'dark'), disc(0.034, 0.02, 'dark')], { sides: [6, 4], capFirst: false });
    sculpt.fine(() =>
      sculpt.box([0.02 * sign, 0.036, -0.024], [0.022, 0.01, 0.022], { slot: 'white', shade: 1, weights: HEAD }),
    );
  });
}

/** Stiff hair between the ears. */
function tuft(sculpt: Sculpt): void {
  const skin = { slot: 'hair', shade: 1, weights: HEAD } as const;
  const hairs = [
    [0, 0.1, 1.92],
    [0.05, 0, 1.95],
    [-0.05, -0.03, 1.94],
    [0, -0.12, 1.88],
  ] as const;
  for (const [x, z, y] of hairs) spike(sculpt, [x * 0.6, 1.74, z * 0.6 - 0.02], [x * 2, y, z - 0.08], 0.05, 1, skin);
}

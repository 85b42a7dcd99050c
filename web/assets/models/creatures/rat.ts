import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { BEAST_LEGS, BEAST_RIG, type BeastLeg } from './beast-rig.ts';
import { bead, spike, trunk, weightsOf } from './flesh.ts';

const { on, mixed } = weightsOf(BEAST_RIG);

/** A barn rat that has eaten well: a pear on short legs. Drawn at the size of the skeleton, shown at half of it. */
export function rat(level: 'near' | 'far'): Mesh {
  const sculpt = new Sculpt(level);
  sculpt.crease = 0.7;
  trunk(
    sculpt,
    [
      { z: -0.58, y: 0.32, wide: 0.06, high: 0.06, slot: 'shirt', shade: 0.8, weights: on('hips') },
      { z: -0.46, y: 0.33, wide: 0.19, high: 0.18, low: 0.21, slot: 'shirt', shade: 0.9, weights: on('hips') },
      { z: -0.24, y: 0.36, wide: 0.265, high: 0.25, low: 0.29, slot: 'shirt', weights: on('hips') },
      { z: 0.02, y: 0.37, wide: 0.235, high: 0.22, low: 0.285, slot: 'shirt', weights: mixed('hips', 'chest', 0.5) },
      { z: 0.24, y: 0.41, wide: 0.185, high: 0.17, low: 0.27, slot: 'shirt', weights: on('chest') },
      { z: 0.38, y: 0.46, wide: 0.155, high: 0.145, low: 0.18, slot: 'shirt', weights: mixed('neck', 'head', 0.5) },
      { z: 0.52, y: 0.47, wide: 0.145, high: 0.135, low: 0.12, slot: 'shirt', weights: on('head') },
      { z: 0.66, y: 0.43, wide: 0.095, high: 0.09, low: 0.075, slot: 'trim', weights: on('head') },
      { z: 0.79, y: 0.4, wide: 0.04, high: 0.04, low: 0.035, slot: 'skin', weights: on('head') },
      { z: 0.82, y: 0.4, wide: 0.024, high: 0.024, slot: 'lip', weights: on('head') },
    ],
    [9, 6],
    1,
  );
  for (const sign of [1, -1]) {
    bead(sculpt, [sign * 0.108, 0.5, 0.62], 0.034, on('head'));
    ear(sculpt, sign);
    sculpt.fine(() => whiskers(sculpt, sign));
  }
  teeth(sculpt);
  for (const leg of BEAST_LEGS) ratLeg(sculpt, leg);
  tail(sculpt);
  return sculpt.mesh();
}

function ear(sculpt: Sculpt, sign: number): void {
  sculpt.at([sign * 0.115, 0.595, 0.46], [0.2, sign * 0.5, sign * -0.55], () => {
    const ring = (y: number, rx: number, slot: 'shirt' | 'skin', z = 0, shade = 1) => ({
      y,
      rx,
      rz: 0.018,
      z,
      slot,
      shade,
      weights: on('head'),
    });
    sculpt.loft(
      [
        ring(-0.02, 0.05, 'shirt', 0, 0.8),
        ring(0.07, 0.105, 'shirt'),
        ring(0.15, 0.08, 'shirt'),
        ring(0.185, 0.03, 'shirt'),
      ],
      { sides: [6, 4] },
    );
    sculpt.fine(() => {
      sculpt.loft(
        [ring(0.005, 0.035, 'skin', 0.014, 0.8), ring(0.075, 0.075, 'skin', 0.014), ring(0.145, 0.045, 'skin', 0.014)],
        { sides: [5, 4] },
      );
    });
  });
}

function whiskers(sculpt: Sculpt, sign: number): void {
  const skin = { slot: 'white', shade: 0.8, weights: on('head') } as const;
  for (const [dy, dz] of [
    [0.05, 0.03],
    [0.005, -0.01],
    [-0.045, 0.02],
  ] as const) {
    spike(sculpt, [sign * 0.05, 0.4, 0.74], [sign * 0.21, 0.4 + dy, 0.73 + dz], 0.007, 1, skin, 3);
  }
}

function teeth(sculpt: Sculpt): void {
  sculpt.box([0, 0.355, 0.775], [0.032, 0.045, 0.014], { slot: 'white', shade: 1, weights: on('head') });
}

function ratLeg(sculpt: Sculpt, { name, sign, z, carrier }: BeastLeg): void {
  const [upper, lower, foot] = [`${name}Upper`, `${name}Lower`, `${name}Foot`] as const;
  const isHind = carrier === 'hips';
  const thick = isHind ? 1.35 : 0.85;
  const x = sign * 0.125;
  sculpt.loft(
    [
      {
        x: x * 1.15,
        y: 0.4,
        z,
        rx: 0.05 * thick,
        rz: 0.07 * thick,
        slot: 'shirt',
        shade: 0.9,
        weights: mixed(carrier, upper, 0.5),
      },
      { x: x * 1.15, y: 0.2, z, rx: 0.075 * thick, rz: 0.1 * thick, slot: 'shirt', weights: mixed(upper, lower, 0.4) },
      { x, y: 0.06, z, rx: 0.035, rz: 0.04, slot: 'skin', weights: mixed(lower, foot, 0.6) },
    ],
    { sides: [6, 4], capFirst: false },
  );
  const toe: Vector = [x, 0.025, z + (isHind ? 0.17 : 0.12)];
  spike(sculpt, [x, 0.03, z - 0.04], toe, 0.05, 0.55, { slot: 'skin', shade: 0.95, weights: on(foot) }, 5);
}

function tail(sculpt: Sculpt): void {
  const ring = (z: number, y: number, radius: number, weights: ReturnType<typeof on>, x = 0) => ({
    z: -y,
    y: z,
    x,
    rx: radius,
    rz: radius,
    slot: 'skin' as const,
    shade: 0.95,
    weights,
  });
  sculpt.at([0, 0, 0], [Math.PI / 2, 0, 0], () => {
    sculpt.loft(
      [
        ring(-0.54, 0.32, 0.045, on('tail')),
        ring(-0.72, 0.2, 0.034, mixed('tail', 'tailTip', 0.4)),
        ring(-0.95, 0.09, 0.026, on('tailTip'), 0.05),
        ring(-1.2, 0.06, 0.017, on('tailTip'), -0.03),
        ring(-1.38, 0.1, 0.006, on('tailTip'), -0.1),
      ],
      { sides: [5, 3] },
    );
  });
}

import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { BEAST_LEGS, BEAST_RIG, type BeastLeg } from './beast-rig.ts';
import { bead, spike, trunk, weightsOf } from './flesh.ts';

const { on, mixed } = weightsOf(BEAST_RIG);

/** A bramble boar: all shoulder, short of leg, a bramble in its mane. */
export function boar(level: 'near' | 'far'): Mesh {
  const sculpt = new Sculpt(level);
  sculpt.crease = 0.75;
  trunk(
    sculpt,
    [
      { z: -0.56, y: 0.48, wide: 0.06, high: 0.08, slot: 'shirt', shade: 0.8, weights: on('hips') },
      { z: -0.47, y: 0.46, wide: 0.17, high: 0.16, low: 0.17, slot: 'shirt', shade: 0.9, weights: on('hips') },
      { z: -0.26, y: 0.46, wide: 0.215, high: 0.2, low: 0.235, slot: 'shirt', weights: on('hips') },
      { z: 0, y: 0.48, wide: 0.23, high: 0.23, low: 0.265, slot: 'shirt', weights: mixed('hips', 'chest', 0.5) },
      { z: 0.2, y: 0.51, wide: 0.235, high: 0.26, low: 0.27, slot: 'shirt', weights: on('chest') },
      {
        z: 0.36,
        y: 0.51,
        wide: 0.19,
        high: 0.22,
        low: 0.2,
        slot: 'shirt',
        shade: 0.95,
        weights: mixed('chest', 'neck', 0.6),
      },
      { z: 0.48, y: 0.5, wide: 0.15, high: 0.17, low: 0.14, slot: 'shirt', weights: on('head') },
      { z: 0.6, y: 0.47, wide: 0.115, high: 0.12, low: 0.1, slot: 'trim', weights: on('head') },
      { z: 0.72, y: 0.43, wide: 0.075, high: 0.075, low: 0.065, slot: 'trim', weights: on('head') },
      { z: 0.79, y: 0.42, wide: 0.07, high: 0.072, low: 0.06, slot: 'skin', weights: on('head') },
      { z: 0.812, y: 0.42, wide: 0.058, high: 0.06, low: 0.05, slot: 'lip', weights: on('head') },
    ],
    [9, 6],
  );
  for (const sign of [1, -1]) {
    bead(sculpt, [sign * 0.118, 0.535, 0.59], 0.026, on('head'));
    spike(
      sculpt,
      [sign * 0.1, 0.6, 0.47],
      [sign * 0.19, 0.74, 0.44],
      0.062,
      0.45,
      { slot: 'hair', shade: 1, weights: on('head') },
      5,
    );
    spike(
      sculpt,
      [sign * 0.068, 0.4, 0.72],
      [sign * 0.125, 0.51, 0.77],
      0.026,
      1,
      { slot: 'white', shade: 1, weights: on('head') },
      5,
    );
  }
  mane(sculpt);
  for (const leg of BEAST_LEGS) boarLeg(sculpt, leg);
  spike(sculpt, [0, 0.53, -0.53], [0.02, 0.4, -0.68], 0.022, 1, { slot: 'hair', shade: 0.9, weights: on('tail') });
  spike(sculpt, [0.02, 0.44, -0.65], [-0.02, 0.34, -0.72], 0.03, 1, {
    slot: 'hair',
    shade: 0.8,
    weights: on('tailTip'),
  });
  return sculpt.mesh();
}

/** Bristles from the brow to the back. */
function mane(sculpt: Sculpt): void {
  const bristles = [
    { z: 0.5, y: 0.65, up: 0.1 },
    { z: 0.4, y: 0.71, up: 0.13 },
    { z: 0.29, y: 0.745, up: 0.15 },
    { z: 0.17, y: 0.745, up: 0.14 },
    { z: 0.05, y: 0.71, up: 0.12 },
    { z: -0.08, y: 0.67, up: 0.09 },
    { z: -0.2, y: 0.645, up: 0.06 },
  ];
  bristles.forEach(({ z, y, up }, at) => {
    const weights = z > 0.45 ? on('head') : z > 0.1 ? on('chest') : mixed('hips', 'chest', 0.4);
    const side = at % 2 === 0 ? 0.02 : -0.02;
    spike(sculpt, [side, y - 0.035, z], [side * 2, y + up, z - 0.11], 0.062, 1.3, { slot: 'hair', shade: 1, weights });
  });
}

function boarLeg(sculpt: Sculpt, { name, sign, z, carrier }: BeastLeg): void {
  const [upper, lower, foot] = [`${name}Upper`, `${name}Lower`, `${name}Foot`] as const;
  const isHind = carrier === 'hips';
  const x = sign * 0.125;
  const skin = { x, slot: 'shirt' as const };
  sculpt.loft(
    [
      {
        ...skin,
        y: 0.46,
        z: z + (isHind ? -0.02 : 0),
        rx: 0.062,
        rz: 0.09,
        shade: 0.85,
        weights: mixed(carrier, upper, 0.5),
      },
      { ...skin, y: 0.34, z, rx: 0.088, rz: isHind ? 0.12 : 0.105, shade: 0.9, weights: on(upper) },
      { ...skin, y: 0.22, z, rx: 0.058, rz: 0.064, weights: mixed(upper, lower, 0.5) },
      { ...skin, y: 0.09, z, rx: 0.046, rz: 0.05, slot: 'hair', weights: mixed(lower, foot, 0.3) },
      { ...skin, y: 0.07, z: z + 0.01, rx: 0.052, rz: 0.06, slot: 'boots', weights: on(foot) },
      { ...skin, y: 0, z: z + 0.02, rx: 0.056, rz: 0.068, slot: 'boots', shade: 0.8, weights: on(foot) },
    ],
    { sides: [6, 4], capFirst: false, capLast: false },
  );
}

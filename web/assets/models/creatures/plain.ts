import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { plainBody } from '../people/plain-body.ts';
import { on } from '../people/weights.ts';
import { BEAST_LEGS, BEAST_RIG } from './beast-rig.ts';
import { BIRD_RIG } from './bird-rig.ts';
import { BURROW_BUILD } from './burrowkin.ts';
import { spike, trunk, weightsOf } from './flesh.ts';

/** A four-legged creature of some sixty triangles. */
export function plainBeast(high: number, wide: number): Mesh {
  const sculpt = new Sculpt('far');
  const { on: onBone } = weightsOf(BEAST_RIG);
  trunk(
    sculpt,
    [
      { z: -0.55, y: high, wide: wide * 0.5, high: wide * 0.5, slot: 'shirt', shade: 0.9, weights: onBone('hips') },
      { z: -0.1, y: high, wide, high: wide, slot: 'shirt', weights: onBone('hips') },
      { z: 0.35, y: high + 0.05, wide: wide * 0.85, high: wide * 0.9, slot: 'shirt', weights: onBone('chest') },
      { z: 0.8, y: high, wide: wide * 0.25, high: wide * 0.25, slot: 'skin', weights: onBone('head') },
    ],
    [5, 5],
  );
  for (const { name, sign, z } of BEAST_LEGS) {
    spike(
      sculpt,
      [sign * wide * 0.55, high, z],
      [sign * wide * 0.6, 0, z],
      0.1,
      1,
      { slot: 'shirt', shade: 0.85, weights: onBone(`${name}Upper`) },
      3,
    );
  }
  return sculpt.mesh();
}

/** A bird of some forty triangles. */
export function plainBird(): Mesh {
  const sculpt = new Sculpt('far');
  const { on: onBone } = weightsOf(BIRD_RIG);
  const weights = onBone('body');
  trunk(
    sculpt,
    [
      { z: -0.28, y: 0.36, wide: 0.01, high: 0.02, slot: 'trim', weights },
      { z: -0.05, y: 0.27, wide: 0.13, high: 0.12, slot: 'shirt', weights },
      { z: 0.17, y: 0.3, wide: 0.06, high: 0.07, slot: 'shirt', weights },
    ],
    [4, 4],
  );
  spike(sculpt, [0, 0.3, 0.13], [0, 0.52, 0.17], 0.09, 1, { slot: 'hair', shade: 1, weights: onBone('head') });
  spike(sculpt, [0, 0.44, 0.18], [0, 0.41, 0.32], 0.035, 1, { slot: 'skin', shade: 1, weights: onBone('head') }, 3);
  return sculpt.mesh();
}

/** A burrowkin: a plain person with ears. */
export function plainBurrowkin(): Mesh {
  return plainBody(BURROW_BUILD, (sculpt) => {
    for (const sign of [1, -1]) {
      spike(
        sculpt,
        [sign * 0.12, 1.55, 0],
        [sign * 0.55, 1.68, -0.1],
        0.09,
        0.5,
        { slot: 'skin', shade: 1, weights: on('head') },
        3,
      );
    }
  });
}

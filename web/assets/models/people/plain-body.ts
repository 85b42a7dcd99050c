import type { Mesh } from '../../mesh.ts';
import { type Ring, Sculpt } from '../figure/sculpt.ts';
import { PERSON_RIG, type PersonBone, SIDES } from './person-rig.ts';
import type { Build } from './torso.ts';
import { on } from './weights.ts';

/**
 * A person of about a hundred triangles, for the slowest machines: one bone per vertex, hair on.
 * @param more what else there is to see, for those who are not quite people
 */
export function plainBody(
  { shoulder, flare, hem, depth, limb }: Build,
  more: (sculpt: Sculpt) => void = () => undefined,
): Mesh {
  const sculpt = new Sculpt('far');
  const ring = (bone: PersonBone, y: number, rx: number, rz: number, slot: Ring['slot'], shade = 1, z = 0): Ring => ({
    y,
    rx,
    rz,
    x: PERSON_RIG.at(bone)[0],
    z,
    slot,
    shade,
    weights: on(bone),
  });
  sculpt.loft(
    [
      ring('hips', hem + 0.05, flare * 1.1, flare * 0.95, 'shirt', 0.75),
      ring('hips', 0.9, shoulder * 0.9, depth * 1.1, 'shirt', 0.9),
      ring('chest', 1.2, shoulder * 1.15, depth * 1.15, 'shirt'),
      ring('chest', 1.32, 0.1, 0.09, 'shirt'),
    ],
    { sides: [4, 4], capFirst: false, capLast: false },
  );
  for (const { name } of SIDES) {
    sculpt.loft(
      [
        ring(`upperArm${name}`, 1.25, 0.1 * limb, 0.1 * limb, 'shirt'),
        ring(`lowerArm${name}`, 0.9, 0.09 * limb, 0.09 * limb, 'skin', 0.95),
        ring(`hand${name}`, 0.66, 0.06, 0.07, 'skin', 0.9),
      ],
      { sides: [3, 3], capFirst: false },
    );
    sculpt.loft(
      [
        ring(`upperLeg${name}`, 0.74, 0.11, 0.12, 'trousers', 0.8),
        ring(`lowerLeg${name}`, 0.38, 0.1, 0.11, 'boots'),
        ring(`foot${name}`, 0, 0.09, 0.15, 'boots', 0.8, 0.05),
      ],
      { sides: [3, 3], capFirst: false, capLast: false },
    );
  }
  sculpt.loft(
    [
      ring('head', 1.32, 0.1, 0.1, 'skin', 0.85, 0.02),
      ring('head', 1.5, 0.19, 0.19, 'skin'),
      ring('head', 1.63, 0.18, 0.18, 'hair', 0.9),
      ring('head', 1.78, 0.07, 0.07, 'hair', 1, -0.02),
    ],
    { sides: [4, 4], capFirst: false },
  );
  more(sculpt);
  return sculpt.mesh();
}

import type { FigureLevel } from '../../../scene/figure-format.ts';
import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { hairCap } from './hair.ts';
import { head } from './head.ts';
import { arm, leg } from './limbs.ts';
import { SIDES } from './person-rig.ts';
import { BUILDS, torso } from './torso.ts';

/** A whole person without hair and things worn; the plain one has a cap of hair. */
export function body(number: 0 | 1, level: FigureLevel): Mesh {
  const sculpt = new Sculpt(level);
  const build = BUILDS[number];
  torso(sculpt, build);
  head(sculpt);
  for (const side of SIDES) {
    arm(sculpt, side, build);
    leg(sculpt, side, build);
  }
  if (level === 'plain') hairCap(sculpt);
  return sculpt.mesh();
}

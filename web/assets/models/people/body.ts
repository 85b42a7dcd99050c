import type { FigureLevel } from '../../../scene/figure-format.ts';
import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { head } from './head.ts';
import { arm, leg } from './limbs.ts';
import { SIDES } from './person-rig.ts';
import { plainBody } from './plain-body.ts';
import { BUILDS, torso } from './torso.ts';

/** A whole person without hair and things worn; the plain one has its hair on. */
export function body(number: 0 | 1, level: FigureLevel): Mesh {
  const build = BUILDS[number];
  if (level === 'plain') return plainBody(build);
  const sculpt = new Sculpt(level);
  torso(sculpt, build);
  head(sculpt);
  for (const side of SIDES) {
    arm(sculpt, side, build);
    leg(sculpt, side, build);
  }
  return sculpt.mesh();
}

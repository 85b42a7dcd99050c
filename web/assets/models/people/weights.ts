import type { Weights } from '../figure/sculpt.ts';
import { PERSON_RIG, type PersonBone } from './person-rig.ts';

/** All weight on one bone. */
export function on(bone: PersonBone): Weights {
  return [[PERSON_RIG.indexOf(bone), 1]];
}

/** Shared by two bones: `share` is the second one's part. */
export function mixed(a: PersonBone, b: PersonBone, share: number): Weights {
  return [
    [PERSON_RIG.indexOf(a), 1 - share],
    [PERSON_RIG.indexOf(b), share],
  ];
}

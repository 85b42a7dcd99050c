import type { PersonBone } from '../../models/people/person-rig.ts';
import type { Clip } from '../pose.ts';
import { BURROW } from './burrow.ts';
import { COMBAT } from './combat.ts';
import { GESTURES } from './gestures.ts';
import { LOCOMOTION } from './locomotion.ts';
import { REST } from './rest.ts';
import { WORK } from './work.ts';

/** Every clip of people, in the order of the file. */
export const PERSON_CLIPS: readonly Clip<PersonBone>[] = [
  ...REST,
  ...LOCOMOTION,
  ...GESTURES,
  ...WORK,
  ...COMBAT,
  ...BURROW,
];

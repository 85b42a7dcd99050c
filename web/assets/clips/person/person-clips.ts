import type { PersonBone } from '../../models/people/person-rig.ts';
import type { Clip } from '../pose.ts';
import { LOCOMOTION } from './locomotion.ts';
import { REST } from './rest.ts';

/** Every clip of people, in the order of the file. */
export const PERSON_CLIPS: readonly Clip<PersonBone>[] = [...REST, ...LOCOMOTION];

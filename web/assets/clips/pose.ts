import type { ClipFacts } from '../../scene/figure-format.ts';
import type { Quaternion } from '../models/figure/quaternion.ts';
import type { Vector } from '../models/figure/vector.ts';

/** How a skeleton stands at one moment: turns of bones from the rest pose, and where the first moving bone is. */
export interface Pose<Bone extends string> {
  /** Turns relative to the bone that carries each; bones left out are at rest. */
  readonly turns: ReadonlyMap<Bone, Quaternion>;
  /** Shift of the hips from the rest pose, in tiles. */
  readonly shift: Vector;
}

/** A movement: a pose for each share 0..1 of its length. A looping one ends where it begins. */
export interface Clip<Bone extends string> extends ClipFacts {
  readonly name: string;
  readonly seconds: number;
  readonly pose: (share: number) => Pose<Bone>;
}

import { NO_TURN, type Quaternion } from '../models/figure/quaternion.ts';
import { between } from '../models/figure/vector.ts';
import type { Pose } from './pose.ts';

/** A pose on the way from one to another. @param share 0 the first, 1 the second */
export function mixPoses<Bone extends string>(from: Pose<Bone>, to: Pose<Bone>, share: number): Pose<Bone> {
  const bones = new Set([...from.turns.keys(), ...to.turns.keys()]);
  const turns = new Map<Bone, Quaternion>();
  for (const bone of bones) {
    turns.set(bone, halfway(from.turns.get(bone) ?? NO_TURN, to.turns.get(bone) ?? NO_TURN, share));
  }
  return { turns, shift: between(from.shift, to.shift, share) };
}

function halfway(a: Quaternion, b: Quaternion, share: number): Quaternion {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const near = dot < 0 ? -share : share;
  const mixed = a.map((value, at) => value * (1 - share) + (b[at] ?? 0) * near);
  const size = Math.hypot(...mixed) || 1;
  const [x = 0, y = 0, z = 0, w = 1] = mixed.map((value) => value / size);
  return [x, y, z, w];
}

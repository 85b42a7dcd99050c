import { multiply, NO_TURN, type Quaternion, rotate } from '../models/figure/quaternion.ts';
import type { Rig } from '../models/figure/rig.ts';
import { add, subtract, type Vector } from '../models/figure/vector.ts';

/** Where a bone's joint is, and how it is turned, in model coordinates. */
export interface BoneFrame {
  readonly at: Vector;
  readonly turn: Quaternion;
}

/**
 * Finds a bone in a pose.
 * @param mover the bone that `shift` moves
 */
export function frameIn<Bone extends string>(
  rig: Rig<Bone>,
  turns: ReadonlyMap<Bone, Quaternion>,
  mover: Bone,
  shift: Vector,
  name: Bone,
): BoneFrame {
  const bone = rig.bones[rig.indexOf(name)];
  const parent = rig.bones[bone?.parent ?? -1];
  const own = turns.get(name) ?? NO_TURN;
  const at = bone?.at ?? [0, 0, 0];
  const moved: Vector = name === mover ? shift : [0, 0, 0];
  if (parent === undefined) return { at: add(at, moved), turn: own };
  const carrier = frameIn(rig, turns, mover, shift, parent.name);
  const offset = add(subtract(at, parent.at), moved);
  return { at: add(carrier.at, rotate(carrier.turn, offset)), turn: multiply(carrier.turn, own) };
}

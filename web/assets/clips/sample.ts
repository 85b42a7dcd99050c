import { FRAMES_PER_SECOND } from '../../scene/figure-format.ts';
import { NO_TURN, type Quaternion } from '../models/figure/quaternion.ts';
import type { Rig } from '../models/figure/rig.ts';
import { add, type Vector } from '../models/figure/vector.ts';
import type { Clip } from './pose.ts';

/** Keyframes of a clip, one set of times for all bones. */
export interface SampledClip {
  readonly name: string;
  readonly facts: { readonly loop: boolean; readonly strideTiles: number; readonly hit: number };
  /** Seconds, from 0 to the length of the clip. */
  readonly times: Float32Array;
  /** Turns (xyzw per time) of the bones that ever leave their rest pose, by bone. */
  readonly turns: ReadonlyMap<string, Float32Array>;
  /** Places (xyz per time) of the bone that moves; undefined where nothing does. */
  readonly places: { readonly bone: string; readonly array: Float32Array } | undefined;
}

/** Reads a clip at the frame rate, the last frame included. */
export function sample<Bone extends string>(clip: Clip<Bone>, rig: Rig<Bone>, mover: Bone): SampledClip {
  const frames = Math.max(2, Math.round(clip.seconds * FRAMES_PER_SECOND));
  const poses = Array.from({ length: frames + 1 }, (_, frame) =>
    clip.pose(clip.loop ? (frame % frames) / frames : frame / frames),
  );
  const moved = rig.bones.filter(({ name }) => poses.some(({ turns }) => turns.has(name)));
  const { name, loop, strideTiles, hit } = clip;
  return {
    name,
    facts: { loop, strideTiles, hit },
    times: Float32Array.from(poses, (_, frame) => (clip.seconds * frame) / frames),
    turns: new Map(
      moved.map((bone) => [bone.name, turnsOf(poses.map(({ turns }) => turns.get(bone.name) ?? NO_TURN))]),
    ),
    places: {
      bone: mover,
      array: placesOf(
        poses.map(({ shift }) => shift),
        restOf(rig, mover),
      ),
    },
  };
}

/** Each turn on the near side of the one before: q and −q are the same turn, but not halfway between others. */
function turnsOf(turns: readonly Quaternion[]): Float32Array {
  const values: number[] = [];
  let before: Quaternion | undefined;
  for (const turn of turns) {
    const dot = before === undefined ? 1 : turn.reduce((sum, value, at) => sum + value * (before?.[at] ?? 0), 0);
    const near: Quaternion = dot < 0 ? [-turn[0], -turn[1], -turn[2], -turn[3]] : turn;
    values.push(...near);
    before = near;
  }
  return Float32Array.from(values);
}

function placesOf(shifts: readonly Vector[], rest: Vector): Float32Array {
  return Float32Array.from(shifts.flatMap((shift) => add(rest, shift)));
}

/** Place of a bone at rest, from the bone that carries it. */
function restOf<Bone extends string>(rig: Rig<Bone>, name: Bone): Vector {
  const bone = rig.bones[rig.indexOf(name)];
  const parent = rig.bones[bone?.parent ?? -1];
  const [x, y, z] = bone?.at ?? [0, 0, 0];
  const [px, py, pz] = parent?.at ?? [0, 0, 0];
  return [x - px, y - py, z - pz];
}

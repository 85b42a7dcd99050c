import { fromEuler, inverse, multiply, type Quaternion, rotate } from '../../models/figure/quaternion.ts';
import { add, length, scale, subtract, unit, type Vector } from '../../models/figure/vector.ts';
import { PERSON_RIG, type PersonBone, SIDES, type Side } from '../../models/people/person-rig.ts';
import { type BoneFrame, frameIn } from '../frames.ts';
import type { Pose } from '../pose.ts';
import { reach } from '../two-bones.ts';

/** An arm by its joints. Angles in radians; 0 hangs down. */
export interface ArmSwing {
  /** Forward and up. */
  readonly raise?: number;
  /** Out to its side. */
  readonly spread?: number;
  /** About its own axis, thumb inward. */
  readonly twist?: number;
  /** Of the elbow. */
  readonly bend?: number;
  /** Of the hand: forward, thumb inward, outward. */
  readonly wrist?: Vector;
}

/** An arm by where its hand is, in model coordinates. */
export interface ArmReach {
  readonly to: Vector;
  /** Direction of the elbow, for the left arm; mirrored for the right. */
  readonly elbow?: Vector;
  readonly wrist?: Vector;
}

/** The left hand on what the right one holds, so far along it (tiles from the right hand). */
export interface ArmHold {
  readonly hold: number;
  readonly wrist?: Vector;
}

/** A leg by its foot, from where it stands at rest. */
export interface LegStand {
  readonly foot?: Vector;
  /** Toes down, radians; the foot rolls over heel or ball. */
  readonly pitch?: number;
  /** Toes outward. */
  readonly yaw?: number;
  /** Direction of the knee, for the left leg. */
  readonly knee?: Vector;
}

/** A leg by its joints. */
export interface LegSwing {
  readonly thigh: Vector;
  readonly bend: number;
  readonly ankle?: number;
}

/** A person's pose as an animator would say it; what is left out is at rest, both feet on the ground. */
export interface Posture {
  readonly hips?: { readonly shift?: Vector; readonly turn?: Vector };
  readonly spine?: Vector;
  readonly chest?: Vector;
  readonly neck?: Vector;
  readonly head?: Vector;
  readonly left?: ArmSwing | ArmReach | ArmHold;
  readonly right?: ArmSwing | ArmReach;
  readonly leftLeg?: LegStand | LegSwing;
  readonly rightLeg?: LegStand | LegSwing;
  /** How far the cape swings back, above and below. */
  readonly cape?: readonly [number, number];
}

/** Distances of the ball of the foot and the heel from the ankle, along z. */
const BALL = 0.11;
const HEEL = -0.08;
const ANKLE = 0.1;

const still: Vector = [0, 0, 0];

/** Works out every bone of a posture: trunk first, then arms and legs from where the trunk is. */
export function takePosture(posture: Posture): Pose<PersonBone> {
  const turns = new Map<PersonBone, Quaternion>();
  const { shift = still, turn = still } = posture.hips ?? {};
  turns.set('hips', fromEuler(...turn));
  for (const bone of ['spine', 'chest', 'neck', 'head'] as const) {
    const bend = posture[bone];
    if (bend !== undefined) turns.set(bone, fromEuler(...bend));
  }
  const [upper, lower] = posture.cape ?? [0, 0];
  turns.set('capeUpper', fromEuler(upper, 0, 0));
  turns.set('capeLower', fromEuler(lower, 0, 0));
  // The right arm first: the left hand may hold what the right one carries.
  const [left, right] = SIDES;
  setArm(turns, shift, right, posture.right ?? {});
  const leftArm = posture.left ?? {};
  setArm(turns, shift, left, 'hold' in leftArm ? reachFor(turns, shift, leftArm) : leftArm);
  setLeg(turns, shift, left, posture.leftLeg ?? {});
  setLeg(turns, shift, right, posture.rightLeg ?? {});
  return { turns, shift };
}

/** The wrist stands a palm away from the shaft that the fingers close around. */
const PALM = 0.075;

function reachFor(turns: ReadonlyMap<PersonBone, Quaternion>, shift: Vector, { hold, wrist }: ArmHold): ArmReach {
  const grip = frameOf(turns, shift, 'gripRight');
  const shaft = add(grip.at, rotate(grip.turn, [0, 0, hold]));
  const shoulder = frameOf(turns, shift, 'upperArmLeft').at;
  const to = subtract(shaft, scale(unit(subtract(shaft, shoulder)), PALM));
  return wrist === undefined ? { to } : { to, wrist };
}

function frameOf(turns: ReadonlyMap<PersonBone, Quaternion>, shift: Vector, name: PersonBone): BoneFrame {
  return frameIn(PERSON_RIG, turns, 'hips', shift, name);
}

function setArm(
  turns: Map<PersonBone, Quaternion>,
  shift: Vector,
  { name, sign }: Side,
  arm: ArmSwing | ArmReach,
): void {
  const [wx, wy, wz] = arm.wrist ?? still;
  turns.set(`hand${name}`, fromEuler(-wx, -wy * sign, wz * sign));
  if ('to' in arm) {
    const shoulder = frameOf(turns, shift, `upperArm${name}`);
    const chest = frameOf(turns, shift, 'chest');
    const target = rotate(inverse(chest.turn), subtract(arm.to, shoulder.at));
    const [ex, ey, ez] = arm.elbow ?? [0.6, -0.5, -1];
    const bent = reach(
      target,
      limbLengths(`upperArm${name}`, `lowerArm${name}`, `hand${name}`),
      [ex * sign, ey, ez],
      -1,
    );
    turns.set(`upperArm${name}`, bent.upper);
    turns.set(`lowerArm${name}`, bent.lower);
    return;
  }
  const { raise = 0, spread = 0.1, twist = 0, bend = 0.22 } = arm;
  turns.set(`upperArm${name}`, multiply(fromEuler(-raise, 0, spread * sign), fromEuler(0, -twist * sign, 0)));
  turns.set(`lowerArm${name}`, fromEuler(-bend, 0, 0));
}

function setLeg(
  turns: Map<PersonBone, Quaternion>,
  shift: Vector,
  { name, sign }: Side,
  leg: LegStand | LegSwing,
): void {
  const [upper, lower, foot] = [`upperLeg${name}`, `lowerLeg${name}`, `foot${name}`] as const;
  if ('thigh' in leg) {
    const [x, y, z] = leg.thigh;
    turns.set(upper, fromEuler(-x, y * sign, z * sign));
    turns.set(lower, fromEuler(leg.bend, 0, 0));
    turns.set(foot, fromEuler(leg.ankle ?? 0, 0, 0));
    return;
  }
  const { foot: step = still, pitch = 0, yaw = 0.12, knee = [0.15, 0, 1] } = leg;
  const hip = frameOf(turns, shift, upper);
  const hips = frameOf(turns, shift, 'hips');
  const target = rotate(inverse(hips.turn), subtract(ankleAt(PERSON_RIG.at(foot), step, pitch), hip.at));
  const pole = rotate(inverse(hips.turn), [knee[0] * sign, knee[1], knee[2]]);
  const bent = reach(target, limbLengths(upper, lower, foot), pole, 1);
  turns.set(upper, bent.upper);
  turns.set(lower, bent.lower);
  const carried = multiply(multiply(hips.turn, bent.upper), bent.lower);
  turns.set(foot, multiply(inverse(carried), multiply(fromEuler(0, yaw * sign, 0), fromEuler(pitch, 0, 0))));
}

/** The ankle of a foot that stands at a step from rest and has rolled over its ball (pitch above 0) or heel. */
function ankleAt(rest: Vector, step: Vector, pitch: number): Vector {
  const pivot = pitch > 0 ? BALL : HEEL;
  const rise = ANKLE * Math.cos(pitch) + pivot * Math.sin(pitch);
  const along = ANKLE * Math.sin(pitch) - pivot * Math.cos(pitch);
  return add(rest, [step[0], step[1] + rise - ANKLE, step[2] + pivot + along]);
}

function limbLengths(a: PersonBone, b: PersonBone, c: PersonBone): readonly [number, number] {
  return [length(subtract(PERSON_RIG.at(b), PERSON_RIG.at(a))), length(subtract(PERSON_RIG.at(c), PERSON_RIG.at(b)))];
}

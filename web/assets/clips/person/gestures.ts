import type { PersonBone } from '../../models/people/person-rig.ts';
import { rise, upAndDown, wave } from '../easing.ts';
import { mixPoses } from '../mix-poses.ts';
import type { Clip } from '../pose.ts';
import { type Posture, takePosture } from './posture.ts';
import { standing } from './rest.ts';

/** A gesture that comes out of standing and goes back: its posture, and how far into it one is. */
function gesture(
  name: string,
  seconds: number,
  posture: (t: number) => Posture,
  amount: (t: number) => number = (t) => upAndDown(t),
): Clip<PersonBone> {
  const pose = (t: number) => mixPoses(takePosture(standing(0)), takePosture(posture(t)), amount(t));
  return { name, seconds, loop: false, strideTiles: 0, hit: 0, pose };
}

const easyArm = { raise: 0.05, spread: 0.16, bend: 0.3, twist: 0.2 };

const waving = (t: number): Posture => {
  const swing = wave(t, 5);
  return {
    hips: { shift: [0.03, -0.015, 0], turn: [0, 0, 0.03] },
    chest: [-0.02, -0.08, -0.06],
    head: [-0.04, -0.08, 0.1 + 0.03 * swing],
    right: { raise: 0.35, spread: 2.15, bend: 0.75 + 0.4 * swing, twist: 1.5, wrist: [0, 0, 0.2 * swing] },
    left: easyArm,
  };
};

const nodding = (t: number): Posture => ({
  ...standing(0),
  head: [0.16 + 0.26 * wave(t, 3, -0.25), 0, 0],
  neck: [0.06 + 0.08 * wave(t, 3, -0.25), 0, 0],
});

const shaking = (t: number): Posture => ({
  ...standing(0),
  chest: [0, -0.05 * wave(t, 3), 0],
  head: [0.05, 0.5 * wave(t, 3), 0.03 * wave(t, 3)],
});

const beckoning = (t: number): Posture => {
  const pull = 0.5 + 0.5 * wave(t, 3, -0.25);
  return {
    hips: { shift: [0, -0.015, 0.02], turn: [0.04, -0.06, 0] },
    chest: [0.05 - 0.08 * pull, -0.1, 0],
    head: [-0.06, 0.08, 0.06 * pull],
    right: { raise: 1.35, spread: 0.2, bend: 0.5 + 1.05 * pull, twist: 0.1, wrist: [0.2 + 0.6 * pull, -1.3, 0] },
    left: easyArm,
  };
};

const bowing = (): Posture => ({
  hips: { shift: [0, -0.02, -0.1], turn: [0.38, 0, 0] },
  spine: [0.4, 0, 0],
  chest: [0.22, 0, 0],
  head: [0.28, 0, 0],
  right: { raise: 0.75, spread: -0.1, bend: 1.75, twist: 1.2 },
  left: { raise: -0.45, spread: 0.45, bend: 0.35 },
  rightLeg: { foot: [0, 0, -0.12], pitch: 0.12 },
  cape: [-0.5, -0.1],
});

const cheering = (t: number): Posture => {
  const jump = Math.max(0, wave(t, 4, -0.2));
  const crouch = Math.max(0, -wave(t, 4, -0.2));
  const up = jump * 0.17;
  return {
    hips: { shift: [0, up - 0.09 * crouch, 0], turn: [-0.03 + 0.12 * crouch, 0, 0] },
    spine: [-0.05 + 0.1 * crouch, 0, 0],
    chest: [-0.12 + 0.1 * crouch, 0.12 * wave(t, 2), 0],
    head: [-0.24, 0, 0.06 * wave(t, 2)],
    left: { raise: 2.75 - 0.5 * crouch, spread: 0.32, bend: 0.3 + 0.8 * crouch },
    right: { raise: 2.75 - 0.5 * crouch, spread: 0.32, bend: 0.3 + 0.8 * crouch },
    leftLeg: { foot: [0.02, up, 0], pitch: 0.55 * jump },
    rightLeg: { foot: [-0.02, up, 0], pitch: 0.55 * jump },
    cape: [0.15 - 0.4 * jump, 0.2 * crouch],
  };
};

const clapping = (t: number): Posture => {
  const apart = 0.5 - 0.5 * wave(t, 8, 0.25);
  return {
    hips: { shift: [0, -0.02, 0], turn: [0.02, 0.03 * wave(t, 2), 0] },
    chest: [0.04, 0, 0],
    head: [0, 0.1 * wave(t), 0.05 * wave(t, 2)],
    left: { to: [0.045 + 0.13 * apart, 1.14, 0.36], elbow: [1, -0.8, -0.3], wrist: [0.1, 0.2, 0] },
    right: { to: [-0.045 - 0.13 * apart, 1.12, 0.36], elbow: [1, -0.8, -0.3], wrist: [0.1, 0.2, 0] },
  };
};

const laughing = (t: number): Posture => {
  const shake = wave(t, 9);
  const back = rise(0.1, 0.35, t) - rise(0.6, 0.8, t);
  return {
    hips: { shift: [0, -0.03 + 0.008 * shake, -0.02], turn: [0.08 - 0.1 * back, 0, 0] },
    spine: [0.1 - 0.22 * back + 0.03 * shake, 0, 0],
    chest: [0.06 - 0.14 * back + 0.03 * shake, 0, 0],
    head: [0.1 - 0.5 * back + 0.04 * shake, 0.1 * wave(t, 1), 0],
    left: { to: [0.11, 0.96 + 0.01 * shake, 0.2], elbow: [1, -0.3, -0.3] },
    right: { to: [-0.11, 0.92 + 0.01 * shake, 0.21], elbow: [1, -0.3, -0.3] },
  };
};

const crying = (t: number): Posture => {
  const sob = wave(t, 5);
  return {
    hips: { shift: [0, -0.05, -0.02], turn: [0.12, 0, 0] },
    spine: [0.2 + 0.035 * sob, 0, 0],
    chest: [0.2 + 0.035 * sob, 0, 0],
    head: [0.34 - 0.04 * sob, 0.14 * wave(t, 2), 0],
    left: { to: [0.075, 1.4 + 0.012 * sob, 0.31], elbow: [0.7, -1, 0.2], wrist: [0.3, 0.6, 0] },
    right: { to: [-0.075, 1.4 + 0.012 * sob, 0.31], elbow: [0.7, -1, 0.2], wrist: [0.3, 0.6, 0] },
    leftLeg: { foot: [-0.02, 0, 0.02], yaw: -0.05 },
    rightLeg: { foot: [0.02, 0, 0], yaw: -0.05 },
  };
};

const thinking = (t: number): Posture => ({
  hips: { shift: [0.035, -0.02, 0], turn: [0, 0.06, 0.04] },
  chest: [0.03, 0.05, -0.03],
  head: [-0.1 + 0.1 * wave(t), 0.22 + 0.12 * wave(t, 2), 0.12],
  right: { to: [-0.06, 1.31, 0.22 + 0.008 * wave(t, 6)], elbow: [0.3, -1, 0.3], wrist: [0.3, 0.5, 0] },
  left: { to: [-0.16, 1.01, 0.2], elbow: [1, -0.4, -0.3] },
});

const pointing = (): Posture => ({
  hips: { shift: [0, -0.03, 0.03], turn: [0.02, 0.18, 0] },
  chest: [0.02, 0.18, 0],
  head: [0, -0.3, 0],
  right: { raise: 1.5, spread: -0.05, bend: 0.06, twist: 0.2, wrist: [-0.1, -1.2, 0] },
  left: easyArm,
  leftLeg: { foot: [0.02, 0, -0.05] },
  rightLeg: { foot: [0, 0, 0.1] },
});

const shrugging = (t: number): Posture => {
  const lift = wave(t, 0.5);
  return {
    hips: { shift: [0, -0.02, 0], turn: [0, 0, 0] },
    spine: [-0.04, 0, 0],
    chest: [-0.06, 0, 0],
    neck: [0.16, 0, 0],
    head: [-0.05, 0, 0.2 * lift],
    left: { raise: 0.42, spread: 0.55 + 0.15 * lift, bend: 1.35, twist: -0.85, wrist: [-0.5, -0.6, 0] },
    right: { raise: 0.42, spread: 0.55 + 0.15 * lift, bend: 1.35, twist: -0.85, wrist: [-0.5, -0.6, 0] },
  };
};

const saluting = (): Posture => ({
  hips: { shift: [0, 0, 0], turn: [0, 0, 0] },
  spine: [-0.03, 0, 0],
  chest: [-0.08, 0, 0],
  head: [-0.04, 0, 0],
  right: { to: [-0.2, 1.57, 0.17], elbow: [1, 0.1, 0.1], wrist: [0.1, 0.3, -0.2] },
  left: { raise: 0, spread: 0.06, bend: 0.06 },
  leftLeg: { foot: [-0.04, 0, 0], yaw: 0.2 },
  rightLeg: { foot: [0.04, 0, 0], yaw: 0.2 },
});

/** Weight from foot to foot, arms in the air by turns, a turn of the hips on every beat. */
const dancing = (t: number): Posture => {
  const side = wave(t, 2);
  const beat = Math.abs(wave(t, 2, 0.25));
  const twist = wave(t, 1);
  return {
    hips: { shift: [0.07 * side, -0.03 - 0.06 * beat, 0], turn: [0.03, 0.3 * twist, -0.1 * side] },
    spine: [0.04, -0.1 * twist, 0.1 * side],
    chest: [0, -0.25 * twist, 0.08 * side],
    head: [0.06 * beat, -0.1 * twist, -0.12 * side],
    left: { raise: 0.9 + 0.8 * side, spread: 0.7 + 0.5 * Math.max(0, side), bend: 1.2, twist: -0.3 },
    right: { raise: 0.9 - 0.8 * side, spread: 0.7 + 0.5 * Math.max(0, -side), bend: 1.2, twist: -0.3 },
    leftLeg: { foot: [0.05, 0.1 * Math.max(0, -side), 0.02], pitch: 0.6 * Math.max(0, -side), yaw: 0.3 },
    rightLeg: { foot: [-0.05, 0.1 * Math.max(0, side), 0.02], pitch: 0.6 * Math.max(0, side), yaw: 0.3 },
    cape: [0.12 + 0.12 * beat, 0.12],
  };
};

/** As long as the rules let them last, which is in `shared/content/emotes.ts`. */
export const GESTURES: readonly Clip<PersonBone>[] = [
  gesture('wave', 2.4, waving, (t) => upAndDown(t, 0.16, 0.82)),
  gesture('bow', 2.4, bowing, (t) => upAndDown(t, 0.32, 0.6)),
  gesture('nod', 1.8, nodding, (t) => upAndDown(t, 0.15, 0.85)),
  gesture('shake', 1.8, shaking, (t) => upAndDown(t, 0.15, 0.85)),
  gesture('cheer', 3, cheering, (t) => upAndDown(t, 0.12, 0.88)),
  gesture('clap', 3, clapping, (t) => upAndDown(t, 0.12, 0.88)),
  gesture('laugh', 3, laughing, (t) => upAndDown(t, 0.14, 0.86)),
  gesture('think', 3.6, thinking, (t) => upAndDown(t, 0.14, 0.86)),
  gesture('cry', 3.6, crying, (t) => upAndDown(t, 0.14, 0.88)),
  gesture('beckon', 2.4, beckoning, (t) => upAndDown(t, 0.18, 0.84)),
  gesture('shrug', 1.8, shrugging, (t) => upAndDown(t, 0.25, 0.65)),
  gesture('point', 2.4, pointing, (t) => upAndDown(t, 0.16, 0.8)),
  gesture('salute', 2.4, saluting, (t) => upAndDown(t, 0.12, 0.84)),
  { name: 'dance', seconds: 2.4, loop: true, strideTiles: 0, hit: 0, pose: (t) => takePosture(dancing(t)) },
];

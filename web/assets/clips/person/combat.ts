import type { PersonBone } from '../../models/people/person-rig.ts';
import { between, rise, upAndDown, wave } from '../easing.ts';
import { mixPoses } from '../mix-poses.ts';
import type { Clip, Pose } from '../pose.ts';
import { type Posture, takePosture } from './posture.ts';
import { standing } from './rest.ts';

/** From guard: back over the shoulder, a step in and down across, and slowly back. The blow lands at a fifth. */
export function attacking(t: number): Posture {
  const { raise, spread, bend, wrist, turn, lean, step } = between(
    [
      [0, { raise: 0.55, spread: 0.35, bend: 1.25, wrist: 0.1, turn: -0.15, lean: 0.06, step: 0 }],
      [0.13, { raise: 2.35, spread: 0.55, bend: 1.35, wrist: 0.5, turn: -0.6, lean: -0.12, step: -0.05 }],
      [0.2, { raise: 1.15, spread: 0.05, bend: 0.25, wrist: -0.9, turn: 0.5, lean: 0.3, step: 0.14 }],
      [0.28, { raise: 0.7, spread: -0.2, bend: 0.3, wrist: -0.9, turn: 0.62, lean: 0.28, step: 0.14 }],
      [0.55, { raise: 0.5, spread: 0.3, bend: 1.2, wrist: 0, turn: -0.1, lean: 0.06, step: 0.02 }],
      [1, { raise: 0.55, spread: 0.35, bend: 1.25, wrist: 0.1, turn: -0.15, lean: 0.06, step: 0 }],
    ],
    t,
  );
  const bounce = wave(t, 2, 0.1) * 0.008;
  return {
    hips: { shift: [0, -0.06 + bounce - Math.abs(step) * 0.1, step], turn: [0.05 + lean * 0.2, turn * 0.45 - 0.15, 0] },
    spine: [lean * 0.6, turn * 0.4, 0],
    chest: [lean * 0.4, turn * 0.6, 0],
    head: [-lean * 0.5, 0.15 - turn * 1.2, 0],
    right: { raise, spread, bend, twist: 0.15, wrist: [wrist, 0, 0] },
    left: { raise: 0.75 - turn * 0.2, spread: 0.3, bend: 1.35, twist: 0.45 },
    leftLeg: { foot: [0.03, 0, 0.17 + Math.max(0, step) * 0.4], yaw: 0.05 },
    rightLeg: { foot: [-0.05, 0, -0.17], yaw: 0.5, pitch: Math.max(0, step) * 3 },
    cape: [0.1 + lean * 0.4, 0.12],
  };
}

const hurting: Posture = {
  hips: { shift: [0, -0.06, -0.07], turn: [-0.16, 0.14, 0] },
  spine: [-0.1, 0.1, 0],
  chest: [0.24, 0.12, 0],
  head: [0.3, -0.16, 0.14],
  left: { raise: 0.7, spread: 0.5, bend: 1.5, twist: 0.5 },
  right: { raise: 0.5, spread: 0.55, bend: 1.4, twist: 0.4 },
  rightLeg: { foot: [-0.02, 0, -0.14], pitch: 0.25 },
  cape: [-0.25, -0.1],
};

const KNEELING: Posture = {
  hips: { shift: [0, -0.32, -0.04], turn: [-0.1, 0.1, 0.06] },
  spine: [0.16, 0, 0],
  chest: [0.24, 0, 0.05],
  head: [0.4, 0.1, 0.1],
  left: { raise: 0.1, spread: 0.3, bend: 0.5 },
  right: { raise: 0.25, spread: 0.2, bend: 0.7 },
  leftLeg: { foot: [0.03, 0, 0.1] },
  rightLeg: { foot: [-0.04, 0, -0.12], pitch: 0.5 },
};

const LYING: Posture = {
  hips: { shift: [0, -0.65, -0.2], turn: [-1.52, 0, 0] },
  spine: [0.05, 0, 0],
  head: [0.1, 0.5, 0],
  left: { raise: 0.1, spread: 0.9, bend: 0.35 },
  right: { raise: 0.05, spread: 1.25, bend: 0.6 },
  leftLeg: { thigh: [0.42, 0.2, 0.16], bend: 0.9, ankle: 0.5 },
  rightLeg: { thigh: [0.02, -0.2, 0.2], bend: 0.06, ankle: 0.4 },
  cape: [0.05, 0.05],
};

/** Knees give way first, then the back reaches the ground, with a small rebound. */
function dying(t: number): Pose<PersonBone> {
  const kneel = mixPoses(takePosture(standing(0)), takePosture(KNEELING), rise(0, 0.34, t));
  const fall = rise(0.3, 0.7, t) - 0.045 * wave((t - 0.7) / 0.5) * rise(0.7, 0.72, t) * (1 - rise(0.8, 0.95, t));
  const { turns, shift } = mixPoses(kneel, takePosture(LYING), fall);
  // Halfway the legs are still under the body, which they push up and back.
  const push = 0.14 * Math.sin(Math.PI * Math.min(1, Math.max(0, fall)));
  return { turns, shift: [shift[0], shift[1] + push, shift[2]] };
}

export const COMBAT: readonly Clip<PersonBone>[] = [
  { name: 'attack', seconds: 2.4, loop: true, strideTiles: 0, hit: 0.2, pose: (t) => takePosture(attacking(t)) },
  {
    name: 'hurt',
    seconds: 0.5,
    loop: false,
    strideTiles: 0,
    hit: 0,
    pose: (t) => mixPoses(takePosture(standing(0)), takePosture(hurting), upAndDown(t, 0.25, 0.4)),
  },
  { name: 'die', seconds: 1.5, loop: false, strideTiles: 0, hit: 0, pose: dying },
];

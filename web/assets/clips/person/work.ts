import type { PersonBone } from '../../models/people/person-rig.ts';
import { between, wave } from '../easing.ts';
import type { Clip } from '../pose.ts';
import { type LegStand, type Posture, takePosture } from './posture.ts';

/** The left hand stays behind the right one, at the end of the shaft, within reach of its own shoulder. */
const HOLD = -0.11;

const WIDE: { leftLeg: LegStand; rightLeg: LegStand } = {
  leftLeg: { foot: [0.05, 0, 0.15], yaw: 0.15 },
  rightLeg: { foot: [-0.06, 0, -0.16], yaw: 0.45, pitch: 0.08 },
};

/** Two hands, from over the right shoulder down into the trunk; the weight goes over the front foot. */
function chopping(t: number): Posture {
  const { raise, spread, bend, wrist, turn, lean, weight } = between(
    [
      [0, { raise: 1.05, spread: 0.1, bend: 0.75, wrist: -0.5, turn: 0.1, lean: 0.14, weight: 0.03 }],
      [0.34, { raise: 2.25, spread: 0.45, bend: 1.5, wrist: 0.35, turn: -0.5, lean: -0.12, weight: -0.07 }],
      [0.44, { raise: 1.3, spread: 0, bend: 0.4, wrist: -1.15, turn: 0.32, lean: 0.36, weight: 0.1 }],
      [0.58, { raise: 1.22, spread: 0, bend: 0.42, wrist: -1.1, turn: 0.3, lean: 0.34, weight: 0.09 }],
      [1, { raise: 1.05, spread: 0.1, bend: 0.75, wrist: -0.5, turn: 0.1, lean: 0.14, weight: 0.03 }],
    ],
    t,
  );
  return {
    ...WIDE,
    hips: { shift: [0, -0.075 - 0.03 * Math.abs(weight), weight], turn: [0.1 + lean * 0.3, turn * 0.4, 0] },
    spine: [lean * 0.6, turn * 0.5, 0],
    chest: [lean * 0.4, turn * 0.7, 0],
    head: [0.05 - lean * 0.6, -turn * 1.1, 0],
    right: { raise, spread, bend, twist: 0.35, wrist: [wrist, 0, 0] },
    left: { hold: HOLD },
    cape: [0.1 + lean * 0.5, 0.1],
  };
}

/** Overhead with the pick, both hands, knees giving at the blow. */
function mining(t: number): Posture {
  const { raise, bend, wrist, lean, drop } = between(
    [
      [0, { raise: 1.2, bend: 0.7, wrist: -0.6, lean: 0.2, drop: 0.07 }],
      [0.36, { raise: 2.75, bend: 1.15, wrist: 0.4, lean: -0.2, drop: 0.03 }],
      [0.46, { raise: 1.15, bend: 0.35, wrist: -1.2, lean: 0.5, drop: 0.13 }],
      [0.56, { raise: 1.25, bend: 0.4, wrist: -1.05, lean: 0.46, drop: 0.12 }],
      [1, { raise: 1.2, bend: 0.7, wrist: -0.6, lean: 0.2, drop: 0.07 }],
    ],
    t,
  );
  return {
    ...WIDE,
    hips: { shift: [0, -drop, -0.02], turn: [0.12 + lean * 0.3, -0.06, 0] },
    spine: [lean * 0.6, 0, 0],
    chest: [lean * 0.5, 0, 0],
    head: [-lean * 0.5, 0, 0],
    right: { raise, spread: 0.02, bend, twist: 0.4, wrist: [wrist, 0, 0] },
    left: { hold: HOLD },
    cape: [0.15 + lean * 0.4, 0.1],
  };
}

/** Rod out over the water, a look at the float, now and then a twitch of the wrist. */
function fishing(t: number): Posture {
  const twitch = Math.max(0, wave(t, 2, 0.3)) ** 6;
  const breath = wave(t, 2);
  return {
    hips: { shift: [-0.02, -0.03, 0], turn: [0.02, 0.1, -0.02] },
    spine: [0.05, 0, 0.02],
    chest: [0.04 + 0.02 * breath, 0.06, 0],
    head: [0.2, 0.06 * wave(t, 1, 0.2), 0],
    right: {
      raise: 0.75 + 0.12 * twitch,
      spread: 0.12,
      bend: 0.85 + 0.15 * twitch,
      twist: 0.2,
      wrist: [-0.75 + 0.3 * twitch, 0, 0],
    },
    left: { hold: HOLD },
    leftLeg: { foot: [0.03, 0, 0.08], yaw: 0.2 },
    rightLeg: { foot: [-0.03, 0, -0.06], yaw: 0.35 },
    cape: [0.05, 0.03],
  };
}

/** Bent over the pot, stirring round. */
function cooking(t: number): Posture {
  const round = wave(t);
  const across = wave(t, 1, 0.25);
  return {
    hips: { shift: [0, -0.06, -0.07], turn: [0.2, 0, 0] },
    spine: [0.2, 0.05 * round, 0],
    chest: [0.12, 0.08 * round, 0],
    head: [0.16, -0.06 * round, 0.03 * across],
    right: { to: [-0.1 + 0.08 * round, 0.95, 0.42 + 0.06 * across], elbow: [1, 0.1, -0.5], wrist: [-0.9, 0, 0] },
    left: { to: [0.3, 0.92, 0.12], elbow: [1, -0.3, -0.6] },
    leftLeg: { foot: [0.03, 0, 0.04] },
    rightLeg: { foot: [-0.03, 0, -0.03] },
    cape: [0, 0.1],
  };
}

const work = (name: string, seconds: number, hit: number, posture: (t: number) => Posture): Clip<PersonBone> => ({
  name,
  seconds,
  loop: true,
  strideTiles: 0,
  hit,
  pose: (t) => takePosture(posture(t)),
});

export const WORK: readonly Clip<PersonBone>[] = [
  work('chop', 1.2, 0.43, chopping),
  work('mine', 1.2, 0.46, mining),
  work('fish', 3.6, 0, fishing),
  work('cook', 1.8, 0, cooking),
];

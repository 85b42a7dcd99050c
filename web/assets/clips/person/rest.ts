import type { PersonBone } from '../../models/people/person-rig.ts';
import { wave } from '../easing.ts';
import type { Clip, Pose } from '../pose.ts';
import { type Posture, takePosture } from './posture.ts';

/** How somebody stands who does nothing: weight on one leg, breathing, looking about. */
export function standing(t: number): Posture {
  const breath = wave(t, 2);
  const lean = wave(t, 1, 0.1);
  return {
    hips: { shift: [0.018 * lean, -0.016 + 0.003 * breath, 0], turn: [0, 0.03 * lean, 0.02 * lean] },
    spine: [0.015 * breath, 0, -0.02 * lean],
    chest: [-0.02 + 0.02 * breath, -0.03 * lean, -0.012 * lean],
    head: [0.02 - 0.02 * breath, 0.09 * wave(t, 1, 0.35), 0.02 * lean],
    left: { raise: 0.02 + 0.02 * breath, spread: 0.15 + 0.012 * breath, bend: 0.28 + 0.03 * breath, twist: 0.2 },
    right: { raise: 0.02 - 0.02 * lean, spread: 0.15 + 0.012 * breath, bend: 0.28 + 0.03 * breath, twist: 0.2 },
    leftLeg: { foot: [0.02, 0, 0.02], yaw: 0.26 },
    rightLeg: { foot: [-0.02, 0, -0.015], yaw: 0.2 },
    cape: [0.02 + 0.015 * lean, 0.02 + 0.02 * wave(t, 1, 0.3)],
  };
}

function sitPose(t: number): Pose<PersonBone> {
  const breath = wave(t, 2);
  const look = wave(t, 1, 0.2);
  return takePosture({
    hips: { shift: [0, -0.66, -0.06], turn: [-0.14, 0, 0] },
    spine: [0.22 + 0.015 * breath, 0, 0],
    chest: [0.14 + 0.015 * breath, 0.04 * look, 0],
    head: [-0.18, 0.16 * look, 0],
    left: { raise: 0.62, spread: 0.2, bend: 0.9, twist: 0.5 },
    right: { raise: 0.66, spread: 0.2, bend: 0.86, twist: 0.5 },
    leftLeg: { foot: [0.06, 0, 0.47], yaw: 0.3, knee: [0.35, 1, 0.6] },
    rightLeg: { foot: [-0.05, 0, 0.4], yaw: 0.3, knee: [0.35, 1, 0.6] },
    cape: [-0.1, -0.9],
  });
}

export const REST: readonly Clip<PersonBone>[] = [
  { name: 'idle', seconds: 4.8, loop: true, strideTiles: 0, hit: 0, pose: (t) => takePosture(standing(t)) },
  { name: 'sit', seconds: 4, loop: true, strideTiles: 0, hit: 0, pose: sitPose },
];

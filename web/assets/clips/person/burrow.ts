/** How burrowkin move on the skeleton of people: stooped, quick, never quite still. */

import type { Vector } from '../../models/figure/vector.ts';
import type { PersonBone } from '../../models/people/person-rig.ts';
import { wave } from '../easing.ts';
import type { Clip } from '../pose.ts';
import { attacking } from './combat.ts';
import { walking } from './locomotion.ts';
import { type Posture, takePosture } from './posture.ts';

/** The stoop itself, added to whatever the trunk does. */
function stooped(posture: Posture, headTurn: number): Posture {
  const { shift = [0, 0, 0], turn = [0, 0, 0] } = posture.hips ?? {};
  const bent = ([x, y, z]: Vector, by: number): Vector => [x + by, y, z];
  return {
    ...posture,
    hips: { shift: [shift[0], shift[1] - 0.09, shift[2] - 0.05], turn: bent(turn, 0.2) },
    spine: bent(posture.spine ?? [0, 0, 0], 0.26),
    chest: bent(posture.chest ?? [0, 0, 0], 0.22),
    neck: [-0.2, 0, 0],
    head: [-0.42, headTurn, 0],
  };
}

/** Sniffs to one side, to the other, scratches the ground. */
function idling(t: number): Posture {
  const breath = wave(t, 3);
  const glance = Math.max(-1, Math.min(1, 2.2 * wave(t)));
  return stooped(
    {
      hips: { shift: [0.02 * wave(t), -0.03 + 0.006 * breath, 0], turn: [0, 0.08 * glance, 0] },
      chest: [0.02 * breath, 0.1 * glance, 0],
      left: { raise: 0.75, spread: 0.3, bend: 1.1, twist: 0.4, wrist: [-0.4, 0, 0] },
      right: { raise: 0.6, spread: 0.3, bend: 0.9 + 0.05 * breath, twist: 0.2 },
      leftLeg: { foot: [0.07, 0, 0.06], yaw: 0.5 },
      rightLeg: { foot: [-0.07, 0, -0.04], yaw: 0.5 },
    },
    0.45 * glance,
  );
}

const clip = (name: string, seconds: number, strideTiles: number, hit: number, posture: (t: number) => Posture) => ({
  name: `burrow-${name}`,
  seconds,
  loop: true,
  strideTiles,
  hit,
  pose: (t: number) => takePosture(posture(t)),
});

export const BURROW: readonly Clip<PersonBone>[] = [
  clip('idle', 3.6, 0, 0, idling),
  clip('walk', 0.7, 1.16, 0, (t) => stooped(walking(t), 0.06 * wave(t))),
  clip('attack', 2.4, 0, 0.2, (t) => stooped(attacking(t), 0)),
];

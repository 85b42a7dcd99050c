import type { PersonBone } from '../../models/people/person-rig.ts';
import { ease, TURN, wave } from '../easing.ts';
import type { Clip, Pose } from '../pose.ts';
import { type LegStand, type Posture, takePosture } from './posture.ts';

/** How a gait moves its feet. Lengths in tiles, `stance` the share of the cycle that a foot stands. */
interface Gait {
  readonly stride: number;
  readonly stance: number;
  /** Height of the swinging ankle. */
  readonly lift: number;
  /** Roll of the foot when it leaves the ground and when it lands, radians. */
  readonly push: number;
  readonly land: number;
  /** Distance of the feet's line from where they rest, inward. */
  readonly narrow: number;
  /** Shifts the line of the feet forward. */
  readonly ahead: number;
}

const WALK: Gait = { stride: 1.16, stance: 0.6, lift: 0.1, push: 0.75, land: -0.3, narrow: 0.035, ahead: 0.01 };
const RUN: Gait = { stride: 2, stance: 0.36, lift: 0.24, push: 1, land: 0.05, narrow: 0.05, ahead: 0.03 };

/** A foot by its own phase: 0 it lands, `stance` it leaves. On the ground it moves back as fast as the body moves on. */
function step(gait: Gait, sign: number, phase: number): LegStand {
  const { stride, stance, lift, push, land, narrow, ahead } = gait;
  const reach = (stride * stance) / 2;
  const x = -sign * narrow;
  if (phase < stance) {
    const t = phase / stance;
    const pitch = t < 0.2 ? land * (1 - t / 0.2) : push * ease((t - 0.55) / 0.45);
    return { foot: [x, 0, ahead + reach * (1 - 2 * t)], pitch, yaw: 0.08 };
  }
  const t = (phase - stance) / (1 - stance);
  const along = -reach + 2 * reach * (t * t * (3 - 2 * t) * 0.75 + t * 0.25);
  const up = Math.sin(Math.PI * t ** 0.8);
  const pitch =
    t < 0.5 ? push * (1 - ease(t / 0.5) * 0.75) : push * 0.25 + (land - push * 0.25) * ease((t - 0.5) / 0.5);
  return { foot: [x, lift * up, ahead + along], pitch, yaw: 0.08 };
}

const wrapped = (phase: number): number => phase - Math.floor(phase);

/** Walking at a share of its cycle. */
export function walking(t: number): Posture {
  // The left heel lands at 0, the right one at 0.5; arms and shoulders go against the legs.
  const swing = Math.cos(t * TURN);
  const bob = Math.cos((t * 2 - 0.08) * TURN);
  const sway = wave(t, 1, -0.05);
  return {
    hips: { shift: [sway * 0.018, -0.032 - 0.018 * bob, 0.01], turn: [0.05, -0.14 * swing, -0.05 * sway] },
    spine: [0.02, 0.08 * swing, 0.04 * sway],
    chest: [0.0, 0.16 * swing, 0.02 * sway],
    head: [-0.04 + 0.015 * bob, -0.1 * swing, -0.01 * sway],
    left: { raise: -0.48 * swing + 0.04, spread: 0.13, bend: 0.3 + 0.2 * Math.max(0, -swing), twist: 0.15 },
    right: { raise: 0.48 * swing + 0.04, spread: 0.13, bend: 0.3 + 0.2 * Math.max(0, swing), twist: 0.15 },
    leftLeg: step(WALK, 1, wrapped(t)),
    rightLeg: step(WALK, -1, wrapped(t + 0.5)),
    cape: [0.16 + 0.04 * bob, 0.1 + 0.07 * wave(t, 2, 0.2)],
  };
}

function runPose(t: number): Pose<PersonBone> {
  const swing = Math.cos((t - 0.04) * TURN);
  // Lowest in the middle of each stance, highest in flight.
  const bob = -Math.cos((t * 2 - RUN.stance) * TURN);
  const sway = wave(t);
  return takePosture({
    hips: { shift: [sway * 0.012, -0.055 + 0.05 * bob, 0.02], turn: [0.2, -0.2 * swing, -0.05 * sway] },
    spine: [0.1, 0.12 * swing, 0.03 * sway],
    chest: [0.04, 0.26 * swing, 0],
    neck: [-0.12, 0, 0],
    head: [-0.16 - 0.03 * bob, -0.16 * swing, 0],
    left: { raise: -0.85 * swing + 0.1, spread: 0.2, bend: 1.5 - 0.25 * swing, twist: 0.3 },
    right: { raise: 0.85 * swing + 0.1, spread: 0.2, bend: 1.5 + 0.25 * swing, twist: 0.3 },
    leftLeg: step(RUN, 1, wrapped(t)),
    rightLeg: step(RUN, -1, wrapped(t + 0.5)),
    cape: [0.5 + 0.08 * bob, 0.2 + 0.12 * wave(t, 2, 0.15)],
  });
}

export const LOCOMOTION: readonly Clip<PersonBone>[] = [
  { name: 'walk', seconds: 0.7, loop: true, strideTiles: WALK.stride, hit: 0, pose: (t) => takePosture(walking(t)) },
  { name: 'run', seconds: 0.6, loop: true, strideTiles: RUN.stride, hit: 0, pose: runPose },
];

import { BEAST_LEGS, BEAST_RIG, type BeastBone, type BeastLeg } from '../../models/creatures/beast-rig.ts';
import { fromEuler, inverse, multiply, type Quaternion, rotate } from '../../models/figure/quaternion.ts';
import { add, length, subtract, type Vector } from '../../models/figure/vector.ts';
import { between, rise, TURN, upAndDown, wave } from '../easing.ts';
import { frameIn } from '../frames.ts';
import { mixPoses } from '../mix-poses.ts';
import type { Clip, Pose } from '../pose.ts';
import { reach } from '../two-bones.ts';

/** Turns of the trunk, and each foot's step from where it stands at rest. */
interface Stance {
  readonly shift?: Vector;
  readonly hips?: Vector;
  readonly chest?: Vector;
  readonly neck?: Vector;
  readonly head?: Vector;
  readonly tail?: Vector;
  readonly feet?: (leg: BeastLeg) => Vector;
}

const STILL: Vector = [0, 0, 0];

function take({ shift = STILL, feet = () => STILL, tail = STILL, ...trunk }: Stance): Pose<BeastBone> {
  const turns = new Map<BeastBone, Quaternion>();
  for (const bone of ['hips', 'chest', 'neck', 'head'] as const) turns.set(bone, fromEuler(...(trunk[bone] ?? STILL)));
  turns.set('tail', fromEuler(...tail));
  turns.set('tailTip', fromEuler(...tail));
  for (const leg of BEAST_LEGS) setLeg(turns, shift, leg, feet(leg));
  return { turns, shift };
}

function setLeg(turns: Map<BeastBone, Quaternion>, shift: Vector, leg: BeastLeg, step: Vector): void {
  const [upper, lower, foot] = [`${leg.name}Upper`, `${leg.name}Lower`, `${leg.name}Foot`] as const;
  const root = frameIn(BEAST_RIG, turns, 'hips', shift, upper);
  const carrier = frameIn(BEAST_RIG, turns, 'hips', shift, leg.carrier);
  const target = rotate(inverse(carrier.turn), subtract(add(BEAST_RIG.at(foot), step), root.at));
  const lengths = [lengthOf(upper, lower), lengthOf(lower, foot)] as const;
  // Hind legs bend forward at the knee, forelegs backward at the elbow.
  const isHind = leg.carrier === 'hips';
  const bent = reach(target, lengths, isHind ? [0, 0, 1] : [0, 0, -1], isHind ? 1 : -1);
  turns.set(upper, bent.upper);
  turns.set(lower, bent.lower);
  turns.set(foot, inverse(multiply(multiply(carrier.turn, bent.upper), bent.lower)));
}

const lengthOf = (a: BeastBone, b: BeastBone): number => length(subtract(BEAST_RIG.at(b), BEAST_RIG.at(a)));

/** A foot's way by its own phase: back along the ground for `stance`, then forward through the air. */
function stepOf(phase: number, stride: number, stance: number, lift: number): Vector {
  const half = (stride * stance) / 2;
  const at = phase - Math.floor(phase);
  if (at < stance) return [0, 0, half * (1 - (2 * at) / stance)];
  const t = (at - stance) / (1 - stance);
  return [0, lift * Math.sin(Math.PI * t), half * (2 * t * t * (3 - 2 * t) - 1)];
}

/** When each leg lands, as a share of the cycle. */
const WALK_BEATS: Readonly<Record<BeastLeg['name'], number>> = {
  hindLeft: 0,
  foreLeft: 0.25,
  hindRight: 0.5,
  foreRight: 0.75,
};
const GALLOP_BEATS: Readonly<Record<BeastLeg['name'], number>> = {
  hindLeft: 0,
  hindRight: 0.1,
  foreLeft: 0.45,
  foreRight: 0.55,
};
const WALK_STRIDE = 0.8;
const GALLOP_STRIDE = 1.5;

const idling = (t: number): Stance => {
  const breath = wave(t, 2);
  const sniff = Math.max(0, wave(t, 1, 0.1)) ** 2;
  return {
    shift: [0, 0.004 * breath, 0],
    chest: [0.015 * breath, 0, 0],
    neck: [0.06 + 0.35 * sniff, 0.12 * wave(t), 0],
    head: [0.05 + 0.2 * sniff + 0.03 * wave(t, 8) * sniff, 0.12 * wave(t, 1, 0.3), 0.04 * wave(t)],
    tail: [0, 0.25 * wave(t, 3), 0],
  };
};

const walking = (t: number): Stance => ({
  shift: [0.012 * wave(t), -0.012 + 0.012 * wave(t, 2, 0.1), 0],
  hips: [0.02 * wave(t, 2), 0.05 * wave(t, 1, 0.2), 0.035 * wave(t)],
  chest: [-0.02 * wave(t, 2), -0.08 * wave(t, 1, 0.2), -0.04 * wave(t)],
  neck: [0.05 * wave(t, 2, 0.3), 0.03 * wave(t), 0],
  head: [0.06 - 0.05 * wave(t, 2, 0.3), 0, 0],
  tail: [0.1, 0.2 * wave(t), 0],
  feet: ({ name }) => stepOf(t - WALK_BEATS[name], WALK_STRIDE, 0.62, 0.09),
});

const galloping = (t: number): Stance => {
  const rock = Math.sin((t - 0.05) * TURN);
  return {
    shift: [0, 0.02 + 0.05 * Math.sin((t + 0.3) * TURN), 0],
    hips: [0.17 * rock, 0, 0],
    chest: [-0.24 * rock, 0, 0],
    neck: [-0.1 + 0.14 * rock, 0, 0],
    head: [0.1 + 0.06 * rock, 0, 0],
    tail: [-0.5 + 0.2 * rock, 0, 0],
    feet: ({ name }) => stepOf(t - GALLOP_BEATS[name], GALLOP_STRIDE, 0.38, 0.17),
  };
};

/** Head down, a short rush from the hind legs, a toss of the snout. */
const attacking = (t: number): Stance => {
  const { rush, low, toss } = between(
    [
      [0, { rush: 0, low: 0.1, toss: 0 }],
      [0.12, { rush: -0.1, low: 0.42, toss: 0.25 }],
      [0.2, { rush: 0.16, low: 0.12, toss: -0.55 }],
      [0.3, { rush: 0.12, low: 0, toss: -0.5 }],
      [0.5, { rush: 0, low: 0.1, toss: 0 }],
      [1, { rush: 0, low: 0.1, toss: 0 }],
    ],
    t,
  );
  return {
    shift: [0, -0.02 - 0.2 * Math.max(0, -rush), rush],
    hips: [0.15 * rush, 0, 0],
    chest: [low * 0.4, 0, 0],
    neck: [low + toss * 0.5, 0.06 * wave(t, 2), 0],
    head: [low * 0.5 + toss, 0, 0.3 * Math.max(0, rush)],
    tail: [-0.3, 0.3 * wave(t, 4), 0],
    feet: ({ carrier }) => [0, 0, carrier === 'chest' ? Math.max(0, rush) * 0.8 : Math.min(0, rush) * 0.2],
  };
};

const hurting: Stance = {
  shift: [0, -0.04, -0.08],
  hips: [-0.06, 0.12, 0.06],
  chest: [-0.1, 0.14, 0.05],
  neck: [-0.3, 0.2, 0],
  head: [-0.2, 0.25, 0.2],
  tail: [0.5, 0, 0],
};

/** Falls to its side, legs giving way, one last kick. */
function dying(t: number): Pose<BeastBone> {
  const fall = rise(0.1, 0.6, t);
  const kick = wave((t - 0.55) * 3) * rise(0.55, 0.6, t) * (1 - rise(0.75, 0.9, t));
  const down = take({
    shift: [0.1, -0.26, 0],
    hips: [0, 0, -1.5],
    chest: [0.1, 0, 0],
    neck: [0.2, 0.1, 0],
    head: [0.1, -0.1, 0],
    tail: [0.3, 0, 0],
  });
  const turns = new Map(down.turns);
  for (const { name, carrier } of BEAST_LEGS) {
    const bend = carrier === 'hips' ? 0.5 : -0.5;
    turns.set(`${name}Upper`, fromEuler(-bend * 0.8 + kick * 0.2, 0, 0));
    turns.set(`${name}Lower`, fromEuler(bend + kick * 0.2, 0, 0));
    turns.set(`${name}Foot`, fromEuler(0.2, 0, 0));
  }
  return mixPoses(take(idling(0)), { turns, shift: down.shift }, fall);
}

const clip = (
  name: string,
  seconds: number,
  change: Partial<Clip<BeastBone>> & Pick<Clip<BeastBone>, 'pose'>,
): Clip<BeastBone> => ({
  name,
  seconds,
  loop: true,
  strideTiles: 0,
  hit: 0,
  ...change,
});

/** Every clip of four-legged creatures. */
export const BEAST_CLIPS: readonly Clip<BeastBone>[] = [
  clip('idle', 4, { pose: (t) => take(idling(t)) }),
  clip('walk', 0.6, { strideTiles: WALK_STRIDE, pose: (t) => take(walking(t)) }),
  clip('run', 0.5, { strideTiles: GALLOP_STRIDE, pose: (t) => take(galloping(t)) }),
  clip('attack', 2.4, { hit: 0.2, pose: (t) => take(attacking(t)) }),
  clip('hurt', 0.5, { loop: false, pose: (t) => mixPoses(take(idling(0)), take(hurting), upAndDown(t, 0.25, 0.4)) }),
  clip('die', 1.3, { loop: false, pose: dying }),
];

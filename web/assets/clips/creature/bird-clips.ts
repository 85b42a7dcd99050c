import { BIRD_RIG, type BirdBone } from '../../models/creatures/bird-rig.ts';
import { fromEuler, inverse, multiply, type Quaternion, rotate } from '../../models/figure/quaternion.ts';
import { add, length, subtract, type Vector } from '../../models/figure/vector.ts';
import { SIDES, type Side } from '../../models/people/person-rig.ts';
import { between, rise, upAndDown, wave } from '../easing.ts';
import { frameIn } from '../frames.ts';
import { mixPoses } from '../mix-poses.ts';
import type { Clip, Pose } from '../pose.ts';
import { reach } from '../two-bones.ts';

interface Perch {
  readonly shift?: Vector;
  readonly body?: Vector;
  readonly neck?: Vector;
  readonly head?: Vector;
  readonly tail?: Vector;
  /** How far wings stand off, radians. */
  readonly wings?: number;
  readonly feet?: (side: Side) => Vector;
}

const STILL: Vector = [0, 0, 0];

function take({ shift = STILL, wings = 0, feet = () => STILL, ...trunk }: Perch): Pose<BirdBone> {
  const turns = new Map<BirdBone, Quaternion>();
  for (const bone of ['body', 'neck', 'head', 'tail'] as const) turns.set(bone, fromEuler(...(trunk[bone] ?? STILL)));
  for (const side of SIDES) {
    turns.set(`wing${side.name}`, fromEuler(0, side.sign * wings * 0.35, side.sign * wings));
    setLeg(turns, shift, side, feet(side));
  }
  return { turns, shift };
}

function setLeg(turns: Map<BirdBone, Quaternion>, shift: Vector, { name }: Side, step: Vector): void {
  const [upper, lower, foot] = [`legUpper${name}`, `legLower${name}`, `foot${name}`] as const;
  const root = frameIn(BIRD_RIG, turns, 'body', shift, upper);
  const body = frameIn(BIRD_RIG, turns, 'body', shift, 'body');
  const target = rotate(inverse(body.turn), subtract(add(BIRD_RIG.at(foot), step), root.at));
  const bent = reach(target, [lengthOf(upper, lower), lengthOf(lower, foot)], [0, 0, -1], -1);
  turns.set(upper, bent.upper);
  turns.set(lower, bent.lower);
  turns.set(foot, inverse(multiply(multiply(body.turn, bent.upper), bent.lower)));
}

const lengthOf = (a: BirdBone, b: BirdBone): number => length(subtract(BIRD_RIG.at(b), BIRD_RIG.at(a)));

const STRIDE = 0.34;
const RUN_STRIDE = 0.5;

function stepOf(phase: number, stride: number, stance: number, lift: number): Vector {
  const half = (stride * stance) / 2;
  const at = phase - Math.floor(phase);
  if (at < stance) return [0, 0, half * (1 - (2 * at) / stance)];
  const t = (at - stance) / (1 - stance);
  return [0, lift * Math.sin(Math.PI * t), half * (2 * t * t * (3 - 2 * t) - 1)];
}

/** Looks about in jerks, pecks twice, flicks its tail. */
const idling = (t: number): Perch => {
  const peck = Math.max(0, wave(t, 4, 0.25)) * (rise(0.5, 0.56, t) - rise(0.86, 0.92, t));
  const glance = Math.sign(wave(t, 2)) * 0.5 * (1 - rise(0.45, 0.5, t)) * rise(0.02, 0.06, t % 0.25);
  return {
    shift: [0, -0.005 + 0.003 * wave(t, 3) - 0.02 * peck, 0],
    body: [0.35 * peck, 0, 0],
    neck: [0.9 * peck, glance * 0.3, 0],
    head: [0.5 * peck, glance, 0.1 * glance],
    tail: [-0.25 * Math.max(0, wave(t, 6)) ** 4, 0, 0],
  };
};

/** The head stays where it is while the body walks up to it, then jumps ahead. */
const walking = (t: number): Perch => {
  const beat = (t * 2) % 1;
  const nod = beat < 0.6 ? 0.5 - beat / 0.6 : -0.5 + rise(0.6, 1, beat);
  return {
    shift: [0.012 * wave(t), -0.008 + 0.008 * wave(t, 2), 0],
    body: [0.03 * wave(t, 2), 0.06 * wave(t, 1, 0.25), 0.09 * wave(t)],
    neck: [-0.35 * nod, 0, -0.06 * wave(t)],
    head: [0.35 * nod, 0, -0.03 * wave(t)],
    tail: [-0.15 * Math.max(0, wave(t, 2)), 0, 0],
    feet: ({ sign }) => stepOf(t + (sign > 0 ? 0 : 0.5), STRIDE, 0.58, 0.05),
  };
};

const running = (t: number): Perch => ({
  shift: [0, 0.012 * wave(t, 2), 0],
  body: [0.22, 0.05 * wave(t), 0.1 * wave(t)],
  neck: [0.42, 0, 0],
  head: [-0.5, 0, 0],
  tail: [0.2, 0, 0],
  wings: 0.55 + 0.35 * wave(t, 3),
  feet: ({ sign }) => stepOf(t + (sign > 0 ? 0 : 0.5), RUN_STRIDE, 0.42, 0.08),
});

const attacking = (t: number): Perch => {
  const { dart, wings } = between(
    [
      [0, { dart: 0, wings: 0.2 }],
      [0.12, { dart: -0.5, wings: 0.9 }],
      [0.2, { dart: 1, wings: 1.2 }],
      [0.26, { dart: 0.2, wings: 0.8 }],
      [0.33, { dart: 1, wings: 1 }],
      [0.5, { dart: 0, wings: 0.25 }],
      [1, { dart: 0, wings: 0.2 }],
    ],
    t,
  );
  return {
    shift: [0, 0.02 * Math.max(0, -dart), 0.06 * dart],
    body: [-0.15 + 0.4 * dart, 0, 0],
    neck: [0.75 * dart, 0, 0],
    head: [-0.2 * dart, 0, 0],
    tail: [-0.4, 0, 0],
    wings: wings * (1 + 0.25 * wave(t, 12)),
  };
};

function dying(t: number): Pose<BirdBone> {
  const flutter = 0.9 * Math.abs(wave(t, 5)) * (1 - rise(0.5, 0.8, t));
  const down = take({
    shift: [0, -0.135, 0],
    body: [0, 0, 1.45],
    neck: [0.5, 0.2, 0],
    head: [0.3, 0, 0],
    wings: 0.25 + flutter,
  });
  return mixPoses(take({ wings: flutter }), down, rise(0.1, 0.6, t));
}

const clip = (
  name: string,
  seconds: number,
  change: Partial<Clip<BirdBone>> & Pick<Clip<BirdBone>, 'pose'>,
): Clip<BirdBone> => ({
  name,
  seconds,
  loop: true,
  strideTiles: 0,
  hit: 0,
  ...change,
});

/** Every clip of birds. */
export const BIRD_CLIPS: readonly Clip<BirdBone>[] = [
  clip('idle', 4, { pose: (t) => take(idling(t)) }),
  clip('walk', 0.4, { strideTiles: STRIDE, pose: (t) => take(walking(t)) }),
  clip('run', 0.3, { strideTiles: RUN_STRIDE, pose: (t) => take(running(t)) }),
  clip('attack', 2.4, { hit: 0.2, pose: (t) => take(attacking(t)) }),
  clip('hurt', 0.5, {
    loop: false,
    pose: (t) =>
      mixPoses(
        take({}),
        take({ shift: [0, 0.03, -0.05], body: [-0.4, 0.2, 0], neck: [-0.3, 0, 0], wings: 1.3 }),
        upAndDown(t, 0.25, 0.4),
      ),
  }),
  clip('die', 1.2, { loop: false, pose: dying }),
];

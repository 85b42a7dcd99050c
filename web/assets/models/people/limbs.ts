import type { Ring, Sculpt, Weights } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { PERSON_RIG, type PersonBone, type Side } from './person-rig.ts';
import type { Build } from './torso.ts';
import { mixed, on } from './weights.ts';

/** A ring below a joint: `dy` from the joint, half width and depth. */
interface Slice {
  readonly dy: number;
  readonly rx: number;
  readonly rz: number;
  readonly dx?: number;
  readonly dz?: number;
  readonly slot: Ring['slot'];
  readonly shade?: number;
  readonly weights: Weights;
  readonly until?: Ring['until'];
}

function ringAt(bone: PersonBone, sign: number, slice: Slice): Ring {
  const [x, y, z] = PERSON_RIG.at(bone);
  const { dy, dx = 0, dz = 0, rx, rz, slot, shade = 1, weights, until = 'plain' } = slice;
  return { y: y + dy, x: x + dx * sign, z: z + dz, rx, rz, slot, shade, weights, until, round: 0.93 };
}

/** Sleeve and forearm; the hand is a piece of its own. */
export function arm(sculpt: Sculpt, { name, sign }: Side, { limb, shoulder }: Build): void {
  const upper = `upperArm${name}` as const;
  const lower = `lowerArm${name}` as const;
  const hand = `hand${name}` as const;
  const inset = shoulder - 0.225;
  const top = (slice: Slice) => ringAt(upper, sign, { ...slice, dx: (slice.dx ?? 0) + inset });
  const low = (slice: Slice) => ringAt(lower, sign, { ...slice, dx: (slice.dx ?? 0) + inset });
  const end = (slice: Slice) => ringAt(hand, sign, { ...slice, dx: (slice.dx ?? 0) + inset });
  const w = limb;
  sculpt.loft(
    [
      top({
        dy: 0.068,
        dx: -0.04,
        rx: 0.05,
        rz: 0.06,
        slot: 'shirt',
        weights: mixed('chest', upper, 0.5),
        until: 'near',
      }),
      top({ dy: 0.05, dx: -0.005, rx: 0.088 * w, rz: 0.094 * w, slot: 'shirt', weights: mixed('chest', upper, 0.75) }),
      top({ dy: -0.03, dx: 0.01, rx: 0.097 * w, rz: 0.1 * w, slot: 'shirt', weights: on(upper), until: 'far' }),
      top({
        dy: -0.13,
        dx: 0.01,
        rx: 0.087 * w,
        rz: 0.09 * w,
        slot: 'shirt',
        shade: 0.94,
        weights: on(upper),
        until: 'near',
      }),
      low({ dy: 0.03, rx: 0.083 * w, rz: 0.086 * w, slot: 'shirt', shade: 0.9, weights: mixed(upper, lower, 0.3) }),
      low({
        dy: -0.03,
        rx: 0.08 * w,
        rz: 0.082 * w,
        slot: 'shirt',
        shade: 0.95,
        weights: mixed(upper, lower, 0.85),
        until: 'near',
      }),
      low({ dy: -0.09, dx: 0.004, rx: 0.081 * w, rz: 0.084 * w, slot: 'trim', shade: 0.95, weights: on(lower) }),
      low({
        dy: -0.135,
        dx: 0.004,
        rx: 0.084 * w,
        rz: 0.087 * w,
        slot: 'trim',
        shade: 0.75,
        weights: on(lower),
        until: 'far',
      }),
      low({
        dy: -0.132,
        dx: 0.004,
        rx: 0.06 * w,
        rz: 0.062 * w,
        slot: 'skin',
        shade: 0.8,
        weights: on(lower),
        until: 'near',
      }),
      end({ dy: 0.015, rx: 0.05 * w, rz: 0.056 * w, slot: 'skin', weights: mixed(lower, hand, 0.5) }),
      end({ dy: -0.015, rx: 0.044 * w, rz: 0.056 * w, slot: 'skin', weights: on(hand), until: 'near' }),
    ],
    { sides: [8, 6, 4], capFirst: sculpt.level !== 'plain', capLast: false },
  );
  sculpt.at([inset * sign, 0, 0], [0, 0, 0], () => palm(sculpt, name, sign, w));
}

/** Palm, thumb and four fingers, a little curled, as hands hang; farther off one piece. */
function palm(sculpt: Sculpt, name: Side['name'], sign: number, w: number): void {
  const hand = `hand${name}` as const;
  const weights = on(hand);
  const ring = (dy: number, rx: number, rz: number, dz: number, shade = 1, dx = 0): Ring =>
    ringAt(hand, sign, { dy, rx: rx * w, rz: rz * w, dz, dx, slot: 'skin', shade, weights });
  if (sculpt.level !== 'near') {
    sculpt.loft([ring(0.01, 0.048, 0.054, 0), ring(-0.06, 0.046, 0.064, 0.006), ring(-0.13, 0.032, 0.05, 0.01, 0.9)], {
      sides: [6, 5, 4],
      capFirst: false,
    });
    return;
  }
  sculpt.loft(
    [ring(-0.015, 0.044, 0.056, 0), ring(-0.05, 0.042, 0.066, 0.004), ring(-0.088, 0.036, 0.066, 0.006, 0.95, -0.004)],
    {
      sides: [8, 6, 4],
      capFirst: false,
    },
  );
  const [x, y, z] = PERSON_RIG.at(hand);
  [0.052, 0.019, -0.014, -0.046].forEach((dz, finger) => {
    const size = [0.94, 1.06, 1, 0.82][finger] ?? 1;
    const root: Vector = [x - sign * 0.004, y - 0.082, z + 0.004 + dz * w];
    sculpt.at(root, [dz * -1.2, 0, sign * -0.14], () => digit(sculpt, weights, 0.0165 * w, 0.062 * size * w, sign));
  });
  sculpt.at([x - sign * 0.006, y - 0.03, z + 0.058 * w], [-0.62, 0, sign * -0.1], () =>
    digit(sculpt, weights, 0.02 * w, 0.062 * w, sign),
  );
}

/** A finger downward along local −y, its last joint bent inward. */
function digit(sculpt: Sculpt, weights: Weights, radius: number, length: number, sign: number): void {
  const skin = { slot: 'skin', weights } as const;
  sculpt.loft(
    [
      { y: 0.012, rx: radius, rz: radius, ...skin },
      { y: -length * 0.55, rx: radius * 1.05, rz: radius, x: -sign * 0.002, ...skin },
      { y: -length, rx: radius * 0.7, rz: radius * 0.75, x: -sign * 0.016, shade: 0.92, ...skin },
    ],
    { sides: [5, 4, 3], capFirst: false },
  );
}

/** Trouser leg and boot. */
export function leg(sculpt: Sculpt, { name, sign }: Side, { limb }: Build): void {
  const upper = `upperLeg${name}` as const;
  const lower = `lowerLeg${name}` as const;
  const foot = `foot${name}` as const;
  const w = 0.5 + limb / 2;
  const at = (bone: PersonBone) => (slice: Slice) => ringAt(bone, sign, slice);
  const [top, low, end] = [at(upper), at(lower), at(foot)];
  sculpt.loft(
    [
      top({
        dy: 0.03,
        dx: -0.008,
        rx: 0.1 * w,
        rz: 0.122 * w,
        slot: 'trousers',
        shade: 0.6,
        weights: mixed('hips', upper, 0.4),
      }),
      top({ dy: -0.08, rx: 0.106 * w, rz: 0.12 * w, slot: 'trousers', shade: 0.78, weights: on(upper), until: 'near' }),
      top({
        dy: -0.2,
        dx: 0.004,
        rx: 0.098 * w,
        rz: 0.106 * w,
        slot: 'trousers',
        shade: 0.95,
        weights: on(upper),
        until: 'far',
      }),
      low({ dy: 0.05, rx: 0.09 * w, rz: 0.095 * w, dz: 0.004, slot: 'trousers', weights: mixed(upper, lower, 0.25) }),
      low({
        dy: -0.03,
        rx: 0.088 * w,
        rz: 0.093 * w,
        dz: 0.004,
        slot: 'trousers',
        shade: 0.95,
        weights: mixed(upper, lower, 0.8),
        until: 'near',
      }),
      low({ dy: -0.1, rx: 0.092 * w, rz: 0.098 * w, slot: 'trousers', shade: 0.85, weights: on(lower), until: 'near' }),
      low({ dy: -0.1, rx: 0.108 * w, rz: 0.114 * w, slot: 'leather', weights: on(lower), until: 'far' }),
      low({ dy: -0.155, rx: 0.104 * w, rz: 0.11 * w, slot: 'boots', shade: 0.95, weights: on(lower) }),
      low({ dy: -0.158, rx: 0.092 * w, rz: 0.1 * w, slot: 'boots', shade: 0.8, weights: on(lower), until: 'near' }),
      end({
        dy: 0.06,
        rx: 0.078,
        rz: 0.088,
        slot: 'boots',
        shade: 0.95,
        weights: mixed(lower, foot, 0.35),
        until: 'far',
      }),
      end({ dy: -0.03, rx: 0.082, rz: 0.096, dz: 0.004, slot: 'boots', shade: 0.92, weights: on(foot), until: 'near' }),
      end({ dy: -0.1, rx: 0.084, rz: 0.1, dz: 0.004, slot: 'boots', shade: 0.75, weights: on(foot) }),
    ],
    { sides: [8, 6, 4], capFirst: false },
  );
  boot(sculpt, foot, sign);
}

/** The shoe in front of the ankle: a loft along z, sole flat on the ground. */
function boot(sculpt: Sculpt, foot: PersonBone, sign: number): void {
  const [x, , z] = PERSON_RIG.at(foot);
  const weights = on(foot);
  const ring = (along: number, half: number, height: number, shade: number, until: Ring['until'] = 'plain'): Ring => ({
    y: along,
    rx: half,
    rz: height / 2,
    z: -height / 2,
    round: 0.72,
    slot: 'boots',
    shade,
    weights,
    until,
  });
  // Local y runs forward, local z downward: a half turn less a quarter about x.
  sculpt.at([x, 0, z], [Math.PI / 2, 0, 0], () => {
    sculpt.loft(
      [
        ring(-0.02, 0.08, 0.13, 0.9),
        ring(0.09, 0.092, 0.115, 0.95, 'near'),
        ring(0.155, 0.09, 0.088, 1),
        ring(0.205, 0.066, 0.056, 0.95, 'far'),
        ring(0.222, 0.04, 0.03, 0.9, 'near'),
      ].map((row) => ({ ...row, x: sign * row.y * 0.09 })),
      { sides: [8, 6, 4], capFirst: false },
    );
  });
}

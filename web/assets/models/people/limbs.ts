import type { Ring, Sculpt, Weights } from '../figure/sculpt.ts';
import { hand } from './hand.ts';
import { PERSON_RIG, type PersonBone, type Side } from './person-rig.ts';
import type { Build } from './torso.ts';
import { mixed, on } from './weights.ts';

type SliceChange = Partial<Pick<Ring, 'x' | 'z' | 'shade' | 'until'>>;
/** A ring `dy` below a joint; `x` is outward, and like `z` from the joint. */
type Slice = (dy: number, rx: number, rz: number, slot: Ring['slot'], weights: Weights, change?: SliceChange) => Ring;

/** Rings around a joint, their widths in parts of the broad build's. */
function slicesAt(bone: PersonBone, sign: number, width: number, inset = 0): Slice {
  const [x, y, z] = PERSON_RIG.at(bone);
  return (dy, rx, rz, slot, weights, change = {}) => ({
    ...change,
    y: y + dy,
    x: x + (inset + (change.x ?? 0)) * sign,
    z: z + (change.z ?? 0),
    rx: rx * width,
    rz: rz * width,
    round: 0.93,
    slot,
    weights,
  });
}

/** Sleeve, forearm and hand. */
export function arm(sculpt: Sculpt, { name, sign }: Side, { limb, shoulder }: Build): void {
  const [upper, lower, wrist] = [`upperArm${name}`, `lowerArm${name}`, `hand${name}`] as const;
  const inset = shoulder - 0.225;
  const top = slicesAt(upper, sign, limb, inset);
  const low = slicesAt(lower, sign, limb, inset);
  const end = slicesAt(wrist, sign, limb, inset);
  sculpt.loft(
    [
      top(0.07, 0.03, 0.045, 'shirt', mixed('chest', upper, 0.4), { x: -0.07, until: 'near' }),
      top(0.058, 0.068, 0.074, 'shirt', mixed('chest', upper, 0.6), { x: -0.04 }),
      top(0.022, 0.089, 0.092, 'shirt', mixed('chest', upper, 0.85), { x: -0.012, until: 'near' }),
      top(-0.045, 0.096, 0.099, 'shirt', on(upper), { until: 'near' }),
      top(-0.13, 0.088, 0.091, 'shirt', on(upper), { x: 0.006, shade: 0.95, until: 'near' }),
      low(0.03, 0.084, 0.087, 'shirt', mixed(upper, lower, 0.3), { shade: 0.92 }),
      low(-0.03, 0.081, 0.083, 'shirt', mixed(upper, lower, 0.85), { shade: 0.96, until: 'near' }),
      low(-0.09, 0.082, 0.085, 'trim', on(lower), { shade: 0.95, until: 'near' }),
      low(-0.135, 0.085, 0.088, sculpt.level === 'far' ? 'skin' : 'trim', on(lower), { shade: 0.75 }),
      low(-0.132, 0.06, 0.062, 'skin', on(lower), { shade: 0.8, until: 'near' }),
      end(0.015, 0.05, 0.056, 'skin', mixed(lower, wrist, 0.5)),
      end(-0.015, 0.044, 0.056, 'skin', on(wrist), { until: 'near' }),
    ],
    { sides: [6, 5], capFirst: sculpt.level === 'far', capLast: false },
  );
  sculpt.at([inset * sign, 0, 0], [0, 0, 0], () => hand(sculpt, name, sign, limb));
}

/** Trouser leg and boot. */
export function leg(sculpt: Sculpt, { name, sign }: Side, { limb }: Build): void {
  const [upper, lower, foot] = [`upperLeg${name}`, `lowerLeg${name}`, `foot${name}`] as const;
  const width = 0.5 + limb / 2;
  const top = slicesAt(upper, sign, width);
  const low = slicesAt(lower, sign, width);
  const end = slicesAt(foot, sign, 1);
  sculpt.loft(
    [
      top(0.02, 0.082, 0.108, 'trousers', mixed('hips', upper, 0.4), { x: -0.02, shade: 0.6 }),
      top(-0.09, 0.098, 0.112, 'trousers', on(upper), { x: -0.004, shade: 0.75, until: 'near' }),
      top(-0.2, 0.099, 0.107, 'trousers', on(upper), { x: 0.004, shade: 0.95, until: 'near' }),
      low(0.05, 0.091, 0.096, 'trousers', mixed(upper, lower, 0.25), { z: 0.004 }),
      low(-0.03, 0.089, 0.094, 'trousers', mixed(upper, lower, 0.8), { z: 0.004, shade: 0.95, until: 'near' }),
      low(-0.098, 0.092, 0.098, 'trousers', on(lower), { shade: 0.8, until: 'near' }),
      low(-0.1, 0.109, 0.115, 'leather', on(lower)),
      low(-0.155, 0.105, 0.111, 'boots', on(lower), { shade: 0.95, until: 'near' }),
      low(-0.158, 0.092, 0.1, 'boots', on(lower), { shade: 0.8, until: 'near' }),
      end(0.06, 0.078, 0.088, 'boots', mixed(lower, foot, 0.35), { shade: 0.95 }),
      end(-0.1, 0.086, 0.1, 'boots', on(foot), { z: 0.004, shade: 0.75 }),
    ],
    { sides: [6, 5], capFirst: false, capLast: false },
  );
  boot(sculpt, foot, sign);
}

/** The shoe in front of the ankle: a loft forward, its sole flat on the ground. */
function boot(sculpt: Sculpt, foot: PersonBone, sign: number): void {
  const [x, , z] = PERSON_RIG.at(foot);
  const weights = on(foot);
  const ring = (along: number, half: number, height: number, shade: number, until?: 'near'): Ring => ({
    y: along,
    x: sign * along * 0.09,
    rx: half,
    rz: height / 2,
    z: -height / 2,
    round: 0.72,
    slot: 'boots',
    shade,
    weights,
    ...(until === undefined ? {} : { until }),
  });
  // Local y runs forward, local z downward.
  sculpt.at([x, 0, z], [Math.PI / 2, 0, 0], () => {
    sculpt.loft(
      [
        ring(-0.02, 0.08, 0.13, 0.9),
        ring(0.09, 0.093, 0.118, 0.95, 'near'),
        ring(0.155, 0.091, 0.09, 1),
        ring(0.208, 0.062, 0.052, 0.92, 'near'),
      ],
      { sides: [6, 5], capFirst: false },
    );
  });
}

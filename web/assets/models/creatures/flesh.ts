import type { Rig } from '../figure/rig.ts';
import type { Ring, Sculpt, Weights } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';

/** Weights by the names of a rig's bones. */
export interface RigWeights<Bone extends string> {
  on(bone: Bone): Weights;
  mixed(a: Bone, b: Bone, share: number): Weights;
}

export function weightsOf<Bone extends string>(rig: Rig<Bone>): RigWeights<Bone> {
  return {
    on: (bone) => [[rig.indexOf(bone), 1]],
    mixed: (a, b, share) => [
      [rig.indexOf(a), 1 - share],
      [rig.indexOf(b), share],
    ],
  };
}

/** A cross-section of a body that lies along z: height of its middle, half width, half height. */
export interface Girth {
  readonly z: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  /** Half height below the middle, where it differs. */
  readonly low?: number;
  readonly slot: Ring['slot'];
  readonly shade?: number;
  readonly weights: Weights;
}

/** Lofts a body along z, from tail to snout. */
export function trunk(sculpt: Sculpt, girths: readonly Girth[], sides: readonly [number, number], round = 0.95): void {
  // Local y runs along z, local z downward.
  sculpt.at([0, 0, 0], [Math.PI / 2, 0, 0], () => {
    sculpt.loft(
      girths.map(({ z, y, wide, high, low = high, slot, shade = 1, weights }) => ({
        y: z,
        z: -y,
        rx: wide,
        rz: low,
        back: high,
        round,
        slot,
        shade,
        weights,
      })),
      { sides, turn: 0.25 },
    );
  });
}

/** A cone from a foot to a tip: ears, tusks, toes, bristles. */
export function spike(
  sculpt: Sculpt,
  from: Vector,
  to: Vector,
  radius: number,
  flat: number,
  skin: Pick<Ring, 'slot' | 'shade' | 'weights'>,
  sides = 4,
): void {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length = Math.hypot(dx, dy, dz);
  // Turns local y onto the direction: about x, then about z.
  const tilt = Math.atan2(dz, Math.hypot(dx, dy));
  const lean = Math.atan2(-dx, dy);
  sculpt.at(from, [0, 0, lean], () => {
    sculpt.at([0, 0, 0], [tilt, 0, 0], () => {
      sculpt.loft(
        [
          { ...skin, y: 0, rx: radius, rz: radius * flat },
          { ...skin, y: length, rx: radius * 0.12, rz: radius * 0.12 },
        ],
        { sides: [sides, 3], capFirst: false },
      );
    });
  });
}

/** An eye: a dark bead with a light in it. */
export function bead(sculpt: Sculpt, at: Vector, radius: number, weights: Weights, slot: Ring['slot'] = 'dark'): void {
  const sign = Math.sign(at[0]) || 1;
  sculpt.at(at, [0, 0, (sign * -Math.PI) / 2 + sign * 0.25], () => {
    const ring = (y: number, rx: number): Ring => ({ y: y * radius, rx: rx * radius, rz: rx * radius, slot, weights });
    sculpt.loft([ring(-0.4, 1), ring(0.25, 0.86), ring(0.6, 0.3)], { sides: [6, 4], capFirst: false });
  });
  sculpt.fine(() => {
    const light = { slot: 'white', shade: 1, weights } as const;
    sculpt.box(
      [at[0] + sign * radius * 0.5, at[1] + radius * 0.45, at[2] + radius * 0.3],
      [radius * 0.4, radius * 0.5, radius * 0.5],
      light,
    );
  });
}

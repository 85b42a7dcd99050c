import type { Mesh } from '../../mesh.ts';
import { Sculpt } from '../figure/sculpt.ts';
import { SIDES, type Side } from '../people/person-rig.ts';
import { BIRD_RIG } from './bird-rig.ts';
import { bead, spike, trunk, weightsOf } from './flesh.ts';

const { on, mixed } = weightsOf(BIRD_RIG);

/** A moorhen: round, dark, red of bill, on big green feet. */
export function moorhen(level: 'near' | 'far'): Mesh {
  const sculpt = new Sculpt(level);
  sculpt.crease = 0.7;
  trunk(
    sculpt,
    [
      { z: -0.21, y: 0.3, wide: 0.03, high: 0.03, slot: 'hair', weights: on('body') },
      { z: -0.15, y: 0.28, wide: 0.085, high: 0.07, low: 0.07, slot: 'hair', weights: on('body') },
      { z: -0.03, y: 0.26, wide: 0.13, high: 0.115, low: 0.105, slot: 'shirt', weights: on('body') },
      { z: 0.08, y: 0.265, wide: 0.125, high: 0.115, low: 0.11, slot: 'shirt', weights: on('body') },
      { z: 0.16, y: 0.285, wide: 0.08, high: 0.085, low: 0.085, slot: 'shirt', weights: mixed('body', 'neck', 0.5) },
      { z: 0.19, y: 0.3, wide: 0.035, high: 0.04, slot: 'shirt', weights: on('neck') },
    ],
    [8, 6],
    1,
  );
  sculpt.loft(
    [
      { y: 0.27, z: 0.11, rx: 0.075, rz: 0.085, slot: 'shirt', weights: mixed('body', 'neck', 0.4) },
      { y: 0.36, z: 0.145, rx: 0.056, rz: 0.062, slot: 'hair', weights: mixed('neck', 'head', 0.4) },
      { y: 0.42, z: 0.165, rx: 0.068, rz: 0.076, slot: 'hair', weights: on('head') },
      { y: 0.47, z: 0.165, rx: 0.06, rz: 0.068, slot: 'hair', weights: on('head') },
      { y: 0.5, z: 0.155, rx: 0.026, rz: 0.03, slot: 'hair', weights: on('head') },
    ],
    { sides: [8, 5], capFirst: false },
  );
  bill(sculpt);
  for (const side of SIDES) {
    bead(sculpt, [side.sign * 0.056, 0.447, 0.2], 0.018, on('head'), 'iris');
    wing(sculpt, side);
    leg(sculpt, side);
  }
  tail(sculpt);
  return sculpt.mesh();
}

/** Red up to the forehead, its tip yellow. */
function bill(sculpt: Sculpt): void {
  const head = on('head');
  trunk(
    sculpt,
    [
      { z: 0.2, y: 0.445, wide: 0.03, high: 0.05, low: 0.03, slot: 'skin', weights: head },
      { z: 0.25, y: 0.43, wide: 0.024, high: 0.03, low: 0.024, slot: 'skin', weights: head },
      { z: 0.285, y: 0.418, wide: 0.018, high: 0.018, slot: 'lip', weights: head },
      { z: 0.325, y: 0.408, wide: 0.003, high: 0.004, slot: 'lip', weights: head },
    ],
    [5, 4],
  );
}

function wing(sculpt: Sculpt, { name, sign }: Side): void {
  const weights = on(`wing${name}`);
  sculpt.at([sign * 0.122, 0.275, -0.03], [0.16, sign * -0.16, sign * 0.12], () => {
    trunk(
      sculpt,
      [
        { z: -0.2, y: 0.0, wide: 0.004, high: 0.008, slot: 'trim', weights },
        { z: -0.12, y: -0.01, wide: 0.016, high: 0.045, slot: 'hair', weights },
        { z: 0.02, y: 0, wide: 0.024, high: 0.075, slot: 'hair', shade: 1, weights },
        { z: 0.11, y: 0.01, wide: 0.012, high: 0.045, slot: 'hair', weights },
      ],
      [6, 4],
    );
  });
}

/** Cocked, its underside white: what one sees when it runs away. */
function tail(sculpt: Sculpt): void {
  const weights = on('tail');
  spike(sculpt, [0, 0.28, -0.15], [0, 0.4, -0.3], 0.055, 0.6, { slot: 'hair', shade: 1, weights }, 5);
  for (const { sign } of SIDES) {
    spike(sculpt, [sign * 0.03, 0.25, -0.165], [sign * 0.045, 0.335, -0.285], 0.032, 0.6, {
      slot: 'trim',
      shade: 1,
      weights,
    });
  }
}

function leg(sculpt: Sculpt, { name, sign }: Side): void {
  const [upper, lower, foot] = [`legUpper${name}`, `legLower${name}`, `foot${name}`] as const;
  const x = sign * 0.055;
  const ring = (
    y: number,
    radius: number,
    weights: ReturnType<typeof on>,
    slot: 'shirt' | 'trousers' = 'trousers',
  ) => ({ x, y, z: -0.005, rx: radius, rz: radius, slot, weights });
  sculpt.loft(
    [
      ring(0.2, 0.036, on(upper), 'shirt'),
      ring(0.13, 0.018, mixed(upper, lower, 0.4)),
      ring(0.015, 0.015, mixed(lower, foot, 0.7)),
    ],
    { sides: [5, 3], capFirst: false },
  );
  for (const turn of [-0.5, 0, 0.5]) {
    spike(
      sculpt,
      [x, 0.018, -0.01],
      [x + Math.sin(turn) * 0.12, 0.008, -0.01 + Math.cos(turn) * 0.13],
      0.016,
      0.8,
      { slot: 'trousers', shade: 1, weights: on(foot) },
      3,
    );
  }
  sculpt.fine(() =>
    spike(
      sculpt,
      [x, 0.018, -0.01],
      [x, 0.008, -0.09],
      0.014,
      0.8,
      { slot: 'trousers', shade: 1, weights: on(foot) },
      3,
    ),
  );
}

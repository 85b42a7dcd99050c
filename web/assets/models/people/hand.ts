import type { Ring, Sculpt, Weights } from '../figure/sculpt.ts';
import type { Vector } from '../figure/vector.ts';
import { PERSON_RIG, type SideName } from './person-rig.ts';
import { on } from './weights.ts';

/** Where fingers grow, along z from the middle of the palm, and how long each is. */
const FINGERS = [
  { z: 0.052, length: 0.94 },
  { z: 0.019, length: 1.06 },
  { z: -0.014, length: 1 },
  { z: -0.046, length: 0.82 },
] as const;

/** Palm, thumb and four fingers, a little curled, as hands hang; farther off one piece. */
export function hand(sculpt: Sculpt, name: SideName, sign: number, width: number): void {
  const weights = on(`hand${name}`);
  const [x, y, z] = PERSON_RIG.at(`hand${name}`);
  const ring = (dy: number, rx: number, rz: number, dz: number, shade = 1, dx = 0): Ring => ({
    y: y + dy,
    x: x + dx * sign,
    z: z + dz,
    rx: rx * width,
    rz: rz * width,
    round: 0.93,
    slot: 'skin',
    shade,
    weights,
  });
  if (sculpt.level !== 'near') {
    const rings = [ring(0.01, 0.048, 0.056, 0), ring(-0.125, 0.036, 0.056, 0.01, 0.9)];
    sculpt.loft(rings, { sides: [6, 4], capFirst: false });
    return;
  }
  const palm = [
    ring(-0.015, 0.044, 0.056, 0),
    ring(-0.05, 0.042, 0.066, 0.004),
    ring(-0.088, 0.036, 0.066, 0.006, 0.95, -0.004),
  ];
  sculpt.loft(palm, { sides: [7, 5], capFirst: false });
  for (const finger of FINGERS) {
    const root: Vector = [x - sign * 0.004, y - 0.082, z + 0.004 + finger.z * width];
    sculpt.at(root, [finger.z * -1.2, 0, sign * -0.14], () =>
      digit(sculpt, weights, 0.0165 * width, 0.062 * finger.length * width, sign),
    );
  }
  sculpt.at([x - sign * 0.006, y - 0.03, z + 0.058 * width], [-0.62, 0, sign * -0.1], () =>
    digit(sculpt, weights, 0.02 * width, 0.062 * width, sign),
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
    { sides: [4, 4], capFirst: false },
  );
}

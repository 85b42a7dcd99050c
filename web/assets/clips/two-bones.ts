import { fromAxes, fromEuler, multiply, type Quaternion } from '../models/figure/quaternion.ts';
import { cross, dot, length, scale, subtract, unit, type Vector } from '../models/figure/vector.ts';

/** Turns of the two bones of a limb that hangs down −y at rest. */
export interface LimbTurns {
  readonly upper: Quaternion;
  readonly lower: Quaternion;
}

/** A limb never stretches quite straight: that looks stiff, and its knee flutters. */
const STRAIGHTEST = 0.998;

/**
 * Bends a limb of two bones so that its end reaches a point. A point out of reach is aimed at.
 * @param target end of the limb from its root, in the frame of what carries it
 * @param lengths of the two bones
 * @param pole direction in which the middle joint points, in the same frame
 * @param fold 1 folds backward as a knee does, −1 forward as an elbow
 */
export function reach(
  target: Vector,
  [upperLength, lowerLength]: readonly [number, number],
  pole: Vector,
  fold: 1 | -1,
): LimbTurns {
  const shortest = Math.abs(upperLength - lowerLength) + 0.01;
  const longest = (upperLength + lowerLength) * STRAIGHTEST;
  const distance = Math.min(longest, Math.max(shortest, length(target)));
  const opening = angle(upperLength, distance, lowerLength);
  const bend = Math.PI - angle(upperLength, lowerLength, distance);
  const y = unit(scale(target, -1));
  const front = fold === 1 ? pole : scale(pole, -1);
  const z = unit(subtract(front, scale(y, dot(front, y))));
  const turned = fromAxes(cross(y, z), y, z);
  return {
    upper: multiply(turned, fromEuler(-fold * opening, 0, 0)),
    lower: fromEuler(fold * bend, 0, 0),
  };
}

/** Angle between sides a and b of a triangle, opposite c. */
function angle(a: number, b: number, c: number): number {
  const cosine = (a * a + b * b - c * c) / (2 * a * b);
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}

import type { Vector } from '../figure/vector.ts';

/** A height of the head: half width, half depths before and behind the axis, the axis' z, how boxy. */
interface Level {
  readonly y: number;
  readonly width: number;
  readonly front: number;
  readonly back: number;
  readonly z: number;
  readonly round: number;
}

const level = (y: number, width: number, front: number, back: number, z: number, round: number): Level => ({
  y,
  width,
  front,
  back,
  z,
  round,
});

/** From the chin to the crown. Broad in the cheeks, flat of face, full behind. */
export const HEAD_LEVELS: readonly Level[] = [
  level(1.325, 0.066, 0.064, 0.054, 0.056, 0.95),
  level(1.352, 0.112, 0.108, 0.106, 0.038, 0.86),
  level(1.406, 0.15, 0.146, 0.14, 0.015, 0.82),
  level(1.478, 0.174, 0.169, 0.168, 0, 0.82),
  level(1.555, 0.181, 0.171, 0.181, -0.004, 0.84),
  level(1.628, 0.172, 0.161, 0.177, -0.008, 0.88),
  level(1.69, 0.138, 0.128, 0.146, -0.012, 0.94),
  level(1.732, 0.078, 0.072, 0.084, -0.014, 1),
  level(1.746, 0.03, 0.028, 0.032, -0.014, 1),
];

/** A point of the head's surface, `lift` tiles above it. Angle from +x (left) toward +z (the face). */
export function headPoint(angle: number, y: number, lift: number): Vector {
  const { width, front, back, z, round } = levelAt(y);
  const across = powered(Math.cos(angle), round) * (width + lift);
  const along = powered(Math.sin(angle), round);
  return [across, y, z + along * ((along > 0 ? front : back) + lift)];
}

/** The point of the face at a height and a distance from its middle. */
export function facePoint(x: number, y: number, lift: number): Vector {
  const { width, front, z, round } = levelAt(y);
  const share = Math.min(1, Math.abs(x) / width) ** (2 / round);
  return [x, y, z + lift + front * (1 - share) ** (round / 2)];
}

function levelAt(y: number): Level {
  const above = HEAD_LEVELS.findIndex((row) => row.y >= y);
  const high = HEAD_LEVELS[above === -1 ? HEAD_LEVELS.length - 1 : above];
  const low = HEAD_LEVELS[above === -1 ? HEAD_LEVELS.length - 1 : Math.max(0, above - 1)];
  if (high === undefined || low === undefined) throw new Error('the head has no levels');
  const t = high.y === low.y ? 0 : Math.min(1, Math.max(0, (y - low.y) / (high.y - low.y)));
  const mix = (key: keyof Level): number => low[key] + (high[key] - low[key]) * t;
  return level(y, mix('width'), mix('front'), mix('back'), mix('z'), mix('round'));
}

function powered(value: number, power: number): number {
  return Math.sign(value) * Math.abs(value) ** power;
}

export type Point = readonly [number, number, number];

/**
 * Where and how turned a part is drawn: three rows of a 3 × 4 matrix that takes the part's own
 * coordinates to the model's.
 */
export type Frame = readonly number[];

export const IDENTITY: Frame = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

export function multiply(a: Frame, b: Frame): Frame {
  const out: number[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      let sum = column === 3 ? entry(a, row * 4 + 3) : 0;
      for (let k = 0; k < 3; k++) sum += entry(a, row * 4 + k) * entry(b, k * 4 + column);
      out.push(sum);
    }
  }
  return out;
}

export function moved(x: number, y: number, z: number): Frame {
  return [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z];
}

export function turnedX(radians: number): Frame {
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  return [1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0];
}

export function turnedY(radians: number): Frame {
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  return [c, 0, s, 0, 0, 1, 0, 0, -s, 0, c, 0];
}

export function turnedZ(radians: number): Frame {
  const c = Math.cos(radians);
  const s = Math.sin(radians);
  return [c, -s, 0, 0, s, c, 0, 0, 0, 0, 1, 0];
}

export function scaled(x: number, y: number, z: number): Frame {
  return [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0];
}

export function apply(frame: Frame, [x, y, z]: Point): Point {
  const row = (at: number) =>
    entry(frame, at) * x + entry(frame, at + 1) * y + entry(frame, at + 2) * z + entry(frame, at + 3);
  return [row(0), row(4), row(8)];
}

/** Turns a direction, and makes it of length 1. Exact for turns and uniform scales; near enough for others. */
export function applyToNormal(frame: Frame, [x, y, z]: Point): Point {
  const row = (at: number) => entry(frame, at) * x + entry(frame, at + 1) * y + entry(frame, at + 2) * z;
  return unit([row(0), row(4), row(8)]);
}

export function unit([x, y, z]: Point): Point {
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  return [x / length, y / length, z / length];
}

function entry(frame: Frame, at: number): number {
  return frame[at] ?? 0;
}

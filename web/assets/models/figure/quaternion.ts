import { cross, type Vector } from './vector.ts';

/** x, y, z, w; of length one. */
export type Quaternion = readonly [number, number, number, number];

export const NO_TURN: Quaternion = [0, 0, 0, 1];

/** Turns about x, then y, then z of the turned frame (three.js's order XYZ). Radians. */
export function fromEuler(x: number, y: number, z: number): Quaternion {
  const [cx, cy, cz] = [Math.cos(x / 2), Math.cos(y / 2), Math.cos(z / 2)];
  const [sx, sy, sz] = [Math.sin(x / 2), Math.sin(y / 2), Math.sin(z / 2)];
  return [
    sx * cy * cz + cx * sy * sz,
    cx * sy * cz - sx * cy * sz,
    cx * cy * sz + sx * sy * cz,
    cx * cy * cz - sx * sy * sz,
  ];
}

/** The turn `b`, then the turn `a`. */
export function multiply(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ];
}

export const inverse = (q: Quaternion): Quaternion => [-q[0], -q[1], -q[2], q[3]];

export function rotate(q: Quaternion, v: Vector): Vector {
  const axis: Vector = [q[0], q[1], q[2]];
  const once = cross(axis, v);
  const twice = cross(axis, once);
  return [
    v[0] + 2 * (q[3] * once[0] + twice[0]),
    v[1] + 2 * (q[3] * once[1] + twice[1]),
    v[2] + 2 * (q[3] * once[2] + twice[2]),
  ];
}

/** The turn that takes the axes to these three, which are at right angles and of length one. */
export function fromAxes(x: Vector, y: Vector, z: Vector): Quaternion {
  const trace = x[0] + y[1] + z[2];
  if (trace > 0) {
    const s = Math.sqrt(trace + 1) * 2;
    return [(y[2] - z[1]) / s, (z[0] - x[2]) / s, (x[1] - y[0]) / s, s / 4];
  }
  if (x[0] > y[1] && x[0] > z[2]) {
    const s = Math.sqrt(1 + x[0] - y[1] - z[2]) * 2;
    return [s / 4, (y[0] + x[1]) / s, (z[0] + x[2]) / s, (y[2] - z[1]) / s];
  }
  if (y[1] > z[2]) {
    const s = Math.sqrt(1 + y[1] - x[0] - z[2]) * 2;
    return [(y[0] + x[1]) / s, s / 4, (z[1] + y[2]) / s, (z[0] - x[2]) / s];
  }
  const s = Math.sqrt(1 + z[2] - x[0] - y[1]) * 2;
  return [(z[0] + x[2]) / s, (z[1] + y[2]) / s, s / 4, (x[1] - y[0]) / s];
}

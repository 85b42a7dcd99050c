/** The shorter way from one angle to another, -π to π. */
export function angleBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  if (turn < -Math.PI) return turn + 2 * Math.PI;
  return turn;
}

/**
 * Spherical interpolation of two upright rotations. About one axis, slerp is a straight line along
 * the shorter arc, so the angle does for the quaternion.
 */
export function slerpYaw(from: number, to: number, share: number): number {
  return from + angleBetween(from, to) * share;
}

/** Yaw of an upright rotation [x, y, z, w]: 0 north, growing toward east. */
export function yawOf(rotation: readonly [number, number, number, number]): number {
  return 2 * Math.atan2(rotation[1], rotation[3]);
}

/** Yaw of a step: 0 north (+z), growing toward east (+x). */
export function yawToward(x: number, z: number): number {
  return Math.atan2(x, z);
}

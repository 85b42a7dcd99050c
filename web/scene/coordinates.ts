/**
 * World coordinates are x east, z north, y up; three.js, being right-handed, sees them with z
 * turned around. This file is the one place that knows: the world's (x, y, z) is three's (x, y, −z).
 */

/** Three's z of a world z, and the other way around. */
export function flipZ(z: number): number {
  return -z;
}

/** Rotation about three's y axis of a model (front +z) that looks along a world yaw (0 north, growing toward east). */
export function turnOfYaw(yaw: number): number {
  return Math.PI - yaw;
}

/** World x and z of a point given in a model's own coordinates. */
export function modelToWorld(
  at: { x: number; z: number; yaw: number },
  mx: number,
  mz: number,
): { x: number; z: number } {
  const sin = Math.sin(at.yaw);
  const cos = Math.cos(at.yaw);
  return { x: at.x - mx * cos + mz * sin, z: at.z + mx * sin + mz * cos };
}

/** A model's own coordinates of a world point. */
export function worldToModel(
  at: { x: number; z: number; yaw: number },
  x: number,
  z: number,
): { x: number; z: number } {
  const sin = Math.sin(at.yaw);
  const cos = Math.cos(at.yaw);
  const dx = x - at.x;
  const dz = z - at.z;
  return { x: -dx * cos + dz * sin, z: dx * sin + dz * cos };
}

/** Picking without touching a mesh: a ray against the walking heights, and against upright capsules. World coordinates. */

export interface Ray {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Unit direction. */
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
}

/** An actor as a ray meets it: a capsule standing on its foot. */
export interface Capsule {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  readonly height: number;
}

const REACH_TILES = 140;
const STEP_TILES = 0.3;
const HALVINGS = 14;

/** How far along a ray it meets the ground; undefined where it does not within 140 tiles. */
export function meetGround(ray: Ray, heightAt: (x: number, z: number) => number): number | undefined {
  const above = (t: number) => ray.y + ray.dy * t - heightAt(ray.x + ray.dx * t, ray.z + ray.dz * t);
  if (above(0) < 0) return undefined;
  let before = 0;
  for (let t = STEP_TILES; t < REACH_TILES; t += STEP_TILES) {
    if (above(t) > 0) {
      before = t;
      continue;
    }
    let low = before;
    let high = t;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      if (above(middle) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  return undefined;
}

/** How far along a ray it passes nearest to a capsule's axis, where it passes within the radius; else undefined. */
export function meetCapsule(ray: Ray, capsule: Capsule): number | undefined {
  const low = capsule.y + capsule.radius;
  const high = Math.max(low, capsule.y + capsule.height - capsule.radius);
  const wx = ray.x - capsule.x;
  const wz = ray.z - capsule.z;
  const flat = ray.dx * ray.dx + ray.dz * ray.dz;
  // The nearest approach to the endless axis, then to the piece of it that the capsule has.
  const toAxis = flat < 1e-9 ? 0 : -(wx * ray.dx + wz * ray.dz) / flat;
  const axisY = Math.min(high, Math.max(low, ray.y + ray.dy * toAxis));
  const t = Math.max(0, -wx * ray.dx + (axisY - ray.y) * ray.dy - wz * ray.dz);
  const away = Math.hypot(wx + ray.dx * t, ray.y + ray.dy * t - axisY, wz + ray.dz * t);
  return away <= capsule.radius ? t : undefined;
}

/** Tiles that an actor may be behind the ground's point and still be meant: feet in tall grass. */
const BEHIND_TILES = 1.2;

/** What a ray meets: the ground, and actors in front of it, nearest first. */
export function pickAlong(
  ray: Ray,
  heightAt: (x: number, z: number) => number,
  capsules: Iterable<Capsule>,
): { ground: { x: number; z: number } | undefined; actorIds: string[] } {
  const groundAt = meetGround(ray, heightAt);
  const met: { id: string; t: number }[] = [];
  for (const capsule of capsules) {
    const t = meetCapsule(ray, capsule);
    if (t !== undefined && t < (groundAt ?? REACH_TILES) + BEHIND_TILES) met.push({ id: capsule.id, t });
  }
  met.sort((a, b) => a.t - b.t || (a.id < b.id ? -1 : 1));
  const ground = groundAt === undefined ? undefined : { x: ray.x + ray.dx * groundAt, z: ray.z + ray.dz * groundAt };
  return { ground, actorIds: met.map(({ id }) => id) };
}

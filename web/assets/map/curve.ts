/** A point of a map, world coordinates. */
export type Spot = readonly [x: number, z: number];

/** Steps between two points of a curve. */
const SMOOTHNESS = 8;

/** A smooth line through points (Catmull-Rom), as short straight pieces. */
export function curve(points: readonly Spot[]): Spot[] {
  const line: Spot[] = [];
  const at = (index: number): Spot => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0];
  for (let index = 0; index < points.length - 1; index++) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    for (let step = 0; step < SMOOTHNESS; step++) {
      const t = step / SMOOTHNESS;
      line.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  line.push(at(points.length - 1));
  return line;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/** Distance of a point from a line of straight pieces. */
export function distanceToLine(line: readonly Spot[], x: number, z: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < line.length; index++) {
    const [ax, az] = line[index] ?? [0, 0];
    const [bx, bz] = line[index + 1] ?? [0, 0];
    const dx = bx - ax;
    const dz = bz - az;
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz || 1)));
    const awayX = x - ax - along * dx;
    const awayZ = z - az - along * dz;
    best = Math.min(best, awayX * awayX + awayZ * awayZ);
  }
  return Math.sqrt(best);
}

/** Distance of a point from a rectangle; 0 inside. */
export function distanceToRectangle(
  west: number,
  south: number,
  width: number,
  depth: number,
  x: number,
  z: number,
): number {
  const dx = Math.max(west - x, 0, x - west - width);
  const dz = Math.max(south - z, 0, z - south - depth);
  return Math.hypot(dx, dz);
}

/** A line of some width, with the rectangle around it, so that far points are told from it at once. */
export interface Way {
  readonly half: number;
  readonly line: readonly Spot[];
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly depth: number;
}

/** A smooth way through points, `half` tiles to each side. */
export function way(points: readonly Spot[], half: number): Way {
  const line = curve(points);
  const xs = line.map(([x]) => x);
  const zs = line.map(([, z]) => z);
  const west = Math.min(...xs);
  const south = Math.min(...zs);
  return { half, line, west, south, width: Math.max(...xs) - west, depth: Math.max(...zs) - south };
}

/** Distance beyond the edge of the nearest of some ways; negative on one. */
export function distanceToWays(ways: readonly Way[], x: number, z: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const { half, line, west, south, width, depth } of ways) {
    if (distanceToRectangle(west, south, width, depth, x, z) - half >= best) continue;
    best = Math.min(best, distanceToLine(line, x, z) - half);
  }
  return best;
}

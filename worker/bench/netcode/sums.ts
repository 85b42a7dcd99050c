import type { Point } from '../../../shared/client/tick-path.ts';

/** The value below which a share of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Chebyshev distance: by the game's measure a diagonal step is as long as a straight one. */
export function stepLength(a: Point, b: Point): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.z - b.z));
}

/** A point and when it was there. */
export interface Moment extends Point {
  readonly at: number;
}

/** How far apart in time, in ms, a drawn point and a point of the true path may be and still be compared. */
const WINDOW_MS = 2200;

/** Distance of each drawn moment to the path that was really taken around that time. */
export function distancesToPath(drawn: readonly Moment[], path: readonly Moment[]): number[] {
  const distances: number[] = [];
  let first = 0;
  for (const point of drawn) {
    while (first < path.length - 2 && (path[first + 1]?.at ?? 0) < point.at - WINDOW_MS) first++;
    let nearest = Number.POSITIVE_INFINITY;
    for (let index = first; index < path.length - 1; index++) {
      const from = path[index];
      const to = path[index + 1];
      if (from === undefined || to === undefined || from.at > point.at + WINDOW_MS) break;
      nearest = Math.min(nearest, distanceToSegment(point, from, to));
    }
    if (nearest < Number.POSITIVE_INFINITY) distances.push(nearest);
  }
  return distances;
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dz = to.z - from.z;
  const square = dx * dx + dz * dz || 1;
  const share = Math.min(Math.max(((point.x - from.x) * dx + (point.z - from.z) * dz) / square, 0), 1);
  return Math.hypot(point.x - from.x - share * dx, point.z - from.z - share * dz);
}

import { add, cross, dot, length, subtract, unit, type Vector } from './vector.ts';

/** Corners that lie closer than this are one point. */
const SAME_POINT_TILES = 0.0005;

/**
 * A normal per corner of a list of triangles: the mean of the faces that meet in its point, by
 * area, of those that turn less than the crease.
 * @param crease cosine of the largest angle that is still smooth
 */
export function creasedNormals(points: readonly Vector[], crease: number): Vector[] {
  const faces = points.map((_, corner) => faceOf(points, corner));
  const meeting = new Map<string, number[]>();
  points.forEach((point, corner) => {
    const key = point.map((value) => Math.round(value / SAME_POINT_TILES)).join();
    const list = meeting.get(key);
    if (list === undefined) meeting.set(key, [corner]);
    else list.push(corner);
  });
  const normals: Vector[] = new Array(points.length);
  for (const corners of meeting.values()) {
    for (const corner of corners) {
      const own = faces[corner] ?? [0, 1, 0];
      normals[corner] = unit(corners.reduce((sum, other) => smoothSum(sum, own, faces[other] ?? own, crease), ZERO));
    }
  }
  return normals;
}

const ZERO: Vector = [0, 0, 0];

function smoothSum(sum: Vector, own: Vector, other: Vector, crease: number): Vector {
  const sizes = length(own) * length(other);
  return sizes < 1e-12 || dot(own, other) / sizes >= crease ? add(sum, other) : sum;
}

/** Normal of the triangle that a corner belongs to, as long as twice its area. */
function faceOf(points: readonly Vector[], corner: number): Vector {
  const first = corner - (corner % 3);
  const [a, b, c] = [points[first], points[first + 1], points[first + 2]];
  return a === undefined || b === undefined || c === undefined ? ZERO : cross(subtract(b, a), subtract(c, a));
}

import type { Corner } from './sculpt.ts';
import { cross, length, subtract, type Vector } from './vector.ts';

/** Below this doubled area, in square tiles, a triangle is only an edge. */
const NO_AREA = 1e-8;

/**
 * Makes an index of a list of triangles: corners that are alike become one vertex, triangles
 * without area go. `kept` are the corners that remain, in order.
 */
export function weld(
  corners: readonly Corner[],
  normals: readonly Vector[],
): { readonly kept: readonly number[]; readonly index: Uint32Array } {
  const vertices = new Map<string, number>();
  const kept: number[] = [];
  const index: number[] = [];
  for (let first = 0; first < corners.length; first += 3) {
    if (isFlat(corners, first)) continue;
    for (let at = first; at < first + 3; at++) {
      const corner = corners[at];
      if (corner === undefined) continue;
      const key = keyOf(corner, normals[at] ?? [0, 1, 0]);
      let vertex = vertices.get(key);
      if (vertex === undefined) {
        vertex = kept.length;
        vertices.set(key, vertex);
        kept.push(at);
      }
      index.push(vertex);
    }
  }
  return { kept, index: Uint32Array.from(index) };
}

function isFlat(corners: readonly Corner[], first: number): boolean {
  const [a, b, c] = [corners[first], corners[first + 1], corners[first + 2]];
  if (a === undefined || b === undefined || c === undefined) return true;
  return length(cross(subtract(b.at, a.at), subtract(c.at, a.at))) < NO_AREA;
}

function keyOf({ at, weights, slot, shade }: Corner, normal: Vector): string {
  const numbers = [
    ...at.map((value) => Math.round(value * 4096)),
    ...normal.map((value) => Math.round(value * 64)),
    Math.round(shade * 64),
    ...weights.flatMap(([bone, share]) => [bone, Math.round(share * 64)]),
  ];
  return `${slot} ${numbers.join()}`;
}

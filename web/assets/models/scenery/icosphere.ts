import { type Point, unit } from './frame.ts';

export interface Ball {
  readonly points: readonly Point[];
  readonly index: readonly number[];
}

const PHI = (1 + Math.sqrt(5)) / 2;

const ICOSAHEDRON: Ball = {
  points: (
    [
      [-1, PHI, 0],
      [1, PHI, 0],
      [-1, -PHI, 0],
      [1, -PHI, 0],
      [0, -1, PHI],
      [0, 1, PHI],
      [0, -1, -PHI],
      [0, 1, -PHI],
      [PHI, 0, -1],
      [PHI, 0, 1],
      [-PHI, 0, -1],
      [-PHI, 0, 1],
    ] as const
  ).map(unit),
  index: [
    0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8, 3, 9, 4, 3, 4, 2,
    3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1,
  ],
};

const SUBDIVIDED = subdivide(ICOSAHEDRON);

/** A unit ball of 20 triangles, or of 80. */
export function icosphere(detail: 0 | 1): Ball {
  return detail === 0 ? ICOSAHEDRON : SUBDIVIDED;
}

function subdivide(ball: Ball): Ball {
  const points = [...ball.points];
  const middles = new Map<string, number>();
  const middle = (a: number, b: number): number => {
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = middles.get(key);
    if (known !== undefined) return known;
    const p = points[a] ?? [0, 0, 0];
    const q = points[b] ?? [0, 0, 0];
    points.push(unit([p[0] + q[0], p[1] + q[1], p[2] + q[2]]));
    middles.set(key, points.length - 1);
    return points.length - 1;
  };
  const index: number[] = [];
  for (let corner = 0; corner < ball.index.length; corner += 3) {
    const [a = 0, b = 0, c = 0] = ball.index.slice(corner, corner + 3);
    const ab = middle(a, b);
    const bc = middle(b, c);
    const ca = middle(c, a);
    index.push(a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca);
  }
  return { points, index };
}

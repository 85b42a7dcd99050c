import { createRandom } from '../../../scene/noise.ts';
import { type Colour, linear } from '../../colour.ts';
import type { Mesh } from '../../mesh.ts';
import {
  apply,
  applyToNormal,
  type Frame,
  IDENTITY,
  moved,
  multiply,
  type Point,
  turnedX,
  turnedY,
  turnedZ,
  unit,
} from './frame.ts';
import { icosphere } from './icosphere.ts';

/** How much of a model is built: `full` near the camera, `plain` far away, `sketch` on the slowest machines. */
export type Detail = 'full' | 'plain' | 'sketch';

export interface Turn {
  readonly x?: number;
  readonly y?: number;
  readonly z?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly w: number;
  readonly h: number;
  readonly d: number;
  readonly colour: number;
  /** Size of the top in parts of the bottom. */
  readonly taper?: number;
  /** Brightness of the lower edge: contact shade. */
  readonly foot?: number;
  readonly glow?: number;
  /** Faces that nobody sees: left out. */
  readonly without?: readonly ('top' | 'bottom' | 'front' | 'back' | 'left' | 'right')[];
}

export interface Column {
  readonly bottom: number;
  readonly top: number;
  readonly height: number;
  readonly sides: number;
  readonly colour: number;
  readonly cap?: number | false;
  readonly foot?: number;
  readonly glow?: number;
}

export interface Blob {
  readonly radius: number;
  readonly detail: 0 | 1;
  readonly rough: number;
  readonly flat?: number;
  readonly wind?: number;
  readonly glow?: number;
  /** Colour of a vertex by its place in the model. */
  readonly colour: (point: Point) => Colour;
}

/** `_WIND` of what does not sway but shows its facets: the shader makes them, so that vertices can be shared. */
const FACETED = 0.004;

/** Size in tiles below which a sketch leaves a part out. */
const SKETCH_LEAST = 0.46;

const FACES = {
  front: [
    [-1, -1, 1],
    [1, -1, 1],
    [1, 1, 1],
    [-1, 1, 1],
  ],
  back: [
    [1, -1, -1],
    [-1, -1, -1],
    [-1, 1, -1],
    [1, 1, -1],
  ],
  right: [
    [1, -1, 1],
    [1, -1, -1],
    [1, 1, -1],
    [1, 1, 1],
  ],
  left: [
    [-1, -1, -1],
    [-1, -1, 1],
    [-1, 1, 1],
    [-1, 1, -1],
  ],
  top: [
    [-1, 1, 1],
    [1, 1, 1],
    [1, 1, -1],
    [-1, 1, -1],
  ],
  bottom: [
    [-1, -1, -1],
    [1, -1, -1],
    [1, -1, 1],
    [-1, -1, 1],
  ],
} as const;

/**
 * A mesh under construction. Parts are drawn in a frame that `at` moves and turns; `mesh` closes it.
 * Vertices carry, beside position, normal and colour: `_WIND` (how far leaves sway; above 0 the
 * surface is foliage, or faceted), `_GLOW` (own light, scaled by the time of day) and `_GROUP`: 1 on
 * what disappears over somebody indoors, 0.25 on what opens up where it would hide the own
 * character, −1 on what fades out with distance, else 0.
 */
export class Solid {
  readonly random: () => number;
  readonly detail: Detail;
  /** `_GROUP` of what is drawn next. */
  group = 0;
  /** Random brightness of each face, ±. */
  jitter = 0.045;
  #frame: Frame = IDENTITY;
  readonly #position: number[] = [];
  readonly #normal: number[] = [];
  readonly #colour: number[] = [];
  readonly #wind: number[] = [];
  readonly #glow: number[] = [];
  readonly #group: number[] = [];
  readonly #index: number[] = [];

  constructor(seed: number, detail: Detail = 'full') {
    this.random = createRandom(seed);
    this.detail = detail;
  }

  /** Draws in a frame moved to a point and turned about y, then x, then z. */
  at(x: number, y: number, z: number, draw: () => void, turn: Turn = {}): this {
    const before = this.#frame;
    let frame = multiply(before, moved(x, y, z));
    if (turn.y !== undefined) frame = multiply(frame, turnedY(turn.y));
    if (turn.x !== undefined) frame = multiply(frame, turnedX(turn.x));
    if (turn.z !== undefined) frame = multiply(frame, turnedZ(turn.z));
    this.#frame = frame;
    draw();
    this.#frame = before;
    return this;
  }

  /** Draws only in the full model: what is too small to be seen from far. */
  fine(draw: () => void): this {
    if (this.detail === 'full') draw();
    return this;
  }

  /** A quad, corners counter-clockwise seen from its front; `shades` are brightnesses of the corners. */
  quad(
    corners: readonly Point[],
    colour: number | Colour,
    shades: readonly number[] = [],
    glow = 0,
    wind: readonly number[] = [],
  ): this {
    const points = corners.map((corner) => apply(this.#frame, corner));
    const [a, b, c] = points;
    if (a === undefined || b === undefined || c === undefined) return this;
    const normal = faceNormal(a, b, c);
    const rgb = typeof colour === 'number' ? linear(colour) : colour;
    const jitter = 1 + (this.random() - 0.5) * 2 * this.jitter;
    const first = this.#position.length / 3;
    points.forEach((point, corner) => {
      this.#vertex(point, normal, rgb, (shades[corner] ?? 1) * jitter, wind[corner] ?? 0, glow);
    });
    for (let corner = 2; corner < points.length; corner++) this.#index.push(first, first + corner - 1, first + corner);
    return this;
  }

  box(box: Box): this {
    const { x, y, z, w, h, d, colour, taper = 1, foot = 0.8, glow = 0, without = [] } = box;
    if (this.#isLeftOut(Math.max(w, h, d), glow)) return this;
    for (const name of ['front', 'back', 'right', 'left', 'top', 'bottom'] as const) {
      if (without.includes(name) || (name === 'bottom' && this.detail === 'sketch')) continue;
      const face = FACES[name];
      const corners = face.map(([i, j, k]): Point => {
        const size = j > 0 ? taper : 1;
        return [x + (i * w * size) / 2, y + (j * h) / 2, z + (k * d * size) / 2];
      });
      this.quad(
        corners,
        colour,
        face.map(([, j]) => (j < 0 ? foot : 1)),
        glow,
      );
    }
    return this;
  }

  /** An upright prism or cone standing on y 0. */
  column({ bottom, top, height, sides, colour, cap = colour, foot = 0.8, glow = 0 }: Column): this {
    if (this.#isLeftOut(Math.max(bottom * 2, height), glow)) return this;
    const corners = this.detail === 'sketch' ? Math.min(4, sides) : sides;
    const ring = (radius: number, y: number) =>
      Array.from({ length: corners }, (_, side): Point => {
        const angle = (side / corners) * Math.PI * 2;
        return [Math.cos(angle) * radius, y, Math.sin(angle) * radius];
      });
    const low = ring(bottom, 0);
    const high = ring(top, height);
    low.forEach((a, side) => {
      const b = low[(side + 1) % corners] ?? a;
      const c = high[(side + 1) % corners] ?? a;
      const d = high[side] ?? a;
      if (top > 1e-4) this.quad([b, a, d, c], colour, [foot, foot, 1, 1], glow);
      else this.quad([b, a, [0, height, 0]], colour, [foot, foot, 1], glow);
    });
    if (cap !== false && top > 1e-4) this.quad([...high].reverse(), cap, [], glow);
    return this;
  }

  /** A rough ball with shared vertices; the shader mixes its smooth normals with flat ones where it is foliage. */
  blob({ radius, detail, rough, flat = 1, wind = 0, glow = 0, colour }: Blob): this {
    if (this.#isLeftOut(radius * 2, glow)) return this;
    const ball = icosphere(this.detail === 'sketch' ? 0 : detail);
    const first = this.#position.length / 3;
    for (const direction of ball.points) {
      const size = radius * (1 + (this.random() - 0.5) * 2 * rough);
      const local: Point = [direction[0] * size, direction[1] * size * flat, direction[2] * size];
      const point = apply(this.#frame, local);
      const normal = applyToNormal(this.#frame, unit([direction[0], direction[1] / flat, direction[2]]));
      this.#vertex(point, normal, colour(point), 1, wind, glow);
    }
    for (const corner of ball.index) this.#index.push(first + corner);
    return this;
  }

  /** A faceted ball: stones, fruit, blossom. */
  stone(blob: Blob): this {
    return this.blob({ wind: FACETED, ...blob });
  }

  get triangles(): number {
    return this.#index.length / 3;
  }

  mesh(): Mesh {
    return {
      position: Float32Array.from(this.#position),
      normal: Float32Array.from(this.#normal),
      colour: Float32Array.from(this.#colour),
      index: Uint32Array.from(this.#index),
      extra: {
        _WIND: { size: 1, array: Float32Array.from(this.#wind) },
        _GLOW: { size: 1, array: Float32Array.from(this.#glow) },
        _GROUP: { size: 1, array: Float32Array.from(this.#group) },
      },
    };
  }

  /** A sketch leaves out what is small and does not shine. */
  #isLeftOut(size: number, glow: number): boolean {
    return this.detail === 'sketch' && glow === 0 && size < SKETCH_LEAST;
  }

  #vertex(point: Point, normal: Point, colour: Colour, shade: number, wind: number, glow: number): void {
    this.#position.push(...point);
    this.#normal.push(...normal);
    this.#colour.push(...colour.map((value) => Math.min(1, value * shade)));
    this.#wind.push(wind);
    this.#glow.push(glow);
    this.#group.push(this.group);
  }
}

function faceNormal(a: Point, b: Point, c: Point): Point {
  const u: Point = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const v: Point = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return unit([u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]);
}

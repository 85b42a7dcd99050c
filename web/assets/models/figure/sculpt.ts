import { PALETTE_SLOTS, type PaletteSlot } from '../../../scene/figure-format.ts';
import type { Mesh } from '../../mesh.ts';
import { creasedNormals } from './creased-normals.ts';
import { fromEuler, multiply, NO_TURN, type Quaternion, rotate } from './quaternion.ts';
import { add, type Vector } from './vector.ts';
import { weld } from './weld.ts';

/** Up to two bones that carry a vertex, with their shares. */
export type Weights = readonly [bone: number, share: number][];

/** One corner of a surface. */
export interface Corner {
  readonly at: Vector;
  readonly weights: Weights;
  readonly slot: PaletteSlot;
  /** Brightness 0..1 on top of the palette's colour: baked shade. */
  readonly shade: number;
}

/** How finely a mesh is drawn. */
export type Detail = 'near' | 'far';

/** A cross-section of a loft, in the plane across its axis (local y). */
export interface Ring {
  readonly y: number;
  /** Half width along x. */
  readonly rx: number;
  /** Half depth along z. */
  readonly rz: number;
  /** Half depth of the back, where it differs. */
  readonly back?: number;
  readonly x?: number;
  readonly z?: number;
  /** Rise of the front over the middle; the back sinks as much. */
  readonly tilt?: number;
  /** 1 round, less is boxy. */
  readonly round?: number;
  readonly slot: PaletteSlot;
  readonly shade?: number;
  readonly weights: Weights;
  /** `near` where only the near model has this ring. */
  readonly until?: Detail;
}

export interface LoftOptions {
  /** Corners of a ring, near and far. */
  readonly sides: readonly [near: number, far: number];
  /** Angle of the first corner from +x toward +z, in corners. */
  readonly turn?: number;
  readonly capFirst?: boolean;
  readonly capLast?: boolean;
}

/** A carried mesh under construction: surfaces of palette slots on bones. */
export class Sculpt {
  readonly level: Detail;
  /** Cosine of the angle beyond which an edge stays sharp. */
  crease = 0.36;
  readonly #corners: Corner[] = [];
  #origin: Vector = [0, 0, 0];
  #turn: Quaternion = NO_TURN;

  constructor(level: Detail = 'near') {
    this.level = level;
  }

  /** Draws in a frame moved to a point and then turned (Euler angles, radians). */
  at(origin: Vector, turn: Vector, draw: () => void): this {
    const before = { origin: this.#origin, turn: this.#turn };
    this.#origin = this.place(origin);
    this.#turn = multiply(before.turn, fromEuler(...turn));
    draw();
    this.#origin = before.origin;
    this.#turn = before.turn;
    return this;
  }

  /** A point of the current frame in model coordinates. */
  place(point: Vector): Vector {
    return add(this.#origin, rotate(this.#turn, point));
  }

  /** Draws only in the near model: what is too small to be seen from far. */
  fine(draw: () => void): this {
    if (this.level === 'near') draw();
    return this;
  }

  /** A triangle, counter-clockwise seen from its front. */
  triangle(a: Corner, b: Corner, c: Corner): this {
    for (const corner of [a, b, c]) this.#corners.push({ ...corner, at: this.place(corner.at) });
    return this;
  }

  quad(a: Corner, b: Corner, c: Corner, d: Corner): this {
    return this.triangle(a, b, c).triangle(a, c, d);
  }

  /**
   * Rows of corners as a surface. The front is on the side from which the next row lies above a row
   * that runs to the right. A face takes the slot of its lower row.
   */
  grid(rows: readonly (readonly Corner[])[], closed: boolean): this {
    for (let row = 0; row + 1 < rows.length; row++) {
      const low = rows[row] ?? [];
      const high = rows[row + 1] ?? [];
      const count = closed ? low.length : low.length - 1;
      for (let side = 0; side < count; side++) {
        const next = (side + 1) % low.length;
        const [a, b, c, d] = [low[side], low[next], high[next], high[side]];
        if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
        this.quad(a, b, { ...c, slot: b.slot }, { ...d, slot: a.slot });
      }
    }
    return this;
  }

  /** A tube through rings along local y, upward or downward. */
  loft(rings: readonly Ring[], { sides, turn = 0.5, capFirst = true, capLast = true }: LoftOptions): this {
    const isNear = this.level === 'near';
    const count = isNear ? sides[0] : sides[1];
    const kept = rings.filter(({ until }) => isNear || until !== 'near');
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined) return this;
    const isUpward = last.y > first.y;
    const rows = kept.map((ring) => ringCorners(ring, count, turn, isUpward));
    this.grid(rows, true);
    if (capFirst) this.#cap(first, rows[0] ?? [], first.slot);
    if (capLast) this.#cap(last, [...(rows.at(-1) ?? [])].reverse(), kept.at(-2)?.slot ?? last.slot);
    return this;
  }

  /** A box around the local origin's `at`, all of one slot. */
  box(at: Vector, size: Vector, skin: Omit<Corner, 'at'>, taper = 1): this {
    const [x, y, z] = at;
    const half = [size[0] / 2, size[2] / 2] as const;
    const ring = (dy: number, by: number): Ring => ({
      ...skin,
      y: y + (dy * size[1]) / 2,
      x,
      z,
      rx: half[0] * Math.SQRT2 * by,
      rz: half[1] * Math.SQRT2 * by,
    });
    return this.loft([ring(-1, 1), ring(1, taper)], { sides: [4, 4] });
  }

  get triangles(): number {
    return this.#corners.length / 3;
  }

  mesh(): Mesh {
    const normals = creasedNormals(
      this.#corners.map(({ at }) => at),
      this.crease,
    );
    const { kept, index } = weld(this.#corners, normals);
    const column = (size: number, value: (corner: Corner) => readonly number[]) => ({
      size,
      array: Float32Array.from(kept.flatMap((at) => value(cornerAt(this.#corners, at)))),
    });
    return {
      position: Float32Array.from(kept.flatMap((at) => cornerAt(this.#corners, at).at)),
      normal: Float32Array.from(kept.flatMap((at) => normals[at] ?? [0, 1, 0])),
      index,
      extra: {
        _SLOT: column(1, ({ slot }) => [PALETTE_SLOTS.indexOf(slot)]),
        _SHADE: column(1, ({ shade }) => [Math.min(1, shade)]),
        JOINTS_0: column(4, ({ weights }) => [weights[0]?.[0] ?? 0, weights[1]?.[0] ?? 0, 0, 0]),
        WEIGHTS_0: column(4, ({ weights }) => [weights[0]?.[1] ?? 1, weights[1]?.[1] ?? 0, 0, 0]),
      },
    };
  }

  #cap(ring: Ring, corners: readonly Corner[], slot: PaletteSlot): void {
    const middle = { ...cornerOf(ring), at: [ring.x ?? 0, ring.y, ring.z ?? 0], slot } satisfies Corner;
    corners.forEach((corner, side) => {
      const next = corners[(side + 1) % corners.length] ?? corner;
      this.triangle(middle, { ...next, slot }, { ...corner, slot });
    });
  }
}

function cornerAt(corners: readonly Corner[], index: number): Corner {
  const corner = corners[index];
  if (corner === undefined) throw new Error(`no corner ${index}`);
  return corner;
}

function cornerOf({ slot, shade = 1, weights }: Ring): Omit<Corner, 'at'> {
  return { slot, shade, weights };
}

/** Corners of a ring, counter-clockwise seen from the end toward which the loft runs. */
function ringCorners(ring: Ring, count: number, turn: number, isUpward: boolean): Corner[] {
  return Array.from({ length: count }, (_, side): Corner => {
    const angle = ((side + turn) / count) * Math.PI * 2;
    const direction = isUpward ? -angle : angle;
    return { ...cornerOf(ring), at: ringPoint(ring, direction) };
  });
}

/** A point of a ring by its angle from +x toward +z. */
export function ringPoint(ring: Ring, angle: number): Vector {
  const { rx, rz, back = rz, x = 0, y, z = 0, tilt = 0, round = 1 } = ring;
  const across = squared(Math.cos(angle), round);
  const along = squared(Math.sin(angle), round);
  return [x + across * rx, y + tilt * along, z + along * (along > 0 ? rz : back)];
}

function squared(value: number, round: number): number {
  return Math.sign(value) * Math.abs(value) ** round;
}

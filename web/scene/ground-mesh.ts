import { flipZ } from './coordinates.ts';

export interface Sheet {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  readonly index: Uint32Array;
}

export interface SheetArea {
  readonly west: number;
  readonly south: number;
  /** Quads along x and z. */
  readonly columns: number;
  readonly rows: number;
  /** Tiles per quad. */
  readonly step: number;
  /** How far its borders hang down, so that no gap shows beside a coarser neighbour. */
  readonly skirt: number;
  /** Quads left out. */
  readonly isHole?: (x: number, z: number) => boolean;
}

/** A piece of ground in three's coordinates, from a function of height. */
export function groundSheet(area: SheetArea, heightAt: (x: number, z: number) => number): Sheet {
  const { west, south, columns, rows, step, skirt } = area;
  const stride = columns + 1;
  const rim = skirt > 0 ? (columns + rows) * 2 : 0;
  const position = new Float32Array((stride * (rows + 1) + rim) * 3);
  const normal = new Float32Array(position.length);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const x = west + column * step;
      const z = south + row * step;
      const at = (row * stride + column) * 3;
      position.set([x, heightAt(x, z), flipZ(z)], at);
      normal.set(normalAt(heightAt, x, z, step), at);
    }
  }
  const index: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (area.isHole?.(west + (column + 0.5) * step, south + (row + 0.5) * step) === true) continue;
      const a = row * stride + column;
      const c = a + stride;
      // Diagonals alternate, so that slopes do not all lean one way.
      if ((row + column) % 2 === 0) index.push(a, a + 1, c + 1, a, c + 1, c);
      else index.push(a, a + 1, c, a + 1, c + 1, c);
    }
  }
  if (skirt > 0) addSkirt(area, position, normal, index);
  return { position, normal, index: Uint32Array.from(index) };
}

function normalAt(
  heightAt: (x: number, z: number) => number,
  x: number,
  z: number,
  step: number,
): [number, number, number] {
  const dx = (heightAt(x - step, z) - heightAt(x + step, z)) / (2 * step);
  const dz = (heightAt(x, z - step) - heightAt(x, z + step)) / (2 * step);
  const length = Math.hypot(dx, 1, dz);
  return [dx / length, 1 / length, flipZ(dz / length)];
}

function addSkirt(
  { columns, rows, skirt }: SheetArea,
  position: Float32Array,
  normal: Float32Array,
  index: number[],
): void {
  const stride = columns + 1;
  const border: number[] = [];
  for (let column = 0; column < columns; column++) border.push(column);
  for (let row = 0; row < rows; row++) border.push(row * stride + columns);
  for (let column = columns; column > 0; column--) border.push(rows * stride + column);
  for (let row = rows; row > 0; row--) border.push(row * stride);
  const first = stride * (rows + 1);
  border.forEach((top, at) => {
    const below = (first + at) * 3;
    position.set(position.subarray(top * 3, top * 3 + 3), below);
    position[below + 1] = (position[below + 1] ?? 0) - skirt;
    normal.set(normal.subarray(top * 3, top * 3 + 3), below);
    const nextTop = border[(at + 1) % border.length] ?? 0;
    const next = first + ((at + 1) % border.length);
    index.push(top, first + at, nextTop, nextTop, first + at, next);
  });
}

import { COLLISION, type Terrain } from './terrain.ts';

/** Marks of a drawing and the flags they stand for. */
const MARKS: Readonly<Record<string, number>> = {
  '#': COLLISION.object,
  '~': COLLISION.floor | COLLISION.water,
  '[': COLLISION.wallWest,
  ']': COLLISION.wallEast,
  _: COLLISION.wallSouth,
  '^': COLLISION.wallNorth,
};

/**
 * A terrain from a drawing, the northernmost row first: `.` ground, `#` an object, `~` water; `[`, `]`, `_` and `^` a
 * wall on the west, east, south and north edge of the tile, which the tile beyond gets as well. Any letter is ground.
 *
 * @param origin the south-west tile
 */
export function drawGrid(rows: readonly string[], origin = { x: 0, z: 0 }): Terrain {
  const width = rows[0]?.length ?? 0;
  const depth = rows.length;
  const flags = new Uint16Array(width * depth);
  const add = (column: number, row: number, bits: number) => {
    if (column < 0 || row < 0 || column >= width || row >= depth) return;
    flags[row * width + column] = (flags[row * width + column] ?? 0) | bits;
  };
  rows.forEach((line, fromNorth) => {
    [...line].forEach((mark, column) => {
      const row = depth - 1 - fromNorth;
      add(column, row, MARKS[mark] ?? 0);
      if (mark === '[') add(column - 1, row, COLLISION.wallEast);
      if (mark === ']') add(column + 1, row, COLLISION.wallWest);
      if (mark === '_') add(column, row - 1, COLLISION.wallNorth);
      if (mark === '^') add(column, row + 1, COLLISION.wallSouth);
    });
  });
  return { origin, width, depth, flags, heights: new Int16Array((width + 1) * (depth + 1)) };
}

/** The tile of a letter in a drawing. Throws where it is not there. */
export function markAt(rows: readonly string[], letter: string, origin = { x: 0, z: 0 }): { x: number; z: number } {
  const fromNorth = rows.findIndex((row) => row.includes(letter));
  const column = rows[fromNorth]?.indexOf(letter) ?? -1;
  if (column < 0) throw new Error(`no ${letter} in the drawing`);
  return { x: origin.x + column, z: origin.z + rows.length - 1 - fromNorth };
}

/** Open ground. */
export function openGround(width: number, depth: number, origin = { x: 0, z: 0 }): Terrain {
  return drawGrid(
    Array.from({ length: depth }, () => '.'.repeat(width)),
    origin,
  );
}

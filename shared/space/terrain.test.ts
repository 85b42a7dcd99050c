import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGrid, markAt, openGround } from './grid.test-kit.ts';
import {
  COLLISION,
  canStep,
  decodeTerrain,
  encodeTerrain,
  exitsOf,
  flagsAt,
  HEIGHT_UNITS,
  heightAt,
  isWalkable,
  type Terrain,
} from './terrain.ts';
import { DIRECTIONS, type Direction, neighbour } from './tile.ts';

const ALL = DIRECTIONS.map((_, index) => index as Direction);
const [W, E, S, N, SW, SE, NW, NE] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The directions in which the tile marked `o` can be left. */
function exits(...rows: string[]): Direction[] {
  const terrain = drawGrid(rows);
  const { x, z } = markAt(rows, 'o');
  return ALL.filter((direction) => canStep(terrain, x, z, direction));
}

const terrains: fc.Arbitrary<Terrain> = fc
  .record({
    x: fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }),
    z: fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }),
    width: fc.integer({ min: 0, max: 6 }),
    depth: fc.integer({ min: 0, max: 6 }),
  })
  .chain(({ x, z, width, depth }) => {
    const corners = (width + 1) * (depth + 1);
    return fc.record({
      origin: fc.constant({ x, z }),
      width: fc.constant(width),
      depth: fc.constant(depth),
      flags: fc.uint16Array({ minLength: width * depth, maxLength: width * depth }),
      heights: fc.int16Array({ minLength: corners, maxLength: corners }),
    });
  });

describe('the file of a terrain', () => {
  it('gives the terrain back, from the middle of a buffer too', () => {
    fc.assert(
      fc.property(terrains, fc.nat(9), (terrain, offset) => {
        const bytes = encodeTerrain(terrain);
        const padded = new Uint8Array(offset + bytes.byteLength + 3);
        padded.set(bytes, offset);
        expect(decodeTerrain(bytes)).toEqual(terrain);
        expect(decodeTerrain(padded.subarray(offset))).toEqual(terrain);
      }),
      { seed: 1 },
    );
  });

  it('that is none, or ends early, is refused', () => {
    const bytes = encodeTerrain(openGround(2, 3));
    expect(() => decodeTerrain(Uint8Array.from(bytes, (byte, index) => (index === 0 ? byte + 1 : byte)))).toThrow(
      'not a terrain',
    );
    for (let length = 0; length < bytes.byteLength; length++) {
      expect(() => decodeTerrain(bytes.subarray(0, length)), `${length} bytes`).toThrow();
    }
  });
});

describe('tiles of a terrain', () => {
  it('are counted from its origin; outside of it is no floor', () => {
    const terrain = drawGrid(['#.', '.~'], { x: -10, z: 20 });
    expect(isWalkable(terrain, -10, 20)).toBe(true);
    expect(flagsAt(terrain, -10, 21)).toBe(COLLISION.object);
    expect(flagsAt(terrain, -9, 20)).toBe(COLLISION.floor | COLLISION.water);
    for (const [x, z] of [
      [-11, 20],
      [-8, 20],
      [-10, 19],
      [-10, 22],
      [-10.5, 20],
    ] as const) {
      expect(flagsAt(terrain, x, z)).toBe(COLLISION.floor);
      expect(isWalkable(terrain, x, z)).toBe(false);
    }
  });

  it('can be walked where there are only walls, roofs and things to hide behind', () => {
    for (const [name, bit] of Object.entries(COLLISION)) {
      const terrain = { ...openGround(1, 1), flags: Uint16Array.of(bit) };
      expect(isWalkable(terrain, 0, 0), name).toBe(name !== 'object' && name !== 'floor');
    }
  });
});

/** Five rows of five tiles with walls, objects and water. */
const mark = fc.constantFrom('.', '.', '.', '#', '~', '[', ']', '_', '^');
const drawings = fc.array(
  fc.array(mark, { minLength: 5, maxLength: 5 }).map((marks) => marks.join('')),
  { minLength: 5, maxLength: 5 },
);

describe('a step', () => {
  it('is free in every direction on open ground, and ends at the edge', () => {
    expect(exits('...', '.o.', '...')).toEqual(ALL);
    expect(exits('o')).toEqual([]);
    expect(exits('o.', '..')).toEqual([E, S, SE]);
  });

  it('does not enter what is blocked, nor cut its corner', () => {
    expect(exits('...', '#o.', '...')).toEqual([E, S, N, SE, NE]);
    expect(exits('.~.', '.o.', '...')).toEqual([W, E, S, SW, SE]);
    expect(exits('#..', '.o.', '..#')).toEqual([W, E, S, N, SW, NE]);
  });

  it('does not cross a wall on its own tile, nor one on the tile it enters', () => {
    expect(exits('...', '.o[', '...')).toEqual([W, S, N, SW, NW]);
    expect(exits('...', ']o.', '...')).toEqual([E, S, N, SE, NE]);
    expect(exits('._.', '.o.', '...')).toEqual([W, E, S, SW, SE]);
    expect(exits('...', '.o.', '.^.')).toEqual([W, E, N, NW, NE]);
  });

  it('does not pass the end of a wall diagonally', () => {
    expect(exits('.].', '.o.', '...')).toEqual([W, E, S, N, SW, SE, NW]);
    expect(exits('...', '_o.', '...')).toEqual([W, E, S, N, SE, NW, NE]);
  });

  it('is asked of all directions at once with the same answer', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const terrain = drawGrid(drawing, { x: -2, z: 7 });
        for (let z = 5; z <= 14; z++) {
          for (let x = -4; x <= 5; x++) {
            const exits = exitsOf(terrain, x, z);
            expect(ALL.filter((direction) => (exits & (1 << direction)) !== 0)).toEqual(
              ALL.filter((direction) => canStep(terrain, x, z, direction)),
            );
          }
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is free back wherever it is free', () => {
    const opposite = [E, W, N, S, NE, NW, SE, SW] as const;
    fc.assert(
      fc.property(drawings, (drawing) => {
        const terrain = drawGrid(drawing);
        for (let z = 0; z < 5; z++) {
          for (let x = 0; x < 5; x++) {
            if (!isWalkable(terrain, x, z)) continue;
            for (const direction of ALL) {
              const next = neighbour({ x, z }, direction);
              const isFree = canStep(terrain, x, z, direction);
              if (isFree) expect(isWalkable(terrain, next.x, next.z)).toBe(true);
              if (isWalkable(terrain, next.x, next.z)) {
                expect(canStep(terrain, next.x, next.z, opposite[direction])).toBe(isFree);
              }
            }
          }
        }
      }),
      { seed: 1 },
    );
  });
});

describe('the height of the ground', () => {
  const slope: Terrain = {
    ...openGround(2, 1, { x: 10, z: -5 }),
    heights: Int16Array.from([0, 1, 2, 4, 5, -6].map((tiles) => tiles * HEIGHT_UNITS)),
  };

  it('is that of the corners at the corners, and between them in between', () => {
    expect(heightAt(slope, 10, -5)).toBe(0);
    expect(heightAt(slope, 11, -5)).toBe(1);
    expect(heightAt(slope, 10.5, -5)).toBe(0.5);
    expect(heightAt(slope, 10.5, -4.5)).toBe(2.5);
    expect(heightAt(slope, 11.5, -4.5)).toBe(0.5);
  });

  it('goes on as at the edge beyond it', () => {
    expect(heightAt(slope, -100, -100)).toBe(0);
    expect(heightAt(slope, 100, -5)).toBeCloseTo(2, 4);
    expect(heightAt(slope, 100, 100)).toBeCloseTo(-6, 4);
  });
});

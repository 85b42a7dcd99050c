import { describe, expect, it } from 'vitest';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import {
  DIRECTIONS,
  type Direction,
  directionTo,
  distance,
  headingQuaternion,
  isBeside,
  neighbour,
  quaternionHeading,
  RUN_TILES,
  SOUTH,
  sameTile,
  stepVelocity,
  tileAt,
} from './tile.ts';

const ALL = DIRECTIONS.map((_, index) => index as Direction);
const O = { x: 0, z: 0 };

/** Turns north (+z) by a quaternion about the vertical, y. */
function turned([x, y, z, w]: readonly number[]): { x: number; z: number } {
  expect([x, z]).toEqual([0, 0]);
  return { x: 2 * (y ?? 0) * (w ?? 0), z: 1 - 2 * (y ?? 0) * (y ?? 0) };
}

describe('directions', () => {
  it('stand in the order of the search: W, E, S, N, SW, SE, NW, NE', () => {
    expect(DIRECTIONS).toEqual([
      { x: -1, z: 0 },
      { x: 1, z: 0 },
      { x: 0, z: -1 },
      { x: 0, z: 1 },
      { x: -1, z: -1 },
      { x: 1, z: -1 },
      { x: -1, z: 1 },
      { x: 1, z: 1 },
    ]);
    expect(DIRECTIONS[SOUTH]).toEqual({ x: 0, z: -1 });
  });

  it('lead to a neighbour and are found again from there', () => {
    for (const direction of ALL) {
      const next = neighbour({ x: 5, z: -7 }, direction);
      expect(directionTo({ x: 5, z: -7 }, next)).toBe(direction);
      expect(distance({ x: 5, z: -7 }, next)).toBe(1);
    }
    expect(directionTo(O, O)).toBeUndefined();
    expect(directionTo(O, { x: 9, z: -2 })).toBe(5);
  });

  it('are told from beside, which has no corners', () => {
    expect(ALL.map((direction) => isBeside(O, neighbour(O, direction)))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([isBeside(O, O), isBeside(O, { x: 2, z: 0 })]).toEqual([false, false]);
  });
});

describe('headings', () => {
  it('come back from their quaternion, of either sign and a little off', () => {
    for (const direction of ALL) {
      const [x, y, z, w] = headingQuaternion(direction);
      expect(quaternionHeading([x, y, z, w])).toBe(direction);
      expect(quaternionHeading([-x, -y, -z, -w])).toBe(direction);
      expect(quaternionHeading([x, y + 0.1, z, w - 0.1])).toBe(direction);
    }
  });

  it('turn north into their direction, by unit quaternions', () => {
    for (const direction of ALL) {
      const quaternion = headingQuaternion(direction);
      expect(quaternion.reduce((sum, part) => sum + part * part, 0)).toBeCloseTo(1, 12);
      const step = DIRECTIONS[direction];
      const length = step.x !== 0 && step.z !== 0 ? Math.SQRT2 : 1;
      const { x, z } = turned(quaternion);
      expect(x).toBeCloseTo(step.x / length, 12);
      expect(z).toBeCloseTo(step.z / length, 12);
    }
  });
});

describe('velocity', () => {
  it('covers the steps of a tick in that tick', () => {
    const seconds = NETWORK_CONSTANTS.TICK_DURATION_MS / 1000;
    for (const direction of ALL) {
      const [x, y, z] = stepVelocity(direction, RUN_TILES);
      expect([x * seconds, y, z * seconds]).toEqual([
        expect.closeTo(DIRECTIONS[direction].x * RUN_TILES),
        0,
        expect.closeTo(DIRECTIONS[direction].z * RUN_TILES),
      ]);
    }
  });
});

describe('tiles', () => {
  it('hold the points from their south-west corner on, below zero too', () => {
    expect(tileAt(3.99, -0.01)).toEqual({ x: 3, z: -1 });
    expect(tileAt(-3, 4)).toEqual({ x: -3, z: 4 });
  });

  it('are as far apart as a walk over open ground takes', () => {
    expect(distance(O, { x: 3, z: -8 })).toBe(8);
    expect(distance({ x: -2, z: 1 }, { x: 2, z: 1 })).toBe(4);
    expect([sameTile(O, O), sameTile(O, { x: 0, z: 1 })]).toEqual([true, false]);
  });
});

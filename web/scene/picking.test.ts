import { describe, expect, test } from 'vitest';
import { meetCapsule, meetGround, pickAlong, type Ray } from './picking.ts';

const flat = () => 0;
/** From a point toward another. */
function ray(from: [number, number, number], to: [number, number, number]): Ray {
  const d = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const length = Math.hypot(...d);
  return { x: from[0], y: from[1], z: from[2], dx: d[0] / length, dy: d[1] / length, dz: d[2] / length };
}

describe('a ray and the ground', () => {
  test('meets a plane where it should', () => {
    const { ground } = pickAlong(ray([10, 12, 3], [14.5, 0, 20.25]), flat, []);
    expect(ground?.x).toBeCloseTo(14.5, 3);
    expect(ground?.z).toBeCloseTo(20.25, 3);
  });

  test('stops at the near side of a hill', () => {
    const hill = (x: number, z: number) => Math.max(0, 4 - Math.hypot(x - 10, z - 10));
    const { ground } = pickAlong(ray([10, 3, -10], [10, 1, 20]), hill, []);
    expect(ground?.z).toBeLessThan(10);
    expect(hill(10, ground?.z ?? 0)).toBeGreaterThan(1);
  });

  test('meets a deck before the water under it', () => {
    const deck = (x: number) => (x > 4 && x < 6 ? 1.5 : -1);
    const { ground } = pickAlong(ray([0, 6, 0], [5, 1.5, 0]), deck, []);
    expect(ground?.x).toBeCloseTo(5, 2);
  });

  test('meets nothing over the horizon', () => {
    expect(meetGround(ray([0, 5, 0], [10, 6, 0]), flat)).toBeUndefined();
    expect(pickAlong(ray([0, 5, 0], [10, 6, 0]), flat, []).ground).toBeUndefined();
  });
});

describe('a ray and actors', () => {
  const capsule = (id: string, x: number, z: number, height = 1.7) => ({ id, x, y: 0, z, radius: 0.4, height });

  test('hits a body from foot to head and misses beside it', () => {
    const body = capsule('a', 5, 5);
    expect(meetCapsule(ray([5, 8, -4], [5, 0.2, 5]), body)).toBeDefined();
    expect(meetCapsule(ray([5, 8, -4], [5, 1.6, 5]), body)).toBeDefined();
    expect(meetCapsule(ray([5, 8, -4], [5.6, 0.8, 5]), body)).toBeUndefined();
    expect(meetCapsule(ray([5, 8, -4], [5, 2.6, 5]), body)).toBeUndefined();
  });

  test('hits from straight above', () => {
    expect(meetCapsule(ray([5.1, 20, 5.1], [5.1, 0, 5.1]), capsule('a', 5, 5))).toBeDefined();
    expect(meetCapsule(ray([6, 20, 5], [6, 0, 5]), capsule('a', 5, 5))).toBeUndefined();
  });

  test('the nearest comes first, whatever the order they were given in', () => {
    const look = ray([5, 3, -6], [5, 0.5, 8]);
    const near = capsule('near', 5, 4);
    const far = capsule('far', 5.1, 7);
    expect(pickAlong(look, flat, [far, near]).actorIds).toEqual(['near', 'far']);
  });

  test('who stands behind a hill is not hit', () => {
    const hill = (_: number, z: number) => (z > 2 && z < 4 ? 5 : 0);
    expect(pickAlong(ray([5, 3, -6], [5, 0.5, 8]), hill, [capsule('hidden', 5, 8)]).actorIds).toEqual([]);
  });
});

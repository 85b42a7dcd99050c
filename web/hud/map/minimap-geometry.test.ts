import { describe, expect, test } from 'vitest';
import { type MapProjection, mapToWorld, worldToMap } from './minimap-geometry.ts';

const north: MapProjection = { x: 50, z: 60, yaw: 0, pixelsPerTile: 4, radius: 80 };
const east: MapProjection = { ...north, yaw: Math.PI / 2 };

describe('the minimap', () => {
  test('looking north, north is up and east is right', () => {
    expect(worldToMap(north, 50, 61)).toEqual({ x: 80, y: 76 });
    expect(worldToMap(north, 51, 60)).toEqual({ x: 84, y: 80 });
  });

  test('looking east, east is up and south is right', () => {
    const up = worldToMap(east, 51, 60);
    expect(up.x).toBeCloseTo(80);
    expect(up.y).toBeCloseTo(76);
    const right = worldToMap(east, 50, 59);
    expect(right.x).toBeCloseTo(84);
    expect(right.y).toBeCloseTo(80);
  });

  test.each([0, 0.7, 2, -1.3])('a click comes back to the tile that is drawn there, yaw %f', (yaw) => {
    const map = { ...north, yaw };
    const at = worldToMap(map, 55.5, 52.5);
    const world = mapToWorld(map, at.x, at.y);
    expect(world?.x).toBeCloseTo(55.5);
    expect(world?.z).toBeCloseTo(52.5);
  });

  test('outside the circle is nowhere', () => {
    expect(mapToWorld(north, 2, 2)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { pathOver, standing } from './tick-path.ts';
import { TileInterpolator } from './tile-interpolator.ts';

const { TICK_DURATION_MS: TICK, SNAPSHOT_BUFFER_SIZE } = NETWORK_CONSTANTS;
const point = (x: number, z: number) => ({ x, z });
const at = (ticks: number) => ticks * TICK;

describe('TileInterpolator', () => {
  test('spreads a step over its tick, and a run over two halves', () => {
    const motion = new TileInterpolator(0, 0, 0);
    motion.addSnapshot(pathOver(1, [point(0, 0), point(0, 1)], 0), at(1));
    motion.addSnapshot(pathOver(2, [point(0, 1), point(0, 2), point(1, 2)], 0), at(1));
    expect(motion.interpolate(at(1.5), 0)).toMatchObject({ x: 0, z: 0.5, steps: 1 });
    expect(motion.interpolate(at(2.25), 0)).toMatchObject({ x: 0, z: 1.5, steps: 2 });
    expect(motion.interpolate(at(2.75), 0)).toMatchObject({ x: 0.5, z: 2, steps: 2 });
    expect(motion.interpolate(at(3.5), 0)).toMatchObject({ x: 1, z: 2, steps: 0, speed: 0 });
  });

  test('keeps three snapshots', () => {
    const motion = new TileInterpolator(0, 0, 0);
    for (let tick = 1; tick <= 5; tick++) {
      motion.addSnapshot(pathOver(tick, [point(0, tick - 1), point(0, tick)], 0), at(5));
    }
    motion.interpolate(at(5), 10_000);
    expect(motion.interpolate(at(1), 10_000).z).toBe(5 - SNAPSHOT_BUFFER_SIZE);
  });

  test('turns along the shorter arc at the start of a step', () => {
    const motion = new TileInterpolator(0, 0, Math.PI * 0.75);
    motion.addSnapshot(standing(1, point(0, 0), Math.PI * 0.75, -Math.PI * 0.75), at(1));
    const halfway = motion.interpolate(at(1) + 100, 0).yaw;
    expect(Math.cos(halfway)).toBeCloseTo(-1, 6);
    expect(Math.cos(motion.interpolate(at(1) + 200, 0).yaw)).toBeCloseTo(Math.cos(Math.PI * 0.75), 6);
  });

  test('a step that comes late is not jumped into', () => {
    const motion = new TileInterpolator(0, 0, 0);
    motion.addSnapshot(pathOver(1, [point(0, 0), point(0, 1)], 0), at(1));
    expect(motion.interpolate(at(2.5), 16).z).toBe(1);
    motion.addSnapshot(pathOver(2, [point(0, 1), point(0, 2)], 0), at(2.5));
    expect(motion.interpolate(at(2.5), 0).z).toBeCloseTo(1, 6);
    expect(motion.interpolate(at(2.6), 60).z).toBeGreaterThan(1.2);
    expect(motion.interpolate(at(3.5), 540).z).toBeCloseTo(2, 2);
  });

  test('is somewhere else at once where it was put there', () => {
    const motion = new TileInterpolator(0, 0, 0);
    motion.reseat(9, 9, 1);
    expect(motion.interpolate(at(3), 16)).toMatchObject({ x: 9, z: 9, yaw: 1, steps: 0 });
  });
});

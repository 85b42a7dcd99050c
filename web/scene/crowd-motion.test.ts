import { describe, expect, test } from 'vitest';
import { advance, type ClipSet, createMotion, type PlacedClip, writePose } from './crowd-motion.ts';

const clip = (row: number, change: Partial<PlacedClip> = {}): PlacedClip => ({
  loop: true,
  strideTiles: 0,
  hit: 0,
  seconds: 1,
  frames: Array.from({ length: 11 }, () => new Float32Array()),
  row,
  ...change,
});
const CLIPS: ClipSet = new Map([
  ['idle', clip(0)],
  ['walk', clip(11, { strideTiles: 1.2, seconds: 0.7 })],
  ['run', clip(22, { strideTiles: 2, seconds: 0.6 })],
  ['die', clip(33, { loop: false })],
]);

describe('motion', () => {
  test('a gait covers the ground that the body covers, whatever its size', () => {
    const motion = createMotion(0);
    for (let step = 0; step < 6; step++) advance(motion, CLIPS, 'walk', 1.2, 1, 100);
    expect(motion.phase).toBeCloseTo(0.6);
    const small = createMotion(0);
    for (let step = 0; step < 3; step++) advance(small, CLIPS, 'walk', 1.2, 0.5, 100);
    expect(small.phase).toBeCloseTo(0.6);
  });

  test('one clip fades into the next in 180 ms', () => {
    const motion = createMotion(0.25);
    advance(motion, CLIPS, 'idle', 0, 1, 0);
    advance(motion, CLIPS, 'walk', 1.2, 1, 90);
    expect(motion.fade).toBeCloseTo(0.5);
    expect(motion.before).toBe(CLIPS.get('idle'));
    advance(motion, CLIPS, 'walk', 1.2, 1, 90);
    expect(motion).toMatchObject({ fade: 0, before: undefined, playing: CLIPS.get('walk') });
  });

  test('from walking to running the same foot stays in front', () => {
    const motion = createMotion(0.4);
    advance(motion, CLIPS, 'walk', 1.2, 1, 0);
    advance(motion, CLIPS, 'run', 3, 1, 0);
    expect(motion.phase).toBeCloseTo(0.4);
  });

  test('a clip that does not loop stays at its end', () => {
    const motion = createMotion(0.9);
    for (let step = 0; step < 30; step++) advance(motion, CLIPS, 'die', 0, 1, 100);
    expect(motion.phase).toBe(1);
    const row = new Float32Array(3);
    writePose(row, 0, motion.playing, motion.phase);
    expect([...row]).toEqual([43, 43, 0]);
  });

  test('a clip that a skeleton lacks is idling', () => {
    const motion = createMotion(0);
    advance(motion, CLIPS, 'dance', 0, 1, 50);
    expect(motion.playing).toBe(CLIPS.get('idle'));
  });
});

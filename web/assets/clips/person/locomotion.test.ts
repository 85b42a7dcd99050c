import { expect, test } from 'vitest';
import { PERSON_RIG } from '../../models/people/person-rig.ts';
import { frameIn } from '../frames.ts';
import { LOCOMOTION } from './locomotion.ts';

/** Share of the cycle between two looks. */
const STEP = 1 / 200;

/** Where the left ankle is. */
function ankle(clip: (typeof LOCOMOTION)[number], t: number) {
  const { turns, shift } = clip.pose(t);
  return frameIn(PERSON_RIG, turns, 'hips', shift, 'footLeft').at;
}

test.each(LOCOMOTION.map((clip) => [clip.name, clip] as const))(
  'the %s sets its feet down and leaves them there while the body passes over',
  (_, clip) => {
    // Between landing and rolling off the left foot stands flat: it must fall behind as fast as the body moves on.
    const [from, to] = clip.name === 'walk' ? [0.14, 0.32] : [0.08, 0.19];
    for (let t = from; t < to; t += STEP) {
      const [, y, z] = ankle(clip, t);
      const [, nextY, nextZ] = ankle(clip, t + STEP);
      expect((z - nextZ) / STEP / clip.strideTiles).toBeCloseTo(1, 1);
      expect(Math.abs(nextY - y)).toBeLessThan(0.004);
    }
  },
);

test('each foot leaves the ground once in a cycle', () => {
  for (const clip of LOCOMOTION) {
    const heights = Array.from({ length: 100 }, (_, at) => ankle(clip, at / 100)[1]);
    expect(Math.max(...heights)).toBeGreaterThan(0.16);
    expect(Math.min(...heights)).toBeGreaterThan(0.05);
  }
});

import { describe, expect, it } from 'vitest';
import { drawGrid, openGround } from './grid.test-kit.ts';
import { advance, destinationOf, type Walker } from './walk.ts';

const [W, E, N, NE] = [0, 1, 3, 7] as const;
const GROUND = openGround(8, 8);

describe('walking', () => {
  it('takes one step a tick, running two, and stops at the end', () => {
    const walker: Walker = { x: 1, z: 1, route: [E, NE, N, N] };
    expect(advance(GROUND, walker, false)).toEqual([E]);
    expect(walker).toEqual({ x: 2, z: 1, route: [NE, N, N] });
    expect(advance(GROUND, walker, true)).toEqual([NE, N]);
    expect(walker).toEqual({ x: 3, z: 3, route: [N] });
    expect(advance(GROUND, walker, true)).toEqual([N]);
    expect(advance(GROUND, walker, true)).toEqual([]);
    expect(walker).toEqual({ x: 3, z: 4, route: [] });
  });

  it('ends where the ground does not allow the next step, even the second of a tick', () => {
    const walker: Walker = { x: 0, z: 0, route: [E, E, E] };
    expect(advance(drawGrid(['..#.']), walker, true)).toEqual([E]);
    expect(walker).toEqual({ x: 1, z: 0, route: [] });
    const stuck: Walker = { x: 0, z: 0, route: [W, E] };
    expect(advance(GROUND, stuck, false)).toEqual([]);
    expect(stuck).toEqual({ x: 0, z: 0, route: [] });
  });

  it('has the end of its route for a destination', () => {
    expect(destinationOf({ x: 1, z: 1, route: [E, NE, N, N] })).toEqual({ x: 3, z: 4 });
    expect(destinationOf({ x: 1, z: 1, route: [] })).toEqual({ x: 1, z: 1 });
  });
});

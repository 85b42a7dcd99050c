import { describe, expect, test } from 'vitest';
import { createLabelPool } from './label-pool.ts';

describe('the label pool', () => {
  test('a label keeps its node while it is shown, whatever the order', () => {
    const pool = createLabelPool(3);
    const [a, b] = pool.assign(['a', 'b']).slots;
    expect(pool.assign(['b', 'c', 'a']).slots).toEqual([b, 2, a]);
  });

  test('never hands out one node twice', () => {
    const pool = createLabelPool(4);
    pool.assign(['a', 'b', 'c']);
    const { slots } = pool.assign(['d', 'b', 'e', 'f']);
    expect(new Set(slots).size).toBe(4);
    expect(slots).not.toContain(undefined);
  });

  test('leaves out what is beyond its size', () => {
    const pool = createLabelPool(2);
    expect(pool.assign(['a', 'b', 'c']).slots).toEqual([0, 1, undefined]);
  });

  test('a label pushed beyond the size gives its node up', () => {
    const pool = createLabelPool(2);
    pool.assign(['a', 'b']);
    expect(pool.assign(['c', 'a', 'b'])).toEqual({ slots: [1, 0, undefined], released: [] });
  });

  test('names the nodes that are to be hidden, and only those', () => {
    const pool = createLabelPool(3);
    pool.assign(['a', 'b']);
    expect(pool.assign(['b']).released).toEqual([0]);
    expect(pool.assign(['c']), 'a node that goes to another label stays').toEqual({ slots: [1], released: [] });
    expect(pool.assign([]).released).toEqual([1]);
  });
});

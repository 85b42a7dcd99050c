import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '../space/tile.ts';
import { decodeSteps, encodeSteps, expandTick, type Mover, type Steps } from './steps.ts';

const direction = fc.integer({ min: 0, max: 7 }).map((index) => index as Direction);
const taken = (minLength: number) => fc.array(direction, { minLength, maxLength: 2 });
const coordinate = fc.integer({ min: -0x8000, max: 0x7fff });
const tile = fc.record({ x: coordinate, z: coordinate });
const offset = fc.record({ x: fc.integer({ min: -127, max: 127 }), z: fc.integer({ min: -127, max: 127 }) });

const own = fc
  .record({
    seq: fc.integer({ min: 0, max: 0x7fffffff }),
    taken: taken(0),
    tile,
    repeated: fc.boolean(),
    headed: fc.option(offset, { nil: undefined }),
  })
  .map(({ repeated, headed, ...rest }) => ({
    ...rest,
    ...(repeated ? { at: rest.tile } : {}),
    ...(headed === undefined ? {} : { destination: { x: rest.tile.x + headed.x, z: rest.tile.z + headed.z } }),
  }));
const movers: fc.Arbitrary<Mover[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 3000 }), { maxLength: 40 })
  .chain((ids) => fc.tuple(...ids.sort((a, b) => a - b).map((d) => fc.record({ d: fc.constant(d), taken: taken(1) }))));
const steps: fc.Arbitrary<Steps> = fc
  .record({
    tick: fc.integer({ min: 0, max: 0xffffffff }),
    movers,
    own: fc.option(own, { nil: undefined }),
  })
  .map(({ own: one, ...rest }) => (one === undefined ? rest : { ...rest, own: one }));

describe('steps', () => {
  it('give back what was packed: the low bits of the tick, the destination as an offset', () => {
    fc.assert(
      fc.property(steps, (packed) => {
        const decoded = decodeSteps(encodeSteps(packed));
        expect(decoded.tick16).toBe(packed.tick % 0x10000);
        expect(decoded.movers).toEqual(packed.movers);
        if (packed.own === undefined) {
          expect(decoded.own).toBeUndefined();
          return;
        }
        const { seq, taken: own, at, destination, tile: here } = packed.own;
        expect(decoded.own).toEqual({
          seq,
          taken: own,
          ...(at === undefined ? {} : { at }),
          ...(destination === undefined
            ? {}
            : { destinationOffset: { x: destination.x - here.x, z: destination.z - here.z } }),
        });
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('cost two bytes a neighbour and five for oneself on the way', () => {
    const crowd: Mover[] = Array.from({ length: 25 }, (_, d) => ({ d, taken: [3, 3] }));
    expect(encodeSteps({ tick: 1, movers: crowd }).byteLength).toBe(3 + 25 * 2);
    const walking = { seq: 100, taken: [1] as const, tile: { x: 5, z: 5 }, destination: { x: 9, z: 5 } };
    expect(encodeSteps({ tick: 1, movers: [], own: walking }).byteLength).toBe(3 + 4);
  });

  it('that end early are refused', () => {
    const at = { x: 300, z: -300 };
    const whole = encodeSteps({
      tick: 70_000,
      own: { seq: 300, taken: [0], tile: at, at, destination: { x: 301, z: -299 } },
      movers: [{ d: 500, taken: [1] }],
    });
    const withoutMovers = whole.byteLength - 3;
    for (let length = 0; length < whole.byteLength; length++) {
      if (length !== withoutMovers) expect(() => decodeSteps(whole.subarray(0, length)), `${length}`).toThrow();
    }
  });

  it('are read from a view in the middle of a buffer', () => {
    const bytes = encodeSteps({ tick: 9, movers: [{ d: 4, taken: [2] }] });
    const padded = new Uint8Array([7, 7, 7, ...bytes, 7]);
    expect(decodeSteps(padded.subarray(3, 3 + bytes.byteLength)).movers).toEqual([{ d: 4, taken: [2] }]);
  });
});

describe('the tick of steps', () => {
  it('is found from its low bits by anybody within half their range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0x10000, max: 0xffffffff }),
        fc.integer({ min: -0x7fff, max: 0x7fff }),
        (tick, drift) => {
          expect(expandTick(tick % 0x10000, tick + drift)).toBe(tick);
        },
      ),
      { seed: 1 },
    );
  });

  it('crosses the wrap in both directions', () => {
    expect(expandTick(3, 0x2fffe)).toBe(0x30003);
    expect(expandTick(0xfffe, 0x30003)).toBe(0x2fffe);
  });
});

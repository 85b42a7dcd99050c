import { describe, expect, test } from 'vitest';
import { writeBinPacket, writeBundle } from '../protocol/bundle.ts';
import type { EntityData } from '../protocol/entity.ts';
import { writePacket } from '../protocol/packets.ts';
import { encodeSteps } from '../protocol/steps.ts';
import { headingQuaternion } from '../space/tile.ts';
import { Mirror } from './mirror.ts';
import { takeFrame } from './world-feed.ts';

const EAST = 1;
const NORTH = 3;
const TICK = 3_000_000_007;

function person(i: string, x: number, z: number, more: Partial<EntityData> = {}): EntityData {
  return { i, t: 'player', n: i, p: [x + 0.5, 0, z + 0.5], q: headingQuaternion(NORTH), v: [0, 0, 0], ...more };
}

function mirrorWith(...entities: EntityData[]): Mirror {
  const mirror = new Mirror();
  takeFrame(writePacket('snapshot', { entities, tick: TICK }), mirror, TICK, 0);
  return mirror;
}

describe('the mirror', () => {
  test('is calm about ids that it does not know', () => {
    const mirror = mirrorWith(person('a', 1, 1, { d: 0 }));
    const frame = writeBundle([
      writePacket('entityRemoved', { id: 'ghost' }),
      writePacket('entityModified', { i: 'ghost', p: [1, 1, 1] }),
      writeBinPacket('steps', encodeSteps({ tick: TICK + 1, movers: [{ d: 9, taken: [EAST] }] })),
    ]);
    expect(takeFrame(frame, mirror, TICK, 0).tick).toBe(TICK + 1);
    expect([...mirror.entities.keys()]).toEqual(['a']);
  });

  test('moves by short ids, which are given anew as others leave', () => {
    const mirror = mirrorWith(person('a', 1, 1, { d: 0 }), person('b', 5, 5, { d: 1 }));
    const frame = writeBundle([
      writePacket('entityRemoved', { id: 'a' }),
      writePacket('entityAdded', person('c', 8, 8, { d: 0 })),
      writeBinPacket('steps', encodeSteps({ tick: TICK + 1, movers: [{ d: 1, taken: [EAST, EAST] }] })),
    ]);
    takeFrame(frame, mirror, TICK, 0);
    takeFrame(
      writeBinPacket('steps', encodeSteps({ tick: TICK + 2, movers: [{ d: 0, taken: [NORTH] }] })),
      mirror,
      TICK,
      0,
    );
    expect(mirror.entities.get('b')).toMatchObject({ x: 7.5, z: 5.5, yaw: Math.PI / 2 });
    expect(mirror.entities.get('c')).toMatchObject({ x: 8.5, z: 9.5 });
  });

  test('takes in what changed and keeps the rest; empty texts end emotes and occupations', () => {
    const mirror = mirrorWith(person('a', 1, 1, { e: 'wave', o: 'chop', c: 3 }));
    takeFrame(writePacket('entityModified', { i: 'a', e: '', o: '', h: { current: 4, max: 9 } }), mirror, TICK, 0);
    expect(mirror.entities.get('a')).toMatchObject({
      name: 'a',
      level: 3,
      emote: undefined,
      occupied: undefined,
      health: { current: 4, max: 9 },
    });
  });

  test('a second snapshot replaces everything', () => {
    const mirror = mirrorWith(person('a', 1, 1, { e: 'wave', d: 0 }), person('b', 5, 5, { d: 1 }));
    const entities = [person('b', 6, 5, { d: 0 }), person('a', 1, 1, { d: 1 })];
    takeFrame(writePacket('snapshot', { entities, tick: TICK + 4 }), mirror, TICK, 0);
    takeFrame(
      writeBinPacket('steps', encodeSteps({ tick: TICK + 5, movers: [{ d: 0, taken: [EAST] }] })),
      mirror,
      TICK,
      0,
    );
    expect([...mirror.entities.keys()]).toEqual(['b', 'a']);
    expect(mirror.entities.get('a')?.emote).toBeUndefined();
    expect(mirror.entities.get('b')).toMatchObject({ x: 7.5, z: 5.5 });
  });

  test('the first frame of a connection is read by the tick that it says in full, with nothing to guess from', () => {
    const packets = [
      writePacket('snapshot', { entities: [person('a', 1, 1, { d: 0 })], tick: TICK }),
      writeBinPacket('steps', encodeSteps({ tick: TICK, movers: [] })),
    ];
    expect(takeFrame(writeBundle(packets), new Mirror(), 0, 0).tick).toBe(TICK);
  });

  test('somebody who comes into view in the middle of a step is drawn on it', () => {
    const mirror = mirrorWith();
    const start = TICK * 600;
    const added = person('a', 3, 3, { v: [0, 0, 1000 / 600] });
    const steps = writeBinPacket('steps', encodeSteps({ tick: TICK, movers: [] }));
    takeFrame(writeBundle([writePacket('entityAdded', added), steps]), mirror, TICK, start);
    expect(mirror.entities.get('a')?.motion.interpolate(start + 300, 0).z).toBeCloseTo(3, 6);
  });
});

import { describe, expect, test } from 'vitest';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { RUN_ENERGY_FULL } from '../rules/run-energy.ts';
import type { Terrain } from '../space/terrain.ts';
import { Avatar } from './avatar.ts';
import { Prediction } from './prediction.ts';

const { TICK_DURATION_MS: TICK, MAX_PENDING_MOVES, MAX_PREDICTION_ERROR } = NETWORK_CONSTANTS;
const SIDE = 40;
const MEADOW: Terrain = {
  origin: { x: 0, z: 0 },
  width: SIDE,
  depth: SIDE,
  flags: new Uint16Array(SIDE * SIDE),
  heights: new Int16Array((SIDE + 1) * (SIDE + 1)),
};
const EAST = 1;
const START = { x: 10, z: 10 };
const LEAD = { least: 40, most: 700 };

function standingAt(tick: number): Prediction {
  const prediction = new Prediction(MEADOW);
  prediction.reset(tick, START, 0, undefined);
  prediction.misprediction = undefined;
  return prediction;
}

describe('foretelling', () => {
  test('a move is walked from its tick on, one tile a tick, two running', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 20, z: 10 }, false, 102);
    prediction.move(2, { x: 20, z: 10 }, true, 104);
    expect([101, 102, 103, 104, 105].map((tick) => prediction.track.tileAfter(tick).x)).toEqual([10, 11, 12, 14, 16]);
    expect(prediction.track.restTick()).toBe(108);
  });

  test('beyond ten pending moves the newest replaces the last', () => {
    const prediction = standingAt(100);
    for (let seq = 1; seq <= 14; seq++) prediction.move(seq, { x: 10 + seq, z: 10 }, false, 101);
    expect(prediction.pending).toHaveLength(MAX_PENDING_MOVES);
    expect(prediction.pending.at(-1)?.seq).toBe(14);
  });

  test('a deed that is done standing ends the walk at its tick, and the moves that wait for it', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 20, z: 10 }, false, 101);
    prediction.move(2, { x: 10, z: 20 }, false, 104);
    prediction.beginDeed(103, true);
    prediction.move(3, { x: 20, z: 10 }, false, 105);
    expect([102, 103, 104, 105].map((tick) => prediction.track.tileAfter(tick).x)).toEqual([12, 12, 12, 13]);
  });

  test('nothing is foretold without ground', () => {
    const prediction = new Prediction(undefined);
    prediction.reset(100, START, 0, undefined);
    prediction.move(1, { x: 20, z: 10 }, false, 101);
    expect(prediction.track.tileAfter(110)).toEqual(START);
  });
});

describe('answers', () => {
  test('drop what was applied, and keep the route that was foretold', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 14, z: 10 }, false, 101);
    prediction.report({ tick: 101, seq: 1, taken: [EAST], destination: { offset: { x: 3, z: 0 } } });
    expect(prediction.pending).toEqual([]);
    expect(prediction.misprediction).toBeUndefined();
    expect(prediction.track.tileAfter(104)).toEqual({ x: 14, z: 10 });
  });

  test('that come without a move that was due put it off by a tick, and count it', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 14, z: 10 }, false, 101);
    prediction.quiet(101);
    expect(prediction.misprediction).toBe('late');
    expect(prediction.lateMoves).toBe(1);
    expect(prediction.track.tileAfter(102)).toEqual({ x: 11, z: 10 });
  });

  test('that never come let a move be taken for lost', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 14, z: 10 }, false, 101);
    for (let tick = 101; tick <= 104; tick++) prediction.quiet(tick);
    expect(prediction.pending).toEqual([]);
    prediction.move(2, { x: 14, z: 10 }, false, 106);
    expect(prediction.expire(108)).toBe(false);
    expect(prediction.expire(109)).toBe(true);
  });

  test('an older tick than the newest known is not listened to', () => {
    const prediction = standingAt(100);
    prediction.report({ tick: 99, seq: 0, taken: [EAST] });
    expect(prediction.known).toMatchObject({ tick: 100, x: 10 });
  });

  test('a silence of years costs no more than one of minutes', () => {
    const prediction = new Prediction(MEADOW);
    prediction.reset(0, START, 0, undefined);
    prediction.energy(0, false);
    prediction.quiet(3_000_000_000);
    expect(prediction.known).toMatchObject({ tick: 3_000_000_000, energy: RUN_ENERGY_FULL });
  });

  test('a move that was never sent can be taken back', () => {
    const prediction = standingAt(100);
    prediction.move(1, { x: 14, z: 10 }, false, 101);
    prediction.withdraw(1);
    expect(prediction.track.tileAfter(105)).toEqual(START);
  });
});

describe('the avatar', () => {
  /** Draws a walk eastwards until `drawnX`, on a clock where the server is at tick 101. */
  function walking(seconds: number) {
    const prediction = standingAt(100);
    const avatar = new Avatar();
    const now = 101 * TICK;
    avatar.reseat(prediction.track, now, LEAD);
    prediction.move(1, { x: 30, z: 10 }, false, 101);
    avatar.depart(prediction.track, 101, now, LEAD);
    for (let ms = 0; ms < seconds * 1000; ms += 10) avatar.frame(prediction.track, now + ms, LEAD, 10);
    return { prediction, avatar, now: now + seconds * 1000 };
  }

  test('moves on the frame of the click', () => {
    const { avatar } = walking(0.02);
    expect(avatar.pose.x).toBeGreaterThan(10.52);
  });

  test('lets a small difference fade', () => {
    const { prediction, avatar, now } = walking(0.8);
    const drawn = avatar.pose.x;
    prediction.report({ tick: 101, seq: 1, taken: [EAST], destination: { offset: { x: 19, z: 0 } } });
    prediction.report({ tick: 102, seq: 1, taken: [] });
    avatar.retrack(prediction.track, now, LEAD, 'redirected');
    expect(drawn - 11.5).toBeGreaterThan(0.3);
    expect(drawn - 11.5).toBeLessThan(MAX_PREDICTION_ERROR);
    expect(avatar.pose.x).toBe(drawn);
    for (let ms = 0; ms < 1000; ms += 10) avatar.frame(prediction.track, now + ms, LEAD, 10);
    expect(avatar.pose.x).toBeCloseTo(11.5, 2);
    expect(avatar.corrections.snaps).toEqual({});
  });

  test('snaps beyond half a tile, and counts why', () => {
    const { prediction, avatar, now } = walking(1.2);
    prediction.report({ tick: 101, seq: 1, taken: [], at: { x: 30, z: 30 } });
    avatar.retrack(prediction.track, now, LEAD, prediction.misprediction);
    expect(avatar.pose).toMatchObject({ x: 30.5, z: 30.5 });
    expect(avatar.corrections.snaps).toEqual({ teleport: 1 });
  });

  test('glides back from a stop by the server within 150 ms', () => {
    const { prediction, avatar, now } = walking(1.2);
    prediction.report({ tick: 101, seq: 1, taken: [EAST], destination: { offset: { x: 19, z: 0 } } });
    prediction.report({ tick: 102, seq: 1, taken: [] });
    expect(prediction.misprediction).toBe('stopped');
    const drawn = avatar.pose.x;
    avatar.retrack(prediction.track, now, LEAD, 'stopped');
    expect(drawn - 11.5).toBeGreaterThan(MAX_PREDICTION_ERROR);
    expect(avatar.pose.x).toBe(drawn);
    for (let ms = 0; ms <= 150; ms += 10) avatar.frame(prediction.track, now + ms, LEAD, 10);
    expect(avatar.pose.x).toBeCloseTo(11.5, 6);
    expect(avatar.corrections).toEqual({ snaps: {}, glides: 1 });
  });
});

import { expect, test } from 'vitest';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { Arrivals } from './arrivals.ts';
import { RemoteTimeline } from './remote-timeline.ts';
import { ServerClock } from './server-clock.ts';

const { TICK_DURATION_MS: TICK, INTERPOLATION_DELAY_MS } = NETWORK_CONSTANTS;

function setUp(lateness: (tick: number) => number, ticks = 24) {
  const arrivals = new Arrivals(new ServerClock());
  for (let tick = 1; tick <= ticks; tick++) arrivals.heard(tick, tick * TICK + lateness(tick));
  return { arrivals, timeline: new RemoteTimeline(arrivals) };
}

test('the delay is never below the floor', () => {
  expect(setUp(() => 10).timeline.delayMs).toBe(INTERPOLATION_DELAY_MS);
});

test('it covers 95 % of the lateness that was seen, and 20 ms', () => {
  const { timeline } = setUp((tick) => 100 + (tick % 12) * 10);
  expect(timeline.delayMs).toBe(100 + 20 + 110);
});

test('lateness adds 400 ms at most', () => {
  expect(setUp((tick) => (tick % 2) * 900).timeline.delayMs).toBe(400);
});

test('lateness is believed at once and forgotten slowly', () => {
  const { arrivals, timeline } = setUp(() => 100, 4);
  const calm = timeline.delayMs;
  for (const tick of [5, 6]) arrivals.heard(tick, tick * TICK + 300);
  const late = timeline.delayMs;
  for (let tick = 7; tick < 37; tick++) arrivals.heard(tick, tick * TICK + 100);
  expect(late).toBe(calm + 200);
  expect(timeline.delayMs).toBeLessThan(late);
  expect(timeline.delayMs).toBeGreaterThan(calm + 150);
});

test('time runs up to 6 % off, a quarter faster when far behind, and is set only when it is hopeless', () => {
  const { timeline } = setUp(() => 10);
  timeline.advance(100_000, 0);
  const step = (serverNow: number) => timeline.advance(serverNow, 100) - ((timeline.time ?? 0) - 0);
  expect(step(100_100)).toBe(0);
  const before = timeline.time ?? 0;
  expect(timeline.advance(100_500, 100) - before).toBeCloseTo(106, 0);
  const behind = timeline.time ?? 0;
  expect(timeline.advance(101_400, 100) - behind).toBeCloseTo(131, 0);
  expect(timeline.advance(110_000, 100)).toBe(110_000 - INTERPOLATION_DELAY_MS);
});

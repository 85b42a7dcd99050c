import { describe, expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

/** A ping that took `up` and `down` ms, the server being `offset` ahead. */
function ping(clock: ServerClock, sentAt: number, up: number, down: number, offset: number): void {
  clock.pong(sentAt, sentAt + up + offset, sentAt + up + down);
}

describe('the offset', () => {
  test('comes from the least round trip of the last eight', () => {
    const clock = new ServerClock();
    ping(clock, 0, 200, 40, 1000);
    ping(clock, 300, 40, 40, 1000);
    ping(clock, 600, 40, 300, 1000);
    expect(clock.at(1000)).toBe(2000);
    expect(clock.upMs).toBe(40);
    expect(clock.roundTripMs).toBe(240);
  });

  test('is slewed by at most 5 ms a second once five pings have locked it', () => {
    const clock = new ServerClock();
    for (let index = 0; index < 5; index++) ping(clock, index * 150, 50, 50, 1000);
    for (let index = 0; index < 8; index++) ping(clock, 5000 + index * 5000, 20, 20, 1040);
    const before = clock.at(45_000) - 45_000;
    const after = clock.at(46_000) - 46_000;
    expect(after - before).toBeLessThanOrEqual(5);
    expect(clock.at(60_000) - 60_000).toBeCloseTo(1040, 6);
  });

  test('is set where slewing would take a minute: the machine slept', () => {
    const clock = new ServerClock();
    for (let index = 0; index < 8; index++) ping(clock, index * 150, 50, 50, 1000);
    clock.resync();
    ping(clock, 10_000, 50, 50, 61_000);
    expect(clock.at(10_200)).toBe(71_200);
  });

  test('is guessed from the first packet until a ping is answered', () => {
    const clock = new ServerClock();
    clock.hint(5000, 100);
    expect(clock.at(200)).toBe(5100);
    ping(clock, 200, 30, 30, 4950);
    expect(clock.at(300)).toBe(5250);
  });
});

test('a long way up counts as lateness of what is sent', () => {
  const clock = new ServerClock();
  ping(clock, 0, 40, 40, 0);
  ping(clock, 100, 90, 40, 0);
  expect(clock.upLatenessMs).toBe(50);
});

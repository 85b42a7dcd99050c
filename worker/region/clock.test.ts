import { describe, expect, it } from 'vitest';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { createBentClock, createStepClock, STRAIGHT, slotAt, slotStart } from './clock.ts';

describe('slots', () => {
  it('begin on the grid of wall time', () => {
    expect(slotAt(slotStart(2_981_234_567))).toBe(2_981_234_567);
    expect(slotAt(slotStart(7) - 1)).toBe(6);
    expect(slotStart(1)).toBe(NETWORK_CONSTANTS.TICK_DURATION_MS);
  });
});

describe('a bent clock', () => {
  it('runs with the wall while it is straight', () => {
    const clock = createBentClock(STRAIGHT, () => 1234);
    expect(clock.now()).toBe(1234);
    expect(clock.wallAt(5000)).toBe(5000);
  });

  it('runs faster, and says when the wall will be there', () => {
    let wall = 1000;
    const clock = createBentClock({ wall: 1000, region: 1000, speed: 4 }, () => wall);
    wall = 1500;
    expect(clock.now()).toBe(3000);
    expect(clock.wallAt(3000)).toBe(1500);
  });

  it('stands still while paused, and then nothing is due', () => {
    let wall = 1000;
    const clock = createBentClock({ wall: 1000, region: 1000, speed: 0 }, () => wall);
    wall = 99_000;
    expect(clock.now()).toBe(1000);
    expect(clock.wallAt(2000)).toBeUndefined();
  });
});

describe('a step clock', () => {
  it('moves only when told to', () => {
    const clock = createStepClock(600);
    expect(clock.now()).toBe(600);
    clock.set(1200);
    expect(clock.now()).toBe(1200);
  });
});

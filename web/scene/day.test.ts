import { Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { createMood, lightDirection, lightShare, moodAt } from './day.ts';

describe('the day', () => {
  test('lamps glow by night and not at noon', () => {
    const mood = createMood();
    moodAt(0.5, mood);
    const noon = mood.glow;
    moodAt(0, mood);
    expect(mood.glow).toBeGreaterThan(noon * 8);
    expect(mood.night).toBe(1);
  });

  test('passes without a jump, around midnight too', () => {
    const before = createMood();
    const after = createMood();
    for (let step = 0; step < 2400; step++) {
      moodAt(step / 2400, before);
      moodAt((step + 1) / 2400, after);
      expect(Math.abs(after.sunStrength - before.sunStrength)).toBeLessThan(0.1);
      expect(Math.abs(after.fog.r - before.fog.r)).toBeLessThan(0.02);
    }
  });

  test('the light never comes from below, and dims while sun and moon change places', () => {
    const direction = new Vector3();
    for (let step = 0; step < 1000; step++) expect(lightDirection(step / 1000, direction).y).toBeGreaterThan(0.2);
    expect(lightShare(0.22)).toBe(0);
    expect(lightShare(0.81)).toBe(0);
    expect(lightShare(0.5)).toBe(1);
  });

  test('the sun rises in the east and sets in the west', () => {
    expect(lightDirection(0.28, new Vector3()).x).toBeGreaterThan(0.3);
    expect(lightDirection(0.74, new Vector3()).x).toBeLessThan(-0.3);
  });
});

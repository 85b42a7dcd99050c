import { describe, expect, test } from 'vitest';
import { createOrbitCamera, fieldOfView } from './camera.ts';

const flat = () => 0;
const SETTLED_MS = 5000;

describe('the camera', () => {
  test('looks north from the south at first', () => {
    const orbit = createOrbitCamera({ x: 10, y: 0, z: 20 });
    orbit.update(16, { x: 10, y: 0, z: 20 }, flat);
    expect(orbit.yaw).toBe(0);
    expect(orbit.camera.position.x).toBeCloseTo(10);
    // Three's z is the world's turned around: south is greater.
    expect(orbit.camera.position.z).toBeGreaterThan(-20);
  });

  test('turned by a quarter it looks east, from the west', () => {
    const orbit = createOrbitCamera({ x: 10, y: 0, z: 20 });
    orbit.update(16, { x: 10, y: 0, z: 20 }, flat);
    orbit.orbit(Math.PI / 2, 0);
    orbit.update(SETTLED_MS, undefined, flat);
    expect(orbit.camera.position.x).toBeLessThan(0);
    expect(orbit.camera.position.z).toBeCloseTo(-20);
  });

  test('keeps between 20 and 75 degrees, and between 6 and 28 tiles', () => {
    const orbit = createOrbitCamera({ x: 0, y: 0, z: 0 });
    const distance = () => orbit.camera.position.distanceTo({ x: 0, y: 1, z: 0 } as typeof orbit.camera.position);
    const pitch = () => (Math.asin((orbit.camera.position.y - 1) / distance()) * 180) / Math.PI;
    orbit.update(16, { x: 0, y: 0, z: 0 }, flat);
    orbit.orbit(0, 9);
    orbit.zoom(100);
    orbit.update(SETTLED_MS, undefined, flat);
    expect(pitch()).toBeCloseTo(75);
    expect(distance()).toBeCloseTo(28);
    orbit.orbit(0, -9);
    orbit.zoom(-100);
    orbit.update(SETTLED_MS, undefined, flat);
    expect(pitch()).toBeCloseTo(20);
    expect(distance()).toBeCloseTo(6);
  });

  test('follows a step smoothly and a teleport at once', () => {
    const orbit = createOrbitCamera({ x: 0, y: 0, z: 0 });
    orbit.update(16, { x: 0, y: 0, z: 0 }, flat);
    orbit.update(16, { x: 1, y: 0, z: 0 }, flat);
    expect(orbit.focus.x).toBeGreaterThan(0);
    expect(orbit.focus.x).toBeLessThan(0.5);
    orbit.update(16, { x: 60, y: 0, z: 0 }, flat);
    expect(orbit.focus.x).toBe(60);
  });

  test('stays above a hill behind it', () => {
    const orbit = createOrbitCamera({ x: 0, y: 0, z: 0 });
    orbit.orbit(0, -9);
    orbit.update(SETTLED_MS, { x: 0, y: 0, z: 0 }, (_, z) => (z < -5 ? 12 : 0));
    expect(orbit.camera.position.y).toBeGreaterThan(12);
  });

  test('facing north goes the short way, however often it was turned', () => {
    const orbit = createOrbitCamera({ x: 0, y: 0, z: 0 });
    orbit.update(16, { x: 0, y: 0, z: 0 }, flat);
    orbit.orbit(Math.PI * 4 + 0.4, 0);
    orbit.update(SETTLED_MS, undefined, flat);
    orbit.faceNorth();
    orbit.update(1, undefined, flat);
    expect(Math.abs(orbit.yaw)).toBeLessThan(0.41);
    orbit.update(SETTLED_MS, undefined, flat);
    expect(orbit.yaw).toBeCloseTo(0);
  });

  test('an upright screen sees wider', () => {
    expect(fieldOfView(16 / 9)).toBe(42);
    expect(fieldOfView(390 / 844)).toBeGreaterThan(50);
  });
});

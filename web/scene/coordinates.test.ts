import { expect, test } from 'vitest';
import { modelToWorld, turnOfYaw, worldToModel } from './coordinates.ts';

test.each([
  ['north', 0, 0, 1],
  ['east', Math.PI / 2, 1, 0],
  ['south', Math.PI, 0, -1],
  ['west', -Math.PI / 2, -1, 0],
])('the front of a model that looks %s is there', (_, yaw, east, north) => {
  const front = modelToWorld({ x: 10, z: 20, yaw }, 0, 1);
  expect(front.x - 10).toBeCloseTo(east);
  expect(front.z - 20).toBeCloseTo(north);
  // Three turns (0, 0, 1) by an angle about y to (sin, 0, cos), and its z is the world's turned around.
  expect(Math.sin(turnOfYaw(yaw))).toBeCloseTo(east);
  expect(-Math.cos(turnOfYaw(yaw))).toBeCloseTo(north);
});

test('there and back again', () => {
  const at = { x: 3, z: -4, yaw: 0.7 };
  const world = modelToWorld(at, 1.5, -2.25);
  const back = worldToModel(at, world.x, world.z);
  expect(back.x).toBeCloseTo(1.5);
  expect(back.z).toBeCloseTo(-2.25);
});

import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { slerpYaw, yawToward } from './angle.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Milliseconds in which a body turns at the start of a step; a whole step would look like sliding. */
const TURN_MS = 200;

/** A point in world coordinates. */
export interface Point {
  readonly x: number;
  readonly z: number;
}

/** Where something is in one tick: from the first point over the others, spread evenly over the tick. */
export interface TickPath {
  readonly tick: number;
  /** The start, then the end of each step. */
  readonly points: readonly Point[];
  /** Rotation before the tick, then after each step; one more than `points` where it turns without a step. */
  readonly yaws: readonly number[];
}

/** How something is drawn. */
export interface Pose {
  x: number;
  z: number;
  yaw: number;
  /** Steps of the tick that is shown: 0 still, 1 walking, 2 running. */
  steps: number;
  /** Tiles per second. */
  speed: number;
}

export function createPose(x = 0, z = 0, yaw = 0): Pose {
  return { x, z, yaw, steps: 0, speed: 0 };
}

/** A path over the given points, facing along each step. */
export function pathOver(tick: number, points: readonly Point[], yaw: number): TickPath {
  const yaws = [yaw];
  for (let step = 1; step < points.length; step++) {
    const from = points[step - 1];
    const to = points[step];
    if (from && to) yaws.push(yawToward(to.x - from.x, to.z - from.z));
  }
  return { tick, points, yaws };
}

/** Standing for a tick, turning to `yaw`. */
export function standing(tick: number, point: Point, fromYaw: number, yaw: number): TickPath {
  return { tick, points: [point], yaws: fromYaw === yaw ? [yaw] : [fromYaw, yaw] };
}

export function endOf(path: TickPath): Point {
  return path.points[path.points.length - 1] ?? { x: 0, z: 0 };
}

export function endYawOf(path: TickPath): number {
  return path.yaws[path.yaws.length - 1] ?? 0;
}

/** The pose at a share 0 to 1 of a path's tick, written into `pose`. */
export function poseOn(path: TickPath, share: number, pose: Pose): void {
  const steps = path.points.length - 1;
  const parts = Math.max(path.yaws.length - 1, 1);
  const along = Math.min(Math.max(share, 0), 1) * parts;
  const part = Math.min(Math.floor(along), parts - 1);
  const within = along - part;
  const turned = Math.min(1, (within * TICK_DURATION_MS) / parts / TURN_MS);
  const fromYaw = path.yaws[part] ?? 0;
  pose.yaw = slerpYaw(fromYaw, path.yaws[part + 1] ?? fromYaw, turned);
  pose.steps = steps;
  const from = path.points[Math.min(part, steps)] ?? { x: 0, z: 0 };
  const to = path.points[Math.min(part + 1, steps)] ?? from;
  pose.x = from.x + (to.x - from.x) * within;
  pose.z = from.z + (to.z - from.z) * within;
  pose.speed = (Math.hypot(to.x - from.x, to.z - from.z) * parts * 1000) / TICK_DURATION_MS;
}

/** Standing as `path` ends, written into `pose`. */
export function poseAfter(path: TickPath, pose: Pose): void {
  const end = endOf(path);
  pose.x = end.x;
  pose.z = end.z;
  pose.yaw = endYawOf(path);
  pose.steps = 0;
  pose.speed = 0;
}

/** Standing as `path` begins, written into `pose`. */
export function poseBefore(path: TickPath, pose: Pose): void {
  const start = path.points[0] ?? { x: 0, z: 0 };
  pose.x = start.x;
  pose.z = start.z;
  pose.yaw = path.yaws[0] ?? 0;
  pose.steps = 0;
  pose.speed = 0;
}

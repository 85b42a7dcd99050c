import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { Residue } from './residue.ts';
import { createPose, endOf, endYawOf, type Pose, poseAfter, poseBefore, poseOn, type TickPath } from './tick-path.ts';

const { SNAPSHOT_BUFFER_SIZE, TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Tiles beyond which a late correction is shown at once instead of being smoothed. */
const MAX_SMOOTHED_TILES = 2;

/**
 * Draws a remote entity from its last three snapshots on the server's timeline. A snapshot is one
 * tick: where it started, and where each step of it ended; between two snapshots the entity
 * stands. Position is a straight line and rotation a slerp between the same two points.
 */
export class TileInterpolator {
  private readonly snapshots: TickPath[] = [];
  private readonly residue = new Residue();
  private readonly pose: Pose;
  private readonly scratch: Pose = createPose();

  constructor(x: number, z: number, yaw: number) {
    this.pose = createPose(x, z, yaw);
    this.reseat(x, z, yaw);
  }

  /** Where it is after the newest snapshot. */
  get end(): { x: number; z: number; yaw: number } {
    const last = this.snapshots[this.snapshots.length - 1];
    if (last === undefined) return this.pose;
    return { ...endOf(last), yaw: endYawOf(last) };
  }

  /**
   * Adds a tick, newer than those before or a second report of the newest.
   *
   * @param time the moment being drawn, in ms of the server's clock
   */
  addSnapshot(snapshot: TickPath, time: number): void {
    const last = this.snapshots[this.snapshots.length - 1];
    if (last !== undefined && last.tick >= snapshot.tick) this.snapshots.pop();
    this.snapshots.push(snapshot);
    if (this.snapshots.length > SNAPSHOT_BUFFER_SIZE) this.snapshots.shift();
    this.locate(time, this.scratch);
    const isFar = Math.hypot(this.pose.x - this.scratch.x, this.pose.z - this.scratch.z) > MAX_SMOOTHED_TILES;
    if (isFar) this.residue.clear();
    else this.residue.take(this.pose, this.scratch);
  }

  /** Puts it somewhere without any animation. */
  reseat(x: number, z: number, yaw: number): void {
    this.snapshots.length = 0;
    this.snapshots.push({ tick: 0, points: [{ x, z }], yaws: [yaw] });
    this.residue.clear();
    Object.assign(this.pose, createPose(x, z, yaw));
  }

  /**
   * The pose at a moment of the server's clock; the same object every time.
   *
   * @param elapsedMs since the call before
   */
  interpolate(time: number, elapsedMs: number): Readonly<Pose> {
    this.residue.fade(elapsedMs);
    this.locate(time, this.pose);
    this.residue.addTo(this.pose);
    return this.pose;
  }

  private locate(time: number, pose: Pose): void {
    const tick = Math.floor(time / TICK_DURATION_MS);
    for (let index = this.snapshots.length - 1; index >= 0; index--) {
      const snapshot = this.snapshots[index];
      if (snapshot === undefined || snapshot.tick > tick) continue;
      if (snapshot.tick === tick) poseOn(snapshot, time / TICK_DURATION_MS - tick, pose);
      else poseAfter(snapshot, pose);
      return;
    }
    const oldest = this.snapshots[0];
    if (oldest !== undefined) poseBefore(oldest, pose);
  }
}

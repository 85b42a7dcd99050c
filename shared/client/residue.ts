import { angleBetween } from './angle.ts';
import type { Pose } from './tick-path.ts';

/** Time in ms in which a residue falls to 1/e. */
const DECAY_MS = 110;
/** Time in ms in which a glide is over. */
const GLIDE_MS = 150;
/** Below this, in tiles and in radians, there is no residue. */
const NOTHING = 1e-4;

/**
 * The difference between where something was drawn and where it now turns out to be. It is added
 * to what is drawn and fades, so that a correction never shows as a jump.
 */
export class Residue {
  private x = 0;
  private z = 0;
  private yaw = 0;
  private glideLeftMs = 0;

  /** Starts anew: what was drawn at `drawn` is from now on at `pose`. */
  take(drawn: Pose, pose: Pose): void {
    this.x = drawn.x - pose.x;
    this.z = drawn.z - pose.z;
    this.yaw = angleBetween(pose.yaw, drawn.yaw);
    this.glideLeftMs = 0;
  }

  /** The same, fading evenly and fast: for a correction that should look meant. */
  glide(drawn: Pose, pose: Pose): void {
    this.take(drawn, pose);
    this.glideLeftMs = GLIDE_MS;
  }

  clear(): void {
    this.x = 0;
    this.z = 0;
    this.yaw = 0;
    this.glideLeftMs = 0;
  }

  /** Tiles between what is drawn and what is so. */
  get tiles(): number {
    return Math.hypot(this.x, this.z);
  }

  fade(ms: number): void {
    const share =
      this.glideLeftMs > 0 ? Math.max(0, (this.glideLeftMs - ms) / this.glideLeftMs) : Math.exp(-ms / DECAY_MS);
    this.glideLeftMs = Math.max(0, this.glideLeftMs - ms);
    this.x *= share;
    this.z *= share;
    this.yaw *= share;
    if (this.tiles < NOTHING && Math.abs(this.yaw) < NOTHING) this.clear();
  }

  addTo(pose: Pose): void {
    pose.x += this.x;
    pose.z += this.z;
    pose.yaw += this.yaw;
  }
}

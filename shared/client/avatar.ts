import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Misprediction } from './prediction.ts';
import { Residue } from './residue.ts';
import { createPose, type Pose } from './tick-path.ts';
import type { Track } from './track.ts';

const { MAX_PREDICTION_ERROR, TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** How far into the past a correction may take what is drawn, in ms. */
const BACK_MS = 900;
/** How far beyond the usual lead a correction may take it, in ms. */
const AHEAD_MS = 300;
/** Rate of time while it is too far ahead, and while it is not far enough. */
const SLOWER = 0.93;
const FASTER = 1.1;
/** Tiles that a stop by the server, or a deed that it begins, glides instead of snapping. */
const MAX_GLIDE_TILES = 1.5;
/** Moving less than this within `LOOK_MS` is standing. */
const STILL_TILES = 1e-3;
const LOOK_MS = 40;
/** Two tracks this near each other at the drawn moment are the same there. */
const SAME_TILES = 1e-6;

/** How far ahead of the server's clock the own character is drawn, in ms. */
export interface Lead {
  readonly least: number;
  readonly most: number;
}

/** Corrections, by what became of them and why. */
export interface Corrections {
  snaps: Partial<Record<Misprediction | 'unknown', number>>;
  glides: number;
}

/**
 * The own character as it is drawn: a moment on its track, ahead of the server's clock, and a
 * residue that fades. When the track changes, the moment moves to where the new track passes
 * nearest to what is drawn, so that the eye sees no correction unless there is no such place.
 */
export class Avatar {
  readonly pose: Pose = createPose();
  readonly corrections: Corrections = { snaps: {}, glides: 0 };
  /** Residue of the last correction in tiles. */
  lastErrorTiles = 0;
  private time = 0;
  /** Where the track was at the drawn moment when it was last looked at. */
  private readonly base: Pose = createPose();
  private readonly residue = new Residue();
  private readonly scratch: Pose = createPose();

  /** The moment of the server's clock that is drawn. */
  get drawnTime(): number {
    return this.time;
  }

  /** Puts the character where its track is, without animation. */
  reseat(track: Track, serverNow: number, lead: Lead): void {
    this.time = serverNow + lead.least;
    this.residue.clear();
    track.poseAt(this.time, this.base);
    Object.assign(this.pose, this.base);
  }

  /** Whether the character is drawn on its way. */
  isMoving(track: Track): boolean {
    const { scratch } = this;
    track.poseAt(this.time, scratch);
    const { x, z } = scratch;
    track.poseAt(this.time + LOOK_MS, scratch);
    return Math.hypot(scratch.x - x, scratch.z - z) > STILL_TILES;
  }

  /** The first tick that may turn the character where it is drawn: the next it reaches, or that of its rest. */
  nextTick(track: Track): number {
    const boundary = Math.ceil((this.time - 1) / TICK_DURATION_MS);
    return this.isMoving(track) ? boundary : Math.min(boundary, track.restTick());
  }

  /** Sets off at once where the character stands: the tick that applies the move is drawn from now on. */
  depart(track: Track, tick: number, serverNow: number, lead: Lead): void {
    track.poseAt(tick * TICK_DURATION_MS, this.scratch);
    if (this.errorTo(this.scratch) > MAX_PREDICTION_ERROR) {
      this.retrack(track, serverNow, lead, undefined);
      return;
    }
    this.time = tick * TICK_DURATION_MS;
    this.correct(track, undefined);
  }

  /** Finds its place on a track that may have changed. */
  retrack(track: Track, serverNow: number, lead: Lead, reason: Misprediction | undefined): void {
    const { pose, base, scratch } = this;
    const before = this.time;
    track.poseAt(before, scratch);
    const isSame = Math.hypot(scratch.x - base.x, scratch.z - base.z) < SAME_TILES;
    if (!isSame) this.time = track.nearestTime(pose, serverNow - BACK_MS, serverNow + lead.most + AHEAD_MS, before);
    if (!this.isMoving(track)) this.time = track.departureBy(this.time, serverNow + lead.most) ?? this.time;
    if (!isSame || this.time !== before) this.correct(track, reason);
  }

  /** Moves on by one frame. */
  frame(track: Track, serverNow: number, lead: Lead, elapsedMs: number): void {
    const ahead = this.time - serverNow;
    const rate = ahead > lead.most ? SLOWER : ahead < lead.least ? FASTER : 1;
    this.time += elapsedMs * rate;
    this.residue.fade(elapsedMs);
    track.poseAt(this.time, this.base);
    Object.assign(this.pose, this.base);
    this.residue.addTo(this.pose);
  }

  private correct(track: Track, reason: Misprediction | undefined): void {
    const { pose, base, residue } = this;
    track.poseAt(this.time, base);
    const error = this.errorTo(base);
    this.lastErrorTiles = error;
    if (error <= MAX_PREDICTION_ERROR) {
      residue.take(pose, base);
    } else if ((reason === 'stopped' || reason === 'deed') && error <= MAX_GLIDE_TILES) {
      residue.glide(pose, base);
      this.corrections.glides++;
    } else {
      residue.clear();
      Object.assign(pose, base);
      const key = reason ?? 'unknown';
      this.corrections.snaps[key] = (this.corrections.snaps[key] ?? 0) + 1;
    }
  }

  private errorTo(pose: Pose): number {
    return Math.hypot(this.pose.x - pose.x, this.pose.z - pose.z);
  }
}

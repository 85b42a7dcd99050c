import type { BakedClip } from './figure-models.ts';
import type { ClipName } from './view.ts';

/** Time in which one clip gives way to the next. */
const FADE_MS = 180;
/** A gait never plays slower than this share of its own speed: feet would hang in the air. */
const SLOWEST_GAIT = 0.35;

/** A clip with the row of its first pose in the texture. */
export interface PlacedClip extends BakedClip {
  readonly row: number;
}

export type ClipSet = ReadonlyMap<string, PlacedClip>;

/** Where an actor is in its movements. Phases are shares of a clip, 0..1. */
export interface Motion {
  clip: ClipName;
  playing: PlacedClip | undefined;
  phase: number;
  before: PlacedClip | undefined;
  beforePhase: number;
  /** What is left of the clip before, 1..0. */
  fade: number;
}

/** @param offset where in its clip an actor begins, 0..1, so that a crowd does not breathe as one */
export function createMotion(offset: number): Motion {
  return { clip: 'idle', playing: undefined, phase: offset, before: undefined, beforePhase: 0, fade: 0 };
}

/** Takes a motion on by a frame. @param speed of the body in tiles per second, for gaits; @param scale of the figure */
export function advance(
  motion: Motion,
  clips: ClipSet,
  clip: ClipName,
  speed: number,
  scale: number,
  deltaMs: number,
): void {
  const wanted = clips.get(clip) ?? clips.get('idle');
  if (motion.playing === undefined) {
    motion.playing = wanted;
    motion.clip = clip;
    if (wanted?.loop === false) motion.phase = 0;
  } else if (motion.clip !== clip) {
    motion.clip = clip;
    if (wanted !== motion.playing) change(motion, wanted);
  }
  motion.phase = stepped(motion.phase, motion.playing, speed, scale, deltaMs);
  motion.beforePhase = stepped(motion.beforePhase, motion.before, speed, scale, deltaMs);
  motion.fade = Math.max(0, motion.fade - deltaMs / FADE_MS);
  if (motion.fade === 0) motion.before = undefined;
}

function change(motion: Motion, wanted: PlacedClip | undefined): void {
  motion.before = motion.playing;
  motion.beforePhase = motion.phase;
  motion.fade = motion.before === undefined ? 0 : 1;
  // From one gait to another the same foot stays in front.
  const keepsStep = (motion.before?.strideTiles ?? 0) > 0 && (wanted?.strideTiles ?? 0) > 0;
  if (!keepsStep) motion.phase = 0;
  motion.playing = wanted;
}

function stepped(phase: number, clip: PlacedClip | undefined, speed: number, scale: number, deltaMs: number): number {
  if (clip === undefined) return phase;
  const own = 1 / clip.seconds;
  const rate = clip.strideTiles > 0 ? Math.max(own * SLOWEST_GAIT, speed / (clip.strideTiles * scale)) : own;
  const next = phase + (rate * deltaMs) / 1000;
  return clip.loop ? next - Math.floor(next) : Math.min(1, next);
}

/** Writes two rows to mix, and their share, into an actor's texel. */
export function writePose(numbers: Float32Array, at: number, clip: PlacedClip | undefined, phase: number): void {
  const last = (clip?.frames.length ?? 1) - 1;
  const frame = Math.min(last, phase * last);
  const low = Math.floor(frame);
  const row = clip?.row ?? 0;
  numbers[at] = row + low;
  numbers[at + 1] = row + Math.min(last, low + 1);
  numbers[at + 2] = frame - low;
}

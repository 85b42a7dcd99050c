import { QUALITY_ORDER } from './quality.ts';
import type { QualityName } from './view.ts';

/** Time over which frames are judged. */
const WINDOW_MS = 2000;
/** Median frame above which a preset is too rich: 45 frames per second. */
const SLOW_FRAME_MS = 22;
/** A frame longer than this is a hidden tab or a stall, not a measure of drawing. */
const STALL_MS = 500;

export interface Governor {
  /** Takes a frame's length in; returns the preset to step down to, where the present one is too slow. */
  frame(deltaMs: number): QualityName | undefined;
  /** Starts over at a preset that somebody chose. */
  choose(quality: QualityName): void;
}

/** Steps down when the median frame of two seconds is slow; never up by itself. */
export function createGovernor(quality: QualityName): Governor {
  let present = quality;
  let frames: number[] = [];
  let spanMs = 0;
  const begin = () => {
    frames = [];
    spanMs = 0;
  };
  return {
    choose(chosen) {
      present = chosen;
      begin();
    },
    frame(deltaMs) {
      if (deltaMs <= 0 || deltaMs > STALL_MS) return undefined;
      frames.push(deltaMs);
      spanMs += deltaMs;
      if (spanMs < WINDOW_MS) return undefined;
      const median = frames.sort((a, b) => a - b)[frames.length >> 1] ?? 0;
      begin();
      const poorer = QUALITY_ORDER[QUALITY_ORDER.indexOf(present) + 1];
      if (median <= SLOW_FRAME_MS || poorer === undefined) return undefined;
      present = poorer;
      return poorer;
    },
  };
}

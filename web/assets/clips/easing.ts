/** One whole turn. */
export const TURN = Math.PI * 2;

/** From 0 to 1, slow at both ends. */
export function ease(t: number): number {
  const share = Math.min(1, Math.max(0, t));
  return share * share * (3 - 2 * share);
}

/** 0 before `from`, 1 after `to`, eased between. */
export function rise(from: number, to: number, t: number): number {
  return ease((t - from) / (to - from));
}

/** Up from 0 to 1 in the first part of a clip, down again in its last: for gestures that begin and end at rest. */
export function upAndDown(t: number, up = 0.18, down = 0.8): number {
  return rise(0, up, t) * (1 - rise(down, 1, t));
}

/** A stop of a movement: when, and the values there. */
export type Key<Names extends string> = readonly [at: number, values: Readonly<Record<Names, number>>];

/** Values between keys, eased from stop to stop. The first key stands at 0, the last at 1. */
export function between<Names extends string>(keys: readonly Key<Names>[], t: number): Record<Names, number> {
  const above = keys.findIndex(([at]) => at >= t);
  const high = keys[above === -1 ? keys.length - 1 : above];
  const low = keys[above <= 0 ? 0 : above - 1];
  if (high === undefined || low === undefined) throw new Error('a movement without keys');
  const share = high[0] === low[0] ? 1 : rise(low[0], high[0], t);
  const values = { ...low[1] } as Record<Names, number>; // the copy of a readonly record is writable
  for (const name in values) values[name] += (high[1][name] - low[1][name]) * share;
  return values;
}

/** A wave of one turn per clip times `times`, begun `phase` turns in. */
export function wave(t: number, times = 1, phase = 0): number {
  return Math.sin((t * times + phase) * TURN);
}

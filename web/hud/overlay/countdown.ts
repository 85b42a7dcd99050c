/** Whole seconds left until `atMs`, never negative: 0.1 s left still reads 1. */
export function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}

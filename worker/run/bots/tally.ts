import type { BotResult } from './bot.ts';

/** Every bot that joined and moved. */
export function allPlayed(results: readonly BotResult[]): boolean {
  return results.every(({ joined, moved }) => joined && moved);
}

/** One table of what became of the bots, and the errors that occurred, the most frequent first. */
export function tally(results: readonly BotResult[], seconds: number): string {
  const played = results.filter(({ joined }) => joined);
  const trips = played.flatMap(({ stats }) => (stats.roundTripMs === undefined ? [] : [stats.roundTripMs]));
  const minutes = (seconds / 60) * Math.max(played.length, 1);
  const rows: [string, string][] = [
    ['joined', `${played.length} of ${results.length}`],
    ['moved', `${results.filter(({ moved }) => moved).length} of ${results.length}`],
    ['errors', String(sum(results.map(({ errors }) => errors.length)))],
    ['round trip', `p50 ${percentile(trips, 0.5).toFixed(1)} ms, p95 ${percentile(trips, 0.95).toFixed(1)} ms`],
    ['received', `${mean(played.map(({ stats }) => stats.bytesInPerTick)).toFixed(1)} bytes per client per tick`],
    ['sent', `${mean(played.map(({ stats }) => stats.bytesOutPerTick)).toFixed(1)} bytes per client per tick`],
    ['in view', `${mean(played.map(({ stats }) => stats.entities)).toFixed(1)} entities`],
    ['snaps', `${(sum(played.map(({ stats }) => stats.snaps)) / minutes).toFixed(2)} per client per minute`],
    [
      'mispredicted',
      `${(sum(played.map(({ stats }) => stats.mispredictedTicks)) / minutes).toFixed(2)} ticks per client per minute`,
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`), ...listErrors(results)].join('\n');
}

const ERRORS_SHOWN = 5;

function listErrors(results: readonly BotResult[]): string[] {
  const counts = new Map<string, number>();
  for (const error of results.flatMap(({ errors }) => errors)) counts.set(error, (counts.get(error) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, ERRORS_SHOWN).map(([error, count]) => `  ${count} × ${error}`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(values.length, 1);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

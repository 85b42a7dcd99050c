import { expect, test } from 'vitest';
import { createGameClient } from '../../../shared/client/game-client.ts';
import type { BotResult } from './bot.ts';
import { allPlayed, tally } from './tally.ts';

const stats = createGameClient({
  open: () => {
    throw new Error('nobody connects here');
  },
  now: () => 0,
  after: () => () => undefined,
  random: () => 0,
  fetchTicket: async () => ({ url: '', token: '' }),
}).stats();

function result(joined: boolean, moved: boolean, roundTripMs: number, errors: string[] = []): BotResult {
  return { joined, moved, errors, stats: { ...stats, roundTripMs, bytesInPerTick: 100, snaps: 3 } };
}

test('all must have joined and moved', () => {
  expect(allPlayed([result(true, true, 1)])).toBe(true);
  expect(allPlayed([result(true, true, 1), result(true, false, 1)])).toBe(false);
  expect(allPlayed([result(false, false, 1)])).toBe(false);
});

test('the table counts, averages per client and minute, and lists errors by frequency', () => {
  const results = [result(true, true, 10), result(true, true, 30, ['b']), result(false, false, 0, ['a', 'b'])];
  const lines = tally(results, 120).split('\n');
  expect(lines).toEqual([
    'joined        2 of 3',
    'moved         2 of 3',
    'errors        3',
    'round trip    p50 30.0 ms, p95 30.0 ms',
    'received      100.0 bytes per client per tick',
    'sent          0.0 bytes per client per tick',
    'in view       0.0 entities',
    'snaps         1.50 per client per minute',
    'mispredicted  0.00 ticks per client per minute',
    '  2 × b',
    '  1 × a',
  ]);
});

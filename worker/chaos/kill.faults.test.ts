import { expect, test } from 'vitest';
import { killRun } from './kill-run.ts';

const KILLS = 25;
/** Where other work leaves a kill ten seconds. */
const LIMIT_MS = KILLS * 10_000;

test(`${KILLS} kills of workerd while players walk, come and go: ticks go on unasked, nobody is lost or set back`, {
  timeout: LIMIT_MS,
}, async () => {
  const report = await killRun({ kills: KILLS, seed: 20_261_124, players: 8, speed: 4 });
  expect(report).toMatchObject({ kills: KILLS, resumedUnasked: KILLS, usedTicketsRefused: KILLS });
  // Each kill was seen by players who had a body to come back to, and most after a checkpoint to hold the world to.
  expect(report.resumedBodies).toBeGreaterThan(KILLS);
  expect(report.comparedBodies).toBeGreaterThan(0);
});

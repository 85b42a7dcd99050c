// `npm run chaos -- --kills 200 --seed 1 --json FILE`: the kill run of the tests, as long as one likes.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepare } from '../run/prepare.ts';
import { killRun } from './kill-run.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '25' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    players: { type: 'string', default: '8' },
    speed: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});
process.exitCode = await run();

async function run(): Promise<number> {
  const plan = {
    kills: Number(values.kills),
    seed: Number(values.seed),
    players: Number(values.players),
    speed: Number(values.speed),
  };
  if (!Object.values(plan).every((value) => value > 0)) {
    console.error('Usage: npm run chaos -- [--kills 25] [--seed S] [--players 8] [--speed 4] [--json FILE]');
    return 2;
  }
  await prepare();
  console.log(`${plan.kills} kills, ${plan.players} players, seed ${plan.seed}`);
  const report = await killRun(plan, console.log);
  console.log(report);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(report, undefined, 2));
  return 0;
}

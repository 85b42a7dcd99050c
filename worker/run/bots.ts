// `npm run bots -- --count 50 --seconds 60`: guests who walk about with the web client's own netcode.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { WorldState } from '../../shared/protocol/updates.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import { Bot, type BotWorld } from './bots/bot.ts';
import { allPlayed, tally } from './bots/tally.ts';
import { loadTerrain } from './bots/world-api.ts';

/** Between two arrivals in ms, so that the guests' making does not decide what is measured. */
const ARRIVAL_MS = 40;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    url: { type: 'string', default: `http://localhost:${process.env.PORT_WORKER ?? 5555}` },
  },
});
process.exitCode = await run(Number(values.count), Number(values.seconds), values.url);

async function run(count: number, seconds: number, base: string): Promise<number> {
  if (!(count > 0 && seconds > 0)) {
    console.error('Usage: npm run bots -- [--count 50] [--seconds 60] [--url http://localhost:5555]');
    return 2;
  }
  const world = sharedGround(base);
  const bots = Array.from({ length: count }, () => new Bot(world));
  for (const bot of bots) {
    bot.start();
    await pause(ARRIVAL_MS);
  }
  console.log(`${count} bots play for ${seconds} s at ${base}`);
  await pause(seconds * 1000);
  const results = bots.map((bot) => bot.stop());
  console.log(tally(results, seconds));
  return allPlayed(results) ? 0 : 1;
}

/** The ground of each region is loaded once for all bots. */
function sharedGround(base: string): BotWorld {
  const grounds = new Map<string, Promise<Terrain>>();
  return {
    base,
    terrain(state: WorldState) {
      const ground = grounds.get(state.assets.map) ?? loadTerrain(base, state);
      grounds.set(state.assets.map, ground);
      return ground;
    },
  };
}

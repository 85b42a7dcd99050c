import { Hono } from 'hono';
import { locationHintOf, regionsOf, WORLD_IDS, WORLDS, type WorldId } from '../directory/worlds.ts';
import type { Hosting } from './hosting.ts';

/** How long an answer is given again before the regions are asked, in ms: anybody may call this, and it must cost them little. */
const REMEMBERED_MS = 5_000;

/** A world as it is offered to players. `capacity` is 0 while none of its regions answers. */
export interface OfferedWorld {
  readonly id: WorldId;
  readonly name: string;
  readonly place: string;
  readonly players: number;
  readonly capacity: number;
}

let remembered: { readonly worlds: readonly OfferedWorld[]; readonly at: number } | undefined;

/** `GET /api/worlds`: the worlds, and how many are in them. */
export const worlds = new Hono<Hosting>().get('/', async (c) => {
  const now = Date.now();
  if (remembered === undefined || now - remembered.at > REMEMBERED_MS) {
    remembered = { worlds: await Promise.all(WORLD_IDS.map((id) => offer(c.env, id))), at: now };
  }
  return c.json({ worlds: remembered.worlds }, 200, { 'cache-control': `public, max-age=${REMEMBERED_MS / 1000}` });
});

async function offer(env: Env, id: WorldId): Promise<OfferedWorld> {
  const { name, place } = WORLDS[id];
  const statuses = await Promise.allSettled(regionsOf(id).map((region) => statusOf(env, region)));
  const answered = statuses.filter((status) => status.status === 'fulfilled').map((status) => status.value);
  return {
    id,
    name,
    place,
    players: answered.reduce((sum, status) => sum + status.players, 0),
    capacity: answered.reduce((sum, status) => sum + status.capacity, 0),
  };
}

async function statusOf(env: Env, region: string): Promise<{ players: number; capacity: number }> {
  const { players, capacity } = await env.REGION.getByName(region, { locationHint: locationHintOf(region) }).status();
  return { players, capacity };
}

import { Hono } from 'hono';
import * as v from 'valibot';
import { signTicket } from '../auth/ticket.ts';
import type { PlayAnswer } from '../character/character.ts';
import type { Account } from '../directory/accounts.ts';
import { activeBan } from '../directory/bans.ts';
import { type CharacterOrigin, characterOf, type ListedCharacter, notePlayed } from '../directory/characters.ts';
import { isWorldId, placeOfRegion, type WorldId } from '../directory/worlds.ts';
import { settings } from '../env.ts';
import { readBody } from './body.ts';
import { countCaller, type SignedIn, signedIn } from './hosting.ts';
import { makeNamelessCharacter, makeObject } from './new-character.ts';
import { Refusal } from './problem.ts';

const PlaySchema = v.strictObject({ characterId: v.exactOptional(v.string()), world: v.exactOptional(v.string()) });

/** `POST /api/play`: leave to open a socket, as the character asked for, the one played last, or a new one. */
export const play = new Hono<SignedIn>().use(signedIn).post('/', async (c) => {
  const { env } = c;
  const { account } = c.var;
  const { characterId, world: wanted = settings(env).world } = await readBody(c, PlaySchema);
  if (!isWorldId(wanted)) throw new Refusal('unknown-world');
  await countCaller(env.RATE_UPGRADE, `play ${account.id}`);

  const found = await characterOf(env.DIRECTORY, account.id, characterId);
  if (found === undefined && characterId !== undefined) throw new Refusal('unknown-character');
  await refuseBanned(env, account, found);
  const character = found ?? (await makeNamelessCharacter(env, account));

  const lease = await leaseOf(env, account, character, found, wanted);
  const now = Date.now();
  const { world, region } = placeOfRegion(lease.region);
  const { epoch, generation } = lease;
  const ticket = {
    account: account.id,
    character: character.id,
    name: character.name,
    world,
    region,
    epoch,
    generation,
  };
  const { ticketKey, ticketSeconds } = settings(env);
  const { token, expiresAt } = await signTicket(ticket, ticketKey, ticketSeconds, now);
  await notePlayed(env.DIRECTORY, character.id, now);
  return c.json({ url: socketUrl(c.req.url), token, expiresAt, world, region }, 200, { 'cache-control': 'no-store' });
});

async function refuseBanned(env: Env, account: Account, character: ListedCharacter | undefined): Promise<void> {
  const ban = await activeBan(env.DIRECTORY, account.id, character?.id, Date.now());
  if (ban === undefined) return;
  const until = ban.until === null ? 'for good' : `until ${new Date(ban.until).toISOString()}`;
  throw new Refusal('banned', `Banned ${until}: ${ban.reason}`);
}

/** Where the character is played, under which lease. */
async function leaseOf(
  env: Env,
  account: Account,
  character: ListedCharacter,
  origin: CharacterOrigin | undefined,
  world: WorldId,
): Promise<Extract<PlayAnswer, { kind: 'leased' }>> {
  const object = env.CHARACTER.getByName(character.id);
  const first: PlayAnswer = await object.play({ world });
  // Its making was cut short between the directory and the object: it is finished now.
  if (first.kind === 'absent' && origin !== undefined) await makeObject(env, account, origin);
  const answer: PlayAnswer = first.kind === 'absent' ? await object.play({ world }) : first;
  switch (answer.kind) {
    case 'leased':
      return answer;
    case 'refused':
      throw new Refusal(answer.why === 'full' ? 'region-full' : 'region-unavailable', undefined, {
        'retry-after': '10',
      });
    case 'unreachable':
      throw new Refusal('region-unavailable', undefined, { 'retry-after': '2' });
    case 'absent':
    case 'erased':
      throw new Refusal('unknown-character');
  }
}

/** Where the socket of this Worker is. */
function socketUrl(requestUrl: string): string {
  const url = new URL('/ws', requestUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

import { Hono } from 'hono';
import { addressOf } from '../auth/address.ts';
import { accountOf } from '../auth/bearer.ts';
import { signGuestToken } from '../auth/guest-token.ts';
import { GUEST_ISSUER } from '../directory/accounts.ts';
import { settings } from '../env.ts';
import { countCaller, type Hosting } from './hosting.ts';
import { Refusal } from './problem.ts';

/** `POST /api/guest`: a token for a new guest, or with a valid guest's token one that lives longer. */
export const guest = new Hono<Hosting>().post('/', async (c) => {
  const current = settings(c.env);
  if (!current.guests) throw new Refusal('guests-off');
  await countCaller(c.env.RATE_GUEST, addressOf(c.req.raw.headers));
  const now = Date.now();
  const id = await guestId(c.req.header('authorization'), now, c.env);
  return c.json({ token: await signGuestToken(id, current.guestKey, now) }, 201, { 'cache-control': 'no-store' });
});

/** The same guest again where one is proven: a token that is offered and no good never quietly becomes somebody new. */
async function guestId(authorization: string | undefined, now: number, env: Env): Promise<string> {
  if (authorization === undefined) return `guest-${crypto.randomUUID()}`;
  const account = await accountOf(authorization, settings(env), now);
  if (account?.issuer !== GUEST_ISSUER) throw new Refusal('unauthorized', undefined, { 'www-authenticate': 'Bearer' });
  return account.id;
}

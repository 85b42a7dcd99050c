import { createMiddleware } from 'hono/factory';
import { accountOf } from '../auth/bearer.ts';
import { KeysUnreachable } from '../auth/identity-token.ts';
import type { Account } from '../directory/accounts.ts';
import { settings } from '../env.ts';
import { Refusal } from './problem.ts';

/** What a route is given: the bindings of the Worker. */
export interface Hosting {
  Bindings: Env;
}

/** What a route is given behind `signedIn`. */
export interface SignedIn {
  Bindings: Env;
  Variables: { account: Account };
}

/** Admits only who proves an account, and hands it on as `account`. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const account = await accountOf(c.req.header('authorization'), settings(c.env), Date.now()).catch(refuseWithoutKeys);
  if (account === undefined) throw new Refusal('unauthorized', undefined, { 'www-authenticate': 'Bearer' });
  c.set('account', account);
  await next();
});

/** Counts a caller, and refuses it once there were too many. */
export async function countCaller(limiter: RateLimit, key: string): Promise<void> {
  const { success } = await limiter.limit({ key });
  if (!success) throw new Refusal('rate-limited', undefined, { 'retry-after': '60' });
}

function refuseWithoutKeys(error: unknown): never {
  if (error instanceof KeysUnreachable) throw new Refusal('identity-unavailable', undefined, { 'retry-after': '5' });
  throw error;
}

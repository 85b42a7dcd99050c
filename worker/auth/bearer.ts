import { decodeProtectedHeader } from 'jose';
import { type Account, accountIdOf, GUEST_ISSUER } from '../directory/accounts.ts';
import type { Settings } from '../env.ts';
import { GUEST_TOKEN_TYPE, verifyGuestToken } from './guest-token.ts';
import { keysAt, verifyIdentityToken } from './identity-token.ts';

/** Longest token that is looked at, in characters; a provider's has under 2,000. */
const MAX_TOKEN_LENGTH = 8192;
const BEARER = /^Bearer +([A-Za-z0-9_.-]+) *$/i;

/**
 * The account that an `Authorization` header proves; undefined where it proves none. Only the choice
 * of the verifier rests on what an unverified token says of itself: each pins everything else.
 *
 * @throws KeysUnreachable when the identity provider's keys cannot be had
 */
export async function accountOf(
  authorization: string | undefined,
  settings: Settings,
  now: number,
): Promise<Account | undefined> {
  const [, token] = BEARER.exec(authorization ?? '') ?? [];
  if (token === undefined || token.length > MAX_TOKEN_LENGTH) return undefined;
  return typeOf(token) === GUEST_TOKEN_TYPE ? guest(token, settings, now) : identified(token, settings, now);
}

async function guest(token: string, settings: Settings, now: number): Promise<Account | undefined> {
  if (!settings.guests) return undefined;
  const id = await verifyGuestToken(token, settings.guestKey, now);
  return id === undefined ? undefined : { id, issuer: GUEST_ISSUER, subject: id };
}

async function identified(token: string, settings: Settings, now: number): Promise<Account | undefined> {
  const { issuer, audience, jwksUrl } = settings.identity;
  if (jwksUrl === '') return undefined;
  const subject = await verifyIdentityToken(token, { issuer, audience, keys: keysAt(jwksUrl) }, now);
  if (subject === undefined) return undefined;
  return { id: await accountIdOf(issuer, subject), issuer, subject };
}

function typeOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).typ;
  } catch (error) {
    // What jose throws for junk; the verifiers judge it again and refuse it.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

import { SignJWT } from 'jose';
import * as v from 'valibot';
import { verifiedToken } from './verified.ts';

const TICKET_TYPE = 'ticket+jwt';
const ISSUER = 'larkmark';
const AUDIENCE = 'larkmark:ws';
const ALGORITHM = 'HS256';

const Counter = v.pipe(v.number(), v.integer(), v.minValue(0));
const Name = v.pipe(v.string(), v.nonEmpty());

const ClaimsSchema = v.object({
  sub: Name,
  jti: Name,
  exp: Counter,
  character: Name,
  name: Name,
  world: Name,
  region: Name,
  epoch: Counter,
  generation: Counter,
});

/** Leave to open one socket of one character in one region, once and soon. */
export interface Ticket {
  readonly account: string;
  readonly character: string;
  readonly name: string;
  readonly world: string;
  readonly region: string;
  readonly epoch: number;
  readonly generation: number;
  /** What the region remembers so that the ticket is taken once. */
  readonly nonce: string;
  /** In ms since 1970. */
  readonly expiresAt: number;
}

/**
 * Signs a ticket.
 *
 * @param seconds how long it lives
 * @param now ms since 1970
 * @returns the token, and when it ends in ms since 1970
 */
export async function signTicket(
  ticket: Omit<Ticket, 'nonce' | 'expiresAt'>,
  key: Uint8Array,
  seconds: number,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const { account, ...claims } = ticket;
  const issuedAt = Math.floor(now / 1000);
  const expires = issuedAt + Math.ceil(seconds);
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: TICKET_TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(account)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(key);
  return { token, expiresAt: expires * 1000 };
}

/** The ticket of a token; undefined for everything that is not one of ours and in date. */
export async function verifyTicket(token: string, key: Uint8Array, now: number): Promise<Ticket | undefined> {
  const rule = {
    algorithms: [ALGORITHM],
    typ: TICKET_TYPE,
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'jti', 'iat', 'exp'],
  };
  const verified = await verifiedToken(token, key, rule, now);
  const claims = v.safeParse(ClaimsSchema, verified?.claims);
  if (!claims.success) return undefined;
  const { sub, jti, exp, ...ticket } = claims.output;
  return { ...ticket, account: sub, nonce: jti, expiresAt: exp * 1000 };
}

import { SignJWT } from 'jose';
import { verifiedToken } from './verified.ts';

/** How long a guest's token lives; a valid one is renewed for as long again. */
export const GUEST_TOKEN_DAYS = 90;
/** `typ` of a guest's token. */
export const GUEST_TOKEN_TYPE = 'guest+jwt';

const ISSUER = 'larkmark';
const AUDIENCE = 'larkmark:api';
const ALGORITHM = 'HS256';

/**
 * A token for a guest's account, good for 90 days.
 *
 * @param now ms since 1970
 */
export async function signGuestToken(accountId: string, key: Uint8Array, now: number): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: GUEST_TOKEN_TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(accountId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + GUEST_TOKEN_DAYS * 24 * 60 * 60)
    .sign(key);
}

/** The account id of a guest's token; undefined for everything that is not one of ours and in date. */
export async function verifyGuestToken(token: string, key: Uint8Array, now: number): Promise<string | undefined> {
  const rule = {
    algorithms: [ALGORITHM],
    typ: GUEST_TOKEN_TYPE,
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'iat', 'exp'],
    maxTokenAge: `${GUEST_TOKEN_DAYS} days`,
  };
  const verified = await verifiedToken(token, key, rule, now);
  return verified?.claims.sub || undefined;
}

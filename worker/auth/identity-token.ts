import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { verifiedToken } from './verified.ts';

/**
 * An identity provider whose access tokens are accepted. For Privy: issuer `privy.io`, audience the
 * app id, keys at `https://auth.privy.io/api/v1/apps/<app-id>/jwks.json`, tokens signed with ES256.
 */
export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Signatures that a provider may use. All asymmetric, so that a public key can never pass for a secret. */
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];
/** `typ` of an access token, by custom and by RFC 9068. */
const TYPES = ['JWT', 'AT+JWT'];
/** Providers give an hour; what is older was kept. */
const MAX_TOKEN_AGE = '24 hours';
const CLOCK_TOLERANCE_SECONDS = 5;

/** The provider's keys cannot be had, so nothing can be said about any token. */
export class KeysUnreachable extends Error {
  constructor(cause: unknown) {
    super('the identity provider does not hand out its keys', { cause });
    this.name = 'KeysUnreachable';
  }
}

/**
 * The subject of a provider's access token; undefined for everything that is not the provider's,
 * for this audience, and in date.
 *
 * @throws KeysUnreachable
 */
export async function verifyIdentityToken(
  token: string,
  provider: IdentityProvider,
  now: number,
): Promise<string | undefined> {
  const rule = {
    algorithms: ALGORITHMS,
    issuer: provider.issuer,
    audience: provider.audience,
    requiredClaims: ['sub', 'iat', 'exp'],
    maxTokenAge: MAX_TOKEN_AGE,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  };
  const verified = await verifiedToken(token, provider.keys, rule, now);
  if (verified === undefined || !TYPES.includes(verified.typ?.toUpperCase() ?? '')) return undefined;
  return verified.claims.sub || undefined;
}

const keySets = new Map<string, JWTVerifyGetKey>();

/** The keys at an address, fetched when first needed and kept by the isolate for ten minutes. */
export function keysAt(url: string): JWTVerifyGetKey {
  const known = keySets.get(url);
  if (known !== undefined) return known;
  const remote = createRemoteJWKSet(new URL(url));
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new KeysUnreachable(error);
    }
  };
  keySets.set(url, keys);
  return keys;
}

/** Whether the set was there and only holds no key for this token. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

import {
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose';

/** What must be pinned for a token to be believed. There is no default for any of it. */
export interface TokenRule {
  readonly algorithms: string[];
  readonly issuer: string;
  readonly audience: string;
  readonly requiredClaims: string[];
  /** `typ` of the header; the identity provider's own is judged by the caller. */
  readonly typ?: string;
  readonly maxTokenAge?: string;
  /** Seconds by which another machine's clock may be off. */
  readonly clockTolerance?: number;
}

/** A token that was believed. */
export interface VerifiedToken {
  readonly claims: JWTPayload;
  readonly typ: string | undefined;
}

/**
 * The claims of a token; undefined for one that is malformed, forged, out of date or meant for
 * somebody else. Anything else that goes wrong, such as keys that cannot be fetched, is thrown.
 *
 * @param now ms since 1970
 */
export async function verifiedToken(
  token: string,
  key: Uint8Array | JWTVerifyGetKey,
  rule: TokenRule,
  now: number,
): Promise<VerifiedToken | undefined> {
  try {
    const { payload, protectedHeader } = await verify(token, key, { ...rule, currentDate: new Date(now) });
    return { claims: payload, typ: protectedHeader.typ };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** jose overloads on the key; this is the one call for both. */
function verify(token: string, key: Uint8Array | JWTVerifyGetKey, options: JWTVerifyOptions): Promise<JWTVerifyResult> {
  return typeof key === 'function' ? jwtVerify(token, key, options) : jwtVerify(token, key, options);
}

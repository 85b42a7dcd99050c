import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { signGuestToken, verifyGuestToken } from './guest-token.ts';
import { KeysUnreachable, verifyIdentityToken } from './identity-token.ts';
import { signTicket, verifyTicket } from './ticket.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const SECOND = Math.floor(NOW / 1000);
const DAY = 24 * 60 * 60;
const KEY = new TextEncoder().encode('a-key-for-tests-that-is-long-enough-for-hs256');
const OTHER_KEY = new TextEncoder().encode('another-key-for-tests-that-is-long-enough-too');

/** A token with one thing wrong, by what is wrong; `good` has nothing wrong. */
type Table = Record<string, string>;
/** Claims as a forger writes them: anything at all. */
type Claims = Record<string, unknown>;
type Verify = (token: string) => Promise<unknown>;

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Header and payload as they are given, with a signature that is none. */
function unsigned(header: object, payload: object, signature = ''): string {
  return `${base64url(header)}.${base64url(payload)}.${signature}`;
}

function tampered(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [header, base64url({ ...claims, sub: 'somebody-else' }), signature].join('.');
}

/** Forgeries that need no key, and changes of a good token. */
function forgeries(good: string, typ: string, claims: Claims): Table {
  const [header = '', payload = ''] = good.split('.');
  return {
    'alg none': unsigned({ alg: 'none', typ }, claims),
    'alg NoNe': unsigned({ alg: 'NoNe', typ }, claims),
    'alg none with the good signature': unsigned({ alg: 'none', typ }, claims, good.split('.')[2]),
    'no alg': unsigned({ typ }, claims, good.split('.')[2]),
    tampered: tampered(good),
    'signature cut off': `${header}.${payload}.`,
    'two parts': `${header}.${payload}`,
    'four parts': `${good}.x`,
    'the good one twice': `${good}${good}`,
    'the good one in quotes': `"${good}"`,
    junk: 'junk',
    'a megabyte of junk': 'x'.repeat(1_000_000),
    empty: '',
  };
}

/** Tokens signed with the right key, each with one claim or header field that is wrong. */
async function misfits(
  sign: (claims: Claims, header?: Record<string, unknown>) => Promise<string>,
  claims: Claims,
): Promise<Table> {
  const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
  return {
    'wrong audience': await sign({ ...claims, aud: 'other' }),
    'no audience': await sign(without('aud')),
    'wrong issuer': await sign({ ...claims, iss: 'other' }),
    'no issuer': await sign(without('iss')),
    'wrong type': await sign(claims, { typ: 'id+jwt' }),
    'no type': await sign(claims, { typ: undefined }),
    expired: await sign({ ...claims, exp: SECOND - 10 }),
    'not yet': await sign({ ...claims, nbf: SECOND + 60 }),
    'no end': await sign(without('exp')),
    'an end that is text': await sign({ ...claims, exp: '9999999999' }),
    'no subject': await sign(without('sub')),
    'an empty subject': await sign({ ...claims, sub: '' }),
    'no time of issue': await sign(without('iat')),
    'an unknown critical header': await sign(claims, { crit: ['exotic'], exotic: true }),
  };
}

async function expectOnlyGood(good: string, bad: Table, verify: Verify): Promise<void> {
  expect(await verify(good), 'good').toBeDefined();
  const passed: string[] = [];
  for (const [what, token] of Object.entries(bad)) {
    if ((await verify(token)) !== undefined) passed.push(what);
  }
  expect(passed).toEqual([]);
}

/** A signer that puts nothing in order: what jose would refuse to sign is written by hand. */
function hmacSigner(key: Uint8Array, typ: string) {
  return async (claims: Claims, header: Record<string, unknown> = {}) => {
    const head = base64url({ alg: 'HS256', typ, ...header });
    const body = base64url(claims);
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', Buffer.from(key), hmac, false, ['sign']);
    const signature = await crypto.subtle.sign('HMAC', imported, Buffer.from(`${head}.${body}`));
    return `${head}.${body}.${Buffer.from(signature).toString('base64url')}`;
  };
}

describe('a guest’s token', () => {
  const claims = { iss: 'larkmark', aud: 'larkmark:api', sub: 'guest-1', iat: SECOND, exp: SECOND + 90 * DAY };
  const verify: Verify = (token) => verifyGuestToken(token, KEY, NOW);

  it('names its account for 90 days', async () => {
    const token = await signGuestToken('guest-1', KEY, NOW);
    expect(await verifyGuestToken(token, KEY, NOW + 89 * DAY * 1000)).toBe('guest-1');
    expect(await verifyGuestToken(token, KEY, NOW + 90 * DAY * 1000)).toBeUndefined();
  });

  it('passes only when everything about it is right', async () => {
    const good = await signGuestToken('guest-1', KEY, NOW);
    const sign = hmacSigner(KEY, 'guest+jwt');
    expect(await verify(await sign(claims))).toBe('guest-1');
    await expectOnlyGood(
      good,
      {
        ...forgeries(good, 'guest+jwt', claims),
        ...(await misfits(sign, claims)),
        'another key': await hmacSigner(OTHER_KEY, 'guest+jwt')(claims),
        'another algorithm with the right key': await new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS512', typ: 'guest+jwt' })
          .sign(KEY),
        'older than 90 days': await sign({ ...claims, iat: SECOND - 91 * DAY }),
        'a ticket under the same key': (await signTicket(LEASE, KEY, 30, NOW)).token,
      },
      verify,
    );
  });
});

const LEASE = {
  account: 'guest-1',
  character: 'character-1',
  name: 'Wren',
  world: 'lark-1',
  region: 'hearthvale',
  epoch: 3,
  generation: 7,
};

describe('a play ticket', () => {
  const { account, ...lease } = LEASE;
  const claims = {
    ...lease,
    iss: 'larkmark',
    aud: 'larkmark:ws',
    sub: account,
    jti: 'n',
    iat: SECOND,
    exp: SECOND + 30,
  };
  const verify: Verify = (token) => verifyTicket(token, KEY, NOW);

  it('says whose socket it opens, where, and until when', async () => {
    const { token, expiresAt } = await signTicket(LEASE, KEY, 30, NOW);
    const ticket = await verifyTicket(token, KEY, NOW + 29_000);
    expect(ticket).toEqual({ ...LEASE, nonce: expect.stringMatching(/^[0-9a-f-]{36}$/), expiresAt });
    expect(expiresAt).toBe(NOW + 30_000);
    expect(await verifyTicket(token, KEY, NOW + 30_000)).toBeUndefined();
  });

  it('is another one each time', async () => {
    const [first, second] = await Promise.all([signTicket(LEASE, KEY, 30, NOW), signTicket(LEASE, KEY, 30, NOW)]);
    const nonces = [await verifyTicket(first.token, KEY, NOW), await verifyTicket(second.token, KEY, NOW)];
    expect(nonces[0]?.nonce).not.toBe(nonces[1]?.nonce);
  });

  it('fits into a subprotocol and under the limit of a URL', async () => {
    const { token } = await signTicket({ ...LEASE, name: 'Ŵŵŵŵŵŵŵŵŵŵŵŵ' }, KEY, 30, NOW);
    expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
    expect(token.length).toBeLessThan(1000);
    expect((await verifyTicket(token, KEY, NOW))?.name).toBe('Ŵŵŵŵŵŵŵŵŵŵŵŵ');
  });

  it('passes only when everything about it is right', async () => {
    const { token: good } = await signTicket(LEASE, KEY, 30, NOW);
    const sign = hmacSigner(KEY, 'ticket+jwt');
    expect(await verify(await sign(claims))).toBeDefined();
    await expectOnlyGood(
      good,
      {
        ...forgeries(good, 'ticket+jwt', claims),
        ...(await misfits(sign, claims)),
        'another key': await hmacSigner(OTHER_KEY, 'ticket+jwt')(claims),
        'no nonce': await sign({ ...claims, jti: undefined }),
        'no epoch': await sign({ ...claims, epoch: undefined }),
        'an epoch that is text': await sign({ ...claims, epoch: '3' }),
        'a generation below nought': await sign({ ...claims, generation: -1 }),
        'no region': await sign({ ...claims, region: '' }),
        'a guest’s token under the same key': await signGuestToken('guest-1', KEY, NOW),
      },
      verify,
    );
  });
});

describe('an access token of an identity provider, in Privy’s form', () => {
  const claims = { iss: 'privy.io', aud: 'app-1', sub: 'did:privy:1', sid: 's', iat: SECOND, exp: SECOND + 3600 };
  let keys: CryptoKeyPair;
  let strangers: CryptoKeyPair;
  let provider: Parameters<typeof verifyIdentityToken>[1];
  let publicPem: Uint8Array;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    strangers = await generateKeyPair('ES256');
    publicPem = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    provider = { issuer: 'privy.io', audience: 'app-1', keys: createLocalJWKSet({ keys: [jwk] }) };
  });

  const verify: Verify = (token) => verifyIdentityToken(token, provider, NOW);
  const signWith =
    (key: CryptoKey) =>
    async (payload: Claims, header: Record<string, unknown> = {}) => {
      const head = base64url({ alg: 'ES256', typ: 'JWT', kid: 'k1', ...header });
      const body = base64url(payload);
      const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(ecdsa, key, Buffer.from(`${head}.${body}`));
      return `${head}.${body}.${Buffer.from(signature).toString('base64url')}`;
    };

  it('names its subject', async () => {
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'k1' })
      .sign(keys.privateKey);
    expect(await verifyIdentityToken(token, provider, NOW)).toBe('did:privy:1');
  });

  it('passes only when everything about it is right', async () => {
    const sign = signWith(keys.privateKey);
    const good = await sign(claims);
    await expectOnlyGood(
      good,
      {
        ...forgeries(good, 'JWT', claims),
        ...(await misfits(sign, claims)),
        'another key': await signWith(strangers.privateKey)(claims),
        'an unknown key id': await sign(claims, { kid: 'k2' }),
        'HS256 with the public key as secret': await hmacSigner(publicPem, 'JWT')(claims),
        'a key of its own in the header': await signWith(strangers.privateKey)(claims, {
          jwk: await exportJWK(strangers.publicKey),
        }),
        'kept for two days': await sign({ ...claims, iat: SECOND - 2 * DAY }),
        'one of our guests’': await signGuestToken('guest-1', KEY, NOW),
      },
      verify,
    );
  });

  it('is neither good nor bad while the keys cannot be had', async () => {
    const sign = signWith(keys.privateKey);
    const unreachable = { ...provider, keys: () => Promise.reject(new KeysUnreachable('503')) };
    await expect(verifyIdentityToken(await sign(claims), unreachable, NOW)).rejects.toThrow(KeysUnreachable);
  });
});

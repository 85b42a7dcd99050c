import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { call, expectProblem } from '../api/door.test-kit.ts';

/** An identity provider in Privy's form, whose keys are at an address that the tests answer for. */
const PRIVY = { IDENTITY_ISSUER: 'privy.io', IDENTITY_AUDIENCE: 'app-1' };
let pair: CryptoKeyPair;
let keySet: string;
let address = 0;

beforeAll(async () => {
  pair = await generateKeyPair('ES256', { extractable: true });
  keySet = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] });
});
afterEach(() => vi.unstubAllGlobals());

/** Variables with keys at an address that nobody asked before, and how often it is asked. */
function provider(answer: () => Response): { env: Record<string, string>; asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return answer();
  });
  return { asked, env: { ...PRIVY, IDENTITY_JWKS_URL: `https://auth.privy.example/${address++}/jwks.json` } };
}

function accessToken(subject: string, audience = 'app-1'): Promise<string> {
  return new SignJWT({ sid: 's' })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'k1' })
    .setIssuer('privy.io')
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('1 hour')
    .sign(pair.privateKey);
}

describe('an identity provider', () => {
  it('proves an account, the same each time, and each its own', async () => {
    const { env, asked } = provider(() => new Response(keySet));
    const [one, two] = [await accessToken('did:privy:1'), await accessToken('did:privy:2')];
    const name = 'Proven One';
    expect((await call('/api/characters', { token: one, json: { name }, env })).status).toBe(201);
    const list = async (token: string) => {
      const response = await call('/api/characters', { token, env });
      return (await response.json<{ characters: { name: string }[] }>()).characters.map((character) => character.name);
    };
    expect(await list(await accessToken('did:privy:1'))).toEqual([name]);
    expect(await list(two)).toEqual([]);
    expect(asked).toEqual([env.IDENTITY_JWKS_URL]);
  });

  it('goes together with guests, and without them', async () => {
    const { env } = provider(() => new Response(keySet));
    const token = await accessToken('did:privy:3');
    expect((await call('/api/play', { token, method: 'POST', env: { ...env, GUESTS: 'off' } })).status).toBe(200);
    await expectProblem(await call('/api/guest', { method: 'POST', token, env }), 401, 'unauthorized');
  });

  it('is not asked where none is set', async () => {
    const { asked } = provider(() => new Response(keySet));
    await expectProblem(
      await call('/api/characters', { token: await accessToken('did:privy:1') }),
      401,
      'unauthorized',
    );
    expect(asked).toEqual([]);
  });

  it('is believed about its own audience alone', async () => {
    const { env } = provider(() => new Response(keySet));
    await expectProblem(
      await call('/api/characters', { token: await accessToken('did:privy:1', 'app-2'), env }),
      401,
      'unauthorized',
    );
  });

  it.each([
    ['fails', () => new Response('', { status: 500 })],
    ['redirects', () => new Response('', { status: 302, headers: { location: 'https://evil.io' } })],
    ['gives junk', () => new Response('junk')],
    ['gives no key set', () => new Response('{}')],
    ['is away', () => Response.error()],
  ])('lets nobody in while its address %s', async (_what, answer) => {
    const { env } = provider(answer);
    const response = await call('/api/characters', { token: await accessToken('did:privy:1'), env });
    expect(response.headers.get('retry-after')).toBe('5');
    await expectProblem(response, 503, 'identity-unavailable');
  });
});

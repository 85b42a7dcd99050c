import { env } from 'cloudflare:workers';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { signGuestToken } from '../auth/guest-token.ts';
import { settings } from '../env.ts';
import { call, expectProblem, newGuest } from './door.test-kit.ts';

const FULL = { limit: async () => ({ success: false }) };

describe('POST /api/guest', () => {
  it('gives everybody a token of their own, for 90 days', async () => {
    const [first, second] = [decodeJwt(await newGuest()), decodeJwt(await newGuest())];
    expect(first.sub).not.toBe(second.sub);
    expect((first.exp ?? 0) - (first.iat ?? 0)).toBe(90 * 24 * 60 * 60);
  });

  it('renews a guest’s token, for the same guest', async () => {
    const old = await signGuestToken('guest-of-old', settings(env).guestKey, Date.now() - 80 * 24 * 60 * 60 * 1000);
    const response = await call('/api/guest', { method: 'POST', token: old });
    const renewed = decodeJwt((await response.json<{ token: string }>()).token);
    expect(renewed.sub).toBe('guest-of-old');
    expect(renewed.exp).toBeGreaterThan(decodeJwt(old).exp ?? 0);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('makes nobody new out of a token that is no good', async () => {
    const expired = await signGuestToken('guest-of-old', settings(env).guestKey, Date.now() - 91 * 24 * 60 * 60 * 1000);
    await expectProblem(await call('/api/guest', { method: 'POST', token: expired }), 401, 'unauthorized');
    await expectProblem(await call('/api/guest', { method: 'POST', token: 'junk' }), 401, 'unauthorized');
  });

  it('is refused where guests are off, and so are tokens from before', async () => {
    const token = await newGuest();
    const off = { GUESTS: 'off' };
    await expectProblem(await call('/api/guest', { method: 'POST', env: off }), 403, 'guests-off');
    await expectProblem(await call('/api/guest', { method: 'POST', token, env: off }), 403, 'guests-off');
    await expectProblem(await call('/api/characters', { token, env: off }), 401, 'unauthorized');
  });

  it('is limited by address', async () => {
    const response = await call('/api/guest', { method: 'POST', env: { RATE_GUEST: FULL } });
    expect(response.headers.get('retry-after')).toBe('60');
    await expectProblem(response, 429, 'rate-limited');
  });
});

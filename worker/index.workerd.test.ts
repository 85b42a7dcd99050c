import { exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import { PROTOCOL_FINGERPRINT } from '../shared/protocol/fingerprint.ts';
import { call, expectProblem, newGuest } from './api/door.test-kit.ts';

describe('GET /health', () => {
  it('says what runs, through the platform’s own door too', async () => {
    const response = await exports.default.fetch('http://localhost:5555/health');
    const body = await response.json();
    expect(body).toEqual({ status: 'ok', version: expect.any(String), protocol: PROTOCOL_FINGERPRINT, tickMs: 600 });
  });

  it('answers HEAD without a body', async () => {
    const response = await call('/health', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-type')).toContain('application/json');
  });
});

describe('what is not there', () => {
  it.each([
    '/',
    '/nothing',
    '/api',
    '/api/nothing',
    '/API/guest',
    '/api/guest/',
    '/api/guest/x',
    '/assets',
    '/assets/',
    '/ws/x',
    '/.env',
  ])('%s is a problem with 404', async (path) => expectProblem(await call(path), 404, 'not-found'));

  it('has the developer’s routes outside development too', async () => {
    const response = await call('/dev/regions/hearthvale/status', { env: { ENVIRONMENT: 'production' } });
    await expectProblem(response, 404, 'not-found');
  });

  it.each([
    ['PUT', '/api/guest', 'POST'],
    ['GET', '/api/play', 'POST'],
    ['POST', '/health', 'GET, HEAD'],
    ['POST', '/ws', 'GET, HEAD'],
    ['DELETE', '/api/worlds', 'GET, HEAD'],
    ['PATCH', '/api/characters', 'GET, HEAD, POST'],
    ['POST', '/assets/a.glb', 'GET, HEAD'],
  ])('%s %s is a problem with 405', async (method, path, allowed) => {
    const response = await call(path, { method, token: await newGuest() });
    expect(response.headers.get('allow')?.split(', ').sort().join(', ')).toBe(allowed);
    await expectProblem(response, 405, 'method-not-allowed');
  });
});

describe('CORS', () => {
  const page = 'http://localhost:3333';
  const preflight = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };

  it.each(['/api/characters', '/api/play', '/api/guest', '/health', '/assets/a.glb'])(
    'lets a good page ask for %s',
    async (path) => {
      const response = await call(path, { method: 'OPTIONS', headers: { origin: page, ...preflight } });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe(page);
      expect(response.headers.get('access-control-allow-headers')).toBe('Authorization,Content-Type');
      expect(response.headers.get('access-control-allow-methods')).toContain('DELETE');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toContain('Origin');
    },
  );

  it.each(['https://game.com.evil.io', 'null', 'http://LOCALHOST:3333', 'https://localhost:3333'])(
    'says nothing to a page of %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'GET']) {
        const response = await call('/health', { method, headers: { origin, ...preflight } });
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
      }
    },
  );

  it('covers refusals, so that a page can read why', async () => {
    const headers = { origin: page };
    for (const response of [
      await call('/api/characters', { headers }),
      await call('/nothing', { headers }),
      await call('/api/characters', { method: 'PATCH', headers }),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(page);
    }
  });

  it('follows the environment', async () => {
    const production = {
      ENVIRONMENT: 'production',
      ALLOWED_ORIGINS: 'https://larkmark.example, https://www.larkmark.example',
    };
    const allowed = async (origin: string) => {
      const response = await call('/health', { headers: { origin }, env: production });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('https://larkmark.example')).toBe('https://larkmark.example');
    expect(await allowed('https://www.larkmark.example')).toBe('https://www.larkmark.example');
    expect(await allowed(page)).toBeNull();
  });
});

describe('settings that are wrong', () => {
  it.each([
    ['GUEST_KEY', 'short'],
    ['TICKET_KEY', undefined],
    ['ENVIRONMENT', 'prod'],
    ['WORLD', 'lark-9'],
    ['TICKET_SECONDS', '0'],
    ['TICKET_SECONDS', 'soon'],
    ['GUESTS', 'yes'],
    ['IDENTITY_JWKS_URL', 'ftp://keys'],
  ])('stop the Worker, which names them and keeps their value: %s=%s', async (name, value) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await call('/health', { env: { [name]: value } });
    const text = JSON.stringify(logged.mock.calls);
    logged.mockRestore();
    expect(await response.clone().text()).not.toContain(name);
    await expectProblem(response, 500, 'internal');
    expect(text).toContain(name);
    if (name.endsWith('KEY')) expect(text).not.toContain('short');
  });

  it('want an identity provider whole or not at all', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expectProblem(await call('/health', { env: { IDENTITY_ISSUER: 'privy.io' } }), 500, 'internal');
    expect(JSON.stringify(logged.mock.calls)).toContain('come together');
    logged.mockRestore();
  });
});

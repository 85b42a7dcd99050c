import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_FINGERPRINT, SUBPROTOCOL } from '../../shared/protocol/fingerprint.ts';
import { readSession, SESSION_HEADER } from '../auth/session.ts';
import { signTicket, verifyTicket } from '../auth/ticket.ts';
import { settings } from '../env.ts';
import { upgraded } from '../region/upgrade.ts';
import { closeCodeOf, expectProblem, leaveToPlay, newGuest, upgrade } from './door.test-kit.ts';

let ticket: string;
beforeEach(async () => {
  ticket = (await leaveToPlay(await newGuest())).token;
});

/** A region that takes every socket and keeps what it was told. */
function listeningRegion() {
  const asked: { name: string; hint: unknown; request: Request }[] = [];
  const getByName = (name: string, options: { locationHint?: string }) => ({
    fetch: async (url: string, init: RequestInit) => {
      const request = new Request(url, init);
      asked.push({ name, hint: options.locationHint, request });
      const { 0: client, 1: server } = new WebSocketPair();
      server.accept();
      return upgraded(client, readSession(request.headers).subprotocol);
    },
  });
  return { asked, REGION: { getByName } };
}

describe('GET /ws', () => {
  it('is for WebSockets only', async () => {
    const response = await upgrade(`/ws?token=${ticket}`, { upgrade: 'h2c' });
    expect(response.headers.get('upgrade')).toBe('websocket');
    await expectProblem(response, 426, 'upgrade-required');
  });

  it.each([
    ['development', 'http://localhost:3333', 101],
    ['development', undefined, 101],
    ['development', 'https://game.com.evil.io', 403],
    ['development', 'null', 403],
    ['production', 'https://larkmark.example', 101],
    ['production', 'http://localhost:3333', 403],
    ['production', 'https://larkmark.example:8443', 403],
    ['production', 'https://LARKMARK.example', 403],
    ['production', 'https://pr-1.larkmark.pages.dev', 403],
    ['preview', 'https://pr-1.larkmark.pages.dev', 101],
    ['preview', 'https://pr-1.larkmark.pages.dev.evil.io', 403],
  ])('in %s answers a page of %s with %i', async (ENVIRONMENT, origin, status) => {
    const rule = { ENVIRONMENT, ALLOWED_ORIGINS: 'https://larkmark.example', ALLOWED_PAGES_PROJECT: 'larkmark' };
    const headers = origin === undefined ? {} : { origin };
    const response = await upgrade(`/ws?token=${ticket}`, headers, rule);
    expect(response.status).toBe(status);
    if (status === 403) await expectProblem(response, 403, 'origin-not-allowed');
    else response.webSocket?.accept();
  });

  it('is limited by address', async () => {
    const keys: string[] = [];
    const RATE_UPGRADE = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) === 0 }) };
    const address = { 'cf-connecting-ip': '2001:db8:1:2::9' };
    await expectProblem(await upgrade(`/ws?token=${ticket}`, address, { RATE_UPGRADE }), 429, 'rate-limited');
    expect(keys).toEqual(['2001:db8:1:2::/64']);
  });

  it('tells the region whose socket it is, and nothing else that a client sent', async () => {
    const { asked, REGION } = listeningRegion();
    const claimed = await verifyTicket(ticket, settings(env).ticketKey, Date.now());
    const forged = { [SESSION_HEADER]: 'forged', 'x-user-id': 'admin', authorization: 'Bearer x', cookie: 'a=b' };
    const response = await upgrade(`/ws?token=${ticket}&sync=plain`, forged, { REGION });
    expect(response.status).toBe(101);
    const [{ name, hint, request } = { name: '', hint: '', request: new Request('http://x') }] = asked;
    expect([name, hint, request.url]).toEqual(['lark-1/hearthvale', 'weur', 'https://region/ws']);
    expect([...request.headers.keys()].sort()).toEqual(['upgrade', SESSION_HEADER]);
    expect(readSession(request.headers)).toEqual({ ...claimed, sync: 'plain' });
  });

  it('takes the ticket from the subprotocols and echoes only the version', async () => {
    const { asked, REGION } = listeningRegion();
    const offer = { 'sec-websocket-protocol': `${SUBPROTOCOL}, ticket.${ticket}` };
    const response = await upgrade('/ws', offer, { REGION });
    expect(response.status).toBe(101);
    expect(response.headers.get('sec-websocket-protocol')).toBe(SUBPROTOCOL);
    const [first] = asked;
    expect(first && readSession(first.request.headers)).toMatchObject({ sync: 'compact', subprotocol: SUBPROTOCOL });
  });

  it('closes a client of another version with 4004, without asking a region', async () => {
    const { asked, REGION } = listeningRegion();
    const version = `larkmark.${'0'.repeat(PROTOCOL_FINGERPRINT.length)}`;
    const response = await upgrade('/ws', { 'sec-websocket-protocol': `${version}, ticket.${ticket}` }, { REGION });
    expect(response.headers.get('sec-websocket-protocol')).toBe(version);
    expect(await closeCodeOf(response)).toBe(4004);
    expect(asked).toEqual([]);
  });

  it('closes who has no good ticket with 4003, without asking a region', async () => {
    const { asked, REGION } = listeningRegion();
    const key = settings(env).ticketKey;
    const lease = {
      account: 'a',
      character: 'c',
      name: 'n',
      world: 'lark-1',
      region: 'hearthvale',
      epoch: 1,
      generation: 1,
    };
    const late = await signTicket(lease, key, 30, Date.now() - 31_000);
    const foreign = await signTicket(lease, new TextEncoder().encode('x'.repeat(43)), 30, Date.now());
    for (const token of ['', 'junk', late.token, foreign.token, `${ticket}x`, await newGuest()]) {
      expect(await closeCodeOf(await upgrade(`/ws?token=${token}`, {}, { REGION }))).toBe(4003);
      const offer = { 'sec-websocket-protocol': `${SUBPROTOCOL}, ticket.${token}` };
      expect(await closeCodeOf(await upgrade('/ws', offer, { REGION }))).toBe(4003);
    }
    expect(await closeCodeOf(await upgrade('/ws', {}, { REGION }))).toBe(4003);
    expect(asked).toEqual([]);
  });

  it('lets a ticket in once', async () => {
    const first = await upgrade(`/ws?token=${ticket}`);
    expect(first.status).toBe(101);
    first.webSocket?.accept();
    expect(await closeCodeOf(await upgrade(`/ws?token=${ticket}`))).toBe(4003);
  });

  it('lets a ticket in once, of a hundred at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => upgrade(`/ws?token=${ticket}`)));
    const codes: number[] = [];
    await new Promise<void>((resolve) => {
      for (const { webSocket } of answers) {
        webSocket?.addEventListener('close', ({ code }) => {
          if (codes.push(code) === 99) resolve();
        });
        webSocket?.accept();
      }
    });
    // One more round trip, in which the hundredth would hear of its end as well.
    expect(await closeCodeOf(await upgrade(`/ws?token=${ticket}`))).toBe(4003);
    expect(codes).toEqual(Array.from({ length: 99 }, () => 4003));
  });

  it('closes with a restart where the region does not take the socket, and tells no ticket to the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const REGION = { getByName: () => ({ fetch: () => Promise.reject(new Error('overloaded')) }) };
    expect(await closeCodeOf(await upgrade(`/ws?token=${ticket}`, {}, { REGION }))).toBe(1012);
    const text = JSON.stringify(logged.mock.calls);
    logged.mockRestore();
    expect(text).toContain('overloaded');
    expect(text).not.toContain(ticket);
  });
});

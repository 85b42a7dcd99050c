import { env } from 'cloudflare:workers';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyTicket } from '../auth/ticket.ts';
import { settings } from '../env.ts';
import { call, expectProblem, freshName, leaveToPlay, newGuest } from './door.test-kit.ts';

let token: string;
beforeEach(async () => {
  token = await newGuest();
});

async function make(): Promise<string> {
  const response = await call('/api/characters', { token, json: { name: freshName() } });
  return (await response.json<{ character: { id: string } }>()).character.id;
}

async function playedAs(leave: { token: string }) {
  const ticket = await verifyTicket(leave.token, settings(env).ticketKey, Date.now());
  if (ticket === undefined) throw new Error('a ticket that is none');
  return ticket;
}

async function ban(accountId: string | undefined, characterId: string | null, until: number | null): Promise<void> {
  const statement = env.DIRECTORY.prepare('INSERT INTO bans VALUES (?, ?, ?, ?, ?, ?)');
  await statement.bind(crypto.randomUUID(), accountId, characterId, 'Botting.', Date.now(), until).run();
}

describe('POST /api/play', () => {
  it('gives a ticket for the character asked for', async () => {
    const characterId = await make();
    const leave = await leaveToPlay(token, { characterId, world: 'lark-1' });
    expect(leave).toMatchObject({ url: 'ws://localhost:5555/ws', world: 'lark-1', region: 'hearthvale' });
    expect(leave.expiresAt - Date.now()).toBeGreaterThan(28_000);
    expect(leave.expiresAt - Date.now()).toBeLessThanOrEqual(31_000);
    expect(await playedAs(leave)).toMatchObject({
      character: characterId,
      region: 'hearthvale',
      epoch: 1,
      generation: 1,
    });
  });

  it('points to the secure socket where it was asked securely', async () => {
    const response = await call('https://api.larkmark.example/api/play', { token, method: 'POST' });
    expect(await response.json()).toMatchObject({ url: 'wss://api.larkmark.example/ws' });
  });

  it('makes a character with a free name for who has none, and finds it again', async () => {
    const first = await playedAs(await leaveToPlay(token));
    const second = await playedAs(await leaveToPlay(token));
    expect(first.name).toMatch(/^[A-Z][a-z]+ ([A-Z][a-z]+|\d{4})$/);
    expect(second).toMatchObject({ character: first.character, name: first.name });
  });

  it('takes the one played last', async () => {
    const [older, newer] = [await make(), await make()];
    await leaveToPlay(token, { characterId: older });
    expect((await playedAs(await leaveToPlay(token))).character).toBe(older);
    await env.DIRECTORY.prepare('UPDATE characters SET last_seen = last_seen - 1000 WHERE id = ?').bind(older).run();
    await leaveToPlay(token, { characterId: newer });
    expect((await playedAs(await leaveToPlay(token))).character).toBe(newer);
  });

  it('counts logins up: the newer one takes over, in the same region and lease', async () => {
    const characterId = await make();
    const tickets = [
      await playedAs(await leaveToPlay(token, { characterId })),
      await playedAs(await leaveToPlay(token, { characterId })),
    ];
    expect(tickets.map(({ epoch, generation }) => [epoch, generation])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(tickets[0]?.nonce).not.toBe(tickets[1]?.nonce);
  });

  it('gives many logins at once one lease and each its own generation', async () => {
    const characterId = await make();
    const leaves = await Promise.all(Array.from({ length: 20 }, () => leaveToPlay(token, { characterId })));
    const tickets = await Promise.all(leaves.map(playedAs));
    expect(new Set(tickets.map((ticket) => ticket.epoch))).toEqual(new Set([1]));
    expect(tickets.map((ticket) => ticket.generation).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
  });

  it('finishes a character whose making was cut short', async () => {
    const characterId = await make();
    const orphan = crypto.randomUUID();
    await env.DIRECTORY.prepare('UPDATE characters SET id = ? WHERE id = ?').bind(orphan, characterId).run();
    expect(await playedAs(await leaveToPlay(token, { characterId: orphan }))).toMatchObject({
      character: orphan,
      epoch: 1,
    });
  });

  it('is refused for nobody’s character, somebody else’s, and no world', async () => {
    const characterId = await make();
    const other = await newGuest();
    await expectProblem(await call('/api/play', { token, json: { characterId: 'x' } }), 404, 'unknown-character');
    await expectProblem(await call('/api/play', { token: other, json: { characterId } }), 404, 'unknown-character');
    await expectProblem(await call('/api/play', { token, json: { world: 'lark-9' } }), 404, 'unknown-world');
  });

  it('is refused while a ban holds: of the account, or of the character', async () => {
    const { sub } = decodeJwt(token);
    const [banned, free] = [await make(), await make()];
    await ban(sub, banned, null);
    const refusal = await call('/api/play', { token, json: { characterId: banned } });
    expect(await refusal.clone().text()).toContain('Banned for good: Botting.');
    await expectProblem(refusal, 403, 'banned');
    await leaveToPlay(token, { characterId: free });

    await ban(sub, null, Date.now() - 1);
    await leaveToPlay(token, { characterId: free });
    await ban(sub, null, Date.now() + 60_000);
    await expectProblem(await call('/api/play', { token, json: { characterId: free } }), 403, 'banned');
  });

  it.each([
    ['full', { kind: 'refused', why: 'full' }, 503, 'region-full'],
    ['closed', { kind: 'refused', why: 'closed' }, 503, 'region-unavailable'],
    ['older than the save', { kind: 'refused', why: 'newer save' }, 503, 'region-unavailable'],
    ['out of reach', { kind: 'unreachable' }, 503, 'region-unavailable'],
    ['gone', { kind: 'erased' }, 404, 'unknown-character'],
  ])('is refused where the region or character is %s', async (_what, answer, status, code) => {
    await make();
    const CHARACTER = { getByName: () => ({ play: async () => answer }) };
    const response = await call('/api/play', { token, method: 'POST', env: { CHARACTER } });
    if (status === 503) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(response, status, code);
  });

  it('is limited by account', async () => {
    const keys: string[] = [];
    const RATE_UPGRADE = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) === 0 }) };
    await expectProblem(await call('/api/play', { token, method: 'POST', env: { RATE_UPGRADE } }), 429, 'rate-limited');
    expect(keys).toEqual([`play ${decodeJwt(token).sub}`]);
  });
});

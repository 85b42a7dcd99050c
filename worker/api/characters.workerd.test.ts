import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call, expectProblem, freshName, leaveToPlay, newGuest } from './door.test-kit.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly lastSeen: number;
}

let token: string;
beforeEach(async () => {
  token = await newGuest();
});

async function make(name = freshName(), by = token): Promise<Listed> {
  const response = await call('/api/characters', { token: by, json: { name } });
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json<{ character: Listed }>()).character;
}

async function list(by = token): Promise<Listed[]> {
  const response = await call('/api/characters', { token: by });
  expect(response.status).toBe(200);
  return (await response.json<{ characters: Listed[] }>()).characters;
}

describe('/api/characters', () => {
  it('lists what an account has, and nothing of others', async () => {
    expect(await list()).toEqual([]);
    const made = await make('Åse Wren');
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Åse Wren',
      region: 'hearthvale',
      combatLevel: 3,
      totalLevel: 25,
      lastSeen: 0,
    });
    expect(await list()).toEqual([made]);
    expect(await list(await newGuest())).toEqual([]);
  });

  it('takes a look', async () => {
    const look = { body: 1, hair: 3, colours: [1, 2, 3, 4, 4] };
    const response = await call('/api/characters', { token, json: { name: freshName(), look } });
    expect(response.status).toBe(201);
    const { character } = await response.json<{ character: Listed }>();
    const stored = await env.DIRECTORY.prepare('SELECT look FROM characters WHERE id = ?')
      .bind(character.id)
      .first('look');
    expect(JSON.parse(String(stored))).toEqual(look);
  });

  it('gives a name to one only, whatever its case, accents and lookalikes', async () => {
    await make('Bill Oates');
    const other = await newGuest();
    for (const name of ['Bill Oates', 'BILL OATES', 'B1ll 0ates', 'Bíll-Oätes', 'BillOates']) {
      await expectProblem(await call('/api/characters', { token: other, json: { name } }), 409, 'name-taken');
    }
  });

  it('gives a name to one only, of two who ask at once', async () => {
    const name = freshName();
    const others = await Promise.all([newGuest(), newGuest(), newGuest()]);
    const asked = await Promise.all(others.map((by) => call('/api/characters', { token: by, json: { name } })));
    expect(asked.map((response) => response.status).sort()).toEqual([201, 409, 409]);
  });

  it.each(['', ' Wren', 'Wren  A', 'Анна', 'Admin', 'a-name-too-long', '123'])('allows no %j', async (name) => {
    await expectProblem(await call('/api/characters', { token, json: { name } }), 422, 'name-not-allowed');
  });

  it('makes five at most, asked one by one or at once', async () => {
    for (let count = 0; count < 4; count++) await make();
    const asked = await Promise.all(
      [1, 2, 3].map(() => call('/api/characters', { token, json: { name: freshName() } })),
    );
    expect(asked.map((response) => response.status).sort()).toEqual([201, 409, 409]);
    await expectProblem(
      await call('/api/characters', { token, json: { name: freshName() } }),
      409,
      'too-many-characters',
    );
    expect(await list()).toHaveLength(5);
  });

  it('deletes one, for good, and frees its name', async () => {
    const { id, name } = await make();
    const response = await call(`/api/characters/${id}`, { method: 'DELETE', token });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(await list()).toEqual([]);
    expect(await env.CHARACTER.getByName(id).describe()).toMatchObject({ erased: true });
    await expectProblem(await call(`/api/characters/${id}`, { method: 'DELETE', token }), 404, 'unknown-character');
    await expectProblem(await call('/api/play', { token, json: { characterId: id } }), 404, 'unknown-character');
    expect((await make(name, await newGuest())).id).not.toBe(id);
  });

  it('deletes one that is being played: the region lets it go', async () => {
    const { id } = await make();
    await leaveToPlay(token, { characterId: id });
    expect(await env.CHARACTER.getByName(id).describe()).toMatchObject({ custodian: 'lark-1/hearthvale' });
    expect((await call(`/api/characters/${id}`, { method: 'DELETE', token })).status).toBe(204);
    expect(await env.CHARACTER.getByName(id).describe()).toMatchObject({ custodian: null, erased: true });
  });

  it('deletes nobody else’s', async () => {
    const { id } = await make();
    const other = await newGuest();
    await expectProblem(
      await call(`/api/characters/${id}`, { method: 'DELETE', token: other }),
      404,
      'unknown-character',
    );
    expect(await list()).toHaveLength(1);
  });

  it.each([
    ['no token', undefined],
    ['junk', 'junk'],
    ['a play ticket', 'ticket'],
  ])('needs a token, not %s', async (_what, shown) => {
    const { token: ticket } = await leaveToPlay(token);
    const bearer = shown === 'ticket' ? ticket : shown;
    for (const [path, method] of [
      ['/api/characters', 'GET'],
      ['/api/characters', 'POST'],
      ['/api/characters/1', 'DELETE'],
      ['/api/play', 'POST'],
    ] as const) {
      const response = await call(path, { method, token: bearer });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      await expectProblem(response, 401, 'unauthorized');
    }
  });

  it.each([
    ['no JSON', { body: '{', headers: { 'content-type': 'application/json' } }, 400, 'malformed-request'],
    ['no name', { json: {} }, 400, 'malformed-request'],
    ['an unknown key', { json: { name: 'Wren', role: 'admin' } }, 400, 'malformed-request'],
    ['a name that is none', { json: { name: 5 } }, 400, 'malformed-request'],
    [
      'a look out of range',
      { json: { name: 'Wren', look: { body: 2, hair: 0, colours: [0, 0, 0, 0, 0] } } },
      400,
      'malformed-request',
    ],
    [
      'a look that is not offered',
      { json: { name: 'Wren', look: { body: 1, hair: 31, colours: [0, 0, 0, 0, 0] } } },
      400,
      'malformed-request',
    ],
    ['a list', { json: [] }, 400, 'malformed-request'],
    ['a form', { body: 'name=Wren', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    ['too much', { json: { name: 'x'.repeat(5_000) } }, 413, 'too-large'],
  ])('refuses a body with %s', async (_what, sent, status, code) => {
    await expectProblem(await call('/api/characters', { token, ...sent }), status, code);
  });

  it('leaves no name taken where the object could not be made', async () => {
    const name = freshName();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const CHARACTER = { getByName: () => ({ create: () => Promise.reject(new Error('no such luck')) }) };
    await expectProblem(await call('/api/characters', { token, json: { name }, env: { CHARACTER } }), 500, 'internal');
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
    logged.mockRestore();
    await make(name);
  });
});

import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { releaseName, takeName } from '../directory/characters.ts';
import { call, expectProblem } from './door.test-kit.ts';

describe('GET /api/worlds', () => {
  it('names the worlds, how many are in them and how many can be', async () => {
    const response = await call('/api/worlds');
    expect(await response.json()).toEqual({
      worlds: [
        { id: 'lark-1', name: 'Lark One', place: 'Western Europe', players: 0, capacity: Number(env.REGION_CAPACITY) },
      ],
    });
    expect(response.headers.get('cache-control')).toBe('public, max-age=5');
  });

  it('asks the regions no more often than every few seconds, whoever calls', async () => {
    let asked = 0;
    const REGION = { getByName: () => ({ status: async () => ({ players: ++asked, capacity: 1 }) }) };
    await Promise.all(Array.from({ length: 50 }, () => call('/api/worlds', { env: { REGION } })));
    expect(asked).toBeLessThanOrEqual(1);
  });
});

describe('GET /api/hiscores/:skill', () => {
  const count = 30;

  beforeAll(async () => {
    for (let n = 0; n < count; n++) {
      const id = `scorer-${n}`;
      const account = { id: `account-${n}`, issuer: 'guest', subject: `account-${n}` };
      const name = { name: `Scorer ${n}`, key: `scorer${n}` };
      const order = { id, account, name, look: '{}', region: 'hearthvale', combatLevel: 3, totalLevel: 25 };
      await takeName(env.DIRECTORY, order, 1);
      const insert = env.DIRECTORY.prepare('INSERT INTO hiscores VALUES (?, ?, ?, ?, ?)');
      await insert.bind('woodcutting', id, 10 + n, 1000 * Math.floor(n / 2), count - n).run();
    }
  });

  const rowsOf = async (query: string) => {
    const response = await call(`/api/hiscores/${query}`);
    expect(response.status).toBe(200);
    return (await response.json<{ rows: { rank: number; name: string; level: number; xp: number }[] }>()).rows;
  };

  it('ranks by experience, and by who was there first', async () => {
    const rows = await rowsOf('woodcutting');
    expect(rows).toHaveLength(25);
    expect(rows.slice(0, 3)).toEqual([
      { rank: 1, name: 'Scorer 29', level: 39, xp: 14_000 },
      { rank: 2, name: 'Scorer 28', level: 38, xp: 14_000 },
      { rank: 3, name: 'Scorer 27', level: 37, xp: 13_000 },
    ]);
  });

  it('goes on where the page before ended', async () => {
    const rows = await rowsOf('woodcutting?page=2');
    expect(rows.map((row) => row.rank)).toEqual([26, 27, 28, 29, 30]);
    expect(await rowsOf('woodcutting?page=3')).toEqual([]);
  });

  it('may be empty, and knows the sum of all', async () => {
    expect(await rowsOf('mining')).toEqual([]);
    expect(await rowsOf('overall')).toEqual([]);
  });

  it('forgets who was deleted', async () => {
    await releaseName(env.DIRECTORY, 'scorer-29');
    expect((await rowsOf('woodcutting'))[0]).toMatchObject({ rank: 1, name: 'Scorer 28' });
  });

  it.each(['sailing', 'constructor', '__proto__', "x'%20OR%201=1"])('knows no %s', async (skill) => {
    await expectProblem(await call(`/api/hiscores/${skill}`), 404, 'unknown-skill');
  });

  it.each(['0', '-1', 'x', '401', '1e3', ''])('has no page %j', async (page) => {
    await expectProblem(await call(`/api/hiscores/mining?page=${page}`), 400, 'malformed-request');
  });
});

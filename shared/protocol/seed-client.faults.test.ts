/**
 * A client written from the protocol's founding text alone: its table of names, its two codec
 * functions, its payloads. It imports nothing of this repository but the world that it connects to,
 * and skips every packet that the text does not name.
 */
import { pack, unpack } from 'msgpackr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRealWorld, type RealWorld } from '../../worker/run/real-world/real-world.ts';
import { bendTime } from '../../worker/run/real-world/time.ts';
import { until } from '../../worker/run/real-world/until.ts';

/** Requests and updates in the order of the text's tables, from id 1; a name that is in both has one id. */
const PACKET_NAMES = [
  ...['', 'moveRequest', 'attackEntity', 'changeCombatStyle', 'pickupItem', 'useItem', 'equipItem', 'dropItem'],
  ...['bankDeposit', 'bankWithdraw', 'chatMessage', 'chopTree', 'catchFish', 'lightFire', 'cookFood', 'getQuestList'],
  ...['getQuestDetail', 'questAccept', 'xpLampUse', 'dialogueContinue'],
  ...['init', 'snapshot', 'entityAdded', 'entityModified', 'entityRemoved', 'inventoryUpdated', 'equipmentUpdated'],
  ...['skillsUpdated', 'damageDealt', 'deathNotification', 'questList', 'questDetail', 'questStartConfirm'],
  ...['questProgressed', 'questCompleted', 'xpDrop'],
];
const PACKET_ID_MAP = Object.fromEntries(PACKET_NAMES.map((name, id) => [name, id]));

function writePacket(name: string, data: unknown): ArrayBuffer {
  const id = PACKET_ID_MAP[name] ?? 0;
  const payload = pack(data);
  const buffer = new ArrayBuffer(1 + payload.byteLength);
  new Uint8Array(buffer)[0] = id;
  new Uint8Array(buffer).set(new Uint8Array(payload), 1);
  return buffer;
}

function readPacket(buffer: ArrayBuffer): { name: string | undefined; data: unknown } {
  const id = new Uint8Array(buffer)[0];
  const name = PACKET_NAMES[id ?? 0];
  const data = unpack(new Uint8Array(buffer.slice(1)));
  return { name, data };
}

type Fields = Record<string, unknown>;

/** What the text says of each update that this world sends so far. */
const string = (value: unknown) => typeof value === 'string';
const number = (value: unknown) => typeof value === 'number';
const object = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown) => Array.isArray(value);
const numbers = (count: number) => (value: unknown) => list(value) && value.length === count && value.every(number);
const health = (value: unknown) => object(value) && number(value.current) && number(value.max);
const ENTITY = { p: numbers(3), q: numbers(4), v: numbers(3), e: string, h: health, i: string, t: string };
const SHAPES: Readonly<Record<string, Record<string, (value: unknown) => boolean>>> = {
  init: { playerId: string, worldState: object },
  snapshot: { entities: list, tick: number },
  entityAdded: ENTITY,
  entityModified: { ...ENTITY, id: string },
  entityRemoved: { id: string },
  inventoryUpdated: { items: list, coins: number },
  equipmentUpdated: { slots: object },
  skillsUpdated: { skills: object },
  chatMessage: { sender: string, message: string },
};
/** Keys of entities that may be absent, because they did not change or there is nothing to say. */
const MAY_LACK = new Set(['p', 'q', 'v', 'e', 'h', 't']);
const NEVER_LACKS: Readonly<Record<string, readonly string[]>> = { entityAdded: ['p', 't'] };

function expectShape(name: string, data: unknown): void {
  const shape = SHAPES[name] ?? {};
  for (const [key, fits] of Object.entries(shape)) {
    const value = (data as Fields)[key];
    const mayLack = MAY_LACK.has(key) && !(NEVER_LACKS[name] ?? []).includes(key);
    if (value === undefined && mayLack) continue;
    expect(fits(value), `${name}.${key} is ${JSON.stringify(value)}`).toBe(true);
  }
}

class SeedClient {
  readonly heard: { name: string | undefined; data: Fields }[] = [];
  closed: number | undefined;
  private readonly socket: WebSocket;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.binaryType = 'arraybuffer';
    this.socket.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer)) throw new Error('a packet is binary');
      // Every payload of the text is a map.
      this.heard.push(readPacket(data) as { name: string | undefined; data: Fields });
    });
    this.socket.addEventListener('close', ({ code }) => {
      this.closed = code;
    });
  }

  send(name: string, data: unknown): void {
    this.socket.send(writePacket(name, data));
  }

  all(name: string): Fields[] {
    return this.heard.filter((packet) => packet.name === name).map(({ data }) => data);
  }

  async first(name: string): Promise<Fields> {
    return until(`${name} is heard`, () => this.all(name)[0]);
  }

  close(): void {
    this.socket.close();
  }
}

let world: RealWorld;
const clients: SeedClient[] = [];

async function enter(): Promise<SeedClient> {
  const base = world.url.replace('127.0.0.1', 'localhost');
  const post = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(base + path, { method: 'POST', headers, body: '{}' });
    // Both routes answer with a token.
    return ((await response.json()) as { token: string }).token;
  };
  const token = await post('/api/guest');
  const ticket = await post('/api/play', { authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const client = new SeedClient(`${base.replace('http', 'ws')}/ws?token=${ticket}&sync=plain`);
  clients.push(client);
  await client.first('snapshot');
  return client;
}

beforeAll(async () => {
  world = await createRealWorld();
  await world.start();
  await bendTime(world, 'hearthvale', { action: 'speed', factor: 4 });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await world?.remove();
});

describe('a client that knows only the founding text', () => {
  test('is told who it is and what it sees', async () => {
    const client = await enter();
    const { playerId } = await client.first('init');
    expect(client.heard[0]?.name).toBe('init');
    const { entities } = (await client.first('snapshot')) as { entities: Fields[] };
    expect(entities.find(({ i }) => i === playerId)).toMatchObject({ t: 'player' });
    for (const entity of entities) expectShape('entityAdded', entity);
    for (const name of ['inventoryUpdated', 'equipmentUpdated', 'skillsUpdated']) await client.first(name);
  });

  test('walks where it asks to, sees others come, walk and talk, and is seen', async () => {
    const watcher = await enter();
    const walker = await enter();
    const { playerId } = await walker.first('init');
    const added = await until('the watcher sees who came', () =>
      watcher.all('entityAdded').find(({ i }) => i === playerId),
    );
    const [x = 0, , z = 0] = added.p as number[];
    walker.send('moveRequest', { x: x - 3, z: z - 2, running: false });
    for (const client of [walker, watcher]) {
      const moved = await until('the walk is seen', () =>
        client.all('entityModified').find(({ i, p }) => i === playerId && p !== undefined),
      );
      expect(moved).toMatchObject({ id: playerId, v: [expect.any(Number), 0, expect.any(Number)] });
      expect(moved.p).not.toEqual(added.p);
      await until('the stop is seen', () =>
        client.all('entityModified').some(({ i, v }) => i === playerId && String(v) === '0,0,0'),
      );
    }
    walker.send('chatMessage', { message: 'Good morning!' });
    for (const client of [walker, watcher]) {
      const said = await until('it is heard', () =>
        client.all('chatMessage').find((chat) => chat.senderId === playerId),
      );
      expect(said).toMatchObject({ sender: added.n, message: 'Good morning!' });
    }
  });

  test('gets an effect or an answer for each of the nineteen requests', async () => {
    const client = await enter();
    const { playerId } = await client.first('init');
    const { entities } = (await client.first('snapshot')) as { entities: Fields[] };
    const person = entities.find(({ t }) => t === 'person');
    const targetId = person?.i;
    const requests: Readonly<Record<string, Fields>> = {
      attackEntity: { targetId },
      changeCombatStyle: { style: 'aggressive' },
      pickupItem: { itemId: 'item_1' },
      useItem: { itemId: 'bread', slot: 0 },
      equipItem: { itemId: 'bronze_sword' },
      dropItem: { itemId: 'bread', quantity: 1 },
      bankDeposit: { itemId: 'bread', quantity: 1 },
      bankWithdraw: { itemId: 'bread', quantity: 1 },
      chopTree: { treeId: 'tree_1' },
      catchFish: { spotId: 'spot_1' },
      lightFire: { logId: 'logs' },
      cookFood: { foodId: 'raw_shrimp', fireId: 'fire_1' },
      getQuestList: {},
      getQuestDetail: { questId: 'first_quest' },
      questAccept: { questId: 'first_quest' },
      xpLampUse: { itemId: 'lamp', slot: 0, skillId: 'attack', xpAmount: 100 },
    };
    // Answers are an extension, which this client skips; the test looks at which request they name.
    const isAnswered = (name: string) => client.heard.some(({ data }) => data?.request === name);
    for (const [name, data] of Object.entries(requests)) {
      client.send(name, data);
      await until(`${name} is answered`, () => isAnswered(name));
    }
    const before = client.all('chatMessage').length;
    client.send('dialogueContinue', { npcId: targetId });
    await until('the person speaks', () =>
      client
        .all('chatMessage')
        .slice(before)
        .some(({ sender }) => sender === person?.n),
    );
    client.send('chatMessage', { message: 'Thank you.' });
    await until('it speaks', () => client.all('chatMessage').some(({ message }) => message === 'Thank you.'));
    const standing = client.all('entityModified').length;
    client.send('moveRequest', { x: 64.5, z: 60.5, running: true });
    await until('it walks', () =>
      client
        .all('entityModified')
        .slice(standing)
        .some(({ i, p }) => i === playerId && p !== undefined),
    );
    expect(Object.keys(requests).length + 3).toBe(PACKET_NAMES.indexOf('dialogueContinue'));
  });

  test('sees who is gone for good leave', async () => {
    const [leaver] = clients;
    const { playerId } = (await leaver?.first('init')) ?? {};
    const watcher = await enter();
    leaver?.close();
    await bendTime(world, 'hearthvale', { action: 'speed', factor: 30 });
    await until('the body goes', () => watcher.all('entityRemoved').some(({ id }) => id === playerId));
  });

  test('was closed by nobody, and every packet was as the text writes it', () => {
    const [leaver, ...others] = clients;
    expect(leaver).toBeDefined();
    for (const { closed } of others) expect(closed).toBeUndefined();
    const named = new Set<string>();
    for (const { name, data } of clients.flatMap(({ heard }) => heard)) {
      if (name === undefined) continue;
      named.add(name);
      expectShape(name, data);
    }
    expect([...named].sort()).toEqual(Object.keys(SHAPES).sort());
  });
});

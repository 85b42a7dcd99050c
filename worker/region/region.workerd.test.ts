import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { readFrame } from '../../shared/protocol/bundle.ts';
import { CLOSE_CODES } from '../../shared/protocol/close-codes.ts';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { writePacket } from '../../shared/protocol/packets.ts';
import type { RequestName, RequestPayload } from '../../shared/protocol/requests.ts';
import type { UpdateName, UpdatePayload } from '../../shared/protocol/updates.ts';
import { packSession, SESSION_HEADER } from '../auth/session.ts';
import { newSave } from '../character/save.ts';

const LOOK = { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] } as const;
let serial = 0;
const clients: Client[] = [];

/** A region of its own for each test. The name's second part says which game is played. */
function freshRegion(region = 'hearthvale') {
  const name = `test-${++serial}/${region}`;
  return { name, stub: env.REGION.getByName(name) };
}

type Region = ReturnType<typeof freshRegion>['stub'];

async function admit(stub: Region, character: string, epoch = 1, generation = 1) {
  const save = newSave(character, { ...LOOK, colours: [...LOOK.colours] }, 'hearthvale');
  return stub.admit({ character, account: `account-${character}`, epoch, generation, save });
}

/** One socket of one character, as the Worker would open it, with everything that it was told. */
class Client {
  readonly packets: { name: string; data: unknown }[] = [];
  closed: { code: number; reason: string } | undefined;
  /** Frames received. */
  frames = 0;
  private readonly socket: WebSocket;

  readonly stub: Region;

  private constructor(stub: Region, socket: WebSocket) {
    clients.push(this);
    this.stub = stub;
    this.socket = socket;
    // Standard sockets give a Blob by default, which can only be read later.
    socket.binaryType = 'arraybuffer';
    socket.accept();
    socket.addEventListener('message', ({ data }) => {
      this.frames++;
      if (data instanceof ArrayBuffer) this.packets.push(...readFrame(data));
    });
    socket.addEventListener('close', ({ code, reason }) => {
      this.closed = { code, reason };
    });
  }

  static async open(
    stub: Region,
    character: string,
    more: { epoch?: number; generation?: number; nonce?: string } = {},
  ) {
    const { epoch = 1, generation = 1, nonce = `nonce-${++serial}` } = more;
    const session = packSession({
      account: `account-${character}`,
      character,
      name: character,
      world: 'test',
      region: 'hearthvale',
      epoch,
      generation,
      nonce,
      expiresAt: Date.now() + 30_000,
      sync: 'compact',
    });
    const response = await stub.fetch('https://region/ws', {
      headers: { upgrade: 'websocket', [SESSION_HEADER]: session },
    });
    if (response.webSocket === null) throw new Error(`no socket: ${response.status}`);
    return new Client(stub, response.webSocket);
  }

  send<N extends RequestName>(name: N, payload: RequestPayload<N>): void {
    this.socket.send(writePacket(name, payload));
  }

  raw(bytes: Uint8Array | string): void {
    this.socket.send(bytes);
  }

  /** The socket is ordered, so when the answer is here, everything before it is. */
  async roundTrip(): Promise<void> {
    const before = this.all('pong').length;
    this.send('ping', { sentAt: before });
    await settle(() => this.all('pong').length > before || this.closed !== undefined);
  }

  leave(): void {
    this.socket.close(1000, 'bye');
  }

  /** The updates of one name, oldest first. */
  all<N extends UpdateName>(name: N): UpdatePayload<N>[] {
    // The server's own encoder wrote them under this name.
    return this.packets.filter((packet) => packet.name === name).map((packet) => packet.data as UpdatePayload<N>);
  }
}

/** Waits for something that the runtime delivers between turns. */
async function settle(until: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !until(); turn++) await scheduler.wait(1);
}

/** Runs ticks, once all that was sent has arrived; returns when all that they sent has. */
async function advance(stub: Region, ticks = 1): Promise<void> {
  const present = clients.filter((client) => client.stub === stub && client.closed === undefined);
  await Promise.all(present.map((client) => client.roundTrip()));
  await stub.advance(ticks);
  await Promise.all(present.map((client) => client.roundTrip()));
}

async function enter(stub: Region, character: string): Promise<Client> {
  expect(await admit(stub, character)).toEqual({ ok: true });
  const client = await Client.open(stub, character);
  await advance(stub);
  return client;
}

describe('the region object', () => {
  it("welcomes with init, then one snapshot with the owner's packets", async () => {
    const { stub } = freshRegion();
    const client = await enter(stub, 'ada');
    const names = client.packets.map((packet) => packet.name).filter((name) => name !== 'pong');
    expect(names.slice(0, 2)).toEqual(['init', 'snapshot']);
    expect(names).toEqual(
      expect.arrayContaining(['inventoryUpdated', 'equipmentUpdated', 'skillsUpdated', 'runEnergy']),
    );
    const [init] = client.all('init');
    expect(init).toMatchObject({
      playerId: 'ada',
      worldState: { region: 'hearthvale', tickMs: NETWORK_CONSTANTS.TICK_DURATION_MS },
    });
    expect(client.all('snapshot')[0]?.entities.some((entity) => entity.i === 'ada')).toBe(true);
  });

  it('shows two players to each other, lets them walk and talk', async () => {
    const { stub } = freshRegion();
    const ada = await enter(stub, 'ada');
    const bert = await enter(stub, 'bert');
    expect(ada.all('entityAdded').map((entity) => entity.i)).toContain('bert');
    bert.send('chatMessage', { message: 'good evening' });
    const [here] = bert.all('snapshot')[0]?.entities.filter((entity) => entity.i === 'bert') ?? [];
    bert.send('moveRequest', { x: (here?.p[0] ?? 0) + 3, z: here?.p[2] ?? 0, running: false, seq: 1 });
    await advance(stub, 4);
    expect(ada.all('chatMessage')).toMatchObject([{ sender: 'bert', message: 'good evening', senderId: 'bert' }]);
    expect(ada.all('steps').length).toBeGreaterThan(0);
  });

  it('sends one frame for a tick and none when nothing changed for the viewer', async () => {
    const { stub } = freshRegion('tiny');
    const client = await enter(stub, 'ada');
    await advance(stub, 3);
    const frames = () => client.frames - client.all('pong').length;
    const before = frames();
    const stepsBefore = client.all('steps').length;
    await advance(stub, 5);
    expect(frames()).toBe(before);
    client.send('chatMessage', { message: 'one' });
    client.send('moveRequest', { x: 3.5, z: 3.5, running: true, seq: 1 });
    await advance(stub, 1);
    expect(client.all('chatMessage')).toHaveLength(1);
    expect(client.all('steps')).toHaveLength(stepsBefore + 1);
    expect(frames()).toBe(before + 1);
  });

  it('answers a ping at once, between ticks', async () => {
    const { stub } = freshRegion();
    const client = await enter(stub, 'ada');
    client.send('ping', { sentAt: 17 });
    await settle(() => client.all('pong').some(({ sentAt }) => sentAt === 17));
    expect(client.all('pong').at(-1)).toMatchObject({ sentAt: 17 });
  });

  it('answers a request whose system is not there yet with a sentence', async () => {
    const { stub } = freshRegion();
    const client = await enter(stub, 'ada');
    client.send('getQuestList', {});
    await advance(stub);
    expect(client.all('gameMessage')).toMatchObject([{ request: 'getQuestList' }]);
  });

  it('lets five requests through a tick, keeps ten waiting and refuses the eleventh', async () => {
    const { stub } = freshRegion();
    const client = await enter(stub, 'ada');
    for (let count = 0; count < 6; count++) client.send('interact', { targetId: 'nobody', option: 'examine' });
    for (let count = 0; count < 5; count++) client.send('follow', { targetId: 'nobody' });
    await advance(stub);
    const sentences = client.all('gameMessage').map((message) => message.text);
    expect(sentences.filter((text) => text === 'That is not here any more.')).toHaveLength(5);
    expect(sentences).toContain('One thing at a time.');
    await advance(stub);
    expect(client.all('gameMessage').filter(({ text }) => text === 'That is not here any more.')).toHaveLength(10);
  });

  it('closes on twenty malformed frames, and on a flood', async () => {
    const { stub } = freshRegion();
    const malformed = await enter(stub, 'ada');
    for (let count = 0; count < 20; count++) malformed.raw(new Uint8Array([255, 1, 2]));
    await settle(() => malformed.closed !== undefined);
    expect(malformed.closed?.code).toBe(CLOSE_CODES.malformed);
    const flooding = await enter(stub, 'bert');
    for (let count = 0; count < 100; count++) flooding.send('emote', { emote: 'wave' });
    await settle(() => flooding.closed !== undefined);
    expect(flooding.closed?.code).toBe(CLOSE_CODES.flooding);
  });

  it('takes a ticket once, and none of an older login or lease', async () => {
    const { stub } = freshRegion();
    await admit(stub, 'ada', 3, 7);
    const used = await Client.open(stub, 'ada', { epoch: 3, generation: 7, nonce: 'once' });
    const again = await Client.open(stub, 'ada', { epoch: 3, generation: 7, nonce: 'once' });
    const older = await Client.open(stub, 'ada', { epoch: 3, generation: 6 });
    const lease = await Client.open(stub, 'ada', { epoch: 2, generation: 7 });
    await settle(() => [again, older, lease].every((client) => client.closed !== undefined));
    expect([again, older, lease].map((client) => client.closed?.code)).toEqual(Array(3).fill(CLOSE_CODES.stale));
    expect(used.closed).toBeUndefined();
  });

  it('closes the older socket when a newer login takes over, and keeps the body', async () => {
    const { stub } = freshRegion();
    const older = await enter(stub, 'ada');
    await stub.takeover({ character: 'ada', epoch: 1, generation: 2 });
    await settle(() => older.closed !== undefined);
    expect(older.closed?.code).toBe(CLOSE_CODES.takenOver);
    const newer = await Client.open(stub, 'ada', { generation: 2 });
    await settle(() => newer.all('snapshot').length > 0);
    expect(newer.all('snapshot')[0]?.entities.some((entity) => entity.i === 'ada')).toBe(true);
    expect((await stub.status()).players).toBe(1);
  });

  it('resumes into the same body within a minute, and lets it go after', async () => {
    const { stub, name } = freshRegion();
    const client = await enter(stub, 'ada');
    const watcher = await enter(stub, 'bert');
    client.leave();
    await settle(() => client.closed !== undefined);
    await advance(stub, 50);
    expect(watcher.all('entityRemoved').map(({ id }) => id)).not.toContain('ada');
    const back = await Client.open(stub, 'ada');
    await advance(stub, 2);
    expect(back.all('snapshot')).toHaveLength(1);
    back.leave();
    await settle(() => back.closed !== undefined);
    await advance(stub, 103);
    expect(watcher.all('entityRemoved').map(({ id }) => id)).toContain('ada');
    // The Character object of this name was never made, so the row waits in the outbox: nothing is lost by that.
    const rows = await runInDurableObject(stub, (_instance, state) =>
      state.storage.sql.exec('SELECT id, status FROM character ORDER BY id').toArray(),
    );
    expect(rows).toEqual([
      { id: 'ada', status: 'departing' },
      { id: 'bert', status: 'active' },
    ]);
    expect(name).toContain('test-');
  });

  it('warns the idle, then closes with 4000 and keeps the body for a minute', async () => {
    const { stub } = freshRegion('tiny');
    const client = await enter(stub, 'ada');
    const idleTicks = NETWORK_CONSTANTS.IDLE_TIMEOUT_MS / NETWORK_CONSTANTS.TICK_DURATION_MS;
    await advance(stub, idleTicks - 10);
    expect(client.all('gameMessage').some(({ text }) => text.includes('idle'))).toBe(true);
    expect(client.closed).toBeUndefined();
    await advance(stub, 12);
    await settle(() => client.closed !== undefined);
    expect(client.closed?.code).toBe(CLOSE_CODES.idle);
    expect((await stub.status()).players).toBe(1);
  });

  it('goes on after an eviction with the same bodies and the same sockets', async () => {
    const { stub } = freshRegion();
    const client = await enter(stub, 'ada');
    await advance(stub, 10);
    await evictDurableObject(stub, { webSockets: 'hibernate' });
    client.packets.length = 0;
    await advance(stub, 2);
    await settle(() => client.all('snapshot').length > 0);
    expect(client.all('snapshot')[0]?.entities.some((entity) => entity.i === 'ada')).toBe(true);
    expect((await stub.status()).players).toBe(1);
    client.send('chatMessage', { message: 'still here' });
    await advance(stub);
    expect(client.all('chatMessage')).toHaveLength(1);
  });

  it('after a crash, takes who left and came back from the new lease, not from the body of the old one', async () => {
    const { stub } = freshRegion();
    await enter(stub, 'ada');
    const older = await enter(stub, 'bert');
    // Eight ticks in all, after which the region is stored, both bodies in it.
    await advance(stub, 6);
    // As after a logout whose checkin was answered: the row is gone, and the body with it.
    await stub.evict({ character: 'bert', epoch: 1 });
    await settle(() => older.closed !== undefined);
    await advance(stub);
    await runInDurableObject(stub, (_instance, state) => {
      state.storage.sql.exec("DELETE FROM character WHERE id = 'bert'");
    });
    const save = { ...newSave('bert', { ...LOOK, colours: [...LOOK.colours] }, 'hearthvale'), coins: 7 };
    await stub.admit({ character: 'bert', account: 'account-bert', epoch: 2, generation: 2, save });
    await evictDurableObject(stub, { webSockets: 'close' });
    const client = await Client.open(stub, 'bert', { epoch: 2, generation: 2 });
    await stub.advance(1);
    await client.roundTrip();
    expect(client.all('inventoryUpdated').at(-1)).toMatchObject({ coins: 7 });
  });

  it('refuses a lease when it is full, for ever and with the same answer', async () => {
    const { stub } = freshRegion('tiny');
    const { capacity } = await stub.status();
    for (let count = 0; count < capacity; count++) expect(await admit(stub, `p${count}`)).toEqual({ ok: true });
    expect(await admit(stub, 'late')).toEqual({ refused: 'full' });
    expect(await admit(stub, 'late')).toEqual({ refused: 'full' });
    expect(await admit(stub, 'p0')).toEqual({ ok: true });
  });

  it('hosts a second game through the same object: one kind of thing, one verb', async () => {
    const { stub } = freshRegion('tiny');
    const client = await enter(stub, 'ada');
    const bell = client.all('snapshot')[0]?.entities.find((entity) => entity.k === 'bell');
    expect(bell?.n).toBe('Bell');
    client.send('interact', { targetId: bell?.i ?? '', option: 'ring' });
    await advance(stub, 8);
    expect(client.all('chatMessage')).toMatchObject([{ sender: 'Bell', message: 'Ding.' }]);
  });
});

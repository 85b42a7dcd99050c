import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_PAYLOADS } from '../../shared/protocol/hostile-frames.test-kit.ts';
import { FLOOD_FACTOR, MAX_FRAME_BYTES, MAX_STRIKES, RATE_LIMITS } from '../../shared/protocol/limits.ts';
import { PACKET_ID_MAP, writePacket } from '../../shared/protocol/packets.ts';
import { newGuest, playTicket } from '../run/bots/world-api.ts';
import { groundOf } from '../run/real-world/ground.ts';
import { createRealWorld, type RealWorld } from '../run/real-world/real-world.ts';
import { bendTime } from '../run/real-world/time.ts';
import { until } from '../run/real-world/until.ts';
import { createDice } from '../sim/dice.ts';
import { Cast } from './cast.ts';
import { hostileFrame } from './hostile-frames.ts';
import { HandMadeSocket, RawSocket } from './raw-socket.ts';

const FRAMES = 10_000;
const ATTACKERS = 8;
const FRAMES_PER_SOCKET = 25;
const BYSTANDERS = 8;
const LIMITS_SCALE = 100;
/** Deltas are withheld beyond this much that was not acknowledged. */
const MAX_IN_FLIGHT_BYTES = 16 * 1024;
const CLOSE = { done: 1000, stale: 4003, flooding: 4008, malformed: 4011 };

let world: RealWorld;
let cast: Cast;
/** What bystanders went through, beside being online. */
const troubles: string[] = [];
let deeds: ReturnType<typeof setInterval>;

beforeAll(async () => {
  // Limits so wide that frames get past them, to what must judge the bytes.
  world = await createRealWorld({ LIMITS_SCALE: String(LIMITS_SCALE) });
  await world.start();
  cast = new Cast(world, groundOf(world.bundle, 'hearthvale'), createDice(11), BYSTANDERS);
  for (let count = 0; count < BYSTANDERS; count++) await cast.add();
  await cast.allOnline();
  for (const { client } of cast.players) {
    client.onState(({ kind }) => {
      if (kind !== 'online' && kind !== 'lagging') troubles.push(kind);
    });
  }
  deeds = setInterval(() => {
    for (const { client } of cast.players) client.moveTo(64.5 + Math.random() * 8, 60.5 + Math.random() * 8);
  }, 700);
});

afterAll(async () => {
  clearInterval(deeds);
  cast?.close();
  await world?.remove();
});

test(`${FRAMES} hostile frames close sockets and touch nobody else; the region never starts over`, async () => {
  const before = await journalOf(world);
  const codes = new Map<number, number>();
  const corpus = HOSTILE_PAYLOADS.flatMap(({ bytes }) =>
    ['moveRequest', 'chatMessage'].map((name) => Uint8Array.of(PACKET_ID_MAP[name as 'moveRequest'], ...bytes)),
  );
  const dice = createDice(20_261_124);
  let sent = 0;
  const next = () => corpus[sent++] ?? hostileFrame(dice);
  const attack = async () => {
    const token = await newGuest(world.url);
    while (sent < FRAMES) {
      const socket = new RawSocket(await playTicket(world.url, token));
      await socket.opened();
      for (let count = 0; count < FRAMES_PER_SOCKET; count++) socket.send(next());
      // Some of these are no strikes: so many more that surely are.
      for (let count = 0; count < MAX_STRIKES; count++) socket.send('that is no packet');
      const code = await socket.closed;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, attack));
  const allowed: number[] = Object.values(CLOSE);
  expect([...codes.keys()].filter((code) => !allowed.includes(code))).toEqual([]);
  expect(codes.get(CLOSE.malformed)).toBeGreaterThan(FRAMES / FRAMES_PER_SOCKET / 2);

  const after = await journalOf(world);
  expect(after.base).toBe(before.base);
  expect(after.tick).toBeGreaterThan(before.tick);
  expect(troubles).toEqual([]);
  expect(world.lastLines()).not.toContain('"event":"fault"');
});

test('a flood is closed with 4008', async () => {
  const socket = await enter();
  // Chat has the longest window, so that even a slow machine sends all of it within one.
  for (let count = 0; count <= RATE_LIMITS.chat.count * LIMITS_SCALE * FLOOD_FACTOR; count++) {
    socket.send(writePacket('chatMessage', { message: `Buy at Dob's! ${count}` }));
  }
  expect(await socket.closed).toBe(CLOSE.flooding);
});

test.each([
  ['texts', 'hello'],
  ['oversized frames', new Uint8Array(MAX_FRAME_BYTES + 1).fill(PACKET_ID_MAP.chatMessage)],
  ['frames of a megabyte', new Uint8Array(1024 * 1024).fill(PACKET_ID_MAP.chatMessage)],
])('%s are closed with 4011', async (_, frame) => {
  const socket = await enter();
  for (let count = 0; count < MAX_STRIKES; count++) socket.send(frame);
  expect(await socket.closed).toBe(CLOSE.malformed);
});

test('who does not acknowledge is sent little more than 16 KB and closed with 4008; who does not even read is let go of', async () => {
  await bendTime(world, 'hearthvale', { action: 'speed', factor: 20 });
  const chatter = setInterval(() => {
    for (const { client } of cast.players) client.say('a'.repeat(80));
  }, 50);
  const sockets = [await openByHand(), await openByHand()] as const;
  const [reading] = sockets;
  try {
    reading.read();
    await until('both are connected', async () => (await connected()) === BYSTANDERS + sockets.length);
    // Sooner than for being idle, which at this speed comes after fifteen seconds.
    await until('the region lets go of both', async () => (await connected()) === BYSTANDERS, 12_000);
    expect(await until('the close is read', () => reading.closeCode)).toBe(CLOSE.flooding);
    expect(reading.bytes).toBeGreaterThan(MAX_IN_FLIGHT_BYTES);
    expect(reading.bytes).toBeLessThan(2 * MAX_IN_FLIGHT_BYTES);
  } finally {
    clearInterval(chatter);
    for (const socket of sockets) socket.end();
  }
  expect(troubles).toEqual([]);
});

async function openByHand(): Promise<HandMadeSocket> {
  return new HandMadeSocket(await playTicket(world.url, await newGuest(world.url)));
}

async function enter(): Promise<RawSocket> {
  const socket = new RawSocket(await playTicket(world.url, await newGuest(world.url)));
  await socket.opened();
  return socket;
}

async function connected(): Promise<number> {
  const response = await fetch(`${world.url}/dev/regions/hearthvale/status`);
  // The route's own answer.
  return ((await response.json()) as { connected: number }).connected;
}

/** What the region remembers only as long as the object lives, and how far it is. */
async function journalOf({ url }: RealWorld): Promise<{ base: string; tick: number }> {
  const journal = await (await fetch(`${url}/dev/regions/hearthvale/journal`)).json();
  // The route's own answer; its form is under test elsewhere.
  const { chapters } = journal as { chapters: { base: string; entries: { tick: number }[] }[] };
  return { base: chapters[0]?.base ?? '', tick: chapters.at(-1)?.entries.at(-1)?.tick ?? 0 };
}

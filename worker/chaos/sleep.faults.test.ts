import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJournal } from '../run/journal-file.ts';
import { groundOf } from '../run/real-world/ground.ts';
import { createRealWorld, type RealWorld } from '../run/real-world/real-world.ts';
import { bendTime } from '../run/real-world/time.ts';
import { until } from '../run/real-world/until.ts';
import { createDice } from '../sim/dice.ts';
import { Cast } from './cast.ts';
import { readAlarm, readCharacters, readRegion } from './disk.ts';

/** Slots that must pass unplayed before it counts as sleep. */
const SLEPT_TICKS = 40;
const SPEED = 30;
const TICK_MS = 600;

let world: RealWorld;
let cast: Cast;

beforeAll(async () => {
  world = await createRealWorld();
  await world.start();
  cast = new Cast(world, groundOf(world.bundle, 'hearthvale'), createDice(3), 1);
  await cast.add();
  await cast.allOnline();
  await bendTime(world, 'hearthvale', { action: 'speed', factor: SPEED });
});

afterAll(async () => {
  cast?.close();
  await world?.remove();
});

test('a region whose last player leaves stores itself, hands the character home and stops its alarm', async () => {
  cast.players[0]?.client.logout();
  await until('no alarm is set', () => readAlarm(world.state) === undefined);
  const region = readRegion(world.state);
  expect(region?.characters.size).toBe(0);
  expect([...readCharacters(world.state).values()].map(({ custodian }) => custodian)).toEqual([null]);
  expect(await tickOf(world)).toBe(region?.checkpoint?.tick);
});

test('it sleeps while nobody is there, and wakes with the time that passed', async () => {
  const asleep = await tickOf(world);
  await pass(SLEPT_TICKS);
  expect(await tickOf(world)).toBe(asleep);
  await cast.allOnline();
  const woken = await firstAfter(world, asleep);
  expect(woken.commands[0]).toEqual({ kind: 'woken', elapsedTicks: woken.tick - asleep - 1 });
  expect(woken.tick - asleep).toBeGreaterThan(SLEPT_TICKS);
});

test('a player whose connection is lost keeps the region awake for a minute, then it sleeps again', async () => {
  const before = await tickOf(world);
  cast.players[0]?.client.close();
  await until('no alarm is set', () => readAlarm(world.state) === undefined);
  expect((await tickOf(world)) - before).toBeGreaterThanOrEqual(100);
});

test('killed in its sleep, it sleeps on until somebody comes', async () => {
  const asleep = readRegion(world.state)?.checkpoint?.tick;
  await world.kill();
  await world.start();
  await pass(SLEPT_TICKS);
  expect(readAlarm(world.state)).toBeUndefined();
  expect(readRegion(world.state)?.checkpoint?.tick).toBe(asleep);
  await cast.allOnline();
  const woken = await firstAfter(world, asleep ?? 0);
  expect(woken.commands[0]).toEqual({ kind: 'woken', elapsedTicks: woken.tick - (asleep ?? 0) - 1 });
});

/** Lets slots pass on the wall, at the region's speed: what is waited for is that nothing happens. */
function pass(ticks: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (ticks * TICK_MS) / SPEED));
}

async function tickOf({ url }: RealWorld): Promise<number> {
  const response = await fetch(`${url}/dev/regions/hearthvale/status`);
  // The route's own answer.
  return ((await response.json()) as { tick: number }).tick;
}

/** The first tick that was played after one. */
async function firstAfter({ url }: RealWorld, tick: number) {
  const journal = readJournal(await (await fetch(`${url}/dev/regions/hearthvale/journal`)).text());
  const entry = journal.chapters.flatMap(({ entries }) => entries).find((one) => one.tick > tick);
  if (entry === undefined) throw new Error(`no tick was played after ${tick}`);
  return entry;
}

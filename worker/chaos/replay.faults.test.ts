import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { larkmarkRules } from '../content/rules.ts';
import { readJournal } from '../run/journal-file.ts';
import { groundOf } from '../run/real-world/ground.ts';
import { createRealWorld, type RealWorld } from '../run/real-world/real-world.ts';
import { bendTime } from '../run/real-world/time.ts';
import { createDice } from '../sim/dice.ts';
import { parseWorld } from '../sim/hash.ts';
import { type Chapter, type Journal, replay } from '../sim/journal.ts';
import { tick } from '../sim/tick.ts';
import { playerById } from '../sim/world.ts';
import { Cast } from './cast.ts';
import { readRegion } from './disk.ts';

const TICKS = 320;
const PLAYERS = 20;
/** So fast that many alarms are late, and slots are made up for or slept through. */
const SPEED = 20;
/** Ticks between two checkpoints. */
const CHECKPOINT_TICKS = 8;

let world: RealWorld;
let cast: Cast;
let journal: Journal;
const afterCheckpoint: number[] = [];

beforeAll(async () => {
  world = await createRealWorld({ LIMITS_SCALE: '20' });
  await world.start();
  cast = new Cast(world, groundOf(world.bundle, 'hearthvale'), createDice(5), PLAYERS);
  for (let count = 0; count < PLAYERS; count++) await cast.add();
  await cast.allOnline();
  await bendTime(world, 'hearthvale', { action: 'speed', factor: SPEED });
  do {
    for (let deeds = 0; deeds < 40; deeds++) {
      cast.act();
      await pause(10);
    }
    await bendTime(world, 'hearthvale', { action: 'pause' });
    journal = await fetchJournal(world);
    afterCheckpoint.push(entriesOf(journal).filter((entry) => entry.tick > storedTick(world)).length);
    await bendTime(world, 'hearthvale', { action: 'speed', factor: SPEED });
  } while (entriesOf(journal).length < TICKS);
});

afterAll(async () => {
  cast?.close();
  await world?.remove();
});

test('what a region in workerd did comes out the same in Node, tick by tick', () => {
  const rules = larkmarkRules('hearthvale', groundOf(world.bundle, 'hearthvale'));
  for (const chapter of journal.chapters) expect(replay(chapter, rules).firstDifference).toBeUndefined();
  expect(entriesOf(journal).length).toBeGreaterThanOrEqual(TICKS);
});

test('one command that is changed is found in its tick', () => {
  const rules = larkmarkRules('hearthvale', groundOf(world.bundle, 'hearthvale'));
  const { chapter, changedTick } = withOneMoveChanged(journal);
  expect(replay(chapter, rules).firstDifference).toBe(changedTick);
});

test('every player was told of every tick what it came to, late ones included', () => {
  const rules = larkmarkRules('hearthvale', groundOf(world.bundle, 'hearthvale'));
  let compared = 0;
  for (const { base, entries } of journal.chapters) {
    const replayed = parseWorld(base);
    for (const entry of entries) {
      replayed.tick = entry.tick - 1;
      tick(replayed, rules, entry.commands);
      for (const { character, trail } of cast.players) {
        const told = trail.get(entry.tick);
        const body = playerById(replayed, character);
        if (told === undefined || body === undefined) continue;
        compared++;
        expect({ character, tick: entry.tick, ...told }).toEqual({
          character,
          tick: entry.tick,
          x: body.position.x,
          z: body.position.z,
        });
      }
    }
  }
  expect(compared).toBeGreaterThan(TICKS);
});

test('a checkpoint is never older than five seconds of ticks', () => {
  expect(Math.max(...afterCheckpoint)).toBeLessThan(CHECKPOINT_TICKS);
});

async function fetchJournal({ url }: RealWorld): Promise<Journal> {
  const response = await fetch(`${url}/dev/regions/hearthvale/journal`);
  return readJournal(await response.text());
}

function entriesOf({ chapters }: Journal) {
  return chapters.flatMap(({ entries }) => entries);
}

function storedTick({ state }: RealWorld): number {
  return readRegion(state)?.checkpoint?.tick ?? 0;
}

/** The chapter that holds a move which was its player's only request of the tick, with that move numbered otherwise. */
function withOneMoveChanged({ chapters }: Journal): { chapter: Chapter; changedTick: number } {
  for (const chapter of chapters) {
    for (const [at, entry] of [...chapter.entries.entries()].slice(Math.floor(chapter.entries.length / 2))) {
      for (const [index, command] of entry.commands.entries()) {
        if (command.kind !== 'request' || command.request.name !== 'moveRequest') continue;
        if (entry.commands.filter((other) => 'id' in other && other.id === command.id).length > 1) continue;
        const { request } = command;
        const changed = { ...command, request: { ...request, payload: { ...request.payload, seq: 12_345 } } };
        const entries = chapter.entries.with(at, { ...entry, commands: entry.commands.with(index, changed) });
        return { chapter: { ...chapter, entries }, changedTick: entry.tick };
      }
    }
  }
  throw new Error('nobody moved');
}

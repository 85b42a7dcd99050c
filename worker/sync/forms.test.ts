/** Both forms of sync against the world they tell of, over seeded bots who come, go and do everything. */
import { describe, expect, it } from 'vitest';
import { PACKET_NAMES } from '../../shared/protocol/packets.ts';
import { distance } from '../../shared/space/tile.ts';
import { botCommands, createBots, VILLAGE } from '../sim/bots.test-kit.ts';
import type { Entity, PlayerEntity } from '../sim/components.ts';
import { roll } from '../sim/dice.ts';
import { populate } from '../sim/populate.ts';
import { tick } from '../sim/tick.ts';
import { createWorld, entities, playerById, tileOf, type World } from '../sim/world.ts';
import { createObserver, observe } from './observe.ts';
import { entityData, publicView } from './project.ts';
import { createReader, type Reader, readTick } from './reader.test-kit.ts';
import { createViewer, type SyncForm, type Viewer } from './viewer.ts';

const SEEDS = [1, 2, 3];
const TICKS = 400;
const BOTS = 30;
const WATCHERS = 6;

/** One bot's connection, and what it must have in view by the rule as it is written. */
interface Watcher {
  readonly id: string;
  viewer: Viewer;
  readonly reader: Reader;
  inView: Set<string>;
}

function watchersOf(form: SyncForm): Watcher[] {
  return Array.from({ length: WATCHERS }, (_, index) => {
    const id = `bot_${index}`;
    return { id, viewer: createViewer(id, form), reader: createReader(id), inView: new Set<string>() };
  });
}

/** What must be in view: within 15 tiles, or there before and within 17. A snapshot forgets what was there before. */
function nextInView(watcher: Watcher, world: World, own: PlayerEntity, isSnapshot: boolean): Set<string> {
  const next = new Set<string>();
  for (const entity of entities(world)) {
    const reach = watcher.inView.has(entity.id) && !isSnapshot ? 17 : 15;
    if (distance(tileOf(entity), tileOf(own)) <= reach) next.add(entity.id);
  }
  return next;
}

const nameOf = (packet: Uint8Array) => PACKET_NAMES[packet[0] ?? -1];

/** An entity as it is, in the words of the protocol, without the height of its ground. */
function truthOf(entity: Entity) {
  const { d: _d, p, ...data } = entityData(entity, publicView(entity), VILLAGE.terrain, undefined);
  return { ...data, p: [p[0], p[2]] };
}

function readingOf(reader: Reader) {
  return [...reader.entities.values()].map(({ p, ...data }) => ({ ...data, p: [p[0], p[2]] }));
}

/** A fast comparison: entities in the order of their ids, keys in one order. */
function textOf(all: readonly ReturnType<typeof truthOf>[]): string {
  const texts = all.map(({ i, t, k, n, p, q, v, e, h, l, c }) => JSON.stringify([i, t, k, n, p, q, v, e, h, l, c]));
  return texts.sort().join('\n');
}

describe('what is told', { timeout: 120_000 }, () => {
  it.each(SEEDS)('seed %d: is the world in view, tick by tick, in both forms', (seed) => {
    const world = createWorld('village', 5000, seed);
    populate(world, VILLAGE);
    const bots = createBots(seed, BOTS);
    const watchers = [...watchersOf('compact'), ...watchersOf('plain')];
    const observer = createObserver();
    const counts = new Map<string, number>();
    for (let count = 0; count < TICKS; count++) {
      const facts = tick(world, VILLAGE, botCommands(bots, world, VILLAGE));
      // Now and then a client reads again after a gap.
      for (const { viewer } of watchers) if (roll(bots.dice, 50) === 0) viewer.needsSnapshot = true;
      const snapshots = new Set(watchers.filter(({ viewer }) => viewer.needsSnapshot).map(({ viewer }) => viewer));
      const packets = observe(
        observer,
        world,
        VILLAGE,
        facts,
        watchers.map(({ viewer }) => viewer),
      );
      for (const watcher of watchers) {
        const own = playerById(world, watcher.id);
        const said = packets.get(watcher.viewer) ?? [];
        if (own === undefined) {
          // Somebody who left hears what they said last, and is shown nothing any more.
          for (const name of said.map(nameOf)) expect(['chatMessage', 'gameMessage']).toContain(name);
          watcher.viewer.needsSnapshot = true;
          continue;
        }
        readTick(watcher.reader, said, watcher.viewer.form === 'compact');
        for (const name of watcher.reader.names) counts.set(name, (counts.get(name) ?? 0) + 1);
        watcher.inView = nextInView(watcher, world, own, snapshots.has(watcher.viewer));
        const truth = [...entities(world)].filter(({ id }) => watcher.inView.has(id));
        if (textOf(readingOf(watcher.reader)) === textOf(truth.map(truthOf))) continue;
        expect(readingOf(watcher.reader), `${watcher.viewer.form} tick ${count}`).toEqual(truth.map(truthOf));
      }
    }
    for (const name of [
      'snapshot',
      'entityAdded',
      'entityModified',
      'entityRemoved',
      'steps',
      'ownMoved',
      'chatMessage',
    ]) {
      expect(counts.get(name) ?? 0, name).toBeGreaterThan(20);
    }
  });
});

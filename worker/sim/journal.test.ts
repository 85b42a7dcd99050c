import { beforeAll, describe, expect, it } from 'vitest';
import { botCommands, createBots, VILLAGE } from './bots.test-kit.ts';
import type { Command } from './command.ts';
import { stateHash } from './hash.ts';
import { BASE_TICKS, beginChapter, type Chapter, createJournal, type Journal, record, replay } from './journal.ts';
import { populate } from './populate.ts';
import { tick } from './tick.ts';
import { createWorld, type World } from './world.ts';

/** Somebody whom no recording knows. */
const arrival = {
  id: 'latecomer',
  account: 'account',
  epoch: 1,
  arrival: {
    name: 'Late',
    look: { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] as [number, number, number, number, number], worn: {} },
    health: { current: 10, max: 10 },
    running: false,
    runEnergy: 0,
    skills: {},
    bag: [],
    coins: 0,
    carried: {},
  },
};

/** Plays bots and keeps a journal of it. */
function play(ticks: number, players: number, baseTicks: number): { journal: Journal; world: World } {
  const world = createWorld('village', 5000, 42);
  populate(world, VILLAGE);
  const bots = createBots(42, players);
  const journal = createJournal('village');
  for (let count = 0; count < ticks; count++) {
    const commands = botCommands(bots, world, VILLAGE);
    beginChapter(journal, world, baseTicks);
    tick(world, VILLAGE, commands);
    record(journal, world, commands);
  }
  return { journal, world };
}

/** What a journal is after it was stored and read again. */
function stored(journal: Journal): Journal {
  return JSON.parse(JSON.stringify(journal)) as Journal;
}

function onlyChapter({ chapters }: Journal): Chapter {
  const [chapter, ...others] = chapters;
  if (chapter === undefined || others.length > 0) throw new Error(`${chapters.length} chapters`);
  return chapter;
}

/** The chapter with the commands of one tick changed. */
function withCommands(chapter: Chapter, index: number, change: (commands: readonly Command[]) => Command[]): Chapter {
  return {
    base: chapter.base,
    entries: chapter.entries.map((entry, at) =>
      at === index ? { ...entry, commands: change(entry.commands) } : entry,
    ),
  };
}

describe('a journal of 5,000 ticks with 100 bots', { timeout: 240_000 }, () => {
  let chapter: Chapter;
  let end: string;
  beforeAll(() => {
    const { journal, world } = play(5000, 100, 5000);
    chapter = onlyChapter(stored(journal));
    end = stateHash(world);
  }, 240_000);

  it('[TM5] replays twice to the recorded hash of every tick', () => {
    const recorded = chapter.entries.map(({ hash }) => hash);
    const first = replay(chapter, VILLAGE);
    const second = replay(chapter, VILLAGE);
    expect(first).toMatchObject({ ticks: 5000, firstDifference: undefined });
    expect(first.hashes).toEqual(recorded);
    expect(second.hashes).toEqual(recorded);
    expect(stateHash(first.world)).toBe(end);
  });
});

describe('a journal', () => {
  const { journal } = play(300, 20, 300);
  const chapter = onlyChapter(stored(journal));
  const said: Command = {
    kind: 'request',
    id: 'bot_1',
    request: { name: 'moveRequest', payload: { x: 1.5, z: 1.5, running: true, seq: 999_999 } },
  };

  it('[TM5] replays from what was stored', () => {
    expect(replay(chapter, VILLAGE)).toMatchObject({ ticks: 300, firstDifference: undefined });
  });

  it('[TM5] does not change what it replays', () => {
    const text = JSON.stringify(chapter);
    replay(chapter, VILLAGE);
    expect(JSON.stringify(chapter)).toBe(text);
  });

  it.each([0, 1, 57, 150, 299])('[TM5] with one command more names the tick of entry %i', (index) => {
    const other = withCommands(chapter, index, (commands) => [...commands, { kind: 'join', ...arrival }]);
    expect(replay(other, VILLAGE).firstDifference).toBe(chapter.entries[index]?.tick);
  });

  it('[TM5] with one command changed or left out names its tick', () => {
    const index = chapter.entries.findIndex(
      ({ commands }, at) => at > 100 && commands.some(({ kind }) => kind === 'disconnect' || kind === 'leave'),
    );
    const without = withCommands(chapter, index, (commands) =>
      commands.slice(0, -1).filter(({ kind }) => kind === 'request'),
    );
    expect(index).toBeGreaterThan(100);
    expect(replay(without, VILLAGE).firstDifference).toBe(chapter.entries[index]?.tick);
    const moved = chapter.entries.findIndex(
      ({ commands }, at) =>
        at > 100 && commands.some((command) => command.kind === 'request' && command.request.name === 'emote'),
    );
    const changed = withCommands(chapter, moved, (commands) => commands.map(() => said));
    expect(replay(changed, VILLAGE).firstDifference).toBe(chapter.entries[moved]?.tick);
  });

  it('[TM5] under other rules names the first tick that they change', () => {
    const emote = chapter.entries.find(({ commands }) =>
      commands.some(
        (command) =>
          command.kind === 'request' && command.request.name === 'emote' && command.request.payload.emote === 'wave',
      ),
    );
    const difference = replay(chapter, { ...VILLAGE, emotes: { wave: 5 } }).firstDifference;
    expect(difference).toBe(emote?.tick);
  });

  it('[TM5] with a hash that was tampered with names its tick', () => {
    const entries = chapter.entries.map((entry, at) => (at === 200 ? { ...entry, hash: '0'.repeat(16) } : entry));
    expect(replay({ base: chapter.base, entries }, VILLAGE).firstDifference).toBe(chapter.entries[200]?.tick);
  });

  it('keeps two chapters, the last one growing', () => {
    const long = play(35, 3, 10).journal;
    expect(long.chapters.map(({ entries }) => entries.length)).toEqual([10, 5]);
    expect(long.chapters[0]?.entries[0]?.tick).toBe(5021);
    for (const one of stored(long).chapters) expect(replay(one, VILLAGE).firstDifference).toBeUndefined();
    expect(BASE_TICKS).toBe(1000);
  });

  it('replays a region that slept in between', () => {
    const world = createWorld('village', 5000, 1);
    populate(world, VILLAGE);
    const sleeper = createJournal('village');
    const slots: readonly (readonly [number, Command[]])[] = [
      [
        5001,
        [
          { kind: 'join', ...arrival },
          { kind: 'connect', id: arrival.id },
        ],
      ],
      [5002, []],
      [9000, [{ kind: 'woken', elapsedTicks: 3997 }]],
      [9001, []],
    ];
    for (const [slot, commands] of slots) {
      world.tick = slot - 1;
      beginChapter(sleeper, world);
      tick(world, VILLAGE, commands);
      record(sleeper, world, commands);
    }
    expect(replay(onlyChapter(stored(sleeper)), VILLAGE)).toMatchObject({ ticks: 4, firstDifference: undefined });
  });
});

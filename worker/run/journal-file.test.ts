import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { botCommands, createBots, VILLAGE } from '../sim/bots.test-kit.ts';
import { beginChapter, createJournal, type Journal, record } from '../sim/journal.ts';
import { populate } from '../sim/populate.ts';
import type { Rules } from '../sim/rules.ts';
import { tick } from '../sim/tick.ts';
import { createWorld } from '../sim/world.ts';
import { builtRules } from './built-rules.ts';
import { compare, readJournal } from './journal-file.ts';
import { ROOT } from './paths.ts';

function played(region: string, rules: Rules = VILLAGE): Journal {
  const world = createWorld(region, 5000, 3);
  populate(world, rules);
  const bots = createBots(3, 8);
  const journal = createJournal(region);
  for (let count = 0; count < 30; count++) {
    const commands = botCommands(bots, world, rules);
    beginChapter(journal, world, 20);
    tick(world, rules, commands);
    record(journal, world, commands);
  }
  return journal;
}

const journal = played('village');
const text = JSON.stringify(journal);

/** The text of the journal with something in it replaced. */
function withChange(change: (copy: { format: number; region: string; chapters: Journal['chapters'] }) => void): string {
  const copy = JSON.parse(text);
  change(copy);
  return JSON.stringify(copy);
}

describe('a journal in a file', () => {
  it('is the journal that was written', () => {
    expect(readJournal(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['', 'the file is no JSON'],
    ['{"format":1', 'the file is no JSON'],
    ['[]', 'it is no journal: format'],
    ['{"format":2,"region":"village","chapters":[]}', 'it is no journal: format'],
    ['{"format":1,"region":"village","chapters":[]}', 'it is no journal: chapters'],
    [withChange(({ chapters }) => void chapters[0]?.entries.splice(0)), 'it is no journal: chapters.0.entries'],
    [
      withChange(({ chapters }) => void Object.assign(chapters[1] ?? {}, { base: '{' })),
      'the base of chapter 2 is no JSON',
    ],
    [
      withChange(({ chapters }) => void Object.assign(chapters[0] ?? {}, { base: '{}' })),
      'the base of chapter 1 is no world',
    ],
    [
      withChange(({ chapters }) => void Object.assign(chapters[0]?.entries[3] ?? {}, { hash: 'x' })),
      'chapters.0.entries.3.hash',
    ],
    [
      withChange(
        ({ chapters }) => void Object.assign(chapters[0]?.entries[3] ?? {}, { commands: [{ kind: 'bribe' }] }),
      ),
      'chapters.0.entries.3.commands.0: no command',
    ],
    [
      withChange(({ chapters }) => void Object.assign(chapters[0]?.entries[3] ?? {}, { tick: 5003 })),
      'chapter 1: tick 5003 does not come after the one before',
    ],
    [
      withChange((copy) => {
        copy.region = 'elsewhere';
      }),
      'the base of chapter 1 is of village',
    ],
  ])('%# is refused with a reason', (broken, reason) => {
    expect(() => readJournal(broken)).toThrow(reason);
  });
});

describe('comparing a journal', () => {
  it('tells of every chapter where all is the same', () => {
    const { isSame, lines } = compare(readJournal(text), VILLAGE);
    expect(isSame).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/^chapter 1 of 2: 20 ticks from 5001, 14 entities at first, ends with [0-9a-f]{16}$/),
      expect.stringMatching(/^chapter 2 of 2: 10 ticks from 5021, \d+ entities at first, ends with [0-9a-f]{16}$/),
    ]);
    expect(lines[1]).toContain(journal.chapters[1]?.entries.at(-1)?.hash);
  });

  it('names the first tick that differs, and its commands', () => {
    const broken = withChange(({ chapters }) => {
      const entry = chapters[1]?.entries[4];
      Object.assign(entry ?? {}, { commands: [{ kind: 'leave', id: 'bot_1', reason: 'lost' }] });
    });
    const { isSame, lines } = compare(readJournal(broken), VILLAGE);
    expect(isSame).toBe(false);
    expect(lines.slice(2)).toEqual([
      expect.stringContaining('differs at tick 5025, its 5th: recorded'),
      '  with these commands:',
      '    {"kind":"leave","id":"bot_1","reason":"lost"}',
    ]);
  });
});

describe('npm run replay', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'larkmark-replay-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function replayed(...args: string[]) {
    const node = join(ROOT, 'node_modules/.bin/node');
    const { status, stdout, stderr } = spawnSync(node, ['worker/run/replay.ts', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }

  function file(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('ends with 0 where every tick is as recorded', () => {
    const own = played('hearthvale', builtRules('hearthvale'));
    const { status, stdout } = replayed(file('own.json', JSON.stringify(own)));
    expect(stdout).toContain('every tick is as recorded');
    expect(stdout).toContain(own.chapters[1]?.entries.at(-1)?.hash);
    expect(status).toBe(0);
  });

  it('ends with 1 where a tick differs: a village is not Hearthvale', () => {
    const { status, stdout } = replayed(file('other.json', JSON.stringify(played('hearthvale'))));
    expect(stdout).toContain('differs at tick 50');
    expect(status).toBe(1);
  });

  it('ends with 2 and a sentence where it has nothing to replay', () => {
    expect(replayed()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: npm run replay FILE') });
    expect(replayed('nowhere.json')).toMatchObject({ status: 2, stderr: 'There is no nowhere.json.\n' });
    expect(replayed(file('broken.json', '{}'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no journal'),
    });
    expect(replayed(file('village.json', text))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('village is no region; there are hearthvale'),
    });
  });
});

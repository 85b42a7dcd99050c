import * as v from 'valibot';
import type { Command } from '../sim/command.ts';
import { parseWorld } from '../sim/hash.ts';
import { type Journal, type Replay, replay } from '../sim/journal.ts';
import type { Rules } from '../sim/rules.ts';

const KINDS: readonly unknown[] = [
  'join',
  'connect',
  'disconnect',
  'request',
  'leave',
  'woken',
] satisfies Command['kind'][];
/** Known by its kind; what it holds beside that is as the region wrote it. */
const CommandSchema = v.custom<Command>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(value.kind),
  'no command',
);
const Tick = v.pipe(v.number(), v.integer(), v.minValue(1));
const Entry = v.object({
  tick: Tick,
  commands: v.array(CommandSchema),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
});
const JournalSchema = v.object({
  format: v.literal(1),
  region: v.string(),
  chapters: v.pipe(
    v.array(v.object({ base: v.string(), entries: v.pipe(v.array(Entry), v.minLength(1)) })),
    v.minLength(1),
  ),
});
const Base = v.looseObject({
  region: v.string(),
  tick: v.pipe(v.number(), v.integer()),
  dice: v.looseObject({ counter: v.number() }),
  slots: v.array(v.nullable(v.looseObject({ id: v.string() }))),
  index: v.record(v.string(), v.number()),
});

/** A journal from the text of a file. Throws, with a sentence for people, where it is none. */
export function readJournal(text: string): Journal {
  const checked = v.safeParse(JournalSchema, parseJson(text, 'the file'));
  if (!checked.success) throw new Error(`it is no journal: ${whereOf(checked.issues[0])}`);
  const journal = checked.output;
  journal.chapters.forEach(({ base, entries }, index) => {
    const chapter = `chapter ${index + 1}`;
    const world = v.safeParse(Base, parseJson(base, `the base of ${chapter}`));
    if (!world.success) throw new Error(`the base of ${chapter} is no world: ${whereOf(world.issues[0])}`);
    if (world.output.region !== journal.region) throw new Error(`the base of ${chapter} is of ${world.output.region}`);
    const late = entries.findIndex(({ tick }, at) => tick <= (entries[at - 1]?.tick ?? world.output.tick));
    if (late >= 0) throw new Error(`${chapter}: tick ${entries[late]?.tick} does not come after the one before`);
  });
  return journal;
}

/** Replays a journal. `lines` tells of each chapter and, where one differs, of its first tick that does. */
export function compare(journal: Journal, rules: Rules): { isSame: boolean; lines: string[] } {
  const lines: string[] = [];
  let isSame = true;
  journal.chapters.forEach((chapter, index) => {
    const result = replay(chapter, rules);
    const first = chapter.entries[0]?.tick;
    const people = Object.keys(parseWorld(chapter.base).index).length;
    lines.push(
      `chapter ${index + 1} of ${journal.chapters.length}: ${result.ticks} ticks from ${first}, ${people} entities at first, ends with ${result.hashes.at(-1)}`,
    );
    if (result.firstDifference === undefined) return;
    isSame = false;
    lines.push(...differenceOf(chapter.entries, result));
  });
  return { isSame, lines };
}

function differenceOf(entries: Journal['chapters'][number]['entries'], { firstDifference, hashes }: Replay): string[] {
  const at = entries.findIndex(({ tick }) => tick === firstDifference);
  const entry = entries[at];
  const commands = entry?.commands ?? [];
  return [
    `  differs at tick ${firstDifference}, its ${at + 1}th: recorded ${entry?.hash}, replayed ${hashes[at]}`,
    commands.length === 0 ? '  with no commands' : '  with these commands:',
    ...commands.map((command) => `    ${JSON.stringify(command)}`),
  ];
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${what} is no JSON (${String(error)})`, { cause: error });
  }
}

function whereOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'the whole';
  return `${path}: ${issue.message}`;
}

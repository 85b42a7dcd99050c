import type { Command } from './command.ts';
import { parseWorld, snapshot, stateHash } from './hash.ts';
import type { Rules } from './rules.ts';
import { tick } from './tick.ts';
import type { World } from './world.ts';

/** Ticks from one base snapshot to the next: ten minutes. */
export const BASE_TICKS = 1000;

/** One tick as it was: what went in, and the hash of the world after it. */
export interface JournalEntry {
  readonly tick: number;
  readonly commands: readonly Command[];
  readonly hash: string;
}

/** A base snapshot and every tick since. */
export interface Chapter {
  /** The world before the first entry, as text. */
  readonly base: string;
  readonly entries: JournalEntry[];
}

/** What a region did, replayable. The last two chapters are kept: ten to twenty minutes. */
export interface Journal {
  readonly format: 1;
  readonly region: string;
  chapters: Chapter[];
}

export function createJournal(region: string): Journal {
  return { format: 1, region, chapters: [] };
}

/** Begins a chapter where one is due. To be called before a tick, with the world as it is then. */
export function beginChapter(journal: Journal, world: World, baseTicks = BASE_TICKS): void {
  const current = journal.chapters.at(-1);
  if (current !== undefined && current.entries.length < baseTicks) return;
  journal.chapters = [...journal.chapters.slice(-1), { base: snapshot(world), entries: [] }];
}

/** Notes a tick. To be called after it, with the world as it is then. */
export function record(journal: Journal, world: World, commands: readonly Command[]): void {
  journal.chapters.at(-1)?.entries.push({ tick: world.tick, commands, hash: stateHash(world) });
}

export interface Replay {
  readonly ticks: number;
  /** Hash after each tick. */
  readonly hashes: readonly string[];
  /** First tick whose hash is not the one recorded. */
  readonly firstDifference: number | undefined;
  readonly world: World;
}

/** Runs a chapter again, from its base, and compares every tick with what was recorded. */
export function replay(chapter: Chapter, rules: Rules): Replay {
  const world = parseWorld(chapter.base);
  const hashes: string[] = [];
  let firstDifference: number | undefined;
  for (const entry of chapter.entries) {
    world.tick = entry.tick - 1;
    tick(world, rules, entry.commands);
    const hash = stateHash(world);
    hashes.push(hash);
    if (firstDifference === undefined && hash !== entry.hash) firstDifference = entry.tick;
  }
  return { ticks: hashes.length, hashes, firstDifference, world };
}

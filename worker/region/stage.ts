import { writePacket } from '../../shared/protocol/packets.ts';
import type { UpdatePayload } from '../../shared/protocol/updates.ts';
import type { Command } from '../sim/command.ts';
import type { Fact } from '../sim/fact.ts';
import { beginChapter, createJournal, type Journal, record } from '../sim/journal.ts';
import { tick } from '../sim/tick.ts';
import { playerById, type World } from '../sim/world.ts';
import { createObserver, greet, type Observer, observe } from '../sync/observe.ts';
import type { Game } from './game.ts';
import type { Session } from './session.ts';

/** Slots that are made up for one by one; beyond it the region wakes with the time that passed. */
export const CATCH_UP_TICKS = 3;

/** The running region in memory: a cache of its rows, rebuilt whenever the object is. */
export interface Stage {
  readonly game: Game;
  readonly world: World;
  readonly observer: Observer;
  /** Undefined where no journal is kept. */
  readonly journal: Journal | undefined;
  /** What enters with the next tick. */
  commands: Command[];
  readonly sessions: Map<WebSocket, Session>;
}

export function createStage(game: Game, world: World, commands: Command[], keepsJournal: boolean): Stage {
  return {
    game,
    world,
    observer: createObserver(),
    journal: keepsJournal ? createJournal(world.region) : undefined,
    commands,
    sessions: new Map(),
  };
}

/** What one tick did, for the shell to write and to send. */
export interface Played {
  readonly commands: readonly Command[];
  readonly facts: readonly Fact[];
}

/** Plays one slot: the commands that wait, and up to the budget of every session. */
export function play(stage: Stage, slot: number): Played {
  const { world, game, journal } = stage;
  const elapsedTicks = slot - world.tick - 1;
  const commands: Command[] = elapsedTicks > 0 ? [{ kind: 'woken', elapsedTicks }, ...stage.commands] : stage.commands;
  stage.commands = [];
  for (const session of stage.sessions.values()) {
    const id = session.attachment.character;
    for (const request of session.takeRequests()) commands.push({ kind: 'request', id, request });
  }
  world.tick = slot - 1;
  if (journal !== undefined) beginChapter(journal, world);
  const facts = tick(world, game.rules, commands);
  if (journal !== undefined) record(journal, world, commands);
  return { commands, facts };
}

/** Sends each session what this tick means to it; one frame each, none where nothing changed. */
export function broadcast(stage: Stage, facts: readonly Fact[], now: number): void {
  const { world, game } = stage;
  const readers = [...stage.sessions.values()].filter((session) => session.isReading());
  for (const session of readers) if (session.viewer.needsSnapshot) session.forgive();
  const packets = observe(
    stage.observer,
    world,
    game.rules,
    facts,
    readers.map((session) => session.viewer),
  );
  for (const session of readers) {
    const pending = session.pending;
    session.pending = [];
    session.send([...(packets.get(session.viewer) ?? []), ...pending], world.tick, now);
  }
}

/** Sends what waits for no tick. */
export function flush(stage: Stage, now: number): void {
  for (const session of stage.sessions.values()) {
    const pending = session.pending;
    session.pending = [];
    session.send(pending, stage.world.tick, now);
  }
}

/** The first packets of a session: `init`, and what it sees if its character has a body already. */
export function welcome(stage: Stage, session: Session, init: UpdatePayload<'init'>, now: number): void {
  const first = writePacket('init', init);
  const own = playerById(stage.world, session.attachment.character);
  const seen = own === undefined ? [] : greet(stage.observer, session.viewer, own);
  session.send([first, ...seen], stage.world.tick, now);
}

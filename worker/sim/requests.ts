import { MAX_TICKS_AHEAD, MAX_WAITING_MOVES } from '../../shared/protocol/limits.ts';
import { cleanChat } from '../../shared/rules/chat-text.ts';
import { RUN_ENERGY_LEAST } from '../../shared/rules/run-energy.ts';
import { distance, VIEW_LEAVE_TILES } from '../../shared/space/tile.ts';
import type { Entity, EntityId, PlayerEntity } from './components.ts';
import type { Refusal, RequestHandlers, Turn } from './rules.ts';
import { entityById, tileOf } from './world.ts';

const GONE = 'That is not here any more.';

/** The requests that every game on this simulation has. Each sets an intent and returns, or refuses. */
export const requests: Partial<RequestHandlers> = {
  moveRequest(turn, player, { x, z, running, seq, at }) {
    const tick = turn.world.tick;
    const move = {
      x: Math.floor(x),
      z: Math.floor(z),
      running,
      seq: seq ?? 0,
      at: Math.min(Math.max(at ?? tick, tick), tick + MAX_TICKS_AHEAD),
    };
    const { moves } = player.player;
    if (moves.length >= MAX_WAITING_MOVES) moves.pop();
    moves.push(move);
    return undefined;
  },

  setRunning(_turn, player, { running }) {
    if (running && player.player.runEnergy < RUN_ENERGY_LEAST) return 'You are too tired to run.';
    player.player.running = running;
    return undefined;
  },

  follow(turn, player, { targetId }) {
    const target = visible(turn, player, targetId);
    if (target === undefined) return GONE;
    if (target.mobile === undefined || target.id === player.id) return 'You cannot follow that.';
    begin(player);
    player.intent = { kind: 'follow', targetId };
    return undefined;
  },

  interact(turn, player, { targetId, option }) {
    return beginAct(turn, player, targetId, option, 'interact');
  },

  emote(turn, player, { emote }) {
    const ticks = Object.hasOwn(turn.rules.emotes, emote) ? turn.rules.emotes[emote] : undefined;
    if (ticks === undefined) return 'You do not know that gesture.';
    begin(player);
    player.emote = { name: emote, untilTick: turn.world.tick + ticks };
    return undefined;
  },

  chatMessage(turn, player, { message }) {
    const text = cleanChat(message);
    if (text === '') return 'There is nothing in that to say.';
    turn.facts.push({ kind: 'said', id: player.id, name: player.name, message: text });
    return undefined;
  },

  logout(turn, player) {
    turn.facts.push({ kind: 'departed', id: player.id, reason: 'logout' });
    return undefined;
  },
};

/**
 * Sets out to do something to something: the one way in for every verb. What is done and whether
 * it can be reached is settled when it happens, not now.
 */
export function beginAct(turn: Turn, player: PlayerEntity, targetId: EntityId, verb: string, request: string): Refusal {
  const target = visible(turn, player, targetId);
  if (target === undefined) return GONE;
  const kind = turn.rules.kinds[target.kind];
  const offered = verb === 'examine' || (kind?.verbs.includes(verb) ?? false);
  if (!offered || !Object.hasOwn(turn.rules.verbs, verb)) return 'You cannot do that to it.';
  begin(player);
  player.intent = { kind: 'act', verb, targetId, request };
  return undefined;
}

/** A new deed ends the one before: the route it was on and waiting moves included. */
function begin(player: PlayerEntity): void {
  player.player.moves = [];
  player.mobile.route = [];
  delete player.intent;
  delete player.emote;
}

function visible(turn: Turn, player: PlayerEntity, id: EntityId): Entity | undefined {
  const target = entityById(turn.world, id);
  if (target === undefined || distance(tileOf(player), tileOf(target)) > VIEW_LEAVE_TILES) return undefined;
  return target;
}

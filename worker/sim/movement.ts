import { runEnergyAfter } from '../../shared/rules/run-energy.ts';
import { findRoute } from '../../shared/space/route.ts';
import { type Direction, neighbour, RUN_TILES } from '../../shared/space/tile.ts';
import { advance } from '../../shared/space/walk.ts';
import type { MobileEntity, PlayerEntity } from './components.ts';
import type { Turn } from './rules.ts';
import { tileOf } from './world.ts';

/** Forgets the steps of the tick before. */
export function startTick(entity: MobileEntity): void {
  entity.mobile.taken = [];
  entity.mobile.jumped = false;
}

/** Takes one step that is known to be free. */
export function takeStep(entity: MobileEntity, direction: Direction): void {
  const { x, z } = entity.position;
  entity.mobile.behind = { x, z };
  entity.position = { ...neighbour(entity.position, direction), heading: direction };
  entity.mobile.taken.push(direction);
}

/** Applies the moves whose tick has come; of several, the last counts. */
export function applyMoves(turn: Turn, entity: PlayerEntity): void {
  const { player } = entity;
  const due = player.moves.filter((move) => move.at <= turn.world.tick);
  const move = due.at(-1);
  if (move === undefined) return;
  player.moves = player.moves.filter((waiting) => waiting.at > turn.world.tick);
  player.moveSeq = move.seq;
  player.moveApplied = true;
  player.runningMove = move.running;
  delete entity.intent;
  delete entity.emote;
  const route = findRoute(turn.rules.terrain, tileOf(entity), move);
  entity.mobile.route = route?.steps ?? [];
  if (route === undefined) {
    turn.facts.push({ kind: 'refused', id: entity.id, text: 'You cannot get there.', request: 'moveRequest' });
  }
}

/** Walks or runs along the route, and pays for it in run energy. */
export function walk(turn: Turn, entity: PlayerEntity): void {
  const { player, mobile, position } = entity;
  const running = (player.running || player.runningMove) && player.runEnergy > 0;
  const walker = { x: position.x, z: position.z, route: mobile.route };
  const taken = advance(turn.rules.terrain, walker, running);
  mobile.route = walker.route;
  const last = taken.at(-1);
  if (last !== undefined) {
    const back = taken.length > 1 ? neighbour(position, taken[0] ?? last) : position;
    mobile.behind = { x: back.x, z: back.z };
    entity.position = { x: walker.x, z: walker.z, heading: last };
    mobile.taken = taken;
  }
  if (mobile.route.length === 0) player.runningMove = false;
  player.runEnergy = runEnergyAfter(player.runEnergy, taken.length === RUN_TILES, 0, 1);
  if (player.runEnergy === 0) player.running = false;
}

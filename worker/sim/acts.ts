import { findRoute } from '../../shared/space/route.ts';
import { canStep } from '../../shared/space/terrain.ts';
import {
  type Direction,
  directionTo,
  distance,
  isBeside,
  sameTile,
  type Tile,
  VIEW_LEAVE_TILES,
} from '../../shared/space/tile.ts';
import type { Entity, Intent, PlayerEntity } from './components.ts';
import { walk } from './movement.ts';
import type { Turn, Verb } from './rules.ts';
import { entityById, tileOf } from './world.ts';

const CANNOT_REACH = 'You cannot reach that.';
const GONE = 'That is not here any more.';

/**
 * Walk up, face, do: one mechanism for every verb. Reach is tested when the deed happens. A target
 * that can move is tried before and after the walker's own steps; one that cannot, only in a tick
 * without a step.
 */
export function pursue(turn: Turn, actor: PlayerEntity, intent: Intent): void {
  const target = entityById(turn.world, intent.targetId);
  if (target === undefined || distance(tileOf(actor), tileOf(target)) > VIEW_LEAVE_TILES) {
    give(turn, actor, intent, GONE);
    walk(turn, actor);
    return;
  }
  if (intent.kind === 'follow') {
    trail(turn, actor, target, intent);
    return;
  }
  const verb = turn.rules.verbs[intent.verb];
  if (verb === undefined) {
    give(turn, actor, intent, GONE);
    return;
  }
  if (attempt(turn, actor, target, verb, intent)) {
    walk(turn, actor);
    return;
  }
  if (!approach(turn, actor, target)) {
    give(turn, actor, intent, CANNOT_REACH);
    return;
  }
  walk(turn, actor);
  if (target.mobile !== undefined) attempt(turn, actor, target, verb, intent);
}

function attempt(turn: Turn, actor: PlayerEntity, target: Entity, verb: Verb, intent: Intent): boolean {
  if (!canReach(turn, actor, target, verb)) return false;
  actor.mobile.route = [];
  const heading = directionTo(tileOf(actor), tileOf(target));
  if (heading !== undefined) actor.position = { ...actor.position, heading };
  // Over before it is done: a deed that fails is not tried again every tick, and one that goes on sets the next intent.
  delete actor.intent;
  const refusal = verb.act(turn, actor, target);
  if (refusal !== undefined) refuse(turn, actor, intent, refusal);
  return true;
}

/** Ends an intent, with a sentence. */
function give(turn: Turn, actor: PlayerEntity, intent: Intent, refusal: string): void {
  delete actor.intent;
  refuse(turn, actor, intent, refusal);
}

function refuse(turn: Turn, actor: PlayerEntity, intent: Intent, refusal: string): void {
  const request = intent.kind === 'act' ? intent.request : 'follow';
  turn.facts.push({ kind: 'refused', id: actor.id, text: refusal, request });
}

function canReach(turn: Turn, actor: Entity, target: Entity, verb: Verb): boolean {
  const from = tileOf(actor);
  const to = tileOf(target);
  if (verb.reach === 'view') return distance(from, to) <= VIEW_LEAVE_TILES;
  return isBeside(from, to) && (target.mobile === undefined || isOpen(turn, from, to));
}

/** Whether nothing stands between two tiles side by side. */
function isOpen(turn: Turn, from: Tile, to: Tile): boolean {
  const direction = directionTo(from, to);
  return direction !== undefined && canStep(turn.rules.terrain, from.x, from.z, direction);
}

/** Makes sure that the actor is on a route to the target's side; false where there is none. */
function approach(turn: Turn, actor: PlayerEntity, target: Entity): boolean {
  const to = tileOf(target);
  const moved = (target.mobile?.taken.length ?? 0) > 0;
  if (actor.mobile.route.length > 0 && !moved) return true;
  const beside = (x: number, z: number) =>
    isBeside({ x, z }, to) && (target.mobile === undefined || isOpen(turn, { x, z }, to));
  const route = findRoute(turn.rules.terrain, tileOf(actor), to, beside);
  if (route === undefined || !route.complete) return false;
  actor.mobile.route = route.steps;
  return true;
}

/** Follows somebody: heads for the tile that they left last, by a route that is searched again when that is another one. */
function trail(turn: Turn, actor: PlayerEntity, target: Entity, intent: Extract<Intent, { kind: 'follow' }>): void {
  const { x, z } = target.mobile?.behind ?? tileOf(target);
  const goal: Tile = { x, z };
  const here = tileOf(actor);
  if (sameTile(here, goal)) {
    actor.mobile.route = [];
    const heading: Direction | undefined = directionTo(here, tileOf(target));
    if (heading !== undefined) actor.position = { ...actor.position, heading };
  } else if (intent.goal === undefined || !sameTile(intent.goal, goal)) {
    actor.mobile.route = findRoute(turn.rules.terrain, here, goal)?.steps ?? [];
    actor.intent = { ...intent, goal };
  }
  walk(turn, actor);
}

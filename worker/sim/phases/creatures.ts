import { canStep } from '../../../shared/space/terrain.ts';
import { type Direction, directionTo, distance, neighbour, type Tile } from '../../../shared/space/tile.ts';
import { isMobile, type MobileEntity, type Wander } from '../components.ts';
import { roll, rollBetween } from '../dice.ts';
import { guarded } from '../fault.ts';
import { startTick, takeStep } from '../movement.ts';
import type { Turn } from '../rules.ts';
import { entities, tileOf } from '../world.ts';

/** One in this many idle ticks, a wanderer sets out. */
const SET_OUT_SIDES = 8;
/** Ticks without a step after which a wanderer away from home is put back. */
const STUCK_TICKS = 500;

/** Tiles on which a creature or person stands, so that no other steps there. Players block nobody. */
type Occupied = Set<number>;

/** Whoever is not a player, in slot order. */
export function creatures(turn: Turn): void {
  const occupied: Occupied = new Set();
  const movers: MobileEntity[] = [];
  for (const entity of entities(turn.world)) {
    if (entity.player !== undefined || !isMobile(entity)) continue;
    movers.push(entity);
    occupied.add(tileKey(tileOf(entity)));
  }
  for (const entity of movers) {
    guarded(turn, entity, 'creatures', () => {
      startTick(entity);
      if (entity.wander !== undefined) roam(turn, occupied, entity, entity.wander);
    });
  }
}

function tileKey(tile: Tile): number {
  return tile.x * 0x10000 + tile.z;
}

function roam(turn: Turn, occupied: Occupied, creature: MobileEntity, wander: Wander): void {
  const { dice } = turn.world;
  const here = tileOf(creature);
  const home = { x: wander.homeX, z: wander.homeZ };
  if (wander.goal === undefined && roll(dice, SET_OUT_SIDES) === 0) {
    const { rangeTiles } = wander;
    wander.goal = {
      x: home.x + rollBetween(dice, -rangeTiles, rangeTiles),
      z: home.z + rollBetween(dice, -rangeTiles, rangeTiles),
    };
  }
  const step = wander.goal === undefined ? undefined : greedyStep(turn, occupied, here, wander.goal);
  if (step !== undefined) {
    occupied.delete(tileKey(here));
    takeStep(creature, step);
    occupied.add(tileKey(tileOf(creature)));
    wander.stuckTicks = 0;
    return;
  }
  delete wander.goal;
  if (distance(here, home) === 0) return;
  wander.stuckTicks++;
  if (wander.stuckTicks < STUCK_TICKS || occupied.has(tileKey(home))) return;
  occupied.delete(tileKey(here));
  occupied.add(tileKey(home));
  creature.mobile.behind = here;
  creature.position = { ...creature.position, ...home };
  creature.mobile.jumped = true;
  wander.stuckTicks = 0;
}

/**
 * One step toward a tile without any search: diagonal where that is free, else along x, else along
 * z, else none. Creatures get caught behind corners by it, and players learn to use that.
 */
function greedyStep(turn: Turn, occupied: Occupied, from: Tile, to: Tile): Direction | undefined {
  const straight = directionTo(from, to);
  if (straight === undefined) return undefined;
  const alongX = directionTo(from, { x: to.x, z: from.z });
  const alongZ = directionTo(from, { x: from.x, z: to.z });
  const isFree = (direction: Direction) =>
    canStep(turn.rules.terrain, from.x, from.z, direction) && !occupied.has(tileKey(neighbour(from, direction)));
  return [straight, alongX, alongZ].find((direction) => direction !== undefined && isFree(direction));
}

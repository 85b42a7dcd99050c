import type { Tile } from '../../shared/space/tile.ts';
import type { Entity, EntityId, NewEntity, PlayerEntity } from './components.ts';
import { isPlayer } from './components.ts';
import { createDice, type Dice } from './dice.ts';

/** Everything that a region is at one tick. Plain data: it can be cloned, stored, compared and hashed as it stands. */
export interface World {
  readonly region: string;
  /** Number of the 600 ms slot since 1970 that was simulated last. */
  tick: number;
  dice: Dice;
  /** Entities by slot; null where a slot is free. */
  slots: (Entity | null)[];
  /** Slot by entity id. */
  index: Record<EntityId, number>;
  /** Free slots, the one freed last at the end. */
  free: number[];
  /** Number of the next entity that the region itself makes. */
  serial: number;
}

export function createWorld(region: string, tick: number, seed: number): World {
  return { region, tick, dice: createDice(seed), slots: [], index: {}, free: [], serial: 1 };
}

export function entityById(world: World, id: EntityId): Entity | undefined {
  const slot = world.index[id];
  return slot === undefined ? undefined : (world.slots[slot] ?? undefined);
}

export function playerById(world: World, id: EntityId): PlayerEntity | undefined {
  const entity = entityById(world, id);
  return isPlayer(entity) ? entity : undefined;
}

/** Puts an entity into the world; its id must be new there. */
export function addEntity(world: World, entity: NewEntity): Entity {
  if (world.index[entity.id] !== undefined) throw new Error(`entity ${entity.id} is in the world already`);
  const slot = world.free.pop() ?? world.slots.length;
  const placed: Entity = { ...entity, slot };
  world.slots[slot] = placed;
  world.index[entity.id] = slot;
  return placed;
}

export function removeEntity(world: World, id: EntityId): void {
  const slot = world.index[id];
  if (slot === undefined) return;
  world.slots[slot] = null;
  delete world.index[id];
  world.free.push(slot);
}

/** An id for something that the region itself makes: unique in the world, because the region's name is part of it. */
export function nextEntityId(world: World, kind: string): EntityId {
  return `${kind}_${world.region}_${world.serial++}`;
}

/** Every entity, in slot order. */
export function* entities(world: World): Generator<Entity> {
  for (const entity of world.slots) if (entity !== null) yield entity;
}

/** The players in the order in which they take their turns: by their rolled key, ties by slot. */
export function processOrder(world: World): PlayerEntity[] {
  const players: PlayerEntity[] = [];
  for (const entity of world.slots) if (entity !== null && isPlayer(entity)) players.push(entity);
  return players.sort((a, b) => a.player.turn - b.player.turn || a.slot - b.slot);
}

export function tileOf(entity: Entity): Tile {
  return { x: entity.position.x, z: entity.position.z };
}

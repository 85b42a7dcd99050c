/** Ten minutes of play by fifty seeded players who do everything, with what must always hold checked after every tick. */
import { describe, expect, it } from 'vitest';
import { RUN_ENERGY_FULL } from '../../shared/rules/run-energy.ts';
import { canStep, isWalkable } from '../../shared/space/terrain.ts';
import { type Direction, neighbour } from '../../shared/space/tile.ts';
import { botCommands, createBots, VILLAGE } from './bots.test-kit.ts';
import type { Command } from './command.ts';
import { type Entity, isPlayer } from './components.ts';
import type { Fact } from './fact.ts';
import { populate } from './populate.ts';
import { tick } from './tick.ts';
import { createWorld, type World } from './world.ts';

const SEEDS = [11, 12, 13, 14, 15];
const TICKS = 1000;
const PLAYERS = 50;

/** What is wrong with a world, in sentences; empty where nothing is. */
function faultsOf(world: World, before: ReadonlyMap<string, { x: number; z: number }>): string[] {
  const faults: string[] = [];
  const occupied = new Set<number>();
  world.slots.forEach((entity, slot) => {
    if (entity === null) {
      if (!world.free.includes(slot)) faults.push(`slot ${slot} is empty and not free`);
      return;
    }
    if (entity.slot !== slot || world.index[entity.id] !== slot) faults.push(`${entity.id} is not in slot ${slot}`);
    faults.push(...bodyFaults(entity, before.get(entity.id)));
    const key = entity.position.x * 1000 + entity.position.z;
    if (entity.type === 'creature' && occupied.has(key)) faults.push(`${entity.id} shares its tile`);
    if (entity.type === 'creature') occupied.add(key);
  });
  const here = world.slots.filter((entity) => entity !== null).length;
  if (Object.keys(world.index).length !== here) faults.push('the index holds more than is here');
  if (world.free.length !== world.slots.length - here || new Set(world.free).size !== world.free.length) {
    faults.push('the free slots are not the empty ones');
  }
  return faults;
}

function bodyFaults(entity: Entity, before: { x: number; z: number } | undefined): string[] {
  const faults: string[] = [];
  const { position, health, mobile } = entity;
  if (!isWalkable(VILLAGE.terrain, position.x, position.z)) faults.push(`${entity.id} stands in a wall`);
  if (health !== undefined && (health.current < 0 || health.current > health.max)) faults.push(`${entity.id}: health`);
  if (mobile !== undefined && before !== undefined && !isTrail(before, mobile.taken, position, mobile.jumped)) {
    faults.push(`${entity.id} is not where its steps lead`);
  }
  if (!isPlayer(entity)) return faults;
  const { runEnergy, moves, connected } = entity.player;
  if (!Number.isInteger(runEnergy) || runEnergy < 0 || runEnergy > RUN_ENERGY_FULL) faults.push(`${entity.id}: energy`);
  if (moves.length > 3) faults.push(`${entity.id}: ${moves.length} moves wait`);
  if (!connected && moves.length > 0) faults.push(`${entity.id} is away and has moves`);
  if (mobile !== undefined && mobile.taken.length > 2) faults.push(`${entity.id} took ${mobile.taken.length} steps`);
  return faults;
}

/** Whether steps that the ground allows lead from one tile to the other. */
function isTrail(
  from: { x: number; z: number },
  taken: readonly Direction[],
  to: { x: number; z: number },
  jumped: boolean,
): boolean {
  let at = from;
  for (const direction of taken) {
    if (!canStep(VILLAGE.terrain, at.x, at.z, direction)) return false;
    at = neighbour(at, direction);
  }
  return jumped || (at.x === to.x && at.z === to.z);
}

function placesOf(world: World): Map<string, { x: number; z: number }> {
  const places = new Map<string, { x: number; z: number }>();
  for (const entity of world.slots) if (entity !== null) places.set(entity.id, { ...entity.position });
  return places;
}

describe('fifty players who do everything for ten minutes', { timeout: 120_000 }, () => {
  it.each(SEEDS)('[TM3] seed %d: nothing ever breaks, and much happens', (seed) => {
    const world = createWorld('village', 5000, seed);
    populate(world, VILLAGE);
    const bots = createBots(seed, PLAYERS);
    const told = new Map<string, number>();
    const note = (facts: readonly Fact[]) => {
      for (const { kind } of facts) told.set(kind, (told.get(kind) ?? 0) + 1);
    };
    let lost: Command[] = [];
    for (let count = 0; count < TICKS; count++) {
      const before = placesOf(world);
      const facts = tick(world, VILLAGE, [...lost, ...botCommands(bots, world, VILLAGE)]);
      const faults = faultsOf(world, before);
      if (faults.length > 0) expect(faults, `tick ${count}`).toEqual([]);
      note(facts);
      lost = facts.flatMap((fact): Command[] =>
        fact.kind === 'departed' ? [{ kind: 'leave', id: fact.id, reason: fact.reason }] : [],
      );
    }
    expect(told.get('faulted')).toBeUndefined();
    for (const kind of ['joined', 'left', 'refused', 'noticed', 'said'])
      expect(told.get(kind), kind).toBeGreaterThan(50);
  });
});

import { drawGrid } from '../../shared/space/grid.test-kit.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import type { Command, WorldRequest } from './command.ts';
import type { PlayerEntity } from './components.ts';
import type { Fact } from './fact.ts';
import { populate } from './populate.ts';
import type { Rules } from './rules.ts';
import { tick } from './tick.ts';
import { createWorld, playerById, type World } from './world.ts';

/** A terrain from a drawing, its south-west tile at (0, 0): see `drawGrid`. */
export function drawTerrain(...rows: readonly string[]): Terrain {
  return drawGrid(rows);
}

/** Open ground of 64 × 64 tiles. */
export const MEADOW = drawTerrain(...Array.from({ length: 64 }, () => '.'.repeat(64)));

/** Rules with nothing in them but ground. */
export function bareRules(terrain: Terrain = MEADOW, more: Partial<Rules> = {}): Rules {
  return {
    terrain,
    spawn: { x: 32, z: 32 },
    spawnTiles: 2,
    kinds: {},
    spawns: [],
    verbs: {},
    emotes: { wave: 4 },
    startingSkills: {},
    levelOf: () => 3,
    requests: {},
    ...more,
  };
}

/** A region that a test drives tick by tick. */
export interface Scene {
  readonly world: World;
  readonly rules: Rules;
  /** Enters a player at a tile, connected; takes one tick. */
  join(id: string, x?: number, z?: number): PlayerEntity;
  /** Queues a request for the next tick. */
  ask(id: string, request: WorldRequest): void;
  /** Queues any command for the next tick. */
  command(command: Command): void;
  /** Runs ticks; returns what happened in them. */
  advance(ticks?: number): Fact[];
  player(id: string): PlayerEntity;
}

export function createScene(rules: Rules = bareRules(), seed = 7): Scene {
  const world = createWorld('test', 1000, seed);
  populate(world, rules);
  let waiting: Command[] = [];
  const advance = (ticks = 1) => {
    const facts: Fact[] = [];
    for (let count = 0; count < ticks; count++) {
      const commands = waiting;
      waiting = [];
      facts.push(...tick(world, rules, commands));
    }
    return facts;
  };
  const player = (id: string) => {
    const found = playerById(world, id);
    if (found === undefined) throw new Error(`no player ${id}`);
    return found;
  };
  return {
    world,
    rules,
    player,
    advance,
    ask: (id, request) => void waiting.push({ kind: 'request', id, request }),
    command: (command) => void waiting.push(command),
    join(id, x = 32, z = 30) {
      const arrival = {
        name: id,
        look: { body: 0, hair: 0, colours: [0, 0, 0, 0, 0] as [number, number, number, number, number], worn: {} },
        at: { x, z, heading: 2 as const },
        health: { current: 10, max: 10 },
        running: false,
        runEnergy: 10_000,
        skills: {},
        bag: [],
        coins: 0,
        carried: {},
      };
      waiting.push({ kind: 'join', id, account: `account-${id}`, epoch: 1, arrival }, { kind: 'connect', id });
      advance();
      return player(id);
    },
  };
}

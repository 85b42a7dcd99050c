import type { Command, WorldRequest } from './command.ts';
import { createDice, type Dice, roll, rollBetween } from './dice.ts';
import type { Rules } from './rules.ts';
import { drawTerrain } from './world.test-kit.ts';
import { entities, playerById, type World } from './world.ts';

/** Seeded players who do everything that a client can ask for, sensible or not. */
export interface Bots {
  readonly dice: Dice;
  readonly ids: readonly string[];
  /** Number of the last request. */
  seq: number;
}

export function createBots(seed: number, count: number): Bots {
  return { dice: createDice(seed), ids: Array.from({ length: count }, (_, index) => `bot_${index}`), seq: 0 };
}

const LINES = ['Good day!', '  two   spaces ', '\u200b', 'e\u0301', '<b>loud</b>'];

/** What the bots put in before the next tick: who is away comes, and one in six of the others wants something. */
export function botCommands(bots: Bots, world: World, rules: Rules): Command[] {
  const { dice, ids } = bots;
  const commands: Command[] = [];
  for (const id of ids) {
    const own = playerById(world, id);
    if (own === undefined) {
      if (roll(dice, 4) === 0) commands.push(joinOf(dice, id, rules), { kind: 'connect', id });
      continue;
    }
    const chance = roll(dice, 600);
    if (chance === 0) commands.push({ kind: 'leave', id, reason: 'logout' });
    else if (chance <= 2 && own.player.connected) commands.push({ kind: 'disconnect', id });
    else if (chance <= 6) commands.push({ kind: 'connect', id });
    else if (chance <= 100 && own.player.connected) {
      bots.seq++;
      commands.push({ kind: 'request', id, request: wish(bots, world, rules) });
    }
  }
  return commands;
}

function joinOf(dice: Dice, id: string, { terrain }: Rules): Command {
  const at = {
    x: terrain.origin.x + rollBetween(dice, -1, terrain.width),
    z: terrain.origin.z + rollBetween(dice, -1, terrain.depth),
    heading: 2 as const,
  };
  return {
    kind: 'join',
    id,
    account: `account_${id}`,
    epoch: 1,
    arrival: {
      name: id,
      look: { body: 0, hair: 0, colours: [0, 0, 0, 0, 0], worn: {} },
      ...(roll(dice, 3) === 0 ? {} : { at }),
      health: { current: 10, max: 10 },
      running: roll(dice, 2) === 0,
      runEnergy: roll(dice, 10_001),
      skills: {},
      bag: [],
      coins: 0,
      carried: { note: id },
    },
  };
}

function wish({ dice, ids, seq }: Bots, world: World, rules: Rules): WorldRequest {
  const { terrain } = rules;
  const someone = () => (roll(dice, 5) === 0 ? anybody(dice, world) : (ids[roll(dice, ids.length)] ?? ''));
  switch (roll(dice, 12)) {
    case 0:
      return { name: 'chatMessage', payload: { message: LINES[roll(dice, LINES.length)] ?? '' } };
    case 1:
      return { name: 'emote', payload: { emote: roll(dice, 3) === 0 ? 'juggle' : 'wave' } };
    case 2:
    case 3:
      return { name: 'follow', payload: { targetId: someone() } };
    case 4:
    case 5:
      return {
        name: 'interact',
        payload: { targetId: anybody(dice, world), option: roll(dice, 2) === 0 ? 'greet' : 'examine' },
      };
    case 6:
      return { name: 'setRunning', payload: { running: roll(dice, 2) === 0 } };
    case 7:
      return { name: 'dropItem', payload: { itemId: 'logs', quantity: 1 } };
    default:
      return {
        name: 'moveRequest',
        payload: {
          x: terrain.origin.x + rollBetween(dice, -3, terrain.width + 3) + 0.5,
          z: terrain.origin.z + rollBetween(dice, -3, terrain.depth + 3) + 0.5,
          running: roll(dice, 2) === 0,
          seq,
          ...(roll(dice, 2) === 0 ? {} : { at: world.tick + rollBetween(dice, -1, 4) }),
        },
      };
  }
}

function anybody(dice: Dice, world: World): string {
  const here = [...entities(world)];
  return here[roll(dice, here.length + 1)]?.id ?? 'nobody';
}

/** A walled village with creatures that roam, people who stand, and a well. */
export const VILLAGE: Rules = {
  terrain: drawTerrain(
    ...Array.from({ length: 32 }, (_, row) => [...Array(32).keys()].map((column) => villageMark(column, row)).join('')),
  ),
  spawn: { x: 21, z: 15 },
  spawnTiles: 2,
  kinds: {
    hen: {
      type: 'creature',
      name: 'Hen',
      examine: 'It pecks.',
      verbs: ['greet'],
      level: 1,
      hitpoints: 3,
      wanderTiles: 6,
    },
    elder: { type: 'person', name: 'Elder', examine: 'Old.', verbs: ['greet'] },
    well: { type: 'scenery', name: 'Well', examine: 'Deep.', verbs: ['greet'] },
  },
  spawns: [
    ...Array.from({ length: 12 }, (_, index) => ({ kind: 'hen', x: 2 + index * 2, z: index % 2 === 0 ? 12 : 25 })),
    { kind: 'elder', x: 15, z: 13 },
    { kind: 'well', x: 10, z: 10 },
  ],
  verbs: {
    greet: {
      reach: 'beside',
      act({ facts }, actor, target) {
        if (target.kind === 'hen' && target.position.x % 2 === 0) return 'It does not care.';
        facts.push({ kind: 'said', id: target.id, name: target.name, message: `Hello, ${actor.name}.` });
        return undefined;
      },
    },
    examine: {
      reach: 'view',
      act({ facts }, actor, target) {
        facts.push({ kind: 'noticed', id: actor.id, text: target.name });
        return undefined;
      },
    },
  },
  emotes: { wave: 4 },
  startingSkills: { hitpoints: 1154 },
  levelOf: () => 3,
  requests: {},
};

/** Houses of 5 × 5 with a door in the south, a pond, and open ground around. */
function villageMark(column: number, row: number): string {
  if (column >= 24 && column <= 27 && row >= 12 && row <= 18) return '~';
  const x = column % 10;
  const y = row % 10;
  const isHouse = column < 20 && row >= 10 && row < 30;
  const isWall = isHouse && x >= 3 && x <= 7 && y >= 3 && y <= 7 && (x === 3 || x === 7 || y === 3 || y === 7);
  return isWall && !(x === 5 && y === 7) ? '#' : '.';
}

/**
 * The protocol as it was first specified: every packet by name with a payload of the specified shape, every constant,
 * every rate limit, every abbreviated key. What stands here is what others may rely on, so it never changes.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { decodeRequest } from './boundary.ts';
import { EntityDataSchema, EntityModifiedSchema } from './entity.ts';
import { RATE_CLASSES, RATE_LIMITS, type RateClass } from './limits.ts';
import { NETWORK_CONSTANTS } from './network-constants.ts';
import { PACKET_ID_MAP, PACKET_NAMES, readPacket, writePacket } from './packets.ts';
import { FOUNDING_REQUESTS, REQUEST_NAMES, type RequestName } from './requests.ts';
import { FOUNDING_UPDATES, UPDATE_NAMES, UPDATE_SCHEMAS, type UpdateName } from './updates.ts';

/** Client to server, in the specified order: name and a payload with exactly the specified keys. */
const REQUESTS: readonly (readonly [RequestName, object])[] = [
  ['moveRequest', { x: 125.5, z: -42.3, running: true }],
  ['attackEntity', { targetId: 'creature_12' }],
  ['changeCombatStyle', { style: 'aggressive' }],
  ['pickupItem', { itemId: 'item_77' }],
  ['useItem', { itemId: 'cooked_perch', slot: 3 }],
  ['equipItem', { itemId: 'bronze_sword' }],
  ['dropItem', { itemId: 'logs', quantity: 1 }],
  ['bankDeposit', { itemId: 'logs', quantity: 27 }],
  ['bankWithdraw', { itemId: 'logs', quantity: 2_147_483_647 }],
  ['chatMessage', { message: 'Good day, neighbours!' }],
  ['chopTree', { treeId: 'scenery_9' }],
  ['catchFish', { spotId: 'scenery_10' }],
  ['lightFire', { logId: 'logs' }],
  ['cookFood', { foodId: 'raw_perch', fireId: 'scenery_11' }],
  ['getQuestList', {}],
  ['getQuestDetail', { questId: 'cold_hearth' }],
  ['questAccept', { questId: 'cold_hearth' }],
  ['xpLampUse', { itemId: 'xp_lamp', slot: 27, skillId: 'fishing', xpAmount: 500 }],
  ['dialogueContinue', { npcId: 'person_1' }],
];

/** Rounded as the specification prints it: [0, 0.707, 0, 0.707]. */
const TURNED = [0, 707 / 1000, 0, 707 / 1000];
const PLAYER = {
  i: 'player_abc123',
  t: 'player',
  p: [125.5, 10, -42.3],
  q: TURNED,
  h: { current: 45, max: 99 },
  e: 'wave',
};
const REWARDS = { items: [{ itemId: 'coins', quantity: 100 }], xp: { cooking: 150 }, points: 1 };
const REQUIREMENTS = { skills: { fishing: 5 }, quests: ['cold_hearth'], items: [{ itemId: 'logs', quantity: 2 }] };
const WORLD_STATE = {
  region: 'hearthvale',
  world: 'lark-1',
  tick: 2_941_000_000,
  tickMs: NETWORK_CONSTANTS.TICK_DURATION_MS,
  serverTime: 1_764_600_000_123,
  protocol: '16dc7bedbd6c88',
  assets: { url: '/assets', manifest: 'abc', map: 'def' },
  settings: { idleTimeoutMs: 300_000, viewTiles: 15, dayTicks: 2400 },
};

/** Server to client, in the specified order. */
const UPDATES: readonly (readonly [UpdateName, object])[] = [
  ['init', { playerId: 'player_abc123', worldState: WORLD_STATE }],
  ['snapshot', { entities: [PLAYER], tick: 2_941_000_000 }],
  ['entityAdded', PLAYER],
  ['entityModified', { i: 'player_abc123', id: 'player_abc123', e: '' }],
  ['entityRemoved', { id: 'player_abc123' }],
  ['inventoryUpdated', { items: [{ slot: 0, itemId: 'logs', quantity: 1 }], coins: 12 }],
  ['equipmentUpdated', { slots: { weapon: { itemId: 'bronze_sword', quantity: 1 }, shield: null } }],
  ['skillsUpdated', { skills: { fishing: { level: 5, xp: 388, current: 6 } } }],
  ['chatMessage', { sender: 'Ada', message: 'Good day, neighbours!' }],
  ['damageDealt', { targetId: 'creature_12', damage: 0, didHit: false }],
  ['deathNotification', { entityId: 'player_abc123', killerId: 'creature_12' }],
  [
    'questList',
    {
      quests: [{ id: 'cold_hearth', name: 'Cold hearth', status: 'not_started', difficulty: 'novice', points: 1 }],
      questPoints: 3,
    },
  ],
  [
    'questDetail',
    {
      id: 'cold_hearth',
      name: 'Cold hearth',
      status: 'in_progress',
      stages: [{ id: 'logs', text: 'Bring logs.', done: false, progress: 1, target: 3 }],
      requirements: REQUIREMENTS,
      rewards: REWARDS,
      description: 'The hearth has gone out.',
    },
  ],
  [
    'questStartConfirm',
    { questId: 'cold_hearth', questName: 'Cold hearth', requirements: REQUIREMENTS, rewards: REWARDS },
  ],
  ['questProgressed', { questId: 'cold_hearth', stage: 'logs', progress: { logs: 2 } }],
  ['questCompleted', { questId: 'cold_hearth', questName: 'Cold hearth', rewards: REWARDS }],
  ['xpDrop', { skill: 'fishing', xpGained: 40, newXp: 428, newLevel: 5 }],
];

const CONSTANTS = {
  TICK_DURATION_MS: 600,
  NETWORK_RATE: 125,
  INPUT_RATE: 33,
  SNAPSHOT_BUFFER_SIZE: 3,
  INTERPOLATION_DELAY_MS: 100,
  MAX_PREDICTION_ERROR: 0.5,
  MAX_PENDING_MOVES: 10,
  PING_INTERVAL_MS: 5000,
  RECONNECT_DELAY_MS: 1000,
  MAX_RECONNECT_DELAY_MS: 30000,
  RECONNECT_MULTIPLIER: 2,
  CONNECTION_TIMEOUT_MS: 10000,
  IDLE_TIMEOUT_MS: 300000,
};

/** Class, requests a second, and the request that is counted so; those without one belong to systems to come. */
const LIMITS: readonly (readonly [RateClass, number, RequestName | undefined])[] = [
  ['questList', 5, 'getQuestList'],
  ['questDetail', 10, 'getQuestDetail'],
  ['questAccept', 3, 'questAccept'],
  ['pickup', 5, 'pickupItem'],
  ['consume', 3, 'useItem'],
  ['coinPouch', 5, undefined],
  ['attack', 10, 'attackEntity'],
  ['prayer', 5, undefined],
  ['move', 30, 'moveRequest'],
  ['follow', 5, 'follow'],
];

/** Abbreviated keys with a value as specified. */
const KEYS: readonly (readonly [string, unknown, unknown])[] = [
  ['p', [125.5, 10, -42.3], [125.5, 10]],
  ['q', TURNED, [0, 0, 1]],
  ['v', [1.5, 0, -0.5], 'fast'],
  ['e', 'wave', 7],
  ['h', { current: 45, max: 99 }, 45],
  ['i', 'player_abc123', 123],
  ['t', 'player', 'ghost'],
];

describe('packet ids', () => {
  it('are positions: the bundle, the specified requests, the specified updates, chatMessage once', () => {
    const updates = UPDATES.map(([name]) => name).filter((name) => name !== 'chatMessage');
    expect(PACKET_NAMES.slice(0, 36)).toEqual(['bundle', ...REQUESTS.map(([name]) => name), ...updates]);
    expect(PACKET_ID_MAP.bundle).toBe(0);
    expect(PACKET_ID_MAP.moveRequest).toBe(1);
    expect(PACKET_ID_MAP.dialogueContinue).toBe(19);
    expect(PACKET_ID_MAP.init).toBe(20);
    expect(PACKET_ID_MAP.xpDrop).toBe(35);
    expect(PACKET_ID_MAP.chatMessage).toBe(10);
  });

  it('begin both tables with what was specified', () => {
    expect(REQUEST_NAMES.slice(0, FOUNDING_REQUESTS)).toEqual(REQUESTS.map(([name]) => name));
    expect(UPDATE_NAMES.slice(0, FOUNDING_UPDATES)).toEqual(UPDATES.map(([name]) => name));
  });
});

describe('requests as specified', () => {
  it.each(REQUESTS)('%s is understood', (name, payload) => {
    expect(decodeRequest(writePacket(name, payload))).toEqual({ ok: true, request: { name, payload } });
  });

  it.each(REQUESTS.filter(([, payload]) => Object.keys(payload).length > 0))(
    '%s needs each of its keys',
    (name, payload) => {
      for (const key of Object.keys(payload)) {
        const rest = Object.fromEntries(Object.entries(payload).filter(([other]) => other !== key));
        expect(decodeRequest(writePacket(name, rest)), key).toEqual({ ok: false, reason: 'schema' });
      }
    },
  );
});

describe('updates as specified', () => {
  it.each(UPDATES)('%s fits its schema, also after the wire', (name, payload) => {
    expect(v.is(UPDATE_SCHEMAS[name], payload)).toBe(true);
    const packet = writePacket(name, payload);
    expect(packet[0]).toBe(PACKET_ID_MAP[name]);
    expect(readPacket(packet)).toEqual({ name, data: payload });
  });

  it.each(UPDATES)('%s needs its keys', (name, payload) => {
    const optional = name === 'entityModified' ? ['id', 'e'] : name === 'entityAdded' ? ['q', 'h', 'e'] : [];
    for (const key of Object.keys(payload).filter((one) => !optional.includes(one))) {
      const rest = Object.fromEntries(Object.entries(payload).filter(([other]) => other !== key));
      expect(v.is(UPDATE_SCHEMAS[name], rest), key).toBe(false);
    }
  });
});

describe('entities as specified', () => {
  it('the example packet fits both whole and as a change', () => {
    expect(v.is(EntityDataSchema, PLAYER)).toBe(true);
    expect(v.is(EntityModifiedSchema, PLAYER)).toBe(true);
  });

  it.each(KEYS)('key %s holds what it is specified to hold', (key, good, bad) => {
    const changes = { i: 'player_abc123' };
    expect(v.is(EntityModifiedSchema, { ...changes, [key]: good })).toBe(true);
    expect(v.is(EntityModifiedSchema, { ...changes, [key]: bad })).toBe(false);
    expect(v.is(EntityDataSchema, { ...PLAYER, [key]: good })).toBe(true);
    expect(v.is(EntityDataSchema, { ...PLAYER, [key]: bad })).toBe(false);
  });
});

describe('numbers as specified', () => {
  it.each(Object.entries(CONSTANTS))('%s is %d', (name, value) => {
    expect(NETWORK_CONSTANTS).toHaveProperty(name, value);
  });

  it('there is no other network constant', () => {
    expect(Object.keys(NETWORK_CONSTANTS)).toEqual(Object.keys(CONSTANTS));
  });

  it.each(LIMITS)('%s: %d requests a second', (name, count, request) => {
    expect(RATE_LIMITS[name]).toEqual({ count, windowMs: 1000 });
    if (request !== undefined) expect(RATE_CLASSES[request]).toBe(name);
  });

  it('of ours: chat 4 in 5 s, trade 10 a second, everything else 10 a second', () => {
    expect(RATE_LIMITS.chat).toEqual({ count: 4, windowMs: 5000 });
    expect(RATE_CLASSES.chatMessage).toBe('chat');
    expect(RATE_LIMITS.trade).toEqual({ count: 10, windowMs: 1000 });
    expect(RATE_LIMITS.other).toEqual({ count: 10, windowMs: 1000 });
  });
});

import { describe, expect, it } from 'vitest';
import { decodeRequest } from './boundary.ts';
import { writePacket } from './packets.ts';
import { MAX_QUANTITY, REQUEST_NAMES, type RequestName } from './requests.ts';

/** What a field holds; each kind admits of the attacks below only those that name it. */
type Kind =
  | 'entity'
  | 'content'
  | 'coordinate'
  | 'quantity'
  | 'slot'
  | 'count'
  | 'tick'
  | 'time'
  | 'number'
  | 'choice'
  | 'flag'
  | 'text';
type Field = readonly [kind: Kind, good: unknown, optional?: 'optional'];

const entity: Field = ['entity', 'creature_12'];
const content: Field = ['content', 'logs'];
const quantity: Field = ['quantity', 5];
const slot: Field = ['slot', 3];
const maybe = ([kind, good]: Field): Field => [kind, good, 'optional'];
const count: Field = ['count', 8];

const FIELDS: { readonly [N in RequestName]: Readonly<Record<string, Field>> } = {
  moveRequest: {
    x: ['coordinate', 12.5],
    z: ['coordinate', -3],
    running: ['flag', true],
    seq: maybe(count),
    at: maybe(['tick', 2_941_000_000]),
  },
  attackEntity: { targetId: entity },
  changeCombatStyle: { style: content },
  pickupItem: { itemId: entity },
  useItem: { itemId: content, slot },
  equipItem: { itemId: content, slot: maybe(slot) },
  dropItem: { itemId: content, quantity, slot: maybe(slot) },
  bankDeposit: { itemId: content, quantity, slot: maybe(slot), tab: maybe(count) },
  bankWithdraw: { itemId: content, quantity, slot: maybe(count), noted: maybe(['flag', true]), tab: maybe(count) },
  chatMessage: { message: ['text', 'Good day!'] },
  chopTree: { treeId: entity },
  catchFish: { spotId: entity },
  lightFire: { logId: content },
  cookFood: { foodId: content, fireId: entity },
  getQuestList: {},
  getQuestDetail: { questId: content },
  questAccept: { questId: content },
  xpLampUse: { itemId: content, slot, skillId: content, xpAmount: ['number', 500] },
  dialogueContinue: { npcId: entity, option: maybe(['choice', 2]) },
  acknowledge: { tick: ['tick', 2_941_000_000] },
  ping: { sentAt: ['time', 12.25] },
  setRunning: { running: ['flag', false] },
  follow: { targetId: entity },
  interact: { targetId: entity, option: content },
  emote: { emote: content },
  logout: {},
};

/** Every attack, and the kinds of field for which it is a value like any other. */
const ATTACKS: readonly (readonly [name: string, value: unknown, ...admitted: Kind[]])[] = [
  ['nil', null],
  ['true', true, 'flag'],
  ['false', false, 'flag'],
  ['zero', 0, 'coordinate', 'slot', 'count', 'tick', 'time', 'number', 'choice'],
  ['one', 1, 'coordinate', 'quantity', 'slot', 'count', 'tick', 'time', 'number', 'choice'],
  ['minus one', -1, 'coordinate', 'number'],
  ['a half', 0.5, 'coordinate', 'time', 'number'],
  ['a hair below one', 1 - 2 ** -53, 'coordinate', 'time', 'number'],
  ['five', 5, 'coordinate', 'quantity', 'slot', 'count', 'tick', 'time', 'number'],
  ['twenty-eight', 28, 'coordinate', 'quantity', 'count', 'tick', 'time', 'number'],
  ['65,537', 65_537, 'quantity', 'count', 'tick', 'time', 'number'],
  ['-65,537', -65_537, 'number'],
  ['2^31 - 1', 2 ** 31 - 1, 'quantity', 'count', 'tick', 'time', 'number'],
  ['2^31', 2 ** 31, 'tick', 'time', 'number'],
  ['2^32 - 1', 2 ** 32 - 1, 'tick', 'time', 'number'],
  ['2^32', 2 ** 32, 'time', 'number'],
  ['2^53', 2 ** 53, 'time', 'number'],
  ['the largest float', Number.MAX_VALUE, 'time', 'number'],
  ['the largest negative float', -Number.MAX_VALUE, 'number'],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['minus infinity', Number.NEGATIVE_INFINITY],
  ['a bigint', 5n],
  ['the empty string', ''],
  ['a number as text', '5', 'entity', 'text'],
  ['a word with capitals', 'Logs', 'entity', 'text'],
  ['a name of a prototype', '__proto__', 'entity', 'text'],
  ['markup', '<script>alert(1)</script>', 'entity', 'text'],
  ['a query', "x'; DROP TABLE saves;--", 'entity', 'text'],
  ['a path', '../../etc/passwd', 'entity', 'text'],
  ['a zero byte', 'logs\u0000', 'entity', 'text'],
  ['a line break', 'logs\n', 'entity', 'text'],
  ['49 letters', 'a'.repeat(49), 'content', 'text'],
  ['65 letters', 'a'.repeat(65), 'text'],
  ['an empty list', []],
  ['a list of one', ['logs']],
  ['a list of a number', [5]],
  ['an empty map', {}],
  ['a map that looks like text', { length: 5, toString: 'logs' }],
  ['a date', new Date(0)],
  ['bytes', Uint8Array.of(1, 2, 3)],
];

const CASES = REQUEST_NAMES.flatMap((name) => Object.keys(FIELDS[name]).map((field) => [name, field] as const));

function payloadOf(name: RequestName): Record<string, unknown> {
  return Object.fromEntries(Object.entries(FIELDS[name]).map(([field, [, good]]) => [field, good]));
}

function isUnderstood(name: RequestName, payload: object): boolean {
  return decodeRequest(writePacket(name, payload)).ok;
}

describe('requests', () => {
  it.each(REQUEST_NAMES)('%s is understood with all of its keys, and with those it needs', (name) => {
    expect(isUnderstood(name, payloadOf(name))).toBe(true);
    const needed = Object.entries(FIELDS[name]).filter(([, [, , optional]]) => optional === undefined);
    expect(isUnderstood(name, Object.fromEntries(needed.map(([field, [, good]]) => [field, good])))).toBe(true);
    for (const [field] of needed) {
      const { [field]: _left, ...rest } = payloadOf(name);
      expect(isUnderstood(name, rest), `without ${field}`).toBe(false);
    }
  });

  it.each(REQUEST_NAMES)('%s admits no unknown key', (name) => {
    for (const key of ['extra', 'constructor', 'toString', 'X', 'admin']) {
      expect(isUnderstood(name, { ...payloadOf(name), [key]: 1 }), key).toBe(false);
    }
  });

  it.each(CASES)('%s: %s admits what its kind admits, of all attacks', (name, field) => {
    const [kind] = FIELDS[name][field] ?? ['flag'];
    for (const [attack, value, ...admitted] of ATTACKS) {
      expect(isUnderstood(name, { ...payloadOf(name), [field]: value }), attack).toBe(admitted.includes(kind));
    }
  });
});

describe('bounds', () => {
  const one = (name: RequestName, field: string, value: unknown) =>
    isUnderstood(name, { ...payloadOf(name), [field]: value });

  it('of coordinates are 65,536 tiles to each side', () => {
    expect([one('moveRequest', 'x', 65_536), one('moveRequest', 'z', -65_536)]).toEqual([true, true]);
    expect([one('moveRequest', 'x', 65_536.01), one('moveRequest', 'z', -65_536.01)]).toEqual([false, false]);
  });

  it('of quantities are 1 and 2^31 - 1', () => {
    expect(MAX_QUANTITY).toBe(2 ** 31 - 1);
    expect([one('dropItem', 'quantity', 1), one('dropItem', 'quantity', MAX_QUANTITY)]).toEqual([true, true]);
    expect([one('dropItem', 'quantity', 0), one('dropItem', 'quantity', MAX_QUANTITY + 1)]).toEqual([false, false]);
  });

  it('of bag slots are 0 and 27, of answers 0 and 4', () => {
    expect([one('useItem', 'slot', 0), one('useItem', 'slot', 27), one('useItem', 'slot', 28)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([one('dialogueContinue', 'option', 4), one('dialogueContinue', 'option', 5)]).toEqual([true, false]);
  });

  it('of ids are 48 letters in the world and 64 in the content', () => {
    expect([one('follow', 'targetId', 'a'.repeat(48)), one('follow', 'targetId', 'a'.repeat(49))]).toEqual([
      true,
      false,
    ]);
    expect([one('emote', 'emote', 'a'.repeat(64)), one('emote', 'emote', 'a'.repeat(65))]).toEqual([true, false]);
    expect([one('emote', 'emote', '_wave'), one('emote', 'emote', '9wave')]).toEqual([false, false]);
  });
});

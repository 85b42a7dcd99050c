import { describe, expect, it } from 'vitest';
import { EMOTES } from '../../shared/content/emotes.ts';
import { openGround } from '../../shared/space/grid.test-kit.ts';
import type { WorldRequest } from '../sim/command.ts';
import { createScene } from '../sim/world.test-kit.ts';
import { requests } from './requests.ts';
import { larkmarkRules } from './rules.ts';

const RULES = larkmarkRules('hearthvale', openGround(128, 128));

/** Requests of systems to come, and what is said instead. */
const NOT_YET: readonly (readonly [WorldRequest, string])[] = [
  [{ name: 'changeCombatStyle', payload: { style: 'aggressive' } }, 'You have not learned to fight yet.'],
  [{ name: 'useItem', payload: { itemId: 'logs', slot: 1 } }, 'You are not carrying that.'],
  [{ name: 'equipItem', payload: { itemId: 'logs' } }, 'You are not carrying that.'],
  [{ name: 'dropItem', payload: { itemId: 'logs', quantity: 1 } }, 'You are not carrying that.'],
  [{ name: 'bankDeposit', payload: { itemId: 'logs', quantity: 1 } }, 'You are not carrying that.'],
  [{ name: 'bankWithdraw', payload: { itemId: 'logs', quantity: 1 } }, 'Your vault is empty.'],
  [{ name: 'lightFire', payload: { logId: 'logs' } }, 'You have no logs to light.'],
  [{ name: 'cookFood', payload: { foodId: 'raw_perch', fireId: 'fire_1' } }, 'You have nothing to cook.'],
  [{ name: 'getQuestList', payload: {} }, 'There is nothing in your journal yet.'],
  [{ name: 'getQuestDetail', payload: { questId: 'cold_hearth' } }, 'There is nothing in your journal about that.'],
  [{ name: 'questAccept', payload: { questId: 'cold_hearth' } }, 'Nobody has asked that of you.'],
  [
    { name: 'xpLampUse', payload: { itemId: 'xp_lamp', slot: 1, skillId: 'fishing', xpAmount: 1e9 } },
    'You are not carrying a lamp.',
  ],
];

const GONE = 'That is not here any more.';
const CREATURE = 'moorhen_test_10';

describe('requests of the game', () => {
  it.each(NOT_YET)('$name is answered with a sentence', (request, text) => {
    const scene = createScene(RULES);
    scene.join('ada');
    scene.ask('ada', request);
    expect(scene.advance()).toEqual([{ kind: 'refused', id: 'ada', text, request: request.name }]);
  });

  it.each([
    { name: 'attackEntity', payload: { targetId: CREATURE } },
    { name: 'pickupItem', payload: { itemId: CREATURE } },
    { name: 'chopTree', payload: { treeId: CREATURE } },
    { name: 'catchFish', payload: { spotId: CREATURE } },
  ] as const)('$name is a deed like any other: out of view, or not offered', (request) => {
    const scene = createScene(RULES);
    const target = scene.world.slots[scene.world.index[CREATURE] ?? -1];
    const { x = 0, z = 0 } = target?.position ?? {};
    scene.join('ada', 1, 1);
    scene.join('bo', x, z);
    scene.ask('ada', request);
    scene.ask('bo', request);
    expect(scene.advance()).toEqual([
      { kind: 'refused', id: 'ada', text: GONE, request: request.name },
      { kind: 'refused', id: 'bo', text: 'You cannot do that to it.', request: request.name },
    ]);
  });

  it('of every name have an answer', () => {
    expect(Object.values(requests).every((handler) => typeof handler === 'function')).toBe(true);
  });

  it.each(Object.entries(EMOTES))('emote %s lasts as its row says', (name, { ticks }) => {
    const scene = createScene(RULES);
    const ada = scene.join('ada');
    scene.ask('ada', { name: 'emote', payload: { emote: name } });
    scene.advance(ticks);
    expect(ada.emote?.name).toBe(name);
    scene.advance();
    expect(ada.emote).toBeUndefined();
  });
});

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CharacterSaveSchema } from '../character/save.ts';
import { createScene } from '../sim/world.test-kit.ts';
import { arrivalOf, saveOf } from './saved.ts';

describe('a character as it is stored', () => {
  it('comes back as it left', () => {
    const scene = createScene();
    const ada = scene.join('ada', 12, 13);
    Object.assign(ada.player, { running: true, runEnergy: 4321, coins: 17, skills: { fishing: 388 } });
    ada.player.bag = [{ slot: 3, itemId: 'logs', quantity: 2 }];
    ada.health = { current: 4, max: 12 };
    const save = saveOf(ada, 'test');
    expect(v.is(CharacterSaveSchema, save)).toBe(true);
    expect(v.is(CharacterSaveSchema, JSON.parse(JSON.stringify(save)))).toBe(true);
    scene.command({ kind: 'leave', id: 'ada', reason: 'logout' });
    scene.command({ kind: 'join', id: 'ada', account: 'account-ada', epoch: 2, arrival: arrivalOf(save) });
    scene.advance();
    const back = scene.player('ada');
    expect(back).not.toBe(ada);
    expect(saveOf(back, 'test')).toEqual(save);
    expect(back.player.epoch).toBe(2);
  });

  it('that lacks what newer ones have arrives as somebody new', () => {
    const look = { body: 1, hair: 3, colours: [1, 2, 3, 4, 5] } as const;
    const save = v.parse(CharacterSaveSchema, { v: 1, name: 'Ada', look, region: 'test', lastSeen: 0 });
    expect(arrivalOf(save)).toEqual({
      name: 'Ada',
      look: { ...look, worn: {} },
      health: { current: 10, max: 10 },
      running: false,
      runEnergy: 10_000,
      skills: {},
      bag: [],
      coins: 0,
      carried: {},
    });
  });
});

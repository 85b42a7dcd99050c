import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK } from './plain-look.test-kit.ts';
import { NewerSave, newSave, readSave, SAVE_VERSION } from './save.ts';

describe('a save', () => {
  const fresh = newSave('Wren', PLAIN_LOOK, 'hearthvale');
  const full = {
    ...fresh,
    lastSeen: 5,
    at: { x: 64, z: 60, heading: 2 },
    health: { current: 9, max: 10 },
    running: true,
    runEnergy: 9_000,
    skills: { attack: 83 },
    bag: [{ slot: 0, itemId: 'logs', quantity: 1 }],
    coins: 25,
    carried: { quests: { welcome: 2 } },
  };

  it.each([
    ['new', fresh],
    ['full', full],
  ])('is read as it was written: %s', (_what, save) =>
    expect(readSave(JSON.parse(JSON.stringify(save)))).toEqual(save),
  );

  it('of newer code is refused, not truncated', () => {
    expect(() => readSave({ ...fresh, v: SAVE_VERSION + 1, wings: 2 })).toThrow(NewerSave);
  });

  it.each([
    ['nothing', undefined],
    ['no version', { ...fresh, v: undefined }],
    ['version nought', { ...fresh, v: 0 }],
    ['a key that is not known', { ...fresh, wings: 2 }],
    ['no name', { ...fresh, name: undefined }],
    ['coins below nought', { ...fresh, coins: -1 }],
    ['half a coin', { ...fresh, coins: 0.5 }],
    ['a direction that is none', { ...fresh, at: { x: 1, z: 1, heading: 8 } }],
    ['a look out of range', { ...fresh, look: { ...PLAIN_LOOK, hair: 99 } }],
  ])('is refused with %s', (_what, save) => expect(() => readSave(save)).toThrow());
});

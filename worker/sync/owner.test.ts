import { describe, expect, it } from 'vitest';
import { readPacket } from '../../shared/protocol/packets.ts';
import { createScene } from '../sim/world.test-kit.ts';
import { ownerPackets } from './owner.ts';
import { createViewer } from './viewer.ts';

function owned() {
  const ada = createScene().join('ada');
  ada.player.skills = { fishing: 388, hitpoints: 1154 };
  ada.look = { body: 0, hair: 0, colours: [0, 0, 0, 0, 0], worn: { cape: 'warden_cloak' } };
  const viewer = createViewer('ada', 'compact');
  return { ada, read: () => ownerPackets(viewer, ada).map((packet) => readPacket(packet)) };
}

describe('what only the owner is told', () => {
  it('is everything at first, and nothing as long as nothing changes', () => {
    const { read } = owned();
    expect(read()).toEqual([
      { name: 'inventoryUpdated', data: { items: [], coins: 0 } },
      { name: 'equipmentUpdated', data: { slots: { cape: { itemId: 'warden_cloak', quantity: 1 } } } },
      {
        name: 'skillsUpdated',
        data: {
          skills: {
            fishing: { level: 5, xp: 388, current: 5 },
            hitpoints: { level: 10, xp: 1154, current: 10 },
          },
        },
      },
      { name: 'runEnergy', data: { energy: 10_000, running: false } },
    ]);
    expect(read()).toEqual([]);
  });

  it('is told of what is carried, of coins, and of skills by replacement', () => {
    const { ada, read } = owned();
    read();
    ada.player.coins = 12;
    expect(read()).toEqual([{ name: 'inventoryUpdated', data: { items: [], coins: 12 } }]);
    ada.player.bag = [{ slot: 3, itemId: 'logs', quantity: 2 }];
    expect(read()).toEqual([
      { name: 'inventoryUpdated', data: { items: [{ slot: 3, itemId: 'logs', quantity: 2 }], coins: 12 } },
    ]);
    ada.player.skills = { ...ada.player.skills, fishing: 389 };
    expect(read().map(({ name }) => name)).toEqual(['skillsUpdated']);
  });

  it('names slots that were emptied', () => {
    const { ada, read } = owned();
    read();
    ada.look = { body: 0, hair: 0, colours: [0, 0, 0, 0, 0], worn: { head: 'straw_hat' } };
    expect(read()).toEqual([
      { name: 'equipmentUpdated', data: { slots: { cape: null, head: { itemId: 'straw_hat', quantity: 1 } } } },
    ]);
  });

  it('counts run energy in percent, and the switch at once', () => {
    const { ada, read } = owned();
    read();
    ada.player.runEnergy = 9999;
    expect(read()).toEqual([{ name: 'runEnergy', data: { energy: 9999, running: false } }]);
    ada.player.runEnergy = 9900;
    expect(read()).toEqual([]);
    ada.player.running = true;
    expect(read()).toEqual([{ name: 'runEnergy', data: { energy: 9900, running: true } }]);
  });
});

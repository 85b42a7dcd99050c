import { describe, expect, it } from 'vitest';
import type { Arrival, Command } from '../command.ts';
import { bareRules, createScene, drawTerrain, MEADOW, type Scene } from '../world.test-kit.ts';

const NEWCOMER: Arrival = {
  name: 'Ada',
  look: { body: 1, hair: 2, colours: [1, 2, 3, 4, 5], worn: {} },
  health: { current: 7, max: 12 },
  running: true,
  runEnergy: 4321,
  skills: { fishing: 388 },
  bag: [{ slot: 3, itemId: 'logs', quantity: 2 }],
  coins: 17,
  carried: { letter: 'sealed' },
};

function joinOf(id: string, more: Partial<Arrival> = {}): Command {
  return { kind: 'join', id, account: 'account-1', epoch: 4, arrival: { ...NEWCOMER, ...more } };
}

function enter(scene: Scene, id: string, more: Partial<Arrival> = {}) {
  scene.command(joinOf(id, more));
  scene.advance();
  return scene.player(id);
}

describe('an arrival', () => {
  it('[PR1] stands where it was', () => {
    const scene = createScene();
    const ada = enter(scene, 'ada', { at: { x: 5, z: 6, heading: 1 } });
    expect(ada.position).toEqual({ x: 5, z: 6, heading: 1 });
  });

  it('[PR1] stands around the spawn, on every free tile there in time and never on the spawn', () => {
    const scene = createScene(
      bareRules(drawTerrain('.......', '..#....', '.......', '.......', '.......'), {
        spawn: { x: 3, z: 2 },
        spawnTiles: 1,
      }),
    );
    const tiles = new Set<string>();
    for (let count = 0; count < 200; count++) {
      const { position } = enter(scene, `guest_${count}`);
      tiles.add(`${position.x},${position.z}`);
    }
    expect([...tiles].sort()).toEqual(['2,1', '2,2', '3,1', '3,3', '4,1', '4,2', '4,3']);
  });

  it('[PR1] stands around the spawn where its place is blocked, outside or no tile', () => {
    const scene = createScene(bareRules(MEADOW));
    for (const [index, [x, z]] of (
      [
        [-1, 5],
        [64, 5],
        [1.5, 2],
        [Number.NaN, 2],
      ] as const
    ).entries()) {
      const { position } = enter(scene, `guest_${index}`, { at: { x, z, heading: 0 } });
      expect(Math.max(Math.abs(position.x - 32), Math.abs(position.z - 32))).toBeLessThanOrEqual(2);
    }
  });

  it('[PR1] stands on the spawn where nothing around it is free', () => {
    const scene = createScene(bareRules(drawTerrain('###', '#.#', '###'), { spawn: { x: 1, z: 1 }, spawnTiles: 1 }));
    expect(enter(scene, 'ada').position).toMatchObject({ x: 1, z: 1 });
  });

  it('[PR5] brings what it has, and starts with what everybody has', () => {
    const rules = bareRules(MEADOW, {
      startingSkills: { hitpoints: 1154, fishing: 0 },
      levelOf: ({ fishing = 0, hitpoints = 0 }) => (fishing === 388 && hitpoints === 1154 ? 5 : 3),
    });
    const scene = createScene(rules);
    const ada = enter(scene, 'ada');
    expect(ada).toMatchObject({
      type: 'player',
      name: 'Ada',
      level: 5,
      look: NEWCOMER.look,
      health: { current: 7, max: 12 },
    });
    expect(ada.player).toMatchObject({
      account: 'account-1',
      epoch: 4,
      connected: false,
      running: true,
      runEnergy: 4321,
      skills: { fishing: 388, hitpoints: 1154 },
      bag: NEWCOMER.bag,
      coins: 17,
      carried: { letter: 'sealed' },
    });
    ada.health = { ...ada.health, current: 1, max: 12 };
    expect(NEWCOMER.health.current).toBe(7);
  });

  it('[EN1] has energy within bounds', () => {
    const scene = createScene();
    expect(enter(scene, 'ada', { runEnergy: 999_999 }).player.runEnergy).toBe(10_000);
    expect(enter(scene, 'bo', { runEnergy: -5 }).player.runEnergy).toBe(0);
  });

  it('[PR2] of an id that is here already changes nothing', () => {
    const scene = createScene();
    const ada = enter(scene, 'ada', { at: { x: 5, z: 6, heading: 1 } });
    scene.command(joinOf('ada', { name: 'Impostor', at: { x: 1, z: 1, heading: 1 } }));
    expect(scene.advance()).toEqual([]);
    expect(scene.player('ada')).toBe(ada);
    expect([ada.name, ada.position.x]).toEqual(['Ada', 5]);
    expect(scene.world.slots).toHaveLength(1);
  });

  it('[PR3] takes the slot freed last, in the tick of the departure', () => {
    const scene = createScene();
    for (const id of ['ada', 'bo', 'cy']) enter(scene, id);
    scene.command(joinOf('dee'));
    scene.command({ kind: 'leave', id: 'bo', reason: 'logout' });
    const facts = scene.advance();
    expect(facts.map(({ kind }) => kind)).toEqual(['left', 'joined']);
    expect([scene.player('dee').slot, scene.world.slots.length, scene.world.free]).toEqual([1, 3, []]);
  });

  it('[TM3] that fails stops no other', () => {
    const levelOf = (skills: Readonly<Record<string, number>>) => {
      if (skills.fishing === 13) throw new Error('unlucky');
      return 3;
    };
    const scene = createScene(bareRules(MEADOW, { levelOf }));
    scene.command(joinOf('ada', { skills: { fishing: 13 } }));
    scene.command(joinOf('bo'));
    expect(scene.advance()).toEqual([
      { kind: 'faulted', id: 'ada', phase: 'doors', message: 'Error: unlucky' },
      { kind: 'joined', id: 'bo' },
    ]);
  });
});

describe('a departure', () => {
  it('[PR4] is told with everything that left', () => {
    const scene = createScene();
    const ada = enter(scene, 'ada', { at: { x: 5, z: 6, heading: 1 } });
    scene.command({ kind: 'leave', id: 'ada', reason: 'evicted' });
    expect(scene.advance()).toEqual([{ kind: 'left', id: 'ada', reason: 'evicted', entity: ada }]);
    expect(scene.world.slots).toEqual([null]);
    expect(scene.world.index).toEqual({});
  });

  it('[PR4] of nobody, or of what is no player, is nothing', () => {
    const kinds = { elder: { type: 'person', name: 'Elder', examine: '', verbs: [] } } as const;
    const scene = createScene(bareRules(MEADOW, { kinds, spawns: [{ kind: 'elder', x: 5, z: 5 }] }));
    for (const id of ['nobody', 'elder_test_1', 'constructor']) scene.command({ kind: 'leave', id, reason: 'lost' });
    expect(scene.advance()).toEqual([]);
    expect(scene.world.slots).toHaveLength(1);
  });
});

describe('sockets', () => {
  it('[LV3] that come and go leave the body where it is', () => {
    const scene = createScene();
    const ada = enter(scene, 'ada', { at: { x: 5, z: 6, heading: 1 } });
    scene.command({ kind: 'connect', id: 'ada' });
    scene.advance();
    expect(ada.player.connected).toBe(true);
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance();
    expect([ada.player.connected, ada.player.lostTick]).toEqual([false, scene.world.tick]);
    scene.command({ kind: 'connect', id: 'ada' });
    expect(scene.advance(150)).toEqual([]);
    expect(scene.player('ada')).toBe(ada);
  });

  it('of nobody are nothing', () => {
    const scene = createScene();
    scene.command({ kind: 'connect', id: 'nobody' });
    scene.command({ kind: 'disconnect', id: '__proto__' });
    expect(scene.advance()).toEqual([]);
  });
});

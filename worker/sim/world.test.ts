import { describe, expect, it } from 'vitest';
import type { NewEntity } from './components.ts';
import { hashText, parseWorld, snapshot, stateHash } from './hash.ts';
import { populate } from './populate.ts';
import { bareRules, createScene, MEADOW } from './world.test-kit.ts';
import { addEntity, createWorld, entities, entityById, nextEntityId, playerById, removeEntity } from './world.ts';

const thing = (id: string): NewEntity => ({
  id,
  type: 'scenery',
  kind: 'rock',
  name: 'Rock',
  position: { x: 1, z: 2, heading: 2 },
});

describe('slots', () => {
  it('are given in order, and again, the one freed last first', () => {
    const world = createWorld('test', 1, 1);
    expect(['a', 'b', 'c'].map((id) => addEntity(world, thing(id)).slot)).toEqual([0, 1, 2]);
    removeEntity(world, 'a');
    removeEntity(world, 'b');
    removeEntity(world, 'b');
    removeEntity(world, 'nobody');
    expect([...entities(world)].map(({ id }) => id)).toEqual(['c']);
    expect(['d', 'e', 'f'].map((id) => addEntity(world, thing(id)).slot)).toEqual([1, 0, 3]);
    expect([...entities(world)].map(({ id }) => id)).toEqual(['e', 'd', 'c', 'f']);
  });

  it('hold one entity of an id', () => {
    const world = createWorld('test', 1, 1);
    addEntity(world, thing('a'));
    expect(() => addEntity(world, thing('a'))).toThrow('entity a is in the world already');
    expect(world.slots).toHaveLength(1);
  });

  it('are found by id, and by no name that every object has', () => {
    const world = createWorld('test', 1, 1);
    const rock = addEntity(world, thing('a'));
    expect(entityById(world, 'a')).toBe(rock);
    expect(playerById(world, 'a')).toBeUndefined();
    for (const id of ['b', 'constructor', 'toString', '__proto__']) expect(entityById(world, id), id).toBeUndefined();
  });
});

describe('ids that a region gives', () => {
  it('carry its name and never come again', () => {
    const world = createWorld('test', 1, 1);
    const first = nextEntityId(world, 'hen');
    addEntity(world, thing(first));
    removeEntity(world, first);
    expect([first, nextEntityId(world, 'hen')]).toEqual(['hen_test_1', 'hen_test_2']);
  });
});

describe('populating', () => {
  it('gives each spawn what its kind has', () => {
    const rules = bareRules(MEADOW, {
      kinds: {
        hen: { type: 'creature', name: 'Hen', examine: '', verbs: [], level: 2, hitpoints: 3, wanderTiles: 5 },
        elder: { type: 'person', name: 'Elder', examine: '', verbs: [], wanderTiles: 0 },
        well: { type: 'scenery', name: 'Well', examine: '', verbs: [] },
      },
      spawns: [
        { kind: 'hen', x: 1, z: 2 },
        { kind: 'elder', x: 3, z: 4 },
        { kind: 'well', x: 5, z: 6 },
      ],
    });
    const world = createWorld('test', 1, 1);
    populate(world, rules);
    const still = { route: [], taken: [], jumped: false };
    expect([...entities(world)]).toEqual([
      {
        id: 'hen_test_1',
        slot: 0,
        type: 'creature',
        kind: 'hen',
        name: 'Hen',
        level: 2,
        health: { current: 3, max: 3 },
        position: { x: 1, z: 2, heading: 2 },
        mobile: { ...still, behind: { x: 1, z: 2 } },
        wander: { homeX: 1, homeZ: 2, rangeTiles: 5, stuckTicks: 0 },
      },
      {
        id: 'elder_test_2',
        slot: 1,
        type: 'person',
        kind: 'elder',
        name: 'Elder',
        position: { x: 3, z: 4, heading: 2 },
        mobile: { ...still, behind: { x: 3, z: 4 } },
      },
      { id: 'well_test_3', slot: 2, type: 'scenery', kind: 'well', name: 'Well', position: { x: 5, z: 6, heading: 2 } },
    ]);
  });

  it('refuses a spawn of an unknown kind', () => {
    const rules = bareRules(MEADOW, { spawns: [{ kind: 'dragon', x: 1, z: 1 }] });
    expect(() => populate(createWorld('test', 1, 1), rules)).toThrow('spawn of an unknown kind: dragon');
  });
});

describe('the hash of a world', () => {
  it('[TM2] is of everything in it', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    const before = stateHash(scene.world);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(stateHash(parseWorld(snapshot(scene.world)))).toBe(before);
    ada.player.coins++;
    expect(stateHash(scene.world)).not.toBe(before);
    ada.player.coins--;
    expect(stateHash(scene.world)).toBe(before);
    scene.world.dice.counter++;
    expect(stateHash(scene.world)).not.toBe(before);
  });

  it('differs for texts that differ in one letter, its place or its case', () => {
    const texts = [
      '',
      'a',
      'b',
      'A',
      'ab',
      'ba',
      'aab',
      'aba',
      ...Array.from({ length: 5000 }, (_, n) => `{"n":${n}}`),
    ];
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  });
});

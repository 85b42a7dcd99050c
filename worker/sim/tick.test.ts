import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import type { Rules } from './rules.ts';
import { tick } from './tick.ts';
import { bareRules, createScene, MEADOW } from './world.test-kit.ts';

describe('a tick', () => {
  it('[TM1] is one slot', () => {
    const scene = createScene();
    const before = scene.world.tick;
    scene.advance(3);
    expect(scene.world.tick).toBe(before + 3);
  });

  it('[TM1] takes requests first, then effects, then turns, then the doors, whatever the order of commands', () => {
    const kinds: Rules['kinds'] = { elder: { type: 'person', name: 'Elder', examine: '', verbs: ['greet'] } };
    const verbs: Rules['verbs'] = {
      greet: {
        reach: 'beside',
        act({ facts }, _, target) {
          facts.push({ kind: 'said', id: target.id, name: target.name, message: 'players' });
          return undefined;
        },
      },
    };
    const scene = createScene(bareRules(MEADOW, { kinds, verbs, spawns: [{ kind: 'elder', x: 11, z: 10 }] }));
    scene.join('ada', 10, 10);
    scene.join('bo', 20, 20);
    scene.command({ kind: 'disconnect', id: 'bo' });
    scene.advance(100);
    scene.command({ kind: 'leave', id: 'bo', reason: 'lost' });
    scene.ask('ada', { name: 'chatMessage', payload: { message: 'input' } });
    scene.ask('ada', { name: 'interact', payload: { targetId: 'elder_test_1', option: 'greet' } });
    const phases = scene.advance().map((fact) => (fact.kind === 'said' ? fact.message : fact.kind));
    expect(phases).toEqual(['input', 'departed', 'players', 'left']);
  });

  it('[TM1] moves creatures before players: one who follows a creature sees where it went', () => {
    const kinds: Rules['kinds'] = { hen: { type: 'creature', name: 'Hen', examine: '', verbs: [], wanderTiles: 20 } };
    const scene = createScene(bareRules(MEADOW, { kinds, spawns: [{ kind: 'hen', x: 12, z: 10 }] }));
    const ada = scene.join('ada', 11, 10);
    const hen = scene.world.slots[0];
    if (hen?.wander !== undefined) hen.wander.goal = { x: 20, z: 10 };
    scene.ask('ada', { name: 'follow', payload: { targetId: 'hen_test_1' } });
    scene.advance();
    expect([hen?.position.x, ada.position.x]).toEqual([hen?.mobile?.taken.length === 1 ? 13 : 12, 12]);
  });

  it('[TM3] goes on where a whole phase fails', () => {
    const scene = createScene();
    scene.join('ada');
    const broken: Rules = {
      ...scene.rules,
      get requests(): Rules['requests'] {
        throw new Error('no requests');
      },
    };
    const facts: Fact[] = tick(scene.world, broken, [
      { kind: 'request', id: 'ada', request: { name: 'logout', payload: {} } },
      { kind: 'leave', id: 'ada', reason: 'logout' },
    ]);
    expect(facts.map(({ kind }) => kind)).toEqual(['faulted', 'left']);
  });

  it('[TM3] survives commands that make no sense, in any order', () => {
    const scene = createScene();
    const facts = tick(scene.world, scene.rules, [
      { kind: 'woken', elapsedTicks: 5 },
      { kind: 'leave', id: 'nobody', reason: 'logout' },
      { kind: 'disconnect', id: 'nobody' },
      { kind: 'connect', id: '' },
      { kind: 'request', id: 'nobody', request: { name: 'logout', payload: {} } },
    ]);
    expect(facts).toEqual([]);
  });
});

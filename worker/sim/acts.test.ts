import { describe, expect, it } from 'vitest';
import type { WorldRequest } from './command.ts';
import type { Entity } from './components.ts';
import type { Fact } from './fact.ts';
import type { Kind, Rules, Verb } from './rules.ts';
import { bareRules, createScene, drawTerrain, MEADOW, type Scene } from './world.test-kit.ts';
import { entities } from './world.ts';

const [W, E, S] = [0, 1, 2] as const;
const GONE = 'That is not here any more.';
const CANNOT_REACH = 'You cannot reach that.';

/** Tells of itself as a spoken line, and refuses where it is told to. */
function telling(reach: Verb['reach']): Verb {
  return {
    reach,
    act({ facts }, actor, target) {
      if (target.name === 'Grump') return 'Not today.';
      if (target.name === 'Bomb') throw new Error('it burst');
      facts.push({ kind: 'said', id: target.id, name: actor.id, message: target.kind });
      return undefined;
    },
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  elder: { type: 'person', name: 'Elder', examine: '', verbs: ['greet'] },
  grump: { type: 'person', name: 'Grump', examine: '', verbs: ['greet'] },
  bomb: { type: 'person', name: 'Bomb', examine: '', verbs: ['greet'] },
  well: { type: 'scenery', name: 'Well', examine: '', verbs: ['greet', 'unmade'] },
};

function village(spawns: Rules['spawns'], terrain = MEADOW): Scene & { target: Entity } {
  const verbs = { greet: telling('beside'), examine: telling('view') };
  const scene = createScene(bareRules(terrain, { kinds: KINDS, verbs, spawns }));
  const [target] = entities(scene.world);
  if (target === undefined) throw new Error('a village needs a target');
  return { ...scene, target };
}

function interact(targetId: string, option = 'greet'): WorldRequest {
  return { name: 'interact', payload: { targetId, option } };
}

const follow = (targetId: string): WorldRequest => ({ name: 'follow', payload: { targetId } });
const move = (x: number, z: number): WorldRequest => ({ name: 'moveRequest', payload: { x, z, running: false } });

const done = (facts: readonly Fact[]) => facts.some(({ kind }) => kind === 'said');
const refusals = (facts: readonly Fact[]) => facts.flatMap((fact) => (fact.kind === 'refused' ? [fact.text] : []));

describe('walk up, face, do', () => {
  it('[AC1] ends on the nearest tile beside the target, facing it', () => {
    const scene = village([{ kind: 'elder', x: 14, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance(2))).toBe(false);
    expect(done(scene.advance())).toBe(true);
    expect(ada.position).toEqual({ x: 13, z: 10, heading: E });
    expect([ada.intent, ada.mobile.route]).toEqual([undefined, []]);
  });

  it('[AC1] happens at once beside it, and turns the actor', () => {
    const scene = village([{ kind: 'elder', x: 9, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance())).toBe(true);
    expect(ada.position).toEqual({ x: 10, z: 10, heading: W });
  });

  it('[AC1] steps beside it from a corner and from its own tile', () => {
    for (const [x, z] of [
      [13, 11],
      [14, 10],
    ] as const) {
      const scene = village([{ kind: 'elder', x: 14, z: 10 }]);
      const ada = scene.join('ada', x, z);
      scene.ask('ada', interact(scene.target.id));
      expect(done(scene.advance())).toBe(true);
      expect(Math.abs(ada.position.x - 14) + Math.abs(ada.position.z - 10)).toBe(1);
    }
  });

  it('[AC2] goes round a wall to somebody who can move', () => {
    const scene = village([{ kind: 'elder', x: 2, z: 1 }], drawTerrain('.....', '..[..', '.....'));
    const ada = scene.join('ada', 1, 1);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance())).toBe(false);
    expect(done(scene.advance(2))).toBe(true);
    expect(ada.position.x).toBe(2);
  });

  it('[AC2] reaches what stands still over its own edge', () => {
    const scene = village([{ kind: 'well', x: 2, z: 0 }], drawTerrain('..#..'));
    scene.join('ada', 0, 0);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance(3))).toBe(true);
  });

  it('[AC4] does nothing to what stands still in a tick of steps', () => {
    const scene = village([{ kind: 'well', x: 12, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance())).toBe(false);
    expect(ada.position.x).toBe(11);
    expect(done(scene.advance())).toBe(true);
  });

  it('[AC3] tries who can move before and after the steps', () => {
    const scene = village([{ kind: 'elder', x: 12, z: 10 }]);
    scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    expect(done(scene.advance())).toBe(true);
  });

  it('[AC3] runs after somebody who walks away, until they stand or are caught', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }]);
    const bo = scene.join('bo', 14, 10);
    const ada = scene.join('ada', 10, 10);
    scene.ask('bo', move(30, 10));
    scene.advance();
    scene.ask('ada', { name: 'setRunning', payload: { running: true } });
    scene.ask('ada', interact('bo', 'examine'));
    expect(done(scene.advance())).toBe(true);
    ada.intent = { kind: 'act', verb: 'greet', targetId: 'bo', request: 'interact' };
    let ticks = 0;
    while (ada.intent !== undefined && ticks < 30) {
      scene.advance();
      ticks++;
    }
    expect(ticks).toBeLessThan(10);
    // Bo has the later turn, and is one step on.
    expect(bo.position.x - ada.position.x).toBe(2);
    expect(ada.position.heading).toBe(E);
  });

  it('[AC8] leaves the route that the actor was on', () => {
    const scene = village([{ kind: 'elder', x: 10, z: 20 }]);
    const ada = scene.join('ada', 20, 20);
    scene.ask('ada', move(60, 20));
    scene.advance(2);
    scene.ask('ada', interact(scene.target.id));
    scene.advance();
    expect(ada.position.x).toBe(21);
    expect(done(scene.advance(10))).toBe(true);
  });

  it('[AC8] forgets waiting moves, the emote and the deed before', () => {
    const scene = village([
      { kind: 'elder', x: 20, z: 10 },
      { kind: 'well', x: 10, z: 20 },
    ]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', { name: 'emote', payload: { emote: 'wave' } });
    scene.ask('ada', interact(scene.target.id));
    scene.advance();
    expect(ada.emote).toBeUndefined();
    scene.ask('ada', { name: 'moveRequest', payload: { x: 0, z: 0, running: false, at: scene.world.tick + 3 } });
    const well = [...entities(scene.world)][1];
    scene.ask('ada', interact(well?.id ?? ''));
    scene.advance();
    expect(ada.player.moves).toEqual([]);
    expect(ada.intent).toMatchObject({ targetId: well?.id });
    expect(done(scene.advance(12))).toBe(true);
  });

  it('[AC8] what is refused when asked ends nothing', () => {
    const scene = village([{ kind: 'elder', x: 20, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    scene.advance();
    scene.ask('ada', interact('nobody'));
    expect(refusals(scene.advance())).toEqual([GONE]);
    expect(ada.intent).toMatchObject({ kind: 'act' });
    expect(done(scene.advance(10))).toBe(true);
  });

  it('[AC5] [OD3] a deed of the eyes happens where one stands, at 17 tiles, and stops a walker', () => {
    const scene = village([{ kind: 'elder', x: 27, z: 10 }]);
    const ada = scene.join('ada', 11, 10);
    scene.ask('ada', move(0, 10));
    scene.advance();
    scene.ask('ada', interact(scene.target.id, 'examine'));
    expect(done(scene.advance())).toBe(true);
    expect(ada.position).toEqual({ x: 10, z: 10, heading: E });
    expect(ada.mobile.route).toEqual([]);
  });

  it('[AC9] is over when it is refused', () => {
    const scene = village([{ kind: 'grump', x: 11, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    expect(scene.advance()).toEqual([{ kind: 'refused', id: 'ada', text: 'Not today.', request: 'interact' }]);
    expect(ada.intent).toBeUndefined();
  });

  it('[AC9] [TM3] is over when it fails, and stops nobody else', () => {
    const scene = village([
      { kind: 'bomb', x: 11, z: 10 },
      { kind: 'elder', x: 21, z: 10 },
    ]);
    const ada = scene.join('ada', 10, 10);
    scene.join('bo', 20, 10);
    const elder = [...entities(scene.world)][1]?.id ?? '';
    scene.ask('ada', interact(scene.target.id));
    scene.ask('bo', interact(elder));
    const facts = scene.advance();
    expect(facts).toContainEqual({ kind: 'faulted', id: 'ada', phase: 'players', message: 'Error: it burst' });
    expect(done(facts)).toBe(true);
    expect(ada.intent).toBeUndefined();
    expect(scene.advance(3)).toEqual([]);
  });

  it('[AC9] may set the intent that goes on', () => {
    let strokes = 0;
    const chop: Verb = {
      reach: 'beside',
      act(_, actor, target) {
        if (++strokes < 3) actor.intent = { kind: 'act', verb: 'chop', targetId: target.id, request: 'interact' };
        return undefined;
      },
    };
    const kinds: Rules['kinds'] = { tree: { type: 'scenery', name: 'Tree', examine: '', verbs: ['chop'] } };
    const spawns = [{ kind: 'tree', x: 11, z: 10 }];
    const scene = createScene(bareRules(MEADOW, { kinds, spawns, verbs: { chop } }));
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', interact('tree_test_1', 'chop'));
    scene.advance(2);
    expect([strokes, ada.intent?.kind]).toEqual([2, 'act']);
    scene.advance(5);
    expect([strokes, ada.intent]).toEqual([3, undefined]);
  });
});

describe('what cannot be done', () => {
  it('[AC6] there is no way: refused, once', () => {
    const scene = village([{ kind: 'elder', x: 4, z: 0 }], drawTerrain('..~.~.'));
    const ada = scene.join('ada', 0, 0);
    scene.ask('ada', interact(scene.target.id));
    expect(refusals(scene.advance())).toEqual([CANNOT_REACH]);
    expect(ada.intent).toBeUndefined();
    expect(scene.advance(2)).toEqual([]);
  });

  it('[AC6] out of view: refused when asked', () => {
    const scene = village([{ kind: 'elder', x: 28, z: 10 }]);
    scene.join('ada', 10, 10);
    scene.ask('ada', interact(scene.target.id));
    scene.ask('ada', interact(scene.target.id, 'examine'));
    scene.ask('ada', follow(scene.target.id));
    expect(refusals(scene.advance())).toEqual([GONE, GONE, GONE]);
  });

  it('[AC6] gone on the way: refused then', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 10 }]);
    scene.join('bo', 20, 10);
    const ada = scene.join('ada', 10, 10);
    ada.intent = { kind: 'act', verb: 'greet', targetId: 'bo', request: 'interact' };
    scene.advance(2);
    scene.command({ kind: 'leave', id: 'bo', reason: 'logout' });
    scene.advance();
    expect(refusals(scene.advance())).toEqual([GONE]);
    expect(ada.intent).toBeUndefined();
  });

  it('[AC6] a verb that this game does not have any more', () => {
    const scene = village([{ kind: 'elder', x: 12, z: 10 }]);
    const ada = scene.join('ada', 10, 10);
    ada.intent = { kind: 'act', verb: 'unmade', targetId: scene.target.id, request: 'interact' };
    expect(refusals(scene.advance())).toEqual([GONE]);
    expect(ada.intent).toBeUndefined();
  });

  it('[AC7] verbs that the kind does not offer, the game does not have, or no object should have', () => {
    const scene = village([{ kind: 'well', x: 11, z: 10 }]);
    scene.join('ada', 10, 10);
    for (const verb of ['chop', 'unmade', 'constructor', 'toString']) {
      scene.ask('ada', interact(scene.target.id, verb));
      expect(refusals(scene.advance()), verb).toEqual(['You cannot do that to it.']);
    }
  });

  it('[AC7] players can be examined, and nothing else', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 10 }]);
    scene.join('ada', 10, 10);
    scene.join('bo', 12, 10);
    scene.ask('ada', interact('bo', 'greet'));
    expect(refusals(scene.advance())).toEqual(['You cannot do that to it.']);
    scene.ask('ada', interact('bo', 'examine'));
    expect(done(scene.advance())).toBe(true);
  });
});

describe('following', () => {
  it('[FO1] keeps to the tile that the other left last, and faces them there', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }]);
    const bo = scene.join('bo', 14, 10);
    const ada = scene.join('ada', 10, 10);
    scene.ask('bo', move(14, 5));
    scene.ask('ada', follow('bo'));
    scene.advance(8);
    expect(bo.position).toMatchObject({ x: 14, z: 5 });
    expect(ada.position).toEqual({ x: 14, z: 6, heading: S });
    expect(ada.intent?.kind).toBe('follow');
    scene.ask('bo', move(20, 5));
    scene.advance(10);
    expect(ada.position).toEqual({ x: 19, z: 5, heading: E });
  });

  it('[FO1] searches once for each tile that the other leaves, also where it cannot be reached', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }], drawTerrain('....~.', '....~.'));
    const bo = scene.join('bo', 5, 0);
    const ada = scene.join('ada', 0, 0);
    scene.ask('ada', follow('bo'));
    scene.advance(5);
    expect(ada.position).toMatchObject({ x: 3, z: 0 });
    const { intent } = ada;
    expect(intent).toMatchObject({ goal: { x: 5, z: 0 } });
    scene.advance(3);
    expect(ada.intent).toBe(intent);
    scene.ask('bo', move(5, 1));
    scene.advance(2);
    expect(ada.intent).toBe(intent);
    bo.mobile.behind = { x: 0, z: 1 };
    scene.advance(5);
    expect(ada.position).toMatchObject({ x: 0, z: 1 });
  });

  it('[FO1] runs where the switch is on', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }]);
    scene.join('bo', 20, 10);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', { name: 'setRunning', payload: { running: true } });
    scene.ask('ada', follow('bo'));
    scene.advance();
    expect(ada.position.x).toBe(12);
  });

  it('[FO2] ends when the other is out of view or gone', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }]);
    const bo = scene.join('bo', 14, 10);
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', follow('bo'));
    scene.advance();
    bo.position = { ...bo.position, x: 40 };
    expect(scene.advance()).toEqual([{ kind: 'refused', id: 'ada', text: GONE, request: 'follow' }]);
    expect(ada.intent).toBeUndefined();
    bo.position = { ...bo.position, x: 14 };
    scene.ask('ada', follow('bo'));
    scene.advance();
    scene.command({ kind: 'leave', id: 'bo', reason: 'logout' });
    scene.advance();
    expect(refusals(scene.advance())).toEqual([GONE]);
  });

  it('[FO3] is not of oneself and not of what cannot move', () => {
    const scene = village([{ kind: 'well', x: 12, z: 10 }]);
    scene.join('ada', 10, 10);
    scene.ask('ada', follow('ada'));
    scene.ask('ada', follow(scene.target.id));
    expect(refusals(scene.advance())).toEqual(['You cannot follow that.', 'You cannot follow that.']);
  });

  it('[OD5] of each other ends side by side once nobody moves', () => {
    const scene = village([{ kind: 'elder', x: 40, z: 40 }]);
    const ada = scene.join('ada', 10, 10);
    const bo = scene.join('bo', 14, 10);
    scene.ask('ada', follow('bo'));
    scene.ask('bo', follow('ada'));
    const facts = scene.advance(50);
    expect(facts).toEqual([]);
    expect(Math.abs(ada.position.x - bo.position.x)).toBeLessThanOrEqual(4);
  });
});

import { describe, expect, it } from 'vitest';
import type { Look } from '../../shared/protocol/entity.ts';
import { openGround } from '../../shared/space/grid.test-kit.ts';
import { headingQuaternion, stepVelocity } from '../../shared/space/tile.ts';
import type { PlayerEntity } from '../sim/components.ts';
import { bareRules, createScene, type Scene } from '../sim/world.test-kit.ts';
import { removeEntity } from '../sim/world.ts';
import { createDiffer, type Differ, diff, type Seen } from './diff.ts';

const [W, E, N, NE] = [0, 1, 3, 7] as const;
const HILL = openGround(64, 64);
HILL.heights.forEach((_, index) => {
  HILL.heights[index] = (index % 65) * 32;
});

/** Somebody at (10, 10) who looks south, looked at once. */
function standing(): { scene: Scene; ada: PlayerEntity; differ: Differ; look: () => Seen } {
  const scene = createScene(bareRules(HILL));
  const ada = scene.join('ada', 10, 10);
  const differ = createDiffer();
  diff(differ, scene.world, HILL);
  const look = () => {
    const [seen] = diff(differ, scene.world, HILL);
    if (seen === undefined) throw new Error('nobody there');
    return seen;
  };
  return { scene, ada, differ, look };
}

/** Changes as both forms tell them, without the id that the plain form repeats. */
function told({ changes, plainChanges }: Seen) {
  const { id, ...plain } = plainChanges ?? {};
  if (plainChanges !== undefined) expect(id).toBe('ada');
  return { compact: changes, plain: plainChanges === undefined ? undefined : plain };
}

const both = (changes: object) => ({ compact: { i: 'ada', ...changes }, plain: { i: 'ada', ...changes } });

describe('a comparison with the tick before', () => {
  it('tells nothing where nothing changed', () => {
    const { look, scene } = standing();
    scene.advance();
    expect(look()).toMatchObject({ isNew: false, stepped: false, changes: undefined, plainChanges: undefined });
  });

  it('tells each thing that changed, and only it', () => {
    const { look, ada } = standing();
    const worn: Look = { body: 1, hair: 2, colours: [1, 2, 3, 4, 5], worn: { cape: 'warden_cloak' } };
    ada.emote = { name: 'wave', untilTick: 1e9 };
    expect(told(look())).toEqual(both({ e: 'wave' }));
    delete ada.emote;
    expect(told(look())).toEqual(both({ e: '' }));
    ada.health = { current: 4, max: 10 };
    expect(told(look())).toEqual(both({ h: { current: 4, max: 10 } }));
    ada.health.max = 12;
    expect(told(look())).toEqual(both({ h: { current: 4, max: 12 } }));
    ada.level = 4;
    expect(told(look())).toEqual(both({ c: 4 }));
    ada.look = worn;
    expect(told(look())).toEqual(both({ l: worn }));
    ada.position = { ...ada.position, heading: W };
    expect(told(look())).toEqual(both({ q: headingQuaternion(W) }));
    expect(told(look())).toEqual({ compact: undefined, plain: undefined });
  });

  it('tells a step as a step: spelled out in the plain form, else left to the steps', () => {
    const { look, scene } = standing();
    scene.ask('ada', { name: 'moveRequest', payload: { x: 12, z: 11, running: false } });
    scene.advance();
    const first = look();
    expect(first.stepped).toBe(true);
    expect(told(first)).toEqual({
      compact: undefined,
      plain: { i: 'ada', p: [11.5, 5.75, 10.5], q: headingQuaternion(E), v: stepVelocity(E, 1) },
    });
    scene.advance();
    expect(told(look()).plain).toEqual({
      i: 'ada',
      p: [12.5, 6.25, 11.5],
      q: headingQuaternion(NE),
      v: stepVelocity(NE, 1),
    });
    scene.advance();
    expect(told(look())).toEqual({ compact: undefined, plain: { i: 'ada', v: [0, 0, 0] } });
    scene.advance();
    expect(told(look()).plain).toBeUndefined();
  });

  it('tells the velocity of a walk once, and of a run as twice that', () => {
    const { look, scene } = standing();
    scene.ask('ada', { name: 'moveRequest', payload: { x: 20, z: 10, running: false } });
    scene.advance();
    expect(look().plainChanges).toHaveProperty('v');
    scene.advance();
    expect(look().plainChanges).toEqual({ i: 'ada', id: 'ada', p: [12.5, 6.25, 10.5] });
    scene.ask('ada', { name: 'setRunning', payload: { running: true } });
    scene.advance();
    expect(look().plainChanges).toMatchObject({ p: [14.5, 7.25, 10.5], v: stepVelocity(E, 2) });
  });

  it('tells of somebody put elsewhere by position, in both forms', () => {
    const { look, ada } = standing();
    ada.position = { x: 40, z: 50, heading: N };
    ada.mobile.jumped = true;
    expect(told(look())).toEqual(both({ p: [40.5, 20.25, 50.5], q: headingQuaternion(N) }));
  });

  it('tells the facing after a step in the tick after it: whoever sees the step turns with it', () => {
    const { look, ada, scene } = standing();
    scene.ask('ada', { name: 'moveRequest', payload: { x: 11, z: 10, running: false } });
    scene.advance();
    ada.position = { ...ada.position, heading: N };
    const first = look();
    expect(first.view.heading).toBe(E);
    expect(first.plainChanges).toMatchObject({ q: headingQuaternion(E) });
    scene.advance();
    expect(told(look())).toEqual({
      compact: { i: 'ada', q: headingQuaternion(N) },
      plain: { i: 'ada', q: headingQuaternion(N), v: [0, 0, 0] },
    });
  });

  it('finds somebody new in a slot that was free or another had, in the same tick even', () => {
    const { scene, differ } = standing();
    expect(diff(createDiffer(), scene.world, HILL)[0]).toMatchObject({ isNew: true, changes: undefined });
    removeEntity(scene.world, 'ada');
    scene.join('bo', 10, 10);
    expect(diff(differ, scene.world, HILL)[0]).toMatchObject({ isNew: true, entity: { id: 'bo' } });
    removeEntity(scene.world, 'bo');
    expect(diff(differ, scene.world, HILL)).toEqual([undefined]);
    scene.join('cy', 10, 10);
    expect(diff(differ, scene.world, HILL)[0]?.isNew).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { bareRules, createScene, MEADOW, type Scene } from '../world.test-kit.ts';
import { entities } from '../world.ts';
import { IDLE_TICKS, LOST_TICKS } from './effects.ts';

/** What the shell does when it comes back: the clock first, then the command. */
function sleep(scene: Scene, elapsedTicks: number) {
  scene.world.tick += elapsedTicks;
  scene.command({ kind: 'woken', elapsedTicks });
  return scene.advance();
}

describe('waking', () => {
  it('[WK1] gives back the run energy of the ticks that passed, up to full', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    ada.player.runEnergy = 1000;
    sleep(scene, 100);
    expect(ada.player.runEnergy).toBe(1000 + 15 * 101);
    sleep(scene, 100_000);
    expect(ada.player.runEnergy).toBe(10_000);
  });

  it('[WK2] blames nobody for the absence: who was here is not idle', () => {
    const scene = createScene();
    scene.join('ada');
    expect(sleep(scene, IDLE_TICKS * 3)).toEqual([]);
    expect(scene.advance(IDLE_TICKS - 100)).toEqual([]);
  });

  it('[WK2] leaves a lost body half of its time', () => {
    const scene = createScene();
    scene.join('ada');
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance();
    expect(sleep(scene, LOST_TICKS * 5)).toEqual([]);
    expect(scene.advance(LOST_TICKS / 2 - 1)).toEqual([]);
    expect(scene.advance()).toEqual([{ kind: 'departed', id: 'ada', reason: 'lost' }]);
  });

  it('[WK2] leaves one that was lost a moment ago what it had left', () => {
    const scene = createScene();
    scene.join('ada');
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance();
    expect(sleep(scene, 10)).toEqual([]);
    expect(scene.advance(LOST_TICKS - 12)).toEqual([]);
    expect(scene.advance()).toHaveLength(1);
  });

  it('ends emotes that were over long ago, and the errands of wanderers', () => {
    const kinds = { hen: { type: 'creature', name: 'Hen', examine: '', verbs: [], wanderTiles: 20 } } as const;
    const scene = createScene(bareRules(MEADOW, { kinds, spawns: [{ kind: 'hen', x: 30, z: 30 }] }));
    const ada = scene.join('ada');
    const [hen] = entities(scene.world);
    scene.ask('ada', { name: 'emote', payload: { emote: 'wave' } });
    scene.advance();
    if (hen?.wander !== undefined) hen.wander.goal = { x: 50, z: 50 };
    sleep(scene, 1000);
    expect(ada.emote).toBeUndefined();
    expect(hen?.wander?.goal).not.toEqual({ x: 50, z: 50 });
  });
});

import { describe, expect, it } from 'vitest';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { createScene } from '../world.test-kit.ts';
import { IDLE_TICKS, IDLE_WARNING_TICKS, LOST_TICKS } from './effects.ts';

const move = { name: 'moveRequest', payload: { x: 20, z: 10, running: false } } as const;

describe('idling', () => {
  it('[ID1] is warned of once and told from its tick on', () => {
    expect(IDLE_TICKS * NETWORK_CONSTANTS.TICK_DURATION_MS).toBe(NETWORK_CONSTANTS.IDLE_TIMEOUT_MS);
    const scene = createScene();
    scene.join('ada');
    expect(scene.advance(IDLE_TICKS - IDLE_WARNING_TICKS - 1)).toEqual([]);
    expect(scene.advance()).toEqual([{ kind: 'noticed', id: 'ada', text: expect.stringContaining('idle') }]);
    expect(scene.advance(IDLE_WARNING_TICKS - 1)).toEqual([]);
    expect(scene.advance(2)).toEqual([
      { kind: 'idled', id: 'ada' },
      { kind: 'idled', id: 'ada' },
    ]);
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance();
    expect(scene.advance()).toEqual([]);
  });

  it('[ID2] starts again with any request, also a refused one, and so does the warning', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    scene.advance(IDLE_TICKS - 1);
    expect(ada.player.idleWarned).toBe(true);
    scene.ask('ada', { name: 'emote', payload: { emote: 'juggle' } });
    expect(scene.advance()).toEqual([expect.objectContaining({ kind: 'refused' })]);
    expect(ada.player.idleWarned).toBe(false);
    const facts = scene.advance(IDLE_TICKS - 1);
    expect(facts.map(({ kind }) => kind)).toEqual(['noticed']);
    expect(scene.advance()).toEqual([{ kind: 'idled', id: 'ada' }]);
  });

  it('[ID2] starts again when a socket comes', () => {
    const scene = createScene();
    scene.join('ada');
    scene.advance(IDLE_TICKS - 1);
    scene.command({ kind: 'connect', id: 'ada' });
    scene.advance();
    expect(scene.advance(IDLE_TICKS - IDLE_WARNING_TICKS - 1)).toEqual([]);
  });
});

describe('a body without a socket', () => {
  it('[LV1] stays 100 ticks, and is then told as lost until it leaves', () => {
    expect(LOST_TICKS).toBe(100);
    const scene = createScene();
    scene.join('ada');
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance();
    expect(scene.advance(LOST_TICKS - 1)).toEqual([]);
    const departed = { kind: 'departed', id: 'ada', reason: 'lost' };
    expect(scene.advance(2)).toEqual([departed, departed]);
    scene.command({ kind: 'leave', id: 'ada', reason: 'lost' });
    scene.advance();
    expect(scene.advance(5)).toEqual([]);
  });

  it('[LV1] goes on waiting from when it last went', () => {
    const scene = createScene();
    scene.join('ada');
    for (let round = 0; round < 3; round++) {
      scene.command({ kind: 'disconnect', id: 'ada' });
      expect(scene.advance(LOST_TICKS)).toEqual([]);
      scene.command({ kind: 'connect', id: 'ada' });
      scene.advance();
    }
  });

  it('[LV2] finishes its route and forgets the moves that wait', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move);
    scene.advance();
    scene.ask('ada', { ...move, payload: { ...move.payload, x: 0, at: scene.world.tick + 3 } });
    scene.command({ kind: 'disconnect', id: 'ada' });
    scene.advance(20);
    expect(ada.position.x).toBe(20);
  });
});

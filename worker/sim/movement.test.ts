import { describe, expect, it } from 'vitest';
import { RUN_ENERGY_FULL } from '../../shared/rules/run-energy.ts';
import { openGround } from '../../shared/space/grid.test-kit.ts';
import { COLLISION } from '../../shared/space/terrain.ts';
import type { WorldRequest } from './command.ts';
import { bareRules, createScene, drawTerrain, MEADOW } from './world.test-kit.ts';

const [W, E, S, N, NE] = [0, 1, 2, 3, 7] as const;

function move(x: number, z: number, more: { running?: boolean; seq?: number; at?: number } = {}): WorldRequest {
  return { name: 'moveRequest', payload: { running: false, ...more, x, z } };
}

const setRunning = (running: boolean): WorldRequest => ({ name: 'setRunning', payload: { running } });
const CANNOT_GET_THERE = { kind: 'refused', id: 'ada', text: 'You cannot get there.', request: 'moveRequest' };

describe('walking', () => {
  it('[MV1] takes one tile a tick, from the tick of the request on', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(13.5, 10.5));
    const path = Array.from({ length: 5 }, () => {
      scene.advance();
      return [ada.position.x, ada.position.z, ada.mobile.taken.length];
    });
    expect(path).toEqual([
      [11, 10, 1],
      [12, 10, 1],
      [13, 10, 1],
      [13, 10, 0],
      [13, 10, 0],
    ]);
  });

  it('[MV11] faces where the last step went and remembers the tile left last, walking and running', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(9, 10));
    scene.advance();
    expect(ada.position.heading).toBe(W);
    expect(ada.mobile.behind).toEqual({ x: 10, z: 10 });
    scene.ask('ada', move(11, 11, { running: true }));
    scene.advance();
    expect(ada.mobile.taken).toEqual([E, NE]);
    expect(ada.position).toEqual({ x: 11, z: 11, heading: NE });
    expect(ada.mobile.behind).toEqual({ x: 10, z: 10 });
  });

  it('[MV9] ends where the ground no longer allows a step', () => {
    const terrain = openGround(20, 20);
    const scene = createScene(bareRules(terrain));
    const ada = scene.join('ada', 2, 2);
    scene.ask('ada', move(10, 2));
    scene.advance(2);
    terrain.flags[2 * 20 + 5] = COLLISION.object;
    scene.advance(3);
    expect(ada.position.x).toBe(4);
    expect(ada.mobile.route).toEqual([]);
  });

  it('[MV10] passes through players and onto their tile', () => {
    const scene = createScene(bareRules(drawTerrain('.....')));
    const ada = scene.join('ada', 0, 0);
    const bo = scene.join('bo', 2, 0);
    scene.ask('ada', move(2, 0));
    scene.advance(3);
    expect(ada.position).toMatchObject({ x: bo.position.x, z: bo.position.z });
    scene.ask('ada', move(4, 0));
    scene.advance(2);
    expect(ada.position.x).toBe(4);
  });
});

describe('running', () => {
  it('[MV2] takes two tiles a tick, and one where one is left', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(13, 10, { running: true }));
    scene.advance();
    expect(ada.mobile.taken).toEqual([E, E]);
    scene.advance();
    expect(ada.mobile.taken).toEqual([E]);
    expect(ada.position.x).toBe(13);
  });

  it('[MV3] of one move ends with that move', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(14, 10, { running: true }));
    scene.advance(2);
    expect(ada.position.x).toBe(14);
    scene.ask('ada', move(10, 10));
    scene.advance();
    expect(ada.position.x).toBe(13);
    scene.ask('ada', move(20, 10, { running: true }));
    scene.advance();
    scene.ask('ada', move(20, 10));
    scene.advance();
    expect(ada.mobile.taken).toEqual([E]);
  });

  it('[MV3] by the switch applies to every move, at once', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(30, 10));
    scene.advance();
    scene.ask('ada', setRunning(true));
    scene.advance();
    expect(ada.position.x).toBe(13);
    scene.ask('ada', setRunning(false));
    scene.advance();
    expect(ada.position.x).toBe(14);
  });
});

describe('moves and their ticks', () => {
  it('[MV4] a move waits for the tick it names, up to two ahead', () => {
    for (const [ahead, waits] of [
      [-5, 0],
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 2],
      [1000, 2],
    ] as const) {
      const scene = createScene();
      const ada = scene.join('ada', 10, 10);
      const tick = scene.world.tick + 1;
      scene.ask('ada', move(20, 10, { seq: 7, at: tick + ahead }));
      scene.advance(waits);
      expect(ada.position.x, `${ahead} ahead`).toBe(10);
      expect(ada.player.moveSeq).toBe(0);
      scene.advance();
      expect(ada.position.x).toBe(11);
      expect([ada.player.moveSeq, ada.player.moveApplied]).toEqual([7, true]);
      scene.advance();
      expect(ada.player.moveApplied).toBe(false);
    }
  });

  it('[MV4] one without a tick applies now', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(20, 10));
    scene.advance();
    expect(ada.position.x).toBe(11);
  });

  it('[MV5] of several that are due, the one that came last wins', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    const tick = scene.world.tick + 1;
    scene.ask('ada', move(20, 10, { seq: 1, at: tick + 1 }));
    scene.advance();
    scene.ask('ada', move(10, 20, { seq: 2, at: tick }));
    scene.ask('ada', move(10, 0, { seq: 3, at: tick + 1 }));
    scene.advance();
    expect(ada.position).toMatchObject({ x: 10, z: 9, heading: S });
    expect(ada.player.moveSeq).toBe(3);
    expect(ada.player.moves).toEqual([]);
  });

  it('[MV5] a later tick keeps its move while an earlier one is applied', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    const tick = scene.world.tick + 1;
    scene.ask('ada', move(10, 20, { seq: 2, at: tick + 1 }));
    scene.ask('ada', move(20, 10, { seq: 1, at: tick }));
    scene.advance();
    expect(ada.position.x).toBe(11);
    scene.advance();
    expect(ada.position.z).toBe(11);
    expect(ada.player.moveSeq).toBe(2);
  });

  it('[MV6] three wait; a fourth takes the place of the last', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    const at = scene.world.tick + 3;
    for (const seq of [1, 2, 3, 4]) scene.ask('ada', move(20, 10, { seq, at }));
    scene.advance();
    expect(ada.player.moves.map(({ seq }) => seq)).toEqual([1, 2, 4]);
  });

  it('[MV8] a move ends a following and an emote when it is applied', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.join('bo', 12, 10);
    scene.ask('ada', { name: 'follow', payload: { targetId: 'bo' } });
    scene.advance();
    expect(ada.intent?.kind).toBe('follow');
    scene.ask('ada', move(10, 20, { at: scene.world.tick + 2 }));
    scene.advance();
    expect(ada.intent?.kind).toBe('follow');
    scene.advance();
    expect(ada.intent).toBeUndefined();
    scene.ask('ada', { name: 'emote', payload: { emote: 'wave' } });
    scene.advance();
    scene.ask('ada', move(10, 20));
    scene.advance();
    expect(ada.emote).toBeUndefined();
  });
});

describe('what cannot be reached', () => {
  it('[MV7] is walked up to', () => {
    const scene = createScene(bareRules(drawTerrain('.......~.')));
    const ada = scene.join('ada', 0, 0);
    scene.ask('ada', move(8, 0));
    expect(scene.advance(8)).toEqual([]);
    expect(ada.position.x).toBe(6);
  });

  it('[MV7] [OD7] is refused where nothing near it can be either, and stops the walker', () => {
    const scene = createScene(bareRules(openGround(200, 3)));
    const ada = scene.join('ada', 10, 1);
    scene.ask('ada', move(20, 1));
    scene.advance(2);
    scene.ask('ada', move(10 + 2 + 105, 1, { seq: 5 }));
    expect(scene.advance()).toEqual([CANNOT_GET_THERE]);
    expect(ada.position.x).toBe(12);
    expect([ada.mobile.route, ada.player.moveSeq]).toEqual([[], 5]);
    const island = createScene(bareRules(drawTerrain(`.${'~'.repeat(15)}.`)));
    island.join('ada', 0, 0);
    island.ask('ada', move(16, 0));
    expect(island.advance()).toEqual([CANNOT_GET_THERE]);
  });

  it('[MV7] the tile of a point is the one that holds it, below zero too', () => {
    const scene = createScene(bareRules(openGround(10, 10, { x: -5, z: -5 })));
    const ada = scene.join('ada', 0, 0);
    scene.ask('ada', move(-0.5, -0.01));
    scene.advance();
    expect(ada.position).toMatchObject({ x: -1, z: -1 });
  });
});

describe('run energy', () => {
  it('[EN1] a tick of two steps costs 59, any other gives 15 back', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(13, 10, { running: true }));
    scene.advance();
    expect(ada.player.runEnergy).toBe(RUN_ENERGY_FULL - 59);
    scene.advance();
    expect(ada.player.runEnergy).toBe(RUN_ENERGY_FULL - 59 + 15);
    scene.advance(10);
    expect(ada.player.runEnergy).toBe(RUN_ENERGY_FULL);
  });

  it('[OD2] a running tick of one step is no running', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    ada.player.runEnergy = 500;
    scene.ask('ada', move(11, 10, { running: true }));
    scene.advance();
    expect(ada.player.runEnergy).toBe(515);
  });

  it('[EN2] [OD1] the last of it pays for a whole tick; then the switch is off and feet walk', () => {
    const scene = createScene(bareRules(MEADOW));
    const ada = scene.join('ada', 10, 10);
    Object.assign(ada.player, { runEnergy: 60, running: true });
    scene.ask('ada', move(40, 10));
    scene.advance();
    expect([ada.position.x, ada.player.runEnergy, ada.player.running]).toEqual([12, 1, true]);
    scene.advance();
    expect([ada.position.x, ada.player.runEnergy, ada.player.running]).toEqual([14, 0, false]);
    scene.advance();
    expect([ada.position.x, ada.player.runEnergy]).toEqual([15, 15]);
  });

  it('[EN3] the switch goes on from 100, and off at any time', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    ada.player.runEnergy = 50;
    scene.ask('ada', setRunning(true));
    expect(scene.advance()).toEqual([
      { kind: 'refused', id: 'ada', text: 'You are too tired to run.', request: 'setRunning' },
    ]);
    ada.player.runEnergy = 100;
    scene.ask('ada', setRunning(true));
    expect(scene.advance()).toEqual([]);
    expect(ada.player.running).toBe(true);
    ada.player.runEnergy = 1;
    scene.ask('ada', setRunning(false));
    scene.advance();
    expect(ada.player.running).toBe(false);
  });

  it('[EN1] nobody else turns north by resting', () => {
    const scene = createScene();
    const ada = scene.join('ada', 10, 10);
    scene.ask('ada', move(10, 12));
    scene.advance(5);
    expect(ada.position.heading).toBe(N);
  });
});

import { describe, expect, it } from 'vitest';
import { createScene } from '../world.test-kit.ts';
import { processOrder } from '../world.ts';

const idsOf = (scene: ReturnType<typeof createScene>) => processOrder(scene.world).map(({ id }) => id);

describe('the process order', () => {
  it('[PO1] is by rolled key, ties by slot', () => {
    const scene = createScene();
    for (const id of ['ada', 'bo', 'cy']) scene.join(id);
    for (const [id, turn] of [
      ['ada', 5],
      ['bo', 3],
      ['cy', 5],
    ] as const) {
      scene.player(id).player.turn = turn;
    }
    expect(idsOf(scene)).toEqual(['bo', 'ada', 'cy']);
  });

  it('[PO1] decides who acts first', () => {
    const scene = createScene();
    for (const id of ['ada', 'bo']) scene.join(id);
    scene.advance();
    Object.assign(scene.player('ada').player, { turn: 2, turnUntilTick: 1e9 });
    Object.assign(scene.player('bo').player, { turn: 1, turnUntilTick: 1e9 });
    for (const id of ['ada', 'bo']) scene.ask(id, { name: 'moveRequest', payload: { x: 900, z: 900, running: false } });
    expect(scene.advance().map((fact) => ('id' in fact ? fact.id : ''))).toEqual(['bo', 'ada']);
  });

  it('[PO2] is rolled again for each player after 100 to 150 ticks', () => {
    const scene = createScene();
    const ada = scene.join('ada');
    scene.advance();
    const lengths: number[] = [];
    for (let round = 0; round < 60; round++) {
      const { turn } = ada.player;
      let ticks = 0;
      while (ada.player.turn === turn && ticks < 200) {
        scene.advance();
        ticks++;
      }
      lengths.push(ticks);
    }
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(150);
    expect(new Set(lengths).size).toBeGreaterThan(20);
  });

  it('[PO3] has newcomers first until the end of their first turn', () => {
    const scene = createScene();
    scene.join('ada');
    scene.join('bo');
    expect(idsOf(scene)[0]).toBe('bo');
    expect(scene.player('bo').player.turn).toBe(0);
    scene.advance();
    expect(scene.player('bo').player.turn).toBeGreaterThan(0);
  });

  it('[PO2] has everybody first in their time', () => {
    const scene = createScene();
    const ids = ['ada', 'bo', 'cy', 'dee'];
    for (const id of ids) scene.join(id);
    const firsts = new Map<string, number>();
    for (let tick = 0; tick < 8000; tick++) {
      scene.advance();
      const first = idsOf(scene)[0] ?? '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const id of ids) expect(firsts.get(id) ?? 0, id).toBeGreaterThan(1000);
  });
});

import { describe, expect, it } from 'vitest';
import type { Entity, Wander } from '../components.ts';
import type { Rules } from '../rules.ts';
import { bareRules, createScene, drawTerrain, MEADOW, type Scene } from '../world.test-kit.ts';
import { entities } from '../world.ts';

const [E, N, NE] = [1, 3, 7] as const;

function farm(spawns: readonly { x: number; z: number }[], terrain = MEADOW, wanderTiles = 5, seed = 7): Scene {
  const kinds: Rules['kinds'] = { hen: { type: 'creature', name: 'Hen', examine: '', verbs: [], wanderTiles } };
  return createScene(bareRules(terrain, { kinds, spawns: spawns.map((at) => ({ kind: 'hen', ...at })) }), seed);
}

function wanderOf(hen: Entity | undefined): Wander {
  if (hen?.wander === undefined) throw new Error('no wanderer');
  return hen.wander;
}

/** Sends a wanderer somewhere, whatever the dice say. */
function send(hen: Entity | undefined, x: number, z: number): void {
  wanderOf(hen).goal = { x, z };
}

describe('wanderers', () => {
  it('[CR1] set out in one of eight idle ticks', () => {
    let idle = 0;
    let started = 0;
    for (let seed = 0; seed < 40; seed++) {
      const scene = farm([{ x: 30, z: 30 }], MEADOW, 5, seed);
      const [hen] = entities(scene.world);
      for (let tick = 0; tick < 100; tick++) {
        const wasIdle = wanderOf(hen).goal === undefined;
        const before = scene.world.dice.counter;
        scene.advance();
        if (!wasIdle) continue;
        idle++;
        if (scene.world.dice.counter - before > 1) started++;
      }
    }
    expect(idle).toBeGreaterThan(1000);
    expect(started / idle).toBeGreaterThan(1 / 9);
    expect(started / idle).toBeLessThan(1 / 7);
  });

  it('[CR1] stay within their range of home, and use all of it', () => {
    const scene = farm([{ x: 30, z: 30 }], MEADOW, 3);
    const [hen] = entities(scene.world);
    const xs: number[] = [];
    const zs: number[] = [];
    for (let tick = 0; tick < 5000; tick++) {
      scene.advance();
      xs.push(hen?.position.x ?? 0);
      zs.push(hen?.position.z ?? 0);
    }
    expect([Math.min(...xs), Math.max(...xs), Math.min(...zs), Math.max(...zs)]).toEqual([27, 33, 27, 33]);
  });

  it('[CR1] without a range stay where they are', () => {
    const scene = farm([{ x: 30, z: 30 }], MEADOW, 0);
    const [hen] = entities(scene.world);
    scene.advance(500);
    expect(hen?.wander).toBeUndefined();
    expect(hen?.position).toMatchObject({ x: 30, z: 30 });
  });

  it('[CR2] step straight at their goal, one tile a tick', () => {
    const scene = farm([{ x: 30, z: 30 }], MEADOW, 20);
    const [hen] = entities(scene.world);
    send(hen, 33, 31);
    scene.advance();
    expect(hen?.mobile?.taken).toEqual([NE]);
    expect(hen?.position).toEqual({ x: 31, z: 31, heading: NE });
    expect(hen?.mobile?.behind).toEqual({ x: 30, z: 30 });
    scene.advance(2);
    expect(hen?.position).toEqual({ x: 33, z: 31, heading: E });
    scene.advance();
    expect(hen?.mobile?.taken).toEqual([]);
  });

  it('[CR2] [OD6] go along x, else along z, else give up', () => {
    const scene = farm([{ x: 1, z: 1 }], drawTerrain('.....', '..#..', '.....', '.....'), 5);
    const [hen] = entities(scene.world);
    send(hen, 3, 3);
    scene.advance();
    expect(hen?.mobile?.taken).toEqual([E]);
    scene.advance();
    expect(hen?.mobile?.taken).toEqual([E]);
    const behindAWall = farm([{ x: 1, z: 1 }], drawTerrain('.....', '.....', '..#..', '..#..'), 5);
    const [stuck] = entities(behindAWall.world);
    send(stuck, 4, 2);
    behindAWall.advance();
    expect(stuck?.mobile?.taken).toEqual([N]);
    const penned = farm([{ x: 0, z: 0 }], drawTerrain('##.', '.#.'), 5);
    const [pent] = entities(penned.world);
    send(pent, 2, 0);
    penned.advance();
    expect([pent?.position.x, wanderOf(pent).goal]).toEqual([0, undefined]);
  });

  it('[CR3] never share a tile, in a pen full of them', () => {
    const spawns = Array.from({ length: 12 }, (_, index) => ({ x: index % 4, z: Math.floor(index / 4) }));
    const scene = farm(spawns, drawTerrain('....', '....', '....', '....'), 4);
    let moved = 0;
    for (let tick = 0; tick < 1000; tick++) {
      scene.advance();
      const tiles = [...entities(scene.world)].map(({ position }) => `${position.x},${position.z}`);
      expect(new Set(tiles).size).toBe(12);
      moved += [...entities(scene.world)].filter(({ mobile }) => mobile?.taken.length === 1).length;
    }
    expect(moved).toBeGreaterThan(500);
  });

  it('[CR3] [OD4] are not kept away by players', () => {
    const scene = farm([{ x: 30, z: 30 }], MEADOW, 9);
    scene.join('ada', 31, 30);
    const [hen] = entities(scene.world);
    send(hen, 31, 30);
    scene.advance();
    expect(hen?.position.x).toBe(31);
  });

  it('[CR4] are put back after 500 ticks without a step, once their home is free', () => {
    const scene = farm([{ x: 0, z: 0 }], drawTerrain('.#.#.'), 1);
    const [hen] = entities(scene.world);
    if (hen !== undefined) hen.position = { ...hen.position, x: 2 };
    scene.advance(499);
    expect(hen?.position.x).toBe(2);
    scene.advance();
    expect([hen?.position.x, hen?.mobile?.jumped]).toEqual([0, true]);
    scene.advance();
    expect(hen?.mobile?.jumped).toBe(false);
  });

  it('[CR4] wait as long as another stands at their home', () => {
    const terrain = drawTerrain('.#.');
    const scene = farm(
      [
        { x: 0, z: 0 },
        { x: 0, z: 0 },
      ],
      terrain,
      1,
    );
    const [first, second] = entities(scene.world);
    if (first !== undefined) first.position = { ...first.position, x: 2 };
    scene.advance(700);
    expect(first?.position.x).toBe(2);
    if (second !== undefined) second.position = { ...second.position, x: 2 };
    scene.advance();
    expect(first?.position.x).toBe(0);
  });

  it('[CR5] take their turns by slot', () => {
    const scene = farm(
      [
        { x: 30, z: 30 },
        { x: 31, z: 30 },
      ],
      MEADOW,
      9,
    );
    const [first, second] = entities(scene.world);
    send(first, 31, 30);
    send(second, 32, 30);
    scene.advance();
    expect([first?.position.x, second?.position.x]).toEqual([30, 32]);
    send(first, 31, 30);
    scene.advance();
    expect(first?.position.x).toBe(31);
  });

  it('[TM3] that fail stop no other', () => {
    const scene = farm(
      [
        { x: 30, z: 30 },
        { x: 40, z: 30 },
      ],
      MEADOW,
      9,
    );
    const [first, second] = entities(scene.world);
    send(first, 31, 30);
    send(second, 41, 30);
    if (first?.mobile !== undefined) Object.freeze(first);
    const facts = scene.advance();
    expect(facts).toEqual([expect.objectContaining({ kind: 'faulted', id: first?.id, phase: 'creatures' })]);
    expect(second?.position.x).toBe(41);
  });
});

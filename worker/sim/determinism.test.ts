import { describe, expect, it } from 'vitest';
import { type Bots, botCommands, createBots, VILLAGE } from './bots.test-kit.ts';
import type { Fact } from './fact.ts';
import { parseWorld, snapshot, stateHash } from './hash.ts';
import { populate } from './populate.ts';
import { tick } from './tick.ts';
import { createWorld, type World } from './world.ts';

const SEEDS = [1, 2, 3, 5, 8];
const TICKS = 2000;
const BOTS = 12;

interface Run {
  world: World;
  bots: Bots;
}

function begin(seed: number): Run {
  const world = createWorld('village', 5000, seed);
  populate(world, VILLAGE);
  return { world, bots: createBots(seed, BOTS) };
}

function step({ world, bots }: Run): Fact[] {
  return tick(world, VILLAGE, botCommands(bots, world, VILLAGE));
}

function hashes(seed: number, ticks = TICKS): string[] {
  const run = begin(seed);
  return Array.from({ length: ticks }, () => {
    step(run);
    return stateHash(run.world);
  });
}

describe('one seed', { timeout: 120_000 }, () => {
  it.each(SEEDS)('[TM2] %d gives the same world at every one of 2,000 ticks', (seed) => {
    const first = hashes(seed);
    expect(hashes(seed)).toEqual(first);
    expect(new Set(first).size).toBe(TICKS);
  });

  it('[TM2] gives another world than the next seed', () => {
    expect(hashes(1, 20).at(-1)).not.toBe(hashes(2, 20).at(-1));
  });

  it.each(SEEDS)('[TM4] %d goes on from its snapshot as if nothing had been', (seed) => {
    const kept = begin(seed);
    const reread = begin(seed);
    for (let count = 0; count < 600; count++) {
      const facts = step(kept);
      const again = step(reread);
      expect(JSON.stringify(again)).toBe(JSON.stringify(facts));
      const text = snapshot(kept.world);
      if (snapshot(reread.world) !== text) expect(reread.world).toEqual(kept.world);
      reread.world = parseWorld(text);
      if (count % 100 === 0) expect(reread.world).toEqual(kept.world);
      if (stateHash(reread.world) !== stateHash(kept.world)) expect.unreachable(`tick ${count}: the hash differs`);
    }
  });
});

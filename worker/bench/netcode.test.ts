import { describe, expect, test } from 'vitest';
import { measureRemotes } from './netcode/remotes.ts';
import { mean } from './netcode/sums.ts';
import { measureNetcode, NETWORKS, type NetcodeFigures, type NetcodeOptions } from './netcode.ts';

const SEEDS = [1, 2, 3];
const SECONDS = 240;
const NEAR = NETWORKS['80 ms ± 10'];
const FAR = NETWORKS['250 ms ± 60, 2 % loss'];
const ROUGH = NETWORKS['200 ms ± 120, 5 % loss'];

async function average(options: Omit<NetcodeOptions, 'seed' | 'seconds'>): Promise<NetcodeFigures> {
  const runs = await Promise.all(SEEDS.map((seed) => measureNetcode({ ...options, seed, seconds: SECONDS })));
  const of = (key: keyof NetcodeFigures) => mean(runs.map((run) => run[key]));
  return {
    clicks: of('clicks'),
    motionMs50: of('motionMs50'),
    motionMs95: of('motionMs95'),
    snapsPerMinute: of('snapsPerMinute'),
    mispredictedPerMinute: of('mispredictedPerMinute'),
    distance99: of('distance99'),
    distanceMost: of('distanceMost'),
    smoothness: of('smoothness'),
    finalTiles: of('finalTiles'),
  };
}

describe.each([
  { name: '80 ms ± 10', options: { quality: NEAR }, snaps: 0.2, smoothness: 0.1 },
  { name: '80 ms ± 10, running', options: { quality: NEAR, running: true }, snaps: 0.2, smoothness: 0.1 },
  { name: '80 ms ± 10, long frames', options: { quality: NEAR, hitches: 0.02 }, snaps: 0.2, smoothness: 0.1 },
  { name: '250 ms ± 60, 2 % loss', options: { quality: FAR }, snaps: 0.2, smoothness: 0.1 },
  { name: '250 ms ± 60, 2 % loss, running', options: { quality: FAR, running: true }, snaps: 0.2, smoothness: 0.1 },
  { name: '200 ms ± 120, 5 % loss, wild', options: { quality: ROUGH, wild: true }, snaps: 1, smoothness: 0.25 },
])('the own character at $name', ({ options, snaps, smoothness }) => {
  test('moves within two frames, seldom snaps, keeps to the true path and runs smoothly', async () => {
    const figures = await average(options);
    expect(figures.clicks).toBeGreaterThan(60);
    expect(figures.motionMs95).toBeLessThanOrEqual(33);
    expect(figures.snapsPerMinute).toBeLessThanOrEqual(snaps);
    expect(figures.distance99).toBeLessThanOrEqual(0.15);
    expect(figures.smoothness).toBeLessThanOrEqual(smoothness);
    expect(figures.finalTiles).toBeLessThan(0.001);
  });
});

describe('what the game is measured against', () => {
  test('without prediction a click is felt after a round trip and a tick', async () => {
    const figures = await average({ quality: NEAR, policy: 'no prediction' });
    expect(figures.motionMs95).toBeGreaterThan(500);
  });

  test('snapping to the newest server tile snaps all the time', async () => {
    const figures = await average({ quality: NEAR, policy: 'snap at 0.5' });
    expect(figures.snapsPerMinute).toBeGreaterThan(5);
    expect(figures.distance99).toBeGreaterThan(0.5);
  });
});

test('a stop by the server glides and does not snap', async () => {
  const figures = await average({ quality: NEAR, stops: 0.02 });
  expect(figures.mispredictedPerMinute).toBeGreaterThan(0.5);
  expect(figures.snapsPerMinute).toBeLessThanOrEqual(0.2);
  expect(figures.finalTiles).toBeLessThan(0.001);
});

describe.each([
  { name: '80 ms ± 10', quality: NEAR, smoothness: 0.15 },
  { name: '250 ms ± 60, 2 % loss', quality: FAR, smoothness: 0.15 },
  { name: '200 ms ± 120, 5 % loss', quality: ROUGH, smoothness: 0.15 },
])('others at $name', ({ quality, smoothness }) => {
  test('seldom stall, and walk smoothly along their true path', async () => {
    const runs = await Promise.all(SEEDS.map((seed) => measureRemotes({ quality, seed, seconds: SECONDS })));
    expect(mean(runs.map((run) => run.stallsPerMinute))).toBeLessThanOrEqual(3);
    expect(mean(runs.map((run) => run.smoothness))).toBeLessThanOrEqual(smoothness);
    expect(mean(runs.map((run) => run.distance99))).toBeLessThanOrEqual(0.15);
  });
});

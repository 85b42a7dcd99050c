import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { CLOSE_CODES } from '../../../shared/protocol/close-codes.ts';
import { MIDDLE } from './clutter.ts';
import { createRig, OWN_ID, type Rig } from './rig.ts';

const CALM = { oneWayMs: 40, jitterMs: 10, loss: 0 };

function gapToServer({ client, region }: Rig): number {
  const actor = client.actor(OWN_ID);
  const own = region.player(OWN_ID)?.position;
  if (actor === undefined || own === undefined) return Number.POSITIVE_INFINITY;
  return Math.hypot(actor.x - own.x - 0.5, actor.z - own.z - 0.5);
}

describe('a hidden page', () => {
  test('takes everything in without frames, and shows it without animation on return', async () => {
    const rig = await createRig(CALM, 1);
    rig.region.join('other', { x: MIDDLE.x + 1, z: MIDDLE.z });
    rig.draw(2000);
    rig.client.moveTo(MIDDLE.x - 5.5, MIDDLE.z + 4.5);
    rig.draw(300);
    rig.region.command('other', { name: 'moveRequest', payload: { x: MIDDLE.x + 6, z: MIDDLE.z - 6, running: true } });
    rig.time.advanceTo(rig.time.now() + 60_000);
    rig.client.resume();
    rig.client.frame(rig.time.now());
    const other = rig.region.player('other')?.position;
    const drawn = rig.client.actor('other');
    expect(gapToServer(rig)).toBeLessThan(0.01);
    expect(drawn).toMatchObject({ x: (other?.x ?? 0) + 0.5, z: (other?.z ?? 0) + 0.5, moving: 'still' });
    expect(rig.client.stats().snaps).toBe(0);
  });
});

describe('a lost connection', () => {
  test('is noticed, comes back with a new ticket into the same body, and drops the moves on their way', async () => {
    const rig = await createRig(CALM, 2);
    const kinds: string[] = [];
    rig.client.onState(({ kind }) => kinds.push(kind));
    rig.cut();
    rig.client.moveTo(MIDDLE.x + 5.5, MIDDLE.z + 5.5);
    expect(rig.client.stats().pendingMoves).toBe(1);
    await rig.time.pass(9000);
    expect(rig.client.state.kind).toBe('lagging');
    await rig.time.pass(5000);
    expect(kinds).toEqual(['lagging', 'reconnecting', 'online']);
    expect(rig.client.stats().pendingMoves).toBe(0);
    rig.draw(2000);
    expect(gapToServer(rig)).toBeLessThan(0.01);
    rig.client.moveTo(MIDDLE.x + 0.5, MIDDLE.z - 1.5);
    rig.draw(4000);
    expect(rig.region.player(OWN_ID)?.position).toMatchObject({ x: MIDDLE.x, z: MIDDLE.z - 2 });
    expect(gapToServer(rig)).toBeLessThan(0.01);
  });

  test('by a restart is answered after a second or so', async () => {
    const rig = await createRig(CALM, 3);
    rig.region.closeAll(CLOSE_CODES.restart, 'restart');
    await rig.time.pass(200);
    expect(rig.client.state).toMatchObject({ kind: 'reconnecting', attempt: 1 });
    expect(rig.client.moveTo(1, 1)).toBeUndefined();
    await rig.time.pass(2500);
    expect(rig.client.state.kind).toBe('online');
  });
});

describe('a silent place', () => {
  test('is not mistaken for a lost connection, and costs no frames beyond the measurement', async () => {
    const rig = await createRig(CALM, 4);
    const states: string[] = [];
    rig.client.onState(({ kind }) => states.push(kind));
    rig.draw(10_000);
    const { framesIn } = rig.client.stats();
    rig.draw(60_000);
    expect(states).toEqual([]);
    expect(rig.client.stats().framesIn - framesIn).toBeLessThanOrEqual(13);
  });
});

describe('running', () => {
  test('energy runs out in the same tick on both ends', async () => {
    const rig = await createRig(CALM, 5);
    rig.client.setRunning(true);
    const differences = new Set<number>();
    for (let turn = 0; turn < 60; turn++) {
      rig.client.moveTo(MIDDLE.x + (turn % 2 === 0 ? 12.5 : -12.5), MIDDLE.z + 0.5);
      rig.draw(6000);
      differences.add((rig.region.player(OWN_ID)?.player.runEnergy ?? 0) - rig.client.own.runEnergy);
    }
    expect(rig.region.player(OWN_ID)?.player.running).toBe(false);
    expect(rig.client.own.running).toBe(false);
    expect(rig.client.stats().mispredictedTicks).toBe(0);
    expect([...differences].every((difference) => Math.abs(difference) < 200)).toBe(true);
  });
});

describe('an hour of walking', () => {
  test('leaves the heap as it was', { timeout: 60_000 }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void; // the flag has just put it there
    const rig = await createRig(CALM, 6);
    for (let index = 0; index < 5; index++) rig.region.join(`other${index}`, { x: MIDDLE.x, z: MIDDLE.z });
    const walk = (minutes: number) => {
      for (let turn = 0; turn < minutes * 10; turn++) {
        const x = MIDDLE.x + (rig.random() - 0.5) * 24;
        const z = MIDDLE.z + (rig.random() - 0.5) * 24;
        rig.client.moveTo(x, z, turn % 3 === 0);
        const payload = { x: x + 2, z: z - 2, running: false };
        rig.region.command(`other${turn % 5}`, { name: 'moveRequest', payload });
        rig.draw(6000);
      }
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = walk(5);
    const after = walk(60);
    expect(after - before).toBeLessThan(1_500_000);
  });
});

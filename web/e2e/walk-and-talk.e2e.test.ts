import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../worker/run/chromium.ts';
import { type DelayingProxy, startDelayingProxy } from './delaying-proxy.ts';
import { PHONE, Player } from './player.ts';
import { type Served, serveWorld } from './served.ts';

let world: Served;
let browser: Browser;
let proxy: DelayingProxy;

beforeAll(async () => {
  const found = await findChromium();
  [world, browser] = await Promise.all([serveWorld(), chromium.launch(found)]);
  proxy = await startDelayingProxy(world.workerPort, { delayMs: 0, jitterMs: 0 }, seededRandom(11));
});

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await world?.stop();
});

/** Uniform in 0 to 1, the same every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('two people in Larkmere', () => {
  it('see each other, walk and talk; one loses the connection and comes back into the same body', async () => {
    const ada = await Player.comeBack(browser, world.page({ driver: '1' }), world.apiUrl, 'Ada');
    const bertUrl = world.page({ driver: '1', api: `http://localhost:${proxy.port}` });
    const bert = await Player.comeBack(browser, bertUrl, world.apiUrl, 'Bert');
    await ada.until((state) => state.actors.some((actor) => actor.name === 'Bert'), 'Bert in view');
    await bert.until((state) => state.actors.some((actor) => actor.name === 'Ada'), 'Ada in view');

    const field = ada.page.locator('#chat-input');
    await ada.page.keyboard.press('Enter');
    await field.fill('Good evening, Bert');
    await field.press('Enter');
    await bert.until((state) => state.said.includes('Ada: Good evening, Bert'), 'what Ada said');

    const start = (await bert.state()).own;
    if (start === undefined) throw new Error('Bert has no body');
    await bert.walkTo(start.x + 3, start.z);
    const seen = await ada.until((state) => {
      const actor = state.actors.find(({ name }) => name === 'Bert');
      return actor !== undefined && Math.hypot(actor.x - start.x, actor.z - start.z) > 1.5;
    }, 'Bert walking');
    expect(seen.connection).toBe('online');

    const before = (await bert.until((state) => state.connection === 'online')).own;
    proxy.isDown = true;
    proxy.cut();
    await bert.until((state) => state.connection === 'reconnecting', 'the loss to be noticed');
    await bert.page.getByRole('button', { name: /try now/i }).waitFor();
    proxy.isDown = false;
    const after = await bert.until((state) => state.connection === 'online' && state.own !== undefined, 'the way back');
    expect(after.own?.id).toBe(before?.id);
    expect((await ada.state()).actors.some((actor) => actor.name === 'Bert')).toBe(true);

    expect([...ada.faults, ...bert.faults]).toEqual([]);
    await Promise.all([ada.close(), bert.close()]);
  });

  it('a phone walks by tap', async () => {
    const cleo = await Player.enter(browser, world.page({ driver: '1' }), 'Cleo', { size: PHONE, touch: true });
    const start = (await cleo.state()).own;
    if (start === undefined) throw new Error('Cleo has no body');
    const target = await cleo.page.evaluate(
      ([x, z]) => window.larkmark?.screenOf(x ?? 0, z ?? 0),
      [start.x - 2, start.z - 2],
    );
    if (target === undefined) throw new Error('the ground beside Cleo is not on the screen');
    await cleo.page.touchscreen.tap(target.x, target.y);
    await cleo.until((state) => {
      const { own } = state;
      return own !== undefined && Math.hypot(own.x - start.x, own.z - start.z) > 1;
    }, 'the walk');
    expect(cleo.faults).toEqual([]);
    await cleo.close();
  });

  it('moves within two frames of the click at 100 ms ± 30 ms', async () => {
    proxy.shape = { delayMs: 50, jitterMs: 15 };
    const url = world.page({ driver: '1' });
    const dora = await Player.comeBack(browser, url, world.apiUrl, 'Dora', { socketPort: proxy.port });
    const waits: number[] = [];
    for (const [dx, dz] of [
      [3, 0],
      [-3, 0],
      [0, 3],
      [0, -3],
    ] as const) {
      const start = (await dora.until((state) => state.own !== undefined)).own;
      if (start === undefined) throw new Error('Dora has no body');
      await dora.page.evaluate(() => window.larkmark?.record());
      const clicked = await dora.walkTo(start.x + dx, start.z + dz);
      await dora.until(
        (state) => state.own !== undefined && Math.hypot(state.own.x - start.x, state.own.z - start.z) > 1.2,
        'the walk',
      );
      const frames = await dora.page.evaluate(() => window.larkmark?.recorded() ?? []);
      // Judged by the recorded frames, not by the clock: software rendering has few of them.
      const after = frames.filter((frame) => frame.nowMs >= clicked);
      waits.push(after.findIndex((frame) => Math.hypot(frame.x - start.x, frame.z - start.z) > 0.001));
      await dora.until(
        (state) => state.own !== undefined && Math.hypot(state.own.x - start.x - dx, state.own.z - start.z - dz) < 0.01,
        'the stop',
      );
    }
    expect(waits.every((wait) => wait >= 0 && wait < 2)).toBe(true);
    expect(dora.faults).toEqual([]);
    await dora.close();
  });
});

// `npm run look -- --out DIR`: pictures of places and windows at both sizes, from a world whose clock and dice are fixed.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../worker/run/chromium.ts';
import { DESKTOP, PHONE, Player } from '../e2e/player.ts';
import { type Served, serveWorld } from '../e2e/served.ts';

/** Where a picture is taken from, and when. */
interface View {
  readonly name: string;
  /** World coordinates to stand on. */
  readonly at: readonly [x: number, z: number];
  /** Radians that the camera turns from north, and tilts from where it starts. */
  readonly turn: number;
  readonly tilt: number;
  /** Tiles further away (or nearer) than it starts. */
  readonly away: number;
  /** Hour of the day, 0 to 1. */
  readonly day: number;
}

const VIEWS: readonly View[] = [
  { name: 'village-noon', at: [65.5, 57.5], turn: 0.5, tilt: 0, away: 0, day: 0.5 },
  { name: 'hearth-golden', at: [63.5, 58.5], turn: -0.7, tilt: -0.1, away: 2, day: 0.71 },
  { name: 'bridge-noon', at: [43.5, 62.5], turn: -1.2, tilt: 0, away: 2, day: 0.45 },
  { name: 'gate-morning', at: [79.5, 61.5], turn: 1.5, tilt: -0.15, away: 3, day: 0.33 },
  { name: 'grove-noon', at: [38.5, 86.5], turn: -0.6, tilt: 0, away: 2, day: 0.55 },
  { name: 'village-dusk', at: [65.5, 57.5], turn: 0.5, tilt: -0.1, away: 1, day: 0.79 },
  { name: 'village-night', at: [65.5, 57.5], turn: 0.5, tilt: 0, away: 0, day: 0.02 },
];

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/look' },
    quality: { type: 'string', default: 'high' },
    only: { type: 'string' },
  },
});
const out = values.out;
mkdirSync(out, { recursive: true });

const found = await findChromium();
const world = await serveWorld({ TICK_DRIVER: 'step' });
const browser = await chromium.launch(found);
const keepStepping = setInterval(() => void step(world, 1), 150);
try {
  for (const [sizeName, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    await title(sizeName, size);
    await places(sizeName, size);
  }
} finally {
  clearInterval(keepStepping);
  await browser.close();
  await world.stop();
}

async function step({ apiUrl }: Served, ticks: number): Promise<void> {
  const body = JSON.stringify({ action: 'step', ticks });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${apiUrl}/dev/regions/hearthvale/time`, { method: 'POST', body, headers });
}

/** The pages before the game: title, and making a character. */
async function title(sizeName: string, size: typeof DESKTOP): Promise<void> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.goto(world.page());
  await page.getByRole('button', { name: 'Play as guest' }).waitFor();
  await picture(page, sizeName, 'title');
  await page.getByRole('button', { name: 'Play as guest' }).click();
  await page.getByLabel('Name').fill('Rowan');
  await page.waitForTimeout(1500);
  await picture(page, sizeName, 'creation');
  await context.close();
}

/** The game: every place, then the windows. */
async function places(sizeName: string, size: typeof DESKTOP): Promise<void> {
  const quality = values.quality === 'high' ? 'high' : 'medium';
  const touch = sizeName === 'phone';
  const wren = await Player.enter(browser, world.page({ driver: '1' }), `Wren${sizeName[0]}`, { quality: 'potato' });
  const rowan = await Player.enter(browser, world.page({ driver: '1' }), `Rowan${sizeName[0]}`, {
    size,
    touch,
    quality,
  });
  for (const view of VIEWS) {
    if (values.only !== undefined && !view.name.includes(values.only)) continue;
    await stand(wren, view.at[0] - 1.5, view.at[1] + 1);
    await stand(rowan, ...view.at);
    await aim(rowan.page, view);
    await wren.page.evaluate(() => window.larkmark?.say('A fine day for it.'));
    await wren.page.evaluate(() => window.larkmark?.emote('wave'));
    await rowan.page.waitForTimeout(2500);
    await rowan.page.evaluate(() => window.larkmark?.hold(12_000));
    await rowan.page.waitForTimeout(1500);
    await picture(rowan.page, sizeName, view.name);
    await rowan.page.evaluate(() => window.larkmark?.hold(undefined));
    await aim(rowan.page, { ...view, turn: -view.turn, tilt: -view.tilt, away: -view.away });
  }
  await Promise.all([wren.close(), rowan.close()]);
}

async function stand(player: Player, x: number, z: number): Promise<void> {
  await player.walkTo(x, z);
  const isThere = (own: { x: number; z: number } | undefined) =>
    own !== undefined && Math.hypot(own.x - x, own.z - z) < 1.5;
  await player
    .until((state) => isThere(state.own), `reaching ${x}, ${z}`)
    .catch((error: unknown) => console.warn(String(error)));
}

async function aim(page: Page, { turn, tilt, away, day }: View): Promise<void> {
  await page.evaluate(
    (view) => {
      window.larkmark?.orbit(view.turn, view.tilt);
      window.larkmark?.zoom(view.away);
      window.larkmark?.setDay(view.day);
    },
    { turn, tilt, away, day },
  );
}

async function picture(page: Page, sizeName: string, name: string): Promise<void> {
  const path = join(out, `${sizeName}-${name}.png`);
  await page.screenshot({ path, timeout: 120_000 });
  console.log(path);
}

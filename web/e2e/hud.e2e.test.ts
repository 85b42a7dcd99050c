import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../worker/run/chromium.ts';
import { ROOT } from '../../worker/run/paths.ts';
import { freePort } from './free-port.ts';

/** The interface in a browser, without a world: the gallery's scenes, the keyboard, the pointer and the phone. */

const DESKTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SCENES = [
  ...['login', 'login-error', 'characters', 'create-error', 'loading', 'playing', 'emotes', 'settings', 'help', 'menu'],
  ...['lagging', 'reconnecting', 'disconnected'],
];
/** Those that differ on a phone. */
const PHONE_SCENES = ['create', 'closed', 'chat', 'settings', 'menu'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: ViteDevServer;
let browser: Browser;
let port = 0;

beforeAll(async () => {
  port = await freePort();
  server = await createServer({
    configFile: join(ROOT, 'web/vite.config.ts'),
    logLevel: 'error',
    server: { port, strictPort: true, host: '127.0.0.1', hmr: false },
  });
  await server.listen();
  const found = await findChromium();
  // No world is drawn here: without the graphics card that findChromium imitates, pages are painted many times faster.
  const args = found.args.filter((arg) => !arg.includes('swiftshader') && !arg.startsWith('--use-gl'));
  browser = await chromium.launch({ ...found, args: [...args, '--disable-gpu'] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A gallery page in a context of its own, and what it printed. */
async function open(scene: string, options: BrowserContextOptions): Promise<{ page: Page; printed: string[] }> {
  // The page's policy forbids scripts of others; axe is one.
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  page.on('pageerror', (error) => printed.push(`error ${error.message}`));
  await page.goto(`http://127.0.0.1:${port}/run/hud-gallery/?scene=${scene}`);
  await page.waitForSelector('#hud .screens > *');
  return { page, printed };
}

/** What axe finds, as `rule: elements`. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // As text: axe lives in the page, where the compiler knows nothing of it.
  return page.evaluate<string[]>(`axe.run(document).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}

/** Sides in CSS pixels of the visible buttons of the page, the smaller of the two, by label. */
function buttonSides(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const sides: Record<string, number> = {};
    for (const button of document.querySelectorAll<HTMLElement>('button:not(.compass)')) {
      const { width, height } = button.getBoundingClientRect();
      if (width > 0) sides[button.ariaLabel ?? button.textContent ?? ''] = Math.min(width, height);
    }
    return sides;
  });
}

/** Changes the scene, and waits for the frame and for what moves; the banner is left out, which stays for seconds. */
async function show(page: Page, scene: string): Promise<void> {
  await page.evaluate(async (detail) => {
    document.dispatchEvent(new CustomEvent('scene', { detail }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const isBanner = (each: Animation) => each instanceof CSSAnimation && each.animationName === 'notice';
    const moving = document.getAnimations().filter((each) => !isBanner(each));
    await Promise.all(moving.map((each) => each.finished));
  }, scene);
}

/** Waits until the page prints a line that begins so: printing takes its time from page to test. */
async function hears(printed: readonly string[], line: string): Promise<void> {
  await expect.poll(() => printed.some((each) => each.startsWith(line)), { message: line, timeout: 5000 }).toBe(true);
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '');

test.each([
  ['desktop', DESKTOP, SCENES],
  ['phone', PHONE, PHONE_SCENES],
] as const)('on a %s axe finds no fault, and nothing is wider than the window', async (_name, options, scenes) => {
  const { page, printed } = await open('login', options);
  await page.evaluate(() => document.fonts.ready);
  for (const scene of scenes) {
    await show(page, scene);
    expect(await axeFindings(page), scene).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), scene).toBe(0);
  }
  expect(printed.filter((line) => line.startsWith('error'))).toEqual([]);
  await page.context().close();
});

describe('with the keyboard', () => {
  test('the title waits with its button in focus, and Enter plays', async () => {
    const { page, printed } = await open('login', DESKTOP);
    expect(await focused(page)).toBe('Play as guest');
    await page.keyboard.press('Enter');
    await hears(printed, 'playAsGuest');
    await page.context().close();
  });

  test('a menu opens with its first verb in focus; arrows, digits and Escape work', async () => {
    const { page, printed } = await open('menu', DESKTOP);
    expect(await focused(page)).toBe('Chop down Oak');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('Cancel');
    await page.keyboard.press('Escape');
    expect(await page.locator('[role=menu]').count()).toBe(0);
    await page.getByRole('button', { name: 'More about Sir Aldric' }).press('Enter');
    expect(await focused(page)).toContain('Talk to');
    await page.keyboard.press('2');
    await hears(printed, 'Follow');
    expect(await focused(page), 'focus goes back where it came from').toBe('More about Sir Aldric');
    await page.context().close();
  });

  test('Enter goes to the chat, sends, and goes back to the world', async () => {
    const { page, printed } = await open('playing', DESKTOP);
    await page.locator('canvas.world').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'chat-input');
    await page.keyboard.type('hello wasd?');
    expect(printed.filter((line) => line.startsWith('step'))).toEqual([]);
    await page.keyboard.press('Enter');
    await hears(printed, 'say hello wasd?');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'chat-input');
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue('#chat-input')).toBe('hello wasd?');
    await page.keyboard.press('Escape');
    await page.keyboard.down('w');
    await hears(printed, 'step');
    await page.keyboard.up('w');
    await page.context().close();
  });

  test('one moves through windows, rows and gestures by arrows', async () => {
    const { page, printed } = await open('playing', DESKTOP);
    await page.getByRole('button', { name: 'Nearby', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Wave' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Cheer');
    await page.keyboard.press('Enter');
    await hears(printed, 'emote cheer');
    await page.context().close();
  });

  test('without a connection focus stays in the dialog, which only an answer closes', async () => {
    const { page, printed } = await open('reconnecting', DESKTOP);
    expect(await focused(page)).toBe('Try now');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.game > :not(dialog)') ?? null)).toBeNull();
    await page.getByRole('button', { name: 'Try now' }).click();
    await hears(printed, 'retryNow');
    await page.context().close();
  });

  test('a name that is not allowed is told while it is typed, and not sent', async () => {
    const { page, printed } = await open('create', DESKTOP);
    await page.getByLabel('Name').fill('Rowan_1');
    expect(await page.locator('#name-hint').textContent()).toContain('Only letters');
    await page.getByRole('button', { name: 'Enter the world' }).click();
    expect(printed.filter((line) => line.startsWith('createCharacter'))).toEqual([]);
    await page.getByLabel('Name').fill('Rowan');
    await page.getByLabel('Name').press('Enter');
    await hears(printed, 'createCharacter Rowan');
    await page.context().close();
  });
});

describe('with a mouse', () => {
  test('a right click in a corner opens the menu inside of the window, and a press elsewhere only closes it', async () => {
    const { page, printed } = await open('closed', DESKTOP);
    await page.mouse.click(3, 300, { button: 'right' });
    const box = await page.locator('[role=menu]').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    // Near the menu: a mouse that goes far closes it without a press.
    const beside = Math.round((box?.x ?? 0) + (box?.width ?? 0) + 20);
    await page.mouse.click(beside, 320);
    await expect.poll(() => page.locator('[role=menu]').count()).toBe(0);
    await page.mouse.click(beside, 340);
    await hears(printed, `primary ${beside} 340`);
    expect(printed.filter((line) => line.startsWith('primary'))).toHaveLength(1);
    await page.context().close();
  });

  test('a held button goes on walking', async () => {
    const { page, printed } = await open('closed', DESKTOP);
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(460, 320);
    await hears(printed, 'hold 460 320');
    await page.mouse.up();
    await page.context().close();
  });
});

describe('with fingers', () => {
  test('every control of the game is at least 44 pixels large', async () => {
    const { page } = await open('closed', PHONE);
    for (const scene of ['playing', 'emotes', 'settings', 'chat', 'menu']) {
      await show(page, scene);
      const small = Object.entries(await buttonSides(page)).filter(([, side]) => side < 43.5);
      expect(small, scene).toEqual([]);
    }
    await page.context().close();
  });

  test('a tap acts, and a long press opens the menu without acting', async () => {
    const { page, printed } = await open('closed', PHONE);
    await page.touchscreen.tap(200, 400);
    await hears(printed, 'primary 200 400');
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 120, y: 300 }] });
    await page.waitForSelector('[role=menu]');
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await page.locator('[role=menu]').count()).toBe(1);
    expect(printed).not.toContain('primary 120 300');
    await page.context().close();
  });

  test('the chat opens from the bar and closes by its button', async () => {
    const { page } = await open('closed', PHONE);
    await page.getByRole('button', { name: 'Chat, 3 unread' }).tap();
    expect(await page.locator('#chat-input').count()).toBe(1);
    await page.getByRole('button', { name: 'Close chat' }).tap();
    expect(await page.getByRole('button', { name: 'Chat', exact: true }).count()).toBe(1);
    await page.context().close();
  });
});

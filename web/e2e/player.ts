import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DriverState } from '../game/driver.ts';

/** Sizes that the interface must work at. */
export const DESKTOP = { width: 1280, height: 720 };
export const PHONE = { width: 390, height: 844 };
/** What tests of play use: without a graphics card the picture costs by the pixel. */
export const SMALL = { width: 640, height: 360 };

/** How long software rendering may take for anything. */
const PATIENCE_MS = 90_000;

export interface PlayerOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly touch?: boolean;
  readonly quality?: 'high' | 'medium' | 'low' | 'potato';
  /** Port that the game's socket goes through instead of the Worker's own: a network with a delay. */
  readonly socketPort?: number;
}

/** Somebody at a browser of their own. */
export class Player {
  readonly page: Page;
  readonly name: string;
  readonly faults: string[] = [];
  private readonly context: BrowserContext;

  private constructor(context: BrowserContext, page: Page, name: string) {
    this.context = context;
    this.page = page;
    this.name = name;
    page.on('pageerror', (error) => this.faults.push(String(error)));
  }

  /** Opens the page, plays as a guest, makes a character by the interface alone, and enters. */
  static async enter(browser: Browser, url: string, name: string, options: PlayerOptions = {}): Promise<Player> {
    const player = await Player.open(browser, name, options);
    const { page } = player;
    await page.goto(url);
    await page.getByRole('button', { name: 'Play as guest' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Enter the world' }).click();
    await player.until(isPlaying, 'the world');
    return player;
  }

  /** Comes back as somebody who played here before: the account and the character are there already. */
  static async comeBack(
    browser: Browser,
    url: string,
    api: string,
    name: string,
    options: PlayerOptions = {},
  ): Promise<Player> {
    const player = await Player.open(browser, name, options);
    const { page } = player;
    const token = await createAccount(api, name);
    await page.addInitScript((guest) => localStorage.setItem('larkmark.guest', guest), token);
    await page.goto(url);
    await player.choose();
    await player.until(isPlaying, 'the world');
    return player;
  }

  /** Chooses the character; where the network failed the first time, tries again as the page offers. */
  private async choose(): Promise<void> {
    const character = this.page.getByRole('button', { name: new RegExp(this.name) });
    const again = this.page.getByRole('button', { name: /Try again|Play as guest/ });
    await character.or(again).first().waitFor();
    if (!(await character.isVisible())) await again.click();
    await character.click();
  }

  private static async open(browser: Browser, name: string, options: PlayerOptions): Promise<Player> {
    const { size = SMALL, touch = false, quality = 'potato' } = options;
    const context = await browser.newContext({
      viewport: size,
      hasTouch: touch,
      isMobile: touch,
      deviceScaleFactor: 1,
    });
    const volumes = { master: 0, music: 0, effects: 0, ambience: 0 };
    const settings = JSON.stringify({ scale: 100, quality, volumes });
    await context.addInitScript((text) => localStorage.setItem('larkmark.settings', text), settings);
    if (options.socketPort !== undefined) await context.addInitScript(detourSockets, options.socketPort);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return new Player(context, page, name);
  }

  state(): Promise<DriverState> {
    return this.page.evaluate(() => {
      if (window.larkmark === undefined) throw new Error('the page offers no driver');
      return window.larkmark.state();
    });
  }

  /** Waits until the page's state satisfies a test; the test runs in here, so it may use what it likes. */
  async until(test: (state: DriverState) => boolean, what = 'the page'): Promise<DriverState> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const state = await this.page.evaluate(() => window.larkmark?.state());
      if (state !== undefined && test(state)) return state;
      if (performance.now() > deadline)
        throw new Error(`${this.name} waited for ${what} in vain: ${JSON.stringify(state)}`);
      await this.page.waitForTimeout(50);
    }
  }

  walkTo(x: number, z: number): Promise<number> {
    return this.page.evaluate(([east, north]) => window.larkmark?.walkTo(east ?? 0, north ?? 0) ?? 0, [x, z]);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Runs in the page: every socket is opened at another port. */
function detourSockets(port: number): void {
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const detour = new URL(url);
      detour.port = String(port);
      super(detour, protocols);
    }
  };
}

function isPlaying(state: DriverState): boolean {
  return state.screen === 'playing' && state.own !== undefined;
}

/** A guest with one character, made by the API; returns the guest's token. */
async function createAccount(api: string, name: string): Promise<string> {
  const guest = await fetch(`${api}/api/guest`, { method: 'POST' });
  const { token } = (await guest.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const created = await fetch(`${api}/api/characters`, { method: 'POST', headers, body: JSON.stringify({ name }) });
  if (!created.ok) throw new Error(`${name} was not made: ${created.status} ${await created.text()}`);
  return token;
}

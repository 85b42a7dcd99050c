import type { NetworkStats } from '../../shared/client/network-stats.ts';
import { hud } from '../hud/state.ts';
import type { RenderStats } from '../scene/view.ts';
import type { Game } from './game.ts';

/** One frame as a test judges it. */
export interface RecordedFrame {
  readonly nowMs: number;
  readonly x: number;
  readonly z: number;
}

/** What a test in a browser may ask of the page, as `window.larkmark`. Not in production builds. */
export interface Driver {
  state(): DriverState;
  /** Walks as a click on the ground does. Returns the moment of it. */
  walkTo(x: number, z: number): number;
  say(text: string): void;
  emote(name: string): void;
  /** Where a point of the ground is on the screen, in CSS pixels. */
  screenOf(x: number, z: number): { x: number; y: number } | undefined;
  stats(): { readonly net: NetworkStats; readonly picture: RenderStats };
  /** Begins to record the own character's drawn position every frame. */
  record(): void;
  recorded(): readonly RecordedFrame[];
  /** The hour of the day, 0 to 1, until told otherwise; undefined for the world's own. */
  setDay(fraction: number | undefined): void;
  /** Draws one more frame, at this moment of the animation, and then none: the picture stands. Undefined runs it again. */
  hold(animationMs: number | undefined): void;
  orbit(yaw: number, pitch: number): void;
  zoom(tiles: number): void;
}

export interface DriverState {
  readonly screen: string;
  readonly connection: string;
  readonly own: { readonly id: string; readonly x: number; readonly z: number } | undefined;
  readonly actors: readonly { readonly id: string; readonly name: string; readonly x: number; readonly z: number }[];
  readonly said: readonly string[];
}

declare global {
  interface Window {
    larkmark?: Driver;
  }
}

/** What the frame asks of the driver; nothing where there is none. */
export interface Driven {
  frame(nowMs: number): void;
  day(): number | undefined;
  /** The moment to draw instead of the running one; `held` where nothing is to be drawn any more. */
  moment(): number | 'held' | undefined;
}

export const UNDRIVEN: Driven = { frame: () => undefined, day: () => undefined, moment: () => undefined };

/** Offers the driver to the page's tests. */
export function installDriver(game: Game): Driven {
  let frames: RecordedFrame[] | undefined;
  let day: number | undefined;
  let moment: number | 'held' | undefined;
  const { client, scene, pointing } = game;
  const ownActor = () => client.actor(client.own.id);
  window.larkmark = {
    state: () => ({
      screen: hud.screen.value.kind,
      connection: hud.connection.value.kind,
      own: ownActor(),
      actors: [...client.actors()].map(({ id, name = '', x, z }) => ({ id, name, x, z })),
      said: hud.chat.value.map((line) => `${line.sender ?? ''}: ${line.text}`),
    }),
    walkTo(x, z) {
      const now = performance.now();
      pointing.walkTo(x, z);
      return now;
    },
    say: (text) => void client.say(text),
    emote: (name) => void client.emote(name),
    screenOf: (x, z) => scene.project(x, z, 0),
    stats: () => ({ net: client.stats(), picture: scene.stats() }),
    record() {
      frames = [];
    },
    recorded: () => frames ?? [],
    setDay(fraction) {
      day = fraction;
    },
    hold(animationMs) {
      moment = animationMs;
    },
    orbit: (yaw, pitch) => scene.camera.orbit(yaw, pitch),
    zoom: (tiles) => scene.camera.zoom(tiles),
  };
  return {
    frame(nowMs) {
      const own = ownActor();
      if (frames !== undefined && own !== undefined) frames.push({ nowMs, x: own.x, z: own.z });
    },
    day: () => day,
    moment() {
      const now = moment;
      if (moment !== undefined) moment = 'held';
      return now;
    },
  };
}

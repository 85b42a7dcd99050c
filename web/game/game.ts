/**
 * The game itself, loaded while the title is read. Boot, then the frame in order: input, predict
 * and interpolate, animate and draw, labels, panels. What the server sends is taken in when it
 * arrives and not here, so a page without frames stays up to date.
 */
import { createGameClient, type GameClient } from '../../shared/client/game-client.ts';
import { type Cancel, type ClientPorts, socketPort, TicketRefused } from '../../shared/client/ports.ts';
import { REGIONS, type RegionId } from '../../shared/content/regions.ts';
import { decodeTerrain, type Terrain } from '../../shared/space/terrain.ts';
import { ApiError, play } from '../api.ts';
import type { Hud } from '../hud/mount.tsx';
import { hud } from '../hud/state.ts';
import { attachInput, type Input } from '../input/attach.ts';
import { createScene } from '../scene/scene.ts';
import type { SceneView } from '../scene/view.ts';
import { createSceneActors } from './actors.ts';
import { openAssets } from './assets.ts';
import { addChatLine } from './chat.ts';
import { labelsOf } from './labels.ts';
import { terrainLayer } from './map-layer.ts';
import { createPanels } from './panels.ts';
import { createPointing, type Pointing } from './pointing.ts';
import { createSpeech } from './speech.ts';

/** Share of the loading bar that the assets' bytes make up; the rest is connecting. */
const ASSET_SHARE = 0.9;

/** A running game, as the page holds it. */
export interface Game {
  readonly client: GameClient;
  readonly scene: SceneView;
  readonly pointing: Pointing;
  /** Leaves in order: asks to be let go, and waits until that was heard, two seconds at most. */
  logout(): Promise<void>;
  stop(): void;
}

const GOODBYE_MS = 2000;

export interface GameOptions {
  readonly canvas: HTMLCanvasElement;
  readonly interface: Hud;
  readonly region: RegionId;
  readonly characterId: string;
  token(): string;
}

/** Loads the region, connects, and shows it. Rejects where the world cannot be had. */
export async function startGame(options: GameOptions): Promise<Game> {
  const { canvas, region } = options;
  const loading = (share: number, step: string) => {
    hud.screen.value = { kind: 'loading', share, step };
  };
  loading(0, 'Unrolling the map');
  const assets = await openAssets((share) => loading(share * ASSET_SHARE, 'Carrying in trees and houses'));
  const mapName = `maps/${region}.terrain.bin`;
  const terrain = decodeTerrain(new Uint8Array(await assets.load(mapName)));
  const scene = createScene(canvas, terrain);
  await scene.load(assets.load, () => undefined);
  loading(ASSET_SHARE, 'Opening the gate');
  const client = createGameClient(clientPorts(options), { terrain });
  const stopWatching = watch(client, assets.manifest.files[mapName]?.hash ?? '');
  client.connect();
  const pointing = createPointing(scene, client);
  const stopPlaying = runFrames(options, scene, client, pointing, terrain);
  return {
    client,
    scene,
    pointing,
    logout: () =>
      new Promise((resolve) => {
        client.onClosed(() => resolve());
        setTimeout(resolve, GOODBYE_MS);
        if (!client.logout()) resolve();
      }),
    stop() {
      stopPlaying();
      stopWatching();
      client.close();
      scene.dispose();
    },
  };
}

function clientPorts({ characterId, token }: GameOptions): ClientPorts {
  return {
    open: (url, protocols) => socketPort(new WebSocket(url, [...protocols])),
    now: () => performance.now(),
    after(ms, run): Cancel {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    async fetchTicket() {
      try {
        return await play(token(), characterId);
      } catch (error) {
        // Nothing is gained by asking again with the same token for the same character.
        const isFinal = error instanceof ApiError && [401, 403, 404].includes(error.status);
        throw isFinal ? new TicketRefused(error.message) : error;
      }
    },
  };
}

/** Follows the connection: which screen is shown, and what a page does that is older than the world. */
function watch(client: GameClient, mapHash: string): () => void {
  const stops = [
    client.onState((state) => {
      hud.connection.value = state;
      if (state.kind === 'online' && hud.screen.value.kind !== 'playing') arrive(client);
    }),
    client.onUpdate((update) => {
      if (update.name === 'init' && update.payload.worldState.assets.map !== mapHash) reloadOnce();
    }),
    client.onClosed((reason) => {
      if (reason === 'protocol') reloadOnce();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function arrive(client: GameClient): void {
  hud.screen.value = { kind: 'playing' };
  const region = client.world?.region ?? '';
  const row = Object.hasOwn(REGIONS, region) ? REGIONS[region as RegionId] : undefined; // just looked up
  if (row !== undefined) hud.notice.value = { id: Date.now(), title: row.town, text: row.name };
  addChatLine('game', 'Welcome to Larkmark. Press ? for the controls.');
}

const RELOADED_KEY = 'larkmark.reloaded';

/** The page is of another version than the world: loads it anew, but never in a circle. */
function reloadOnce(): void {
  if (sessionStorage.getItem(RELOADED_KEY) !== null) return;
  sessionStorage.setItem(RELOADED_KEY, '1');
  location.reload();
}

function runFrames(
  { canvas, interface: panel }: GameOptions,
  scene: SceneView,
  client: GameClient,
  pointing: Pointing,
  terrain: Terrain,
): () => void {
  const speech = createSpeech();
  const actors = createSceneActors();
  const panels = createPanels(client, speech, terrainLayer(terrain));
  const input = connectInput(canvas, scene, client, pointing, panel);
  const stopHearing = client.onUpdate((update) => panels.hear(update, performance.now()));
  const resize = () => scene.resize(window.innerWidth, window.innerHeight, window.devicePixelRatio);
  const onVisible = () => document.visibilityState === 'visible' && client.resume();
  const onOnline = () => client.networkReturned();
  window.addEventListener('resize', resize);
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisible);
  resize();
  scene.setQuality(hud.quality.value);
  const begunMs = performance.now();
  let lastMs = begunMs;
  let request = 0;
  const frame = () => {
    request = requestAnimationFrame(frame);
    const now = performance.now();
    input.frame(now);
    client.frame(now);
    const list = actors.update(client.actors());
    const ownId = client.own.id;
    scene.draw({ nowMs: now - begunMs, deltaMs: now - lastMs, actors: list, ownId, dayFraction: dayFraction(client) });
    lastMs = now;
    panel.labels.update(labelsOf(scene, speech, list, (id) => client.actor(id), ownId, now));
    hud.cameraYaw.value = scene.camera.yaw;
    panels.frame(now);
  };
  request = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(request);
    stopHearing();
    input.detach();
    window.removeEventListener('resize', resize);
    window.removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

function connectInput(
  canvas: HTMLCanvasElement,
  scene: SceneView,
  client: GameClient,
  pointing: Pointing,
  panel: Hud,
): Input {
  return attachInput(canvas, {
    onPrimary: (x, y) => pointing.primary(x, y),
    onHold: (x, y) => pointing.hold(x, y),
    onMenu: (x, y) => pointing.menu(x, y),
    onHover: (at) => pointing.hover(at),
    onStep(dx, dz) {
      const { tile } = client.own;
      pointing.walkTo(tile.x + dx + 0.5, tile.z + dz + 0.5);
    },
    onRotate: (yaw, pitch) => scene.camera.orbit(yaw, pitch),
    onZoom: (tiles) => scene.camera.zoom(tiles),
    cameraYaw: () => scene.camera.yaw,
    onCommand(command) {
      if (command === 'chat') panel.focusChat();
      if (command === 'help') panel.toggleHelp();
      if (command === 'escape') panel.closeTop();
      if (command === 'faceNorth') scene.camera.faceNorth();
      if (command === 'toggleRun') client.setRunning(!client.own.running);
    },
  });
}

/** Where the day stands by the server's clock: 0 midnight, 0.5 noon. */
function dayFraction(client: GameClient): number {
  const { world } = client;
  if (world === undefined) return 0.5;
  const dayMs = world.settings.dayTicks * world.tickMs;
  return (client.serverNow() % dayMs) / dayMs;
}

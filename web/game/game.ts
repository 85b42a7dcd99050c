/**
 * The game itself, loaded while the title is read. What the server sends is taken in when it
 * arrives and not in the frame, so a page without frames stays up to date.
 */
import { createGameClient, type GameClient } from '../../shared/client/game-client.ts';
import type { RegionId } from '../../shared/content/regions.ts';
import { decodeTerrain } from '../../shared/space/terrain.ts';
import type { Audio } from '../audio/audio.ts';
import type { Hud } from '../hud/mount.tsx';
import { hud } from '../hud/state.ts';
import { createScene } from '../scene/scene.ts';
import { decodeScenery } from '../scene/scenery-format.ts';
import type { SceneView } from '../scene/view.ts';
import { openAssets } from './assets.ts';
import { followConnection } from './connection.ts';
import { connectControls } from './controls.ts';
import { installDriver, UNDRIVEN } from './driver.ts';
import { runFrames } from './frames.ts';
import { sceneryLayer } from './map-layer.ts';
import { createPointing, type Pointing } from './pointing.ts';
import { browserPorts } from './ports.ts';

/** Share of the loading bar that the assets' bytes make up; the rest is connecting. */
const ASSET_SHARE = 0.9;
/** How long an orderly goodbye may take. */
const GOODBYE_MS = 2000;

/** A running game, as the page holds it. */
export interface Game {
  readonly client: GameClient;
  readonly scene: SceneView;
  readonly pointing: Pointing;
  /** Leaves in order: asks to be let go, and waits until that was heard, two seconds at most. */
  logout(): Promise<void>;
  stop(): void;
}

export interface GameOptions {
  readonly canvas: HTMLCanvasElement;
  readonly panel: Hud;
  readonly audio: Audio;
  readonly region: RegionId;
  readonly characterId: string;
  token(): string;
}

/** Loads the region, connects, and shows it. Rejects where the world cannot be had. */
export async function startGame(options: GameOptions): Promise<Game> {
  const { canvas, panel, audio, region } = options;
  const loading = (share: number, step: string) => {
    hud.screen.value = { kind: 'loading', share, step };
  };
  loading(0, 'Unrolling the map');
  const assets = await openAssets((share) => loading(share * ASSET_SHARE, 'Carrying in trees and houses'));
  const mapName = `maps/${region}.terrain.bin`;
  const terrain = decodeTerrain(new Uint8Array(await assets.load(mapName)));
  const map = sceneryLayer(decodeScenery(new Uint8Array(await assets.load(`maps/${region}.scenery.bin`))), terrain);
  const scene = createScene(canvas, terrain, hud.quality.value);
  await scene.load(assets.load, () => undefined);
  loading(ASSET_SHARE, 'Opening the gate');
  const client = createGameClient(browserPorts(options.characterId, options.token), { terrain });
  const pointing = createPointing(scene, client);
  const input = connectControls(canvas, scene, client, pointing, panel);
  const mapHash = assets.manifest.files[mapName]?.hash ?? '';
  const stops: (() => void)[] = [
    () => client.close(),
    followConnection(client, mapHash, () => audio.effect('arrive')),
    () => input.detach(),
  ];
  const game: Game = {
    client,
    scene,
    pointing,
    logout: () => goodbye(client),
    stop() {
      for (const stop of stops.splice(0)) stop();
      scene.dispose();
    },
  };
  const isDriven = import.meta.env.MODE !== 'production' && new URLSearchParams(location.search).has('driver');
  const driven = isDriven ? installDriver(game) : UNDRIVEN;
  client.connect();
  stops.push(runFrames({ input, client, pointing, scene, panel, audio, terrain, map, driven }));
  return game;
}

function goodbye(client: GameClient): Promise<void> {
  return new Promise((resolve) => {
    client.onClosed(() => resolve());
    setTimeout(resolve, GOODBYE_MS);
    if (!client.logout()) resolve();
  });
}

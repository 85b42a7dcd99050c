import type { GameClient } from '../../shared/client/game-client.ts';
import type { Terrain } from '../../shared/space/terrain.ts';
import type { Audio } from '../audio/audio.ts';
import type { Hud } from '../hud/mount.tsx';
import { hud, type MapLayer } from '../hud/state.ts';
import type { Input } from '../input/attach.ts';
import type { SceneView } from '../scene/view.ts';
import { createSceneActors } from './actors.ts';
import type { Driven } from './driver.ts';
import { labelsOf } from './labels.ts';
import { createPanels } from './panels.ts';
import type { Pointing } from './pointing.ts';
import { createSounds } from './sounds.ts';
import { createSpeech } from './speech.ts';

/** What the frame moves, in this order. */
export interface Stage {
  readonly input: Input;
  readonly client: GameClient;
  readonly pointing: Pointing;
  readonly scene: SceneView;
  readonly panel: Hud;
  readonly audio: Audio;
  readonly terrain: Terrain;
  /** The still part of the minimap. */
  readonly map: MapLayer;
  readonly driven: Driven;
}

/** Runs the frame until stopped: input, predict and interpolate, draw, labels, sound, panels. */
export function runFrames({ input, client, pointing, scene, panel, audio, terrain, map, driven }: Stage): () => void {
  const speech = createSpeech();
  const actors = createSceneActors();
  const panels = createPanels(client, speech, map, pointing.destination);
  const sounds = createSounds(audio, terrain);
  const stopHearing = client.onUpdate((update) => {
    panels.hear(update, performance.now());
    if (update.name === 'chatMessage') audio.effect('message');
  });
  const stopFollowing = followPage(scene, client);
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
    const dayFraction = driven.day() ?? dayFractionOf(client);
    const moment = driven.moment();
    if (moment === 'held') return;
    scene.draw({ nowMs: moment ?? now - begunMs, deltaMs: now - lastMs, actors: list, ownId, dayFraction });
    lastMs = now;
    panel.labels.update(labelsOf(scene, speech, list, (id) => client.actor(id), ownId, now));
    sounds.frame(client.actors(), client.actor(ownId), scene.camera.yaw, dayFraction, now);
    hud.cameraYaw.value = scene.camera.yaw;
    panels.frame(now);
    driven.frame(now);
  };
  request = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(request);
    stopHearing();
    stopFollowing();
  };
}

/** Follows the window: its size, whether it is looked at, whether there is a network. */
function followPage(scene: SceneView, client: GameClient): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const resize = () => scene.resize(window.innerWidth, window.innerHeight, window.devicePixelRatio);
  window.addEventListener('resize', resize, { signal });
  window.addEventListener('online', () => client.networkReturned(), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.resume(), {
    signal,
  });
  resize();
  scene.setQuality(hud.quality.value);
  return () => stopping.abort();
}

/** Where the day stands by the server's clock: 0 midnight, 0.5 noon. */
function dayFractionOf(client: GameClient): number {
  const { world } = client;
  if (world === undefined) return 0.5;
  const dayMs = world.settings.dayTicks * world.tickMs;
  return (client.serverNow() % dayMs) / dayMs;
}

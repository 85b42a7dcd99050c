/** What the game tells the panels: signals written when something changed, a few times a second, never every frame. */
import type { DrawnActor } from '../../shared/client/drawn-actor.ts';
import type { GameClient } from '../../shared/client/game-client.ts';
import type { Update } from '../../shared/protocol/updates.ts';
import { RUN_ENERGY_FULL } from '../../shared/rules/run-energy.ts';
import { type Dot, hud, type MapLayer, type NearbyRow } from '../hud/state.ts';
import { addChatLine } from './chat.ts';
import type { Pointing } from './pointing.ts';
import type { Speech } from './speech.ts';
import { actsByDefault } from './verbs.ts';

/** Most rows of the list of who is nearby. */
const NEARBY_MOST = 12;
const PANEL_INTERVAL_MS = 150;

export interface Panels {
  /** Once a frame; does its work a few times a second. */
  frame(nowMs: number): void;
  /** An update of the server. */
  hear(update: Update, nowMs: number): void;
}

export function createPanels(
  client: GameClient,
  speech: Speech,
  layer: MapLayer,
  destination: Pointing['destination'],
): Panels {
  let nextMs = 0;
  return {
    frame(nowMs) {
      if (nowMs < nextMs) return;
      nextMs = nowMs + PANEL_INTERVAL_MS;
      const own = client.actor(client.own.id);
      if (own === undefined) return;
      showOwn(client, own);
      const others = [...client.actors()].filter((actor) => actor.id !== own.id);
      hud.minimap.value = { layer, x: own.x, z: own.z, dots: others.flatMap(dotOf), destination: destination() };
      hud.nearby.value = nearbyRows(others, own);
    },
    hear(update, nowMs) {
      if (update.name === 'chatMessage') {
        const { sender, senderId, message, channel } = update.payload;
        if (senderId !== undefined) speech.say(senderId, message, nowMs);
        addChatLine(channel === 'private' ? 'private' : 'public', message, sender);
      }
      if (update.name === 'gameMessage') addChatLine('game', update.payload.text);
      if (update.name === 'restart') addChatLine('game', `The world restarts in ${update.payload.inSeconds} seconds.`);
    },
  };
}

function showOwn(client: GameClient, own: DrawnActor): void {
  const { runEnergy, running } = client.own;
  hud.runEnergy.value = Math.floor((runEnergy * 100) / RUN_ENERGY_FULL);
  hud.running.value = running;
  const { health } = own;
  if (health !== undefined && health.current !== hud.health.value.current) hud.health.value = health;
  const roundTrip = client.stats().roundTripMs;
  hud.roundTripMs.value = roundTrip === undefined ? undefined : Math.round(roundTrip);
}

function dotOf(actor: DrawnActor): Dot[] {
  if (actor.type === 'scenery') return [];
  return [{ x: actor.x, z: actor.z, kind: actor.type }];
}

function nearbyRows(others: readonly DrawnActor[], own: DrawnActor): NearbyRow[] {
  const rows: NearbyRow[] = [];
  for (const { id, type, kind, name = '', level, x, z } of others) {
    if (type !== 'player' && type !== 'person' && type !== 'creature') continue;
    const tiles = Math.round(Math.max(Math.abs(x - own.x), Math.abs(z - own.z)));
    const verb = actsByDefault({ id, type, kind, name, level }) ? 'Talk to' : type === 'player' ? 'Follow' : 'Examine';
    rows.push({ id, name, kind: type, level, tiles, verb });
  }
  return rows.sort((a, b) => a.tiles - b.tiles).slice(0, NEARBY_MOST);
}

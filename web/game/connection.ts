import type { GameClient } from '../../shared/client/game-client.ts';
import { isRegionId, REGIONS } from '../../shared/content/regions.ts';
import { hud } from '../hud/state.ts';
import { addChatLine } from './chat.ts';

const RELOADED_KEY = 'larkmark.reloaded';

/**
 * Follows the connection: which screen is shown, and what a page does that is older than the world.
 *
 * @param mapHash hash of the ground that this page loaded; another in `init` means another version
 */
export function followConnection(client: GameClient, mapHash: string, onArrival: () => void): () => void {
  const stops = [
    client.onState((state) => {
      hud.connection.value = state;
      if (state.kind !== 'online' || hud.screen.value.kind === 'playing') return;
      arrive(client);
      onArrival();
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
  sessionStorage.removeItem(RELOADED_KEY);
  hud.screen.value = { kind: 'playing' };
  const region = client.world?.region ?? '';
  if (isRegionId(region)) {
    const { town, name } = REGIONS[region];
    hud.notice.value = { id: performance.now(), title: town, text: name };
  }
  addChatLine('game', 'Welcome to Larkmark. Press ? for the controls.');
}

/** The page is of another version than the world: loads it anew, but never in a circle. */
function reloadOnce(): void {
  if (sessionStorage.getItem(RELOADED_KEY) !== null) return;
  sessionStorage.setItem(RELOADED_KEY, '1');
  location.reload();
}

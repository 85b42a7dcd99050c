import { PROTOCOL_FINGERPRINT } from '../../shared/protocol/fingerprint.ts';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import type { UpdatePayload } from '../../shared/protocol/updates.ts';
import { VIEW_ENTER_TILES } from '../../shared/space/tile.ts';
import type { Game } from './game.ts';

/** What a client must know before anything else. */
export function initPayload(
  env: Pick<Env, 'WORLD' | 'ASSETS_URL'>,
  game: Game,
  region: string,
  playerId: string,
  tick: number,
  now: number,
): UpdatePayload<'init'> {
  return {
    playerId,
    worldState: {
      region,
      world: env.WORLD,
      tick,
      tickMs: NETWORK_CONSTANTS.TICK_DURATION_MS,
      serverTime: now,
      protocol: PROTOCOL_FINGERPRINT,
      assets: { url: env.ASSETS_URL, manifest: game.manifest, map: game.mapHash },
      settings: {
        idleTimeoutMs: NETWORK_CONSTANTS.IDLE_TIMEOUT_MS,
        viewTiles: VIEW_ENTER_TILES,
        dayTicks: game.dayTicks,
      },
    },
  };
}

/**
 * Ways to draw the own character, side by side. `timeline` is the game's own client; the two others
 * are what it is measured against: following the server's tiles as they come, and predicting at
 * once but snapping whenever the drawn position is half a tile from the newest server tile.
 */
import type { GameClient } from '../../../shared/client/game-client.ts';
import type { Point } from '../../../shared/client/tick-path.ts';
import { centre } from '../../../shared/client/track.ts';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { findRoute } from '../../../shared/space/route.ts';
import type { Terrain } from '../../../shared/space/terrain.ts';
import { neighbour, sameTile, type Tile, tileAt } from '../../../shared/space/tile.ts';

const { MAX_PREDICTION_ERROR, TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** A way to draw the own character. */
export interface Policy {
  click(x: number, z: number): void;
  /** Draws a frame; where the character is, and how many steps of this tick it is drawn to take. */
  frame(now: number, elapsedMs: number): { readonly at: Point; readonly steps: number };
  snaps(): number;
}

export type PolicyName = 'timeline' | 'no prediction' | 'snap at 0.5';

export function createPolicy(name: PolicyName, client: GameClient, terrain: Terrain, running: boolean): Policy {
  if (name === 'no prediction') return unpredicted(client);
  if (name === 'snap at 0.5') return naive(client, terrain);
  return timeline(client, running);
}

const STEPS = { still: 0, walk: 1, run: 2 } as const;

function timeline(client: GameClient, running: boolean): Policy {
  return {
    click: (x, z) => void client.moveTo(x, z, running),
    frame() {
      const actor = client.actor(client.own.id);
      return { at: { x: actor?.x ?? 0, z: actor?.z ?? 0 }, steps: STEPS[actor?.moving ?? 'still'] };
    },
    snaps: () => client.stats().snaps,
  };
}

/** Walks from where it is drawn to the newest server tile within a tick. */
function unpredicted(client: GameClient): Policy {
  let from = centre(client.own.tile);
  let to = client.own.tile;
  let since = 0;
  let at = from;
  return {
    click: (x, z) => void client.send('moveRequest', { x, z, running: false }),
    frame(now) {
      if (!sameTile(to, client.own.tile)) {
        from = at;
        to = client.own.tile;
        since = now;
      }
      const share = Math.min(1, (now - since) / TICK_DURATION_MS);
      const end = centre(to);
      at = { x: from.x + (end.x - from.x) * share, z: from.z + (end.z - from.z) * share };
      return { at, steps: 1 };
    },
    snaps: () => 0,
  };
}

function naive(client: GameClient, terrain: Terrain): Policy {
  let at = centre(client.own.tile);
  let route: Tile[] = [];
  let destination: Tile | undefined;
  let server = client.own.tile;
  let snaps = 0;
  const reroute = (from: Tile) => {
    route = [];
    let tile = from;
    const found = destination === undefined ? undefined : findRoute(terrain, from, destination);
    for (const direction of found?.steps ?? []) {
      tile = neighbour(tile, direction);
      route.push(tile);
    }
  };
  return {
    click(x, z) {
      destination = tileAt(x, z);
      const [heading] = route;
      reroute(heading ?? tileAt(at.x, at.z));
      if (heading !== undefined) route.unshift(heading);
      client.send('moveRequest', { x, z, running: false });
    },
    frame(_now, elapsedMs) {
      if (!sameTile(server, client.own.tile)) {
        server = client.own.tile;
        const told = centre(server);
        if (Math.hypot(at.x - told.x, at.z - told.z) > MAX_PREDICTION_ERROR) {
          at = told;
          snaps++;
          reroute(server);
        }
      }
      at = walkAlong(route, at, elapsedMs / TICK_DURATION_MS);
      return { at, steps: 1 };
    },
    snaps: () => snaps,
  };
}

function walkAlong(route: Tile[], from: Point, tiles: number): Point {
  let at = from;
  let left = tiles;
  while (left > 0 && route[0] !== undefined) {
    const next = centre(route[0]);
    const length = Math.max(Math.abs(next.x - at.x), Math.abs(next.z - at.z));
    if (length > left)
      return { x: at.x + ((next.x - at.x) * left) / length, z: at.z + ((next.z - at.z) * left) / length };
    at = next;
    left -= length;
    route.shift();
  }
  return at;
}

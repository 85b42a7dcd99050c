import { findRoute } from '../space/route.ts';
import type { Terrain } from '../space/terrain.ts';
import { type Direction, directionTo, distance, neighbour, RUN_TILES, sameTile, type Tile } from '../space/tile.ts';
import { destinationOf } from '../space/walk.ts';
import { applyMove, type OwnBody, type PendingMove, settleTick } from './own-body.ts';

/** What the server told of the own character after a tick. */
export interface OwnReport {
  readonly tick: number;
  /** `seq` of the last move that was applied. */
  readonly seq: number;
  /** The steps, where the form of sync says them. */
  readonly taken?: readonly Direction[];
  /** The tile after the tick, where it was said. */
  readonly at?: Tile;
  /** Where the route ends, from the tile after the tick; absent where the character stands. */
  readonly destination?: { readonly tile: Tile } | { readonly offset: Tile };
}

/** How a body came through a tick that the server told of. */
export interface Settled {
  /** Tiles in order, the one before the tick first; only the last where it did not walk there. */
  readonly tiles: readonly Tile[];
  readonly jumped: boolean;
}

/**
 * Brings a body through a reported tick. The route behind the report is not in it, only its end:
 * it is the one the client knows, minus the steps, if the ends agree, and searched anew where the
 * server went another way.
 */
export function settleReport(
  terrain: Terrain | undefined,
  body: OwnBody,
  report: OwnReport,
  moves: readonly PendingMove[],
): Settled {
  skipTo(body, report.tick - 1);
  const move = report.seq === body.seq ? undefined : moves.find(({ seq }) => seq === report.seq);
  if (move !== undefined && terrain !== undefined) applyMove(terrain, body, move);
  body.seq = report.seq;
  const taken = report.taken ?? inferSteps(body, report.at);
  const tiles: Tile[] = [{ x: body.x, z: body.z }];
  for (const direction of taken ?? []) tiles.push(follow(body, direction));
  const end = report.at ?? tiles[tiles.length - 1] ?? body;
  const jumped = taken === undefined || !sameTile(end, body);
  body.x = end.x;
  body.z = end.z;
  body.route = routeAfter(terrain, body, destinationOfReport(report, end), jumped);
  body.tick = report.tick;
  settleTick(body, jumped ? 0 : tiles.length - 1);
  return jumped ? { tiles: [end], jumped } : { tiles, jumped };
}

/** Puts a body that stands where the report ends onto its way. */
export function resume(terrain: Terrain | undefined, body: OwnBody, report: OwnReport): void {
  body.seq = report.seq;
  body.route = routeAfter(terrain, body, destinationOfReport(report, body), true);
}

function destinationOfReport({ destination }: OwnReport, from: Tile): Tile | undefined {
  if (destination === undefined) return undefined;
  if ('tile' in destination) return destination.tile;
  return { x: from.x + destination.offset.x, z: from.z + destination.offset.z };
}

/** Ticks after which run energy is full whatever it was: a longer silence is no more work than this one. */
const RECOVERY_TICKS = 1000;

/** Lets the ticks pass that nothing was told of: the character stood. */
export function skipTo(body: OwnBody, tick: number): void {
  if (body.tick >= tick) return;
  body.route = [];
  body.tick = Math.max(body.tick, tick - RECOVERY_TICKS);
  while (body.tick < tick) {
    body.tick++;
    settleTick(body, 0);
  }
}

function follow(body: OwnBody, direction: Direction): Tile {
  if (body.route[0] === direction) body.route.shift();
  else body.route = [];
  const tile = neighbour(body, direction);
  body.x = tile.x;
  body.z = tile.z;
  return tile;
}

function routeAfter(
  terrain: Terrain | undefined,
  body: OwnBody,
  destination: Tile | undefined,
  jumped: boolean,
): Direction[] {
  if (destination === undefined || terrain === undefined) return [];
  if (!jumped && body.route.length > 0 && sameTile(destinationOf(body), destination)) return body.route;
  return findRoute(terrain, body, destination)?.steps ?? [];
}

/** The steps from the body's tile to `at`: those of its route where they lead there, else the straight ones; undefined beyond a tick's reach. */
function inferSteps(body: OwnBody, at: Tile | undefined): Direction[] | undefined {
  const steps: Direction[] = [];
  let tile: Tile = body;
  if (at === undefined || sameTile(tile, at)) return steps;
  for (const direction of body.route.slice(0, RUN_TILES)) {
    tile = neighbour(tile, direction);
    steps.push(direction);
    if (sameTile(tile, at)) return steps;
  }
  if (distance(body, at) > RUN_TILES) return undefined;
  return straight(body, at);
}

function straight(from: Tile, to: Tile): Direction[] {
  const steps: Direction[] = [];
  let tile = from;
  while (steps.length < RUN_TILES) {
    const direction = directionTo(tile, to);
    if (direction === undefined) break;
    tile = neighbour(tile, direction);
    steps.push(direction);
  }
  return steps;
}

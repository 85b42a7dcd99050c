import { RUN_ENERGY_FULL, runEnergyAfter } from '../rules/run-energy.ts';
import { findRoute } from '../space/route.ts';
import type { Terrain } from '../space/terrain.ts';
import { type Direction, RUN_TILES, type Tile } from '../space/tile.ts';
import { advance } from '../space/walk.ts';

/** Carried weight and agility, by which run energy is spent; the simulation has neither yet and takes these. */
const WEIGHT_KG = 0;
const AGILITY = 1;

/** All of the own character that decides where it will be in the ticks to come. */
export interface OwnBody {
  tick: number;
  x: number;
  z: number;
  route: Direction[];
  /** `seq` of the last move that was applied. */
  seq: number;
  /** The run switch. */
  running: boolean;
  /** The current move runs whatever the switch says. */
  runningMove: boolean;
  energy: number;
}

/** A move that the server has not answered yet. */
export interface PendingMove {
  readonly seq: number;
  readonly to: Tile;
  readonly running: boolean;
  /** Tick that applies it, as far as is known; later than proposed once it proved late. */
  at: number;
  /** The tick that was proposed. */
  readonly proposed: number;
}

export function createOwnBody(tick: number, tile: Tile): OwnBody {
  return {
    tick,
    x: tile.x,
    z: tile.z,
    route: [],
    seq: 0,
    running: false,
    runningMove: false,
    energy: RUN_ENERGY_FULL,
  };
}

export function copyBody(body: OwnBody): OwnBody {
  return { ...body, route: [...body.route] };
}

/** Applies a move as the server does: the new route replaces the old, and where there is none the character stands. */
export function applyMove(terrain: Terrain, body: OwnBody, move: PendingMove): void {
  body.seq = move.seq;
  body.runningMove = move.running;
  body.route = findRoute(terrain, body, move.to)?.steps ?? [];
}

/** Advances by one tick as the server does; returns the steps. */
export function stepBody(terrain: Terrain, body: OwnBody): Direction[] {
  body.tick++;
  const running = (body.running || body.runningMove) && body.energy > 0;
  const taken = advance(terrain, body, running);
  settleTick(body, taken.length);
  return taken;
}

/** What a tick of `steps` steps leaves behind: the end of the one move that ran, and less or more energy. */
export function settleTick(body: OwnBody, steps: number): void {
  if (body.route.length === 0) body.runningMove = false;
  body.energy = runEnergyAfter(body.energy, steps === RUN_TILES, WEIGHT_KG, AGILITY);
  if (body.energy === 0) body.running = false;
}

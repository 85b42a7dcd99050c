import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { RUN_ENERGY_LEAST } from '../rules/run-energy.ts';
import type { Terrain } from '../space/terrain.ts';
import { neighbour, type Tile } from '../space/tile.ts';
import { applyMove, copyBody, type OwnBody, type PendingMove, stepBody } from './own-body.ts';
import {
  endOf,
  endYawOf,
  type Point,
  type Pose,
  pathOver,
  poseAfter,
  poseBefore,
  poseOn,
  standing,
  type TickPath,
} from './tick-path.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Ticks beyond the last one known that are foretold. */
const HORIZON_TICKS = 64;
/** What a ms of distance in time counts, in tiles, where two moments are equally near in space. */
const TIME_COST = 1e-5;

/** A change of the run switch that the server has not confirmed yet. */
export interface PendingSwitch {
  readonly running: boolean;
  at: number;
  readonly proposed: number;
}

/** What a track is foretold from. */
export interface TrackStart {
  readonly terrain: Terrain | undefined;
  /** The last ticks that are known, one after the other, ending with the body's. */
  readonly history: readonly TickPath[];
  readonly body: OwnBody;
  readonly moves: readonly PendingMove[];
  readonly switches: readonly PendingSwitch[];
  /** Tick at which a deed ends the walk before moves are applied; undefined where none is on its way. */
  readonly haltTick: number | undefined;
}

/**
 * Where the own character is, tick by tick: what the server has told, and from there on what it
 * will do, replayed with its own rules from the known route and the moves on their way. Ticks are
 * foretold when they are asked for.
 */
export class Track {
  private readonly terrain: Terrain | undefined;
  private readonly paths: TickPath[];
  private readonly first: number;
  private readonly body: OwnBody;
  private readonly horizon: number;
  private readonly moves: PendingMove[];
  private readonly switches: PendingSwitch[];
  private readonly haltTick: number | undefined;

  constructor({ terrain, history, body, moves, switches, haltTick }: TrackStart) {
    this.terrain = terrain;
    this.paths = [...history];
    this.first = history[0]?.tick ?? body.tick;
    this.body = copyBody(body);
    this.horizon = body.tick + HORIZON_TICKS;
    this.moves = [...moves];
    this.switches = [...switches];
    this.haltTick = haltTick;
  }

  /** The tile after a tick. */
  tileAfter(tick: number): Tile {
    const { x, z } = endOf(this.pathAt(tick));
    return { x: Math.floor(x), z: Math.floor(z) };
  }

  /** The first tick from which on the character stands still; infinite where that is beyond the horizon. */
  restTick(): number {
    while (!this.isSettled() && this.body.tick < this.horizon) this.foretell();
    if (!this.isSettled()) return Number.POSITIVE_INFINITY;
    let tick = this.first + this.paths.length;
    while (tick > this.first && (this.paths[tick - 1 - this.first]?.points.length ?? 1) === 1) tick--;
    return tick;
  }

  /** When the character next sets off, after `from` and no later than `until`; there is no reason to be drawn waiting for that. */
  departureBy(from: number, until: number): number | undefined {
    for (let tick = Math.ceil(from / TICK_DURATION_MS); tick * TICK_DURATION_MS <= until; tick++) {
      const path = this.pathAt(tick);
      if (path.tick === tick && path.points.length > 1) return tick * TICK_DURATION_MS;
    }
    return undefined;
  }

  /** The pose at a moment of the server's clock, written into `pose`. */
  poseAt(time: number, pose: Pose): void {
    const tick = Math.floor(time / TICK_DURATION_MS);
    const path = this.pathAt(tick);
    if (path.tick === tick) poseOn(path, time / TICK_DURATION_MS - tick, pose);
    else if (path.tick < tick) poseAfter(path, pose);
    else poseBefore(path, pose);
  }

  /** The moment between `from` and `to` at which the character is nearest to a point; of several, the one nearest to `near`. */
  nearestTime(point: Point, from: number, to: number, near: number): number {
    let best = near;
    let bestCost = Number.POSITIVE_INFINITY;
    const lastTick = Math.floor(to / TICK_DURATION_MS);
    for (let tick = Math.max(Math.floor(from / TICK_DURATION_MS), this.first); tick <= lastTick; tick++) {
      const path = this.pathAt(tick);
      const parts = path.tick === tick ? Math.max(path.points.length - 1, 1) : 1;
      for (let part = 0; part < parts; part++) {
        const start = (tick + part / parts) * TICK_DURATION_MS;
        const length = TICK_DURATION_MS / parts;
        const a = path.tick === tick ? path.points[part] : endOf(path);
        const b = path.tick === tick ? (path.points[part + 1] ?? a) : a;
        if (a === undefined || b === undefined) continue;
        const share = shareOfNearest(a, b, point, (near - start) / length);
        const time = Math.min(Math.max(start + share * length, from), to);
        const reached = Math.min(Math.max((time - start) / length, 0), 1);
        const gap = Math.hypot(a.x + (b.x - a.x) * reached - point.x, a.z + (b.z - a.z) * reached - point.z);
        const cost = gap + Math.abs(time - near) * TIME_COST;
        if (cost >= bestCost) continue;
        best = time;
        bestCost = cost;
      }
    }
    return best;
  }

  private pathAt(tick: number): TickPath {
    while (this.body.tick < tick && this.body.tick < this.horizon && this.terrain !== undefined) this.foretell();
    const index = Math.min(Math.max(tick - this.first, 0), this.paths.length - 1);
    return this.paths[index] ?? standing(tick, centre(this.body), 0, 0);
  }

  private isSettled(): boolean {
    const isIdle = this.body.route.length === 0 && this.moves.length === 0;
    return isIdle || this.terrain === undefined;
  }

  private foretell(): void {
    if (this.terrain === undefined) return;
    const { body } = this;
    const tick = body.tick + 1;
    while ((this.switches[0]?.at ?? tick + 1) <= tick) {
      const wanted = this.switches.shift()?.running === true;
      if (!wanted || body.energy >= RUN_ENERGY_LEAST) body.running = wanted;
    }
    if (tick === this.haltTick) body.route = [];
    let due: PendingMove | undefined;
    while ((this.moves[0]?.at ?? tick + 1) <= tick) due = this.moves.shift();
    if (due !== undefined) applyMove(this.terrain, body, due);
    let tile: Tile = { x: body.x, z: body.z };
    const points: Point[] = [centre(tile)];
    for (const direction of stepBody(this.terrain, body)) {
      tile = neighbour(tile, direction);
      points.push(centre(tile));
    }
    const last = this.paths[this.paths.length - 1];
    this.paths.push(pathOver(tick, points, last === undefined ? 0 : endYawOf(last)));
  }
}

/** Centre of a tile in world coordinates. */
export function centre(tile: Tile): Point {
  return { x: tile.x + 0.5, z: tile.z + 0.5 };
}

/** Share 0 to 1 of the way from `a` to `b` that is nearest to `point`; `standingShare`, clamped, where the two are one. */
function shareOfNearest(a: Point, b: Point, point: Point, standingShare: number): number {
  const dx = b.x - a.x;
  const dz = b.z - a.z;
  const square = dx * dx + dz * dz;
  const share = square === 0 ? standingShare : ((point.x - a.x) * dx + (point.z - a.z) * dz) / square;
  return Math.min(Math.max(share, 0), 1);
}

import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Terrain } from '../space/terrain.ts';
import { sameTile, type Tile } from '../space/tile.ts';
import { createOwnBody, type OwnBody, type PendingMove } from './own-body.ts';
import { type OwnReport, resume, type Settled, settleReport, skipTo } from './own-report.ts';
import { endYawOf, pathOver, standing, type TickPath } from './tick-path.ts';
import { centre, type PendingSwitch, Track } from './track.ts';

const { MAX_PENDING_MOVES } = NETWORK_CONSTANTS;

/** Known ticks that are kept, because what is drawn may lag behind what is known. */
const HISTORY_TICKS = 4;
/** Ticks after the proposed one after which something that the server did not answer is taken for lost: refused, or ended by something else. */
const LOST_TICKS = 3;
/** Ticks after a deed in which the server may lead the character elsewhere because of it. */
const DEED_TICKS = 3;

/** Why the foretold track turned out wrong. */
export type Misprediction = 'late' | 'deed' | 'stopped' | 'redirected' | 'moved' | 'teleport' | 'unanswered';

/**
 * The own character ahead of the server: the last state that it told, the moves that it has not
 * answered, and the track that follows from both. Every answer replays the track; what was drawn
 * is never compared with where the server last saw the character, only with the track.
 */
export class Prediction {
  track: Track;
  /** Why the last answer differed from what was foretold; undefined where it did not. */
  misprediction: Misprediction | undefined = undefined;
  mispredictedTicks = 0;
  lateMoves = 0;
  private terrain: Terrain | undefined;
  private deedTick = 0;
  private haltTick: number | undefined = undefined;
  private body: OwnBody = createOwnBody(0, { x: 0, z: 0 });
  private history: TickPath[] = [];
  private moves: PendingMove[] = [];
  private switches: PendingSwitch[] = [];

  constructor(terrain: Terrain | undefined) {
    this.terrain = terrain;
    this.track = this.replay();
  }

  /** The last state that the server told. */
  get known(): Readonly<OwnBody> {
    return this.body;
  }

  /** Moves that the server has not answered. */
  get pending(): readonly Readonly<PendingMove>[] {
    return this.moves;
  }

  /** The run switch as it will be once the server has heard of it. */
  get wantsRunning(): boolean {
    return this.switches[this.switches.length - 1]?.running ?? this.body.running;
  }

  setTerrain(terrain: Terrain): void {
    this.terrain = terrain;
    this.replay();
  }

  /** Starts anew from a snapshot; moves that it does not answer stay pending. */
  reset(tick: number, tile: Tile, yaw: number, report: OwnReport | undefined): void {
    const { energy, running } = this.body;
    this.body = { ...createOwnBody(tick, tile), energy, running };
    if (report !== undefined) resume(this.terrain, this.body, report);
    this.history = [standing(tick, centre(tile), yaw, yaw)];
    this.misprediction = 'teleport';
    this.answer();
    this.replay();
  }

  /** Foretells a move that is being sent. Beyond ten, the newest replaces the last. */
  move(seq: number, to: Tile, running: boolean, at: number): void {
    if (this.moves.length >= MAX_PENDING_MOVES) this.moves.pop();
    this.moves.push({ seq, to, running, at, proposed: at });
    this.replay();
  }

  /** Takes back a move that was never sent. */
  withdraw(seq: number): void {
    this.moves = this.moves.filter((move) => move.seq !== seq);
    this.replay();
  }

  /** Foretells that the run switch changes at a tick. */
  switchRunning(running: boolean, at: number): void {
    this.switches = [{ running, at, proposed: at }];
    this.replay();
  }

  /**
   * Another deed than walking begins at about `tick`; it ends the moves that wait for that tick or a
   * later one, and the walk itself where it is one that is done standing.
   */
  beginDeed(tick: number, halts: boolean): void {
    this.deedTick = tick;
    this.haltTick = halts ? tick : undefined;
    this.dropMoves(tick);
  }

  /** Forgets the moves that wait for `tick` or a later one. */
  dropMoves(tick: number): void {
    this.moves = this.moves.filter((move) => move.at < tick);
    this.replay();
  }

  /** Takes in what a tick did to the own character. */
  report(report: OwnReport): void {
    if (report.tick <= this.body.tick) return;
    const foretold = this.track.tileAfter(report.tick);
    const wasRouted = this.body.route.length > 0;
    const settled = settleReport(this.terrain, this.body, report, this.moves);
    this.remember(settled);
    const isLate = this.answer();
    this.judge(foretold, settled, isLate, wasRouted);
    this.replay();
  }

  /** A tick told of others and not of the own character: it stood, and no move was applied. */
  quiet(tick: number): void {
    if (tick <= this.body.tick) return;
    const foretold = this.track.tileAfter(tick);
    const wasRouted = this.body.route.length > 0;
    skipTo(this.body, tick);
    const settled: Settled = { tiles: [{ x: this.body.x, z: this.body.z }], jumped: false };
    this.remember(settled);
    const isLate = this.answer();
    this.judge(foretold, settled, isLate, wasRouted);
    this.replay();
  }

  /** Run energy and switch as the server has them after the last tick reported. */
  energy(energy: number, running: boolean): void {
    this.body.energy = energy;
    this.body.running = running;
    this.switches = this.switches.filter((change) => change.running !== running);
    this.replay();
  }

  /** Gives up on moves that no answer can still come for; true where there were any. */
  expire(heardTick: number): boolean {
    const kept = this.moves.filter((move) => heardTick < move.proposed + LOST_TICKS);
    if (kept.length === this.moves.length) return false;
    this.moves = kept;
    this.misprediction = 'unanswered';
    this.replay();
    return true;
  }

  private replay(): Track {
    const { terrain, history, body, moves, switches, haltTick } = this;
    this.track = new Track({ terrain, history, body, moves, switches, haltTick });
    return this.track;
  }

  private remember({ tiles, jumped }: Settled): void {
    const { tick } = this.body;
    const last = this.history[this.history.length - 1];
    const yaw = last === undefined ? 0 : endYawOf(last);
    const stood = centre(tiles[0] ?? this.body);
    const isBroken = jumped || last === undefined || tick - last.tick > HISTORY_TICKS;
    if (isBroken) this.history = [];
    for (let gap = isBroken ? tick : last.tick + 1; gap < tick; gap++) {
      this.history.push(standing(gap, stood, yaw, yaw));
    }
    this.history.push(pathOver(tick, tiles.map(centre), yaw));
    while (this.history.length > HISTORY_TICKS) this.history.shift();
  }

  /** Drops what was answered and puts off what proved late; true where something did. */
  private answer(): boolean {
    const { tick, seq } = this.body;
    this.moves = this.moves.filter((move) => move.seq > seq && tick < move.proposed + LOST_TICKS);
    this.switches = this.switches.filter((change) => tick < change.proposed + LOST_TICKS);
    for (const change of this.switches) change.at = Math.max(change.at, tick + 1);
    let isLate = false;
    for (const move of this.moves) {
      if (move.at > tick) continue;
      if (move.at === move.proposed) this.lateMoves++;
      move.at = tick + 1;
      isLate = true;
    }
    return isLate;
  }

  private judge(foretold: Tile, { jumped }: Settled, isLate: boolean, wasRouted: boolean): void {
    this.misprediction = undefined;
    if (sameTile(foretold, this.body) && !isLate && !jumped) return;
    this.mispredictedTicks++;
    const stopped = this.body.route.length === 0;
    const isDeed = Math.abs(this.body.tick - this.deedTick) <= DEED_TICKS;
    if (jumped) this.misprediction = 'teleport';
    else if (isDeed) this.misprediction = 'deed';
    else if (isLate) this.misprediction = 'late';
    else if (stopped) this.misprediction = 'stopped';
    else this.misprediction = wasRouted ? 'redirected' : 'moved';
  }
}

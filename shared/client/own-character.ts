import { MAX_TICKS_AHEAD, MAX_WAITING_MOVES } from '../protocol/limits.ts';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import type { Terrain } from '../space/terrain.ts';
import type { Tile } from '../space/tile.ts';
import type { Arrivals } from './arrivals.ts';
import { Avatar, type Lead } from './avatar.ts';
import type { OwnReport } from './own-report.ts';
import { Prediction } from './prediction.ts';
import type { ServerClock } from './server-clock.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Kept beyond the lateness that was seen, in ms: what sending and queueing take. */
const SPARE_MS = 4;
/** What one late move adds to the margin, the most that they add together, and how that fades with each tick that brings none. */
const LATE_MS = 60;
const MAX_LATE_MS = 240;
const LATE_FADE = 0.98;
/** Ticks beyond the first that is surely reached that a move may name: further, and it would turn later than it must. */
const TICKS_AHEAD = 1;
/** Ticks without any news after which a tick counts as heard. */
const HEARD_TICKS = 2;

/** A move as it must be sent. */
export interface ProposedMove {
  readonly seq: number;
  /** Tick at which the server is asked to apply it. */
  readonly at: number;
}

/** The own character: what is foretold of it, and how it is drawn. */
export class OwnCharacter {
  readonly prediction: Prediction;
  readonly avatar = new Avatar();
  private readonly clock: ServerClock;
  private readonly arrivals: Arrivals;
  private seq = 0;
  private lateMs = 0;
  private lateSeen = 0;

  constructor(clock: ServerClock, arrivals: Arrivals, terrain: Terrain | undefined) {
    this.clock = clock;
    this.arrivals = arrivals;
    this.prediction = new Prediction(terrain);
  }

  /** Foretells a move that is about to be sent, and sets off. */
  walk(to: Tile, running: boolean, now: number, queuedMs: number): ProposedMove {
    const { prediction, avatar } = this;
    const serverNow = this.clock.at(now);
    const lead = this.lead();
    const first = this.firstTick(serverNow, queuedMs);
    const last = this.lastTick(serverNow, queuedMs);
    const wasMoving = avatar.isMoving(prediction.track);
    const wanted = Math.min(Math.max(avatar.nextTick(prediction.track), first), first + TICKS_AHEAD, last);
    const at = this.admissible(wanted, last - MAX_TICKS_AHEAD);
    const seq = ++this.seq;
    prediction.move(seq, to, running, at);
    if (wasMoving) avatar.retrack(prediction.track, serverNow, lead, undefined);
    else avatar.depart(prediction.track, at, serverNow, lead);
    return { seq, at };
  }

  /** Foretells the run switch. */
  switchRunning(running: boolean, now: number, queuedMs: number): void {
    this.prediction.switchRunning(running, this.firstTick(this.clock.at(now), queuedMs));
    this.settle(now);
  }

  /** Another deed than walking was begun; `halts` where it is done standing, wherever one is. */
  beginDeed(halts: boolean, now: number, queuedMs: number): void {
    const { prediction } = this;
    prediction.beginDeed(this.firstTick(this.clock.at(now), queuedMs), halts);
    prediction.misprediction = 'deed';
    this.settle(now);
  }

  /** Starts anew from a snapshot. */
  enter(tick: number, tile: Tile, yaw: number, report: OwnReport | undefined): void {
    this.prediction.reset(tick, tile, yaw, report);
    this.seq = Math.max(this.seq, report?.seq ?? 0);
  }

  /** The connection is gone, and whatever was on its way with it. */
  forgetMoves(now: number): void {
    this.prediction.dropMoves(0);
    this.settle(now);
  }

  /** Takes in what the frame of a tick told of the character; undefined where it told only of others. */
  receive(tick: number, report: OwnReport | undefined): void {
    const { prediction } = this;
    if (report === undefined) prediction.quiet(tick);
    else prediction.report(report);
    if (report !== undefined) this.seq = Math.max(this.seq, report.seq);
    const late = prediction.lateMoves - this.lateSeen;
    this.lateSeen = prediction.lateMoves;
    if (late > 0) this.lateMs = Math.min(MAX_LATE_MS, this.lateMs + LATE_MS * late);
    else this.lateMs *= LATE_FADE;
  }

  /** Finds its place after everything that changed the track has been taken in. */
  settle(now: number): void {
    const { prediction, avatar } = this;
    avatar.retrack(prediction.track, this.clock.at(now), this.lead(), prediction.misprediction);
    prediction.misprediction = undefined;
  }

  frame(now: number, elapsedMs: number): void {
    const serverNow = this.clock.at(now);
    const { earliestMs, latenessMs } = this.arrivals;
    const heard = Math.floor((serverNow - earliestMs - latenessMs) / TICK_DURATION_MS) - HEARD_TICKS;
    if (this.prediction.expire(heard)) this.settle(now);
    this.avatar.frame(this.prediction.track, serverNow, this.lead(), elapsedMs);
  }

  /** Puts the character where it is, without animation. */
  reseat(now: number): void {
    this.avatar.reseat(this.prediction.track, this.clock.at(now), this.lead());
  }

  private marginMs(): number {
    return Math.max(this.arrivals.latenessMs, this.clock.upLatenessMs) + this.lateMs + SPARE_MS;
  }

  private lead(): Lead {
    const least = this.clock.upMs;
    return { least, most: least + this.marginMs() + TICK_DURATION_MS };
  }

  /** The first tick that a request sent now can surely reach. */
  private firstTick(serverNow: number, queuedMs: number): number {
    return Math.ceil((serverNow + queuedMs + this.clock.upMs + this.marginMs()) / TICK_DURATION_MS);
  }

  /** The last tick that the server admits for a request sent now, should it travel as fast as any did. */
  private lastTick(serverNow: number, queuedMs: number): number {
    const arrival = serverNow + queuedMs + this.clock.upMs;
    return Math.floor(arrival / TICK_DURATION_MS) + 1 + MAX_TICKS_AHEAD;
  }

  /**
   * The tick that a move may name beside those that wait already. The server keeps three and lets a
   * fourth replace the newest; a fourth for the same tick replaces what it overrules anyway.
   */
  private admissible(wanted: number, nextTick: number): number {
    const { pending } = this.prediction;
    const newest = pending[pending.length - 1];
    if (newest === undefined) return wanted;
    const waiting = pending.filter((move) => move.at >= nextTick).length;
    return waiting >= MAX_WAITING_MOVES ? newest.at : Math.max(wanted, newest.at);
  }
}

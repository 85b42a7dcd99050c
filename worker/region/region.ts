/**
 * The Region object: a thin shell around the simulation. It owns sockets, the alarm and the rows,
 * and knows no rule of the game; what is played comes in as a `Game`.
 *
 * The order inside an alarm is the point of this file. The next alarm first, so that nothing below
 * can end the chain; unconfirmed, so that a tick of mere movement does not wait for the disk. Then
 * the slots that are due. Then the rows that must outlive a crash, so that the frames behind them
 * are held until they are safe. Then the frames, and last what may be lost. Storage errors escape:
 * the platform then restarts the object from its rows.
 */
import { DurableObject } from 'cloudflare:workers';
import type { CloseReason } from '../../shared/protocol/close-codes.ts';
import { NETWORK_CONSTANTS } from '../../shared/protocol/network-constants.ts';
import { writePacket } from '../../shared/protocol/packets.ts';
import { readSession } from '../auth/session.ts';
import type { AdmitAnswer, AdmitCall, RegionCalls } from '../character/region-calls.ts';
import type { Fact } from '../sim/fact.ts';
import { snapshot } from '../sim/hash.ts';
import type { Journal } from '../sim/journal.ts';
import { entities, processOrder } from '../sim/world.ts';
import { arrivalOf } from '../sync/saved.ts';
import { slotAt } from './clock.ts';
import { admit, takeOver } from './custody.ts';
import type { Game } from './game.ts';
import { initPayload } from './init.ts';
import { keep } from './keep.ts';
import { createRequestLimits, type RequestLimits } from './limits.ts';
import { Outbox } from './outbox.ts';
import {
  createAlarmPacemaker,
  createStepPacemaker,
  OVERDUE_TICKS,
  type Pacemaker,
  type TimeControl,
} from './pacemaker.ts';
import { EDITION_KEY, restore } from './restore.ts';
import { type Attachment, Session } from './session.ts';
import { broadcast, CATCH_UP_TICKS, createStage, flush, play, type Stage, welcome } from './stage.ts';
import { Store } from './store.ts';
import { acceptAndClose, upgraded } from './upgrade.ts';

/** Ticks between two checkpoints of what may be lost: about five seconds. */
const CHECKPOINT_TICKS = 8;

/** Where a stepped region begins: a noon, and the same for every run, dice included. */
const FIRST_STEPPED_SLOT = 3_000_001_200;

/** What a region tells about itself. */
export interface RegionStatus {
  readonly players: number;
  readonly connected: number;
  readonly capacity: number;
  readonly tick: number;
  readonly entities: number;
}

/** One region of one world, named `<world>/<region>`. A subclass says which game is played in it. */
export abstract class RegionShell extends DurableObject<Env> implements RegionCalls {
  private readonly store: Store;
  private readonly name: string;
  private readonly region: string;
  private readonly pacemaker: Pacemaker;
  private readonly limits: RequestLimits;
  private readonly outbox: Outbox;
  private readonly stage: Stage;
  /** Tick of the last checkpoint. Counted from there: a tick that comes late must not skip one. */
  private storedTick: number;
  private flushTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.name = ctx.id.name ?? 'unnamed/unnamed';
    this.region = this.name.split('/')[1] ?? this.name;
    this.store = new Store(ctx.storage);
    this.pacemaker = this.createPacemaker();
    this.limits = createRequestLimits(Number(env.LIMITS_SCALE) || 1);
    this.outbox = new Outbox(this.store, env.CHARACTER, this.name);
    const sessions = ctx
      .getWebSockets()
      // One that was closed is listed until its peer answers.
      .filter((socket) => socket.readyState === WebSocket.OPEN)
      .map((socket) => new Session(socket, socket.deserializeAttachment() as Attachment)); // written in `fetch` alone
    const attached = new Set(sessions.map((session) => session.attachment.character));
    const game = this.gameOf(this.region);
    const slot = slotAt(this.pacemaker.clock.now()) - 1;
    const { world, commands } = restore(this.store, game, this.region, slot, attached);
    this.stage = createStage(game, world, commands, env.JOURNAL === 'on');
    this.storedTick = world.tick;
    for (const session of sessions) this.stage.sessions.set(session.socket, session);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    if (this.hasWork()) ctx.blockConcurrencyWhile(() => this.pacemaker.ensure());
  }

  /** The game that is played in a region. */
  protected abstract gameOf(region: string): Game;

  // What sockets bring

  override async fetch(request: Request): Promise<Response> {
    const { character, epoch, generation, nonce, expiresAt, sync, subprotocol } = readSession(request.headers);
    const now = this.pacemaker.clock.now();
    const row = this.store.character(character);
    const isCurrent = row?.status === 'active' && row.epoch === epoch && row.generation === generation;
    if (!isCurrent || !this.store.useTicket(nonce, expiresAt)) {
      return acceptAndClose(subprotocol, 'stale', 'ask for a new ticket');
    }
    const { 0: client, 1: server } = new WebSocketPair();
    const attachment: Attachment = { character, epoch, generation, form: sync };
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(attachment);
    this.closeSessions(character, 'takenOver', 'a newer connection took over');
    this.attach(new Session(server, attachment), now);
    await this.pacemaker.ensure();
    return upgraded(client, subprotocol);
  }

  override webSocketMessage(socket: WebSocket, frame: ArrayBuffer | string): void {
    const session = this.stage.sessions.get(socket);
    if (session === undefined || session.closed) return;
    const now = this.pacemaker.clock.now();
    const inbound = session.receive(frame, this.limits, now);
    if (inbound.kind === 'close') this.end(session, inbound.reason, inbound.text);
    if (inbound.kind === 'ping') {
      const { tick } = this.stage.world;
      session.send([writePacket('pong', { ...inbound.payload, receivedAt: now, tick })], tick, now);
    }
    if (session.pending.length > 0) this.armFlush();
    this.runOverdue(now);
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    this.detach(socket);
    try {
      // 1005, 1006 and 1015 stand for "none given", "lost" and "no TLS", and must not be sent.
      // After a close of ours both sides have said it here; yet the runtime ends the connection only when it collects
      // the socket's object, maybe a minute later (seen with workerd 1.20261023: a forced collection ends it at once).
      // A peer that waits for the end, as Node's WebSocket does and browsers do for a few seconds, hears of it so late.
      if ([1005, 1006, 1015].includes(code)) socket.close();
      else socket.close(code, reason);
    } catch {
      // Closed from both sides at once: nothing is left to answer.
      return;
    }
  }

  override webSocketError(socket: WebSocket): void {
    this.detach(socket);
  }

  // What time brings

  override alarm(info?: AlarmInvocationInfo): void {
    const { clock } = this.pacemaker;
    if (!this.pacemaker.isRunning()) return;
    const scheduled = info === undefined ? 0 : this.pacemaker.regionTime(info.scheduledTime);
    const slot = slotAt(Math.max(clock.now(), scheduled));
    if (this.hasWork()) this.pacemaker.setFor(slot + 1);
    this.runSlots(slot);
  }

  /** Advances a stepped or paused region by whole ticks, and waits until what left has arrived. Returns the tick. */
  async advance(ticks: number): Promise<number> {
    if (this.pacemaker.isRunning()) throw new Error('this region runs by itself: pause it first');
    for (let count = 0; count < ticks; count++) {
      const slot = this.stage.world.tick + 1;
      this.pacemaker.stepTo(slot);
      this.runSlots(slot);
      await this.outbox.deliver(slot);
    }
    return this.stage.world.tick;
  }

  /** Pauses, steps or speeds up a local region. */
  async control(control: TimeControl): Promise<{ tick: number; speed: number }> {
    if (!isLocal(this.env)) throw new Error('time is bent only in development');
    const speed = this.pacemaker.bend(control);
    if (control.action === 'step') await this.advance(control.ticks);
    else await this.pacemaker.ensure();
    return { tick: this.stage.world.tick, speed };
  }

  // What other objects ask

  /** Takes a lease of a character; see `custody.ts`. Throws where the Character object must ask again later. */
  async admit(call: AdmitCall): Promise<AdmitAnswer> {
    const decision = admit(this.store, call, this.capacity());
    if (decision.kind === 'later') throw new Error(decision.why);
    if (decision.kind === 'answer') return decision.answer;
    const { id, account, epoch, save } = decision.row;
    this.stage.commands.push({ kind: 'join', id, account, epoch, arrival: arrivalOf(save) });
    await this.pacemaker.ensure();
    return { ok: true };
  }

  /** A newer login of a character that is here: the older socket goes. */
  async takeover(login: { character: string; epoch: number; generation: number }): Promise<void> {
    if (!takeOver(this.store, login.character, login.epoch, login.generation)) return;
    this.closeSessions(login.character, 'takenOver', 'a newer login took over');
  }

  /** Lets a character go: its owner erases it, or it was removed. */
  async evict({ character, epoch }: { character: string; epoch: number }): Promise<void> {
    this.store.setTombstone(character, { epoch, refused: true });
    this.closeSessions(character, 'removed', 'the character was removed');
    this.stage.commands.push({ kind: 'leave', id: character, reason: 'evicted' });
    await this.pacemaker.ensure();
  }

  async status(): Promise<RegionStatus> {
    const { world, sessions } = this.stage;
    return {
      players: processOrder(world).length,
      connected: sessions.size,
      capacity: this.capacity(),
      tick: world.tick,
      entities: [...entities(world)].length,
    };
  }

  /** What this region did in the last minutes, replayable; undefined where no journal is kept. */
  async journal(): Promise<Journal | undefined> {
    return this.stage.journal;
  }

  // The inside

  private createPacemaker(): Pacemaker {
    const { env, store } = this;
    if (env.TICK_DRIVER !== 'step' || !isLocal(env)) return createAlarmPacemaker(this.ctx.storage, store, isLocal(env));
    return createStepPacemaker(Number(store.meta('tick') ?? FIRST_STEPPED_SLOT));
  }

  private capacity(): number {
    return Number(this.env.REGION_CAPACITY) || 2000;
  }

  /** Derived from sockets and from what the rows made of the world, never from a flag: a flag is forgotten in a restart, and then the region stands still. */
  private hasWork(): boolean {
    const { sessions, commands, world } = this.stage;
    return sessions.size > 0 || commands.length > 0 || this.outbox.size > 0 || processOrder(world).length > 0;
  }

  private runSlots(slot: number): void {
    const { stage } = this;
    const missed = slot - stage.world.tick;
    if (missed <= 0) return;
    const first = missed > CATCH_UP_TICKS ? slot : stage.world.tick + 1;
    const now = this.pacemaker.clock.now();
    // Each slot is sent on its own, also where several are made up for: what is told of a tick are its own steps.
    for (let next = first; next <= slot; next++) {
      const played = play(stage, next);
      keep(this.store, stage, this.region, played, this.outbox);
      broadcast(stage, played.facts, now);
      this.answer(played.facts, now);
    }
    if (slot - this.storedTick >= CHECKPOINT_TICKS || !this.hasWork()) this.checkpoint();
    if (this.outbox.size > 0 && this.pacemaker.isRunning()) this.ctx.waitUntil(this.outbox.deliver(slot));
  }

  /** What the facts ask of the shell itself. */
  private answer(facts: readonly Fact[], now: number): void {
    for (const fact of facts) {
      if (fact.kind === 'idled') this.closeSessions(fact.id, 'idle', 'no input for five minutes');
      if (fact.kind === 'faulted') console.error(JSON.stringify({ event: 'fault', region: this.name, ...fact }));
      if (fact.kind !== 'departed') continue;
      this.closeSessions(fact.id, 'done', 'logged out');
      this.stage.commands.push({ kind: 'leave', id: fact.id, reason: fact.reason });
    }
    for (const session of [...this.stage.sessions.values()]) {
      const overdue = session.overdue(now);
      if (overdue !== undefined) this.end(session, 'flooding', overdue);
    }
  }

  private checkpoint(): void {
    const { world, game } = this.stage;
    this.store.setCheckpoint(snapshot(world));
    this.storedTick = world.tick;
    if (!this.pacemaker.isRunning()) this.store.setMeta('tick', String(world.tick));
    if (this.store.meta(EDITION_KEY) !== game.edition) this.store.setMeta(EDITION_KEY, game.edition);
  }

  private attach(session: Session, now: number): void {
    const { stage, region } = this;
    const { character } = session.attachment;
    stage.sessions.set(session.socket, session);
    stage.commands.push({ kind: 'connect', id: character });
    welcome(stage, session, initPayload(this.env, stage.game, region, character, stage.world.tick, now), now);
  }

  private closeSessions(character: string, reason: CloseReason, text: string): void {
    for (const session of [...this.stage.sessions.values()]) {
      if (session.attachment.character === character) this.end(session, reason, text);
    }
  }

  /** Closes a connection and lets go of it at once: a peer that does not read would never answer the close. */
  private end(session: Session, reason: CloseReason, text: string): void {
    session.close(reason, text);
    this.detach(session.socket);
  }

  private detach(socket: WebSocket): void {
    const session = this.stage.sessions.get(socket);
    if (session === undefined) return;
    session.closed = true;
    this.stage.sessions.delete(socket);
    this.stage.commands.push({ kind: 'disconnect', id: session.attachment.character });
  }

  private armFlush(): void {
    if (this.flushTimer !== undefined) return;
    this.flushTimer = setTimeout(() => {
      this.flushTimer = undefined;
      flush(this.stage, this.pacemaker.clock.now());
    }, NETWORK_CONSTANTS.NETWORK_RATE);
  }

  /** A flood of messages can starve the alarm, and an alarm can be lost: messages drive an overdue tick too. */
  private runOverdue(now: number): void {
    const late = slotAt(now) - this.stage.world.tick;
    if (!this.pacemaker.isRunning() || late <= 1) return;
    if (late > OVERDUE_TICKS) this.pacemaker.setFor(slotAt(now) + 1);
    this.runSlots(slotAt(now));
  }
}

/** Whether this is somebody's own machine: the only place where time may be bent or stepped. */
function isLocal(env: Env): boolean {
  return env.ENVIRONMENT === 'development';
}

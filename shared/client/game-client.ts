/**
 * The headless client: a connection, a mirror of what the server tells, the own character ahead of
 * it and the others behind it. It knows no platform; the web client, bots, benchmarks and tests
 * give it theirs as ports.
 *
 * State is taken in when a message arrives, never when a frame is drawn, so a hidden page stays up
 * to date without frames; `resume` then puts everybody in place.
 */
import type { CloseReason } from '../protocol/close-codes.ts';
import { ACKNOWLEDGE_TICKS } from '../protocol/limits.ts';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { writePacket } from '../protocol/packets.ts';
import type { RequestName, RequestPayload } from '../protocol/requests.ts';
import type { Update, UpdatePayload, WorldState } from '../protocol/updates.ts';
import type { Terrain } from '../space/terrain.ts';
import { type Tile, tileAt } from '../space/tile.ts';
import { Arrivals } from './arrivals.ts';
import { Connection } from './connection.ts';
import type { ConnectionState } from './connection-state.ts';
import { createDrawnActor, type DrawnActor, draw } from './drawn-actor.ts';
import { type Listener, Listeners } from './listeners.ts';
import { Mirror } from './mirror.ts';
import { createTraffic, type NetworkStats } from './network-stats.ts';
import { Outbox } from './outbox.ts';
import { OwnCharacter, type ProposedMove } from './own-character.ts';
import type { ClientPorts } from './ports.ts';
import { RemoteTimeline } from './remote-timeline.ts';
import { ServerClock } from './server-clock.ts';
import { type Heard, takeFrame } from './world-feed.ts';

const { TICK_DURATION_MS } = NETWORK_CONSTANTS;

/** Longest chat message in UTF-16 units, as the server's schema has it. */
const MAX_CHAT_LENGTH = 240;
/** A pause between frames beyond this is a hidden page or a sleeping machine, and nothing is animated over it. */
const HIDDEN_MS = 2000;
/** Spare time in which a frame without a tick of its own still counts to the tick before. */
const GUESS_MS = 50;

export interface ClientOptions {
  /** The region's ground, where it is loaded already. Without it nothing is foretold. */
  readonly terrain?: Terrain;
}

/** The own character as the interface shows it. */
export interface OwnState {
  readonly id: string;
  /** Tile after the last tick heard of. */
  readonly tile: Tile;
  /** 0 to 10,000, foretold between the server's reports. */
  readonly runEnergy: number;
  /** The run switch. */
  readonly running: boolean;
}

export function createGameClient(ports: ClientPorts, options: ClientOptions = {}): GameClient {
  return new GameClient(ports, options);
}

export class GameClient {
  /** What `init` told of the world; undefined before. */
  world: WorldState | undefined = undefined;
  private readonly ports: ClientPorts;
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private readonly clock = new ServerClock();
  private readonly arrivals = new Arrivals(this.clock);
  private readonly remote = new RemoteTimeline(this.arrivals);
  private readonly mirror = new Mirror();
  private readonly character: OwnCharacter;
  private readonly drawn = new Map<string, DrawnActor>();
  private readonly traffic = createTraffic();
  private readonly updateListeners = new Listeners<Update>();
  private readonly stateListeners = new Listeners<ConnectionState>();
  private readonly closeListeners = new Listeners<CloseReason>();
  /** Pings count from here, because the server's scan lets no large integer pass. */
  private readonly epoch: number;
  private connectedAt: number | undefined = undefined;
  private framedAt: number | undefined = undefined;
  private newestTick = 0;
  private acknowledgedTick = 0;
  private hasEntered = false;

  constructor(ports: ClientPorts, { terrain }: ClientOptions) {
    this.ports = ports;
    this.epoch = ports.now();
    this.character = new OwnCharacter(this.clock, this.arrivals, terrain);
    this.outbox = new Outbox(ports, (name, payload) => this.transmit(name, payload));
    this.connection = new Connection(ports, {
      state: (state) => this.stateListeners.tell(state),
      frame: (bytes) => this.receive(bytes),
      ping: () => this.transmit('ping', { sentAt: this.ports.now() - this.epoch }),
      lost: () => this.lost(),
      closed: (reason) => this.closeListeners.tell(reason),
    });
  }

  /** Connects; where a retry is waited for, tries at once. */
  connect(): void {
    this.connection.connect();
  }

  /** Leaves without a word: the body stays in the world for a while. */
  close(): void {
    this.connection.close();
  }

  /** The network is back: tries at once instead of waiting. */
  networkReturned(): void {
    this.connection.networkReturned();
  }

  /** The page is looked at again: everybody is put in place without animation, and the clock measured anew. */
  resume(): void {
    this.clock.resync();
    this.connection.measure();
    this.connection.networkReturned();
    this.reseat();
  }

  /** Gives the region's ground, as soon as it is loaded. */
  setTerrain(terrain: Terrain): void {
    this.character.prediction.setTerrain(terrain);
    this.character.settle(this.ports.now());
  }

  get state(): ConnectionState {
    return this.connection.state;
  }

  get isOnline(): boolean {
    return this.hasEntered;
  }

  get own(): OwnState {
    const { known } = this.character.prediction;
    return {
      id: this.mirror.ownId,
      tile: { x: known.x, z: known.z },
      runEnergy: known.energy,
      running: this.character.prediction.wantsRunning,
    };
  }

  /** The server's clock, in ms since 1970. */
  serverNow(): number {
    return this.clock.at(this.ports.now());
  }

  /** Updates that are not movement, in the order in which they came. Returns what ends it. */
  onUpdate(listener: Listener<Update>): () => void {
    return this.updateListeners.add(listener);
  }

  onState(listener: Listener<ConnectionState>): () => void {
    return this.stateListeners.add(listener);
  }

  /** The server closed for a reason of the protocol: `protocol` asks to reload once, `malformed` to report a fault. */
  onClosed(listener: Listener<CloseReason>): () => void {
    return this.closeListeners.add(listener);
  }

  /**
   * Walks to a point in world coordinates; `running` runs this once, whatever the switch says.
   * Undefined where nothing was sent, because there is no connection.
   */
  moveTo(x: number, z: number, running = false): ProposedMove | undefined {
    if (!this.hasEntered) return undefined;
    const superseded = this.outbox.supersedes;
    if (superseded !== undefined) this.character.prediction.withdraw(superseded);
    const move = this.character.walk(tileAt(x, z), running, this.ports.now(), this.outbox.delayMs);
    const sent = this.outbox.push('moveRequest', { x, z, running, ...move }, move.seq);
    if (sent) return move;
    this.character.prediction.withdraw(move.seq);
    this.character.settle(this.ports.now());
    return undefined;
  }

  setRunning(running: boolean): boolean {
    const queuedMs = this.outbox.delayMs;
    if (!this.send('setRunning', { running })) return false;
    this.character.switchRunning(running, this.ports.now(), queuedMs);
    return true;
  }

  say(message: string): boolean {
    const text = message.trim().slice(0, MAX_CHAT_LENGTH);
    return text !== '' && this.send('chatMessage', { message: text });
  }

  emote(emote: string): boolean {
    return this.deed('emote', { emote });
  }

  follow(targetId: string): boolean {
    return this.deed('follow', { targetId });
  }

  interact(targetId: string, option: string): boolean {
    return this.deed('interact', { targetId, option });
  }

  logout(): boolean {
    return this.send('logout', {});
  }

  /** Sends any request; false where there is no connection, or too much waits to be sent. */
  send<N extends RequestName>(name: N, payload: RequestPayload<N>): boolean {
    return this.hasEntered && this.outbox.push(name, payload);
  }

  /** Moves everybody on to a moment of the own clock, once a frame. */
  frame(now: number = this.ports.now()): void {
    const elapsedMs = Math.max(0, now - (this.framedAt ?? now));
    this.framedAt = now;
    if (!this.hasEntered && this.mirror.entities.size === 0) return;
    if (elapsedMs > HIDDEN_MS) this.reseat();
    this.character.frame(now, elapsedMs);
    const time = this.remote.advance(this.clock.at(now), elapsedMs);
    this.drawAll(time, elapsedMs);
  }

  /** Everybody and everything in view as of the last `frame`; written in place by the next. */
  actors(): Iterable<DrawnActor> {
    return this.drawn.values();
  }

  actor(id: string): DrawnActor | undefined {
    return this.drawn.get(id);
  }

  stats(): NetworkStats {
    const { prediction, avatar } = this.character;
    const { snaps } = avatar.corrections;
    const elapsed = this.connectedAt === undefined ? 0 : this.ports.now() - this.connectedAt;
    const ticks = Math.max(1, elapsed / TICK_DURATION_MS);
    return {
      ...this.traffic,
      bytesInPerTick: this.traffic.bytesIn / ticks,
      bytesOutPerTick: this.traffic.bytesOut / ticks,
      roundTripMs: this.clock.roundTripMs,
      jitterMs: this.clock.jitterMs,
      snaps: Object.values(snaps).reduce((sum, count) => sum + count, 0),
      snapReasons: snaps,
      glides: avatar.corrections.glides,
      mispredictedTicks: prediction.mispredictedTicks,
      lateMoves: prediction.lateMoves,
      predictionErrorTiles: avatar.lastErrorTiles,
      remoteDelayMs: this.remote.delayMs,
      pendingMoves: prediction.pending.length,
      entities: this.mirror.entities.size,
      tick: this.newestTick,
    };
  }

  private deed<N extends RequestName>(name: N, payload: RequestPayload<N>): boolean {
    const queuedMs = this.outbox.delayMs;
    if (!this.send(name, payload)) return false;
    this.character.beginDeed(name === 'emote', this.ports.now(), queuedMs);
    return true;
  }

  private transmit(name: RequestName, payload: object): void {
    const packet = writePacket(name, payload);
    if (!this.connection.send(packet)) return;
    this.traffic.bytesOut += packet.byteLength;
    this.traffic.framesOut++;
  }

  private receive(bytes: Uint8Array): void {
    const now = this.ports.now();
    this.connectedAt ??= now;
    this.traffic.bytesIn += bytes.byteLength;
    this.traffic.framesIn++;
    const time = this.remote.time ?? this.clock.at(now);
    const heard = takeFrame(bytes, this.mirror, this.guessTick(now), time);
    for (const update of heard.updates) this.connectionUpdate(update, now);
    if (heard.tick !== undefined) this.heardTick(heard.tick, heard, now);
    if (heard.energy !== undefined) this.character.prediction.energy(heard.energy.energy, heard.energy.running);
    if (heard.isSnapshot && !this.hasEntered) this.entered();
    else if (!this.hasEntered || this.isHidden(now)) this.character.reseat(now);
    else if (heard.tick !== undefined || heard.energy !== undefined) this.character.settle(now);
    for (const update of heard.updates) this.updateListeners.tell(update);
  }

  private connectionUpdate(update: Update, now: number): void {
    if (update.name === 'init') this.initialised(update.payload, now);
    if (update.name === 'pong') this.clock.pong(update.payload.sentAt + this.epoch, update.payload.receivedAt, now);
    if (update.name === 'regionTransfer') this.connection.expectTransfer(update.payload);
  }

  private initialised({ worldState }: UpdatePayload<'init'>, now: number): void {
    this.world = worldState;
    this.newestTick = worldState.tick;
    this.clock.hint(worldState.serverTime, now);
  }

  private heardTick(tick: number, { report, isWhole, isSnapshot }: Heard, now: number): void {
    const { mirror, character } = this;
    this.newestTick = Math.max(this.newestTick, tick);
    if (isSnapshot) {
      const { own } = mirror;
      if (own !== undefined) character.enter(tick, tileAt(own.x, own.z), own.yaw, report);
    } else if (isWhole || report !== undefined) {
      this.arrivals.heard(tick, now);
      character.receive(tick, report);
    }
    const { known } = character.prediction;
    mirror.placeOwn({ x: known.x, z: known.z });
    if (isSnapshot || tick - this.acknowledgedTick >= ACKNOWLEDGE_TICKS) {
      this.acknowledgedTick = tick;
      this.transmit('acknowledge', { tick });
    }
  }

  private entered(): void {
    this.hasEntered = true;
    this.reseat();
    this.connection.entered();
  }

  /** Nobody draws: there is nothing to be continued, and no correction that anybody could see. */
  private isHidden(now: number): boolean {
    return this.framedAt === undefined || now - this.framedAt > HIDDEN_MS;
  }

  private lost(): void {
    this.hasEntered = false;
    this.outbox.clear();
    this.arrivals.forget();
    this.clock.resync();
    this.character.forgetMoves(this.ports.now());
  }

  private reseat(): void {
    this.mirror.reseat();
    this.remote.reseat();
    this.character.reseat(this.ports.now());
  }

  private guessTick(now: number): number {
    const guess = Math.floor((this.clock.at(now) - this.arrivals.earliestMs + GUESS_MS) / TICK_DURATION_MS);
    return Math.max(this.newestTick, guess);
  }

  private drawAll(time: number, elapsedMs: number): void {
    for (const id of this.drawn.keys()) if (!this.mirror.entities.has(id)) this.drawn.delete(id);
    for (const [id, entity] of this.mirror.entities) {
      const pose = id === this.mirror.ownId ? this.character.avatar.pose : entity.motion.interpolate(time, elapsedMs);
      const actor = this.drawn.get(id) ?? createDrawnActor(entity);
      draw(actor, entity, pose);
      this.drawn.set(id, actor);
    }
  }
}

import type { ServerEnd } from '../../../shared/client/virtual-socket.test-kit.ts';
import type { VirtualTime } from '../../../shared/client/virtual-time.test-kit.ts';
import { decodeRequest } from '../../../shared/protocol/boundary.ts';
import { writeBundle } from '../../../shared/protocol/bundle.ts';
import { PROTOCOL_FINGERPRINT } from '../../../shared/protocol/fingerprint.ts';
import { MAX_WAITING_MOVES } from '../../../shared/protocol/limits.ts';
import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { writePacket } from '../../../shared/protocol/packets.ts';
import type { UpdatePayload } from '../../../shared/protocol/updates.ts';
import { RUN_ENERGY_FULL } from '../../../shared/rules/run-energy.ts';
import type { Terrain } from '../../../shared/space/terrain.ts';
import { SOUTH, type Tile } from '../../../shared/space/tile.ts';
import type { Command, WorldRequest } from '../../sim/command.ts';
import type { PlayerEntity } from '../../sim/components.ts';
import type { Rules } from '../../sim/rules.ts';
import { tick } from '../../sim/tick.ts';
import { bareRules } from '../../sim/world.test-kit.ts';
import { createWorld, playerById, type World } from '../../sim/world.ts';
import { createObserver, observe } from '../../sync/observe.ts';
import { createViewer, type SyncForm, type Viewer } from '../../sync/viewer.ts';

const { TICK_DURATION_MS, IDLE_TIMEOUT_MS } = NETWORK_CONSTANTS;

/** The server's clock at virtual time 0, in ms since 1970; any slot's first moment will do. */
const WALL_START_MS = 3_000_000_000 * TICK_DURATION_MS;
/** How late a tick may run, in ms: what an alarm in workerd was seen to take. */
const TICK_LATENESS_MS = 6;

interface Seat {
  readonly id: string;
  readonly end: ServerEnd;
  readonly viewer: Viewer;
  waiting: WorldRequest[];
}

/**
 * The real simulation and the real sync under a virtual clock, with as much of a region's shell as
 * clients can tell: `init`, pongs at once, requests until the next tick, one frame a tick.
 */
export class ModelRegion {
  readonly world: World;
  private readonly time: VirtualTime;
  private readonly random: () => number;
  private readonly rules: Rules;
  private readonly observer = createObserver();
  private readonly seats: Seat[] = [];
  private readonly watchers: (() => void)[] = [];
  private commands: Command[] = [];

  constructor(time: VirtualTime, random: () => number, terrain: Terrain) {
    this.time = time;
    this.random = random;
    this.rules = bareRules(terrain);
    this.world = createWorld('bench', slotAt(this.wallNow()), 1);
    this.scheduleTick();
  }

  /** The server's clock, in ms since 1970. */
  wallNow(): number {
    return WALL_START_MS + this.time.now();
  }

  /** The virtual time at which the steps of a tick begin. */
  shownAt(tick: number): number {
    return tick * TICK_DURATION_MS - WALL_START_MS;
  }

  /** Has something run after every tick. */
  watch(run: () => void): void {
    this.watchers.push(run);
  }

  /** Puts a character into the world with the next tick. */
  join(id: string, at: Tile): void {
    this.commands.push({
      kind: 'join',
      id,
      account: id,
      epoch: 1,
      arrival: {
        name: id,
        look: { body: 0, hair: 0, colours: [0, 0, 0, 0, 0], worn: {} },
        at: { ...at, heading: SOUTH },
        health: { current: 10, max: 10 },
        running: false,
        runEnergy: RUN_ENERGY_FULL,
        skills: {},
        bag: [],
        coins: 0,
        carried: {},
      },
    });
  }

  /** Attaches a socket to a character, in place of the one before. */
  accept(id: string, end: ServerEnd, form: SyncForm = 'compact'): void {
    for (const older of this.seats.filter((seat) => seat.id === id)) this.leave(older);
    const seat: Seat = { id, end, viewer: createViewer(id, form), waiting: [] };
    this.seats.push(seat);
    this.commands.push({ kind: 'connect', id });
    end.onMessage = (data) => this.receive(seat, data);
    end.onClose = () => this.leave(seat);
    end.send(writePacket('init', this.initPayload(id)));
  }

  /** A request from inside, without a network. */
  command(id: string, request: WorldRequest): void {
    this.commands.push({ kind: 'request', id, request });
  }

  player(id: string): PlayerEntity | undefined {
    return playerById(this.world, id);
  }

  /** Closes every socket, as a restart does. */
  closeAll(code: number, reason: string): void {
    for (const seat of [...this.seats]) {
      seat.end.close(code, reason);
      this.leave(seat);
    }
  }

  private receive(seat: Seat, data: Uint8Array | string): void {
    if (typeof data === 'string') {
      if (data === 'ping') seat.end.send('pong');
      return;
    }
    const decoded = decodeRequest(data);
    if (!decoded.ok) throw new Error(`the client sent a malformed frame: ${decoded.reason}`);
    const { request } = decoded;
    if (request.name === 'ping') {
      const receivedAt = Math.floor(this.wallNow());
      seat.end.send(writePacket('pong', { ...request.payload, receivedAt, tick: this.world.tick }));
    } else if (request.name !== 'acknowledge') this.wait(seat, request);
  }

  private wait(seat: Seat, request: WorldRequest): void {
    const moves = seat.waiting.filter(({ name }) => name === 'moveRequest');
    const newest = moves[moves.length - 1];
    if (request.name === 'moveRequest' && moves.length >= MAX_WAITING_MOVES && newest !== undefined) {
      seat.waiting.splice(seat.waiting.indexOf(newest), 1);
    }
    seat.waiting.push(request);
  }

  private leave(seat: Seat): void {
    const index = this.seats.indexOf(seat);
    if (index < 0) return;
    this.seats.splice(index, 1);
    this.commands.push({ kind: 'disconnect', id: seat.id });
  }

  private scheduleTick(): void {
    const next = (this.world.tick + 1) * TICK_DURATION_MS - this.wallNow();
    this.time.after(next + this.random() * TICK_LATENESS_MS, () => {
      this.runTick();
      this.scheduleTick();
    });
  }

  private runTick(): void {
    const { commands } = this;
    this.commands = [];
    for (const seat of this.seats) {
      for (const request of seat.waiting) commands.push({ kind: 'request', id: seat.id, request });
      seat.waiting = [];
    }
    const facts = tick(this.world, this.rules, commands);
    for (const fact of facts) if (fact.kind === 'faulted') throw new Error(`${fact.phase}: ${fact.message}`);
    const viewers = this.seats.map(({ viewer }) => viewer);
    const packets = observe(this.observer, this.world, this.rules, facts, viewers);
    for (const seat of this.seats) deliver(seat, packets.get(seat.viewer) ?? []);
    for (const watcher of this.watchers) watcher();
  }

  private initPayload(playerId: string): UpdatePayload<'init'> {
    return {
      playerId,
      worldState: {
        region: 'bench',
        world: 'bench-1',
        tick: this.world.tick,
        tickMs: TICK_DURATION_MS,
        serverTime: Math.floor(this.wallNow()),
        protocol: PROTOCOL_FINGERPRINT,
        assets: { url: '', manifest: '', map: '' },
        settings: { idleTimeoutMs: IDLE_TIMEOUT_MS, viewTiles: 15, dayTicks: 2400 },
      },
    };
  }
}

function deliver({ end, viewer }: Seat, packets: readonly Uint8Array[]): void {
  const [only] = packets;
  if (only === undefined) return;
  if (viewer.form === 'plain') for (const packet of packets) end.send(packet);
  else end.send(packets.length === 1 ? only : writeBundle(packets));
}

function slotAt(ms: number): number {
  return Math.floor(ms / TICK_DURATION_MS);
}

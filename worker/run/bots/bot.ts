import { createGameClient, type GameClient } from '../../../shared/client/game-client.ts';
import type { NetworkStats } from '../../../shared/client/network-stats.ts';
import type { Ticket } from '../../../shared/client/ports.ts';
import { EMOTES } from '../../../shared/content/emotes.ts';
import type { WorldState } from '../../../shared/protocol/updates.ts';
import type { Terrain } from '../../../shared/space/terrain.ts';
import { nodePorts } from './node-ports.ts';
import { newGuest, playTicket } from './world-api.ts';

/** What a bot needs of its surroundings. */
export interface BotWorld {
  /** Origin of the HTTP interface. */
  readonly base: string;
  terrain(world: WorldState): Promise<Terrain>;
}

/** What became of a bot. */
export interface BotResult {
  readonly joined: boolean;
  readonly moved: boolean;
  readonly errors: readonly string[];
  readonly stats: NetworkStats;
}

const SAYINGS = ['Good day!', 'Mind the moorhens.', 'Is the bridge open?', 'Off to the mill.', 'Lovely light today.'];
/** Between two frames of a bot, in ms: enough to notice a snap, and cheap for hundreds. */
const FRAME_MS = 100;
const REACH_TILES = 12;
/** Shares of a bot's deeds; what is left is walking. */
const SAYING = 0.06;
const EMOTING = 0.06;
const SWITCHING = 0.05;

/** Between two deeds of one bot, at least. */
const SHORTEST_WAIT_MS = 500;

/** A guest who walks about, says something now and then, and waves. */
export class Bot {
  private readonly client: GameClient;
  private readonly errors: string[] = [];
  private readonly timers: ReturnType<typeof setTimeout>[] = [];
  private hasJoined = false;
  private hasMoved = false;
  private first: { x: number; z: number } | undefined = undefined;

  constructor(world: BotWorld) {
    const client = createGameClient(nodePorts(guestTickets(world.base, (error) => this.errors.push(String(error)))));
    this.client = client;
    client.onUpdate((update) => {
      if (update.name === 'init') this.learnGround(world, update.payload.worldState);
    });
    client.onState((state) => {
      if (state.kind === 'online') this.hasJoined = true;
      if (state.kind === 'closed') this.errors.push(state.text);
    });
    client.onClosed((reason) => this.errors.push(`closed: ${reason}`));
  }

  /** Enters the world and does something every few seconds until it is stopped. */
  start(): void {
    this.client.connect();
    this.timers.push(setInterval(() => this.frame(), FRAME_MS));
    this.plan();
  }

  stop(): BotResult {
    for (const timer of this.timers) clearTimeout(timer);
    const { hasJoined, hasMoved, errors } = this;
    const stats = this.client.stats();
    this.client.close();
    return { joined: hasJoined, moved: hasMoved, errors, stats };
  }

  private learnGround(world: BotWorld, state: WorldState): void {
    world.terrain(state).then(
      (terrain) => this.client.setTerrain(terrain),
      (error: unknown) => this.errors.push(String(error)),
    );
  }

  private frame(): void {
    this.client.frame();
    if (!this.client.isOnline) return;
    const { tile } = this.client.own;
    this.first ??= tile;
    if (tile.x !== this.first.x || tile.z !== this.first.z) this.hasMoved = true;
  }

  private plan(): void {
    const wait = SHORTEST_WAIT_MS + Math.random() * 4000;
    this.timers[1] = setTimeout(() => {
      if (this.client.isOnline) this.act();
      this.plan();
    }, wait);
  }

  private act(): void {
    const { client } = this;
    const whim = Math.random();
    if (whim < SAYING) client.say(pick(SAYINGS));
    else if (whim < SAYING + EMOTING) client.emote(pick(Object.keys(EMOTES)));
    else if (whim < SAYING + EMOTING + SWITCHING) client.setRunning(!client.own.running);
    else {
      const { x, z } = client.own.tile;
      client.moveTo(x + 0.5 + someTiles(), z + 0.5 + someTiles());
    }
  }
}

function someTiles(): number {
  return Math.round((Math.random() - 0.5) * 2 * REACH_TILES);
}

function pick(texts: readonly string[]): string {
  return texts[Math.floor(Math.random() * texts.length)] ?? '';
}

/** Tickets for one guest, who is made with the first of them. */
function guestTickets(base: string, onError: (error: unknown) => void): () => Promise<Ticket> {
  let token: Promise<string> | undefined;
  return async () => {
    try {
      token ??= newGuest(base);
      return await playTicket(base, await token);
    } catch (error) {
      token = undefined;
      onError(error);
      throw error;
    }
  };
}

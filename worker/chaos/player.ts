import { createGameClient, type GameClient } from '../../shared/client/game-client.ts';
import type { ClientPorts, Ticket } from '../../shared/client/ports.ts';
import type { Tile } from '../../shared/space/tile.ts';
import { nodePorts } from '../run/bots/node-ports.ts';
import { makeCharacter, newGuest, playTicket } from '../run/bots/world-api.ts';
import type { RealWorld } from '../run/real-world/real-world.ts';

/** Whether players may ask the world for anything: shut while it must be seen to go on by itself. */
export interface Gate {
  isOpen: boolean;
}

/**
 * Somebody with the headless client, a guest's account and one character. Remembers what the world
 * told, so that the world can be held to it after a crash.
 */
export class Player {
  readonly character: string;
  readonly client: GameClient;
  /** The own tile after each tick that was heard of, since it was forgotten last. */
  readonly trail = new Map<number, Tile>();
  /** The ticket that opened the latest socket. */
  usedTicket: Ticket | undefined = undefined;

  constructor(world: RealWorld, gate: Gate, token: string, character: string) {
    this.character = character;
    let fetched: Ticket | undefined;
    const ports = nodePorts(async () => {
      if (!gate.isOpen) throw new Error('nobody asks the world for anything now');
      fetched = await playTicket(world.url, token);
      return fetched;
    });
    this.client = createGameClient({ ...ports, open: (url, protocols) => this.open(ports, url, protocols) });
    this.client.onState(({ kind }) => {
      if (kind === 'online') this.usedTicket = fetched;
    });
  }

  /** The last tick heard of, and the own tile after it. */
  get lastHeard(): { readonly tick: number; readonly tile: Tile } | undefined {
    const last = [...this.trail].at(-1);
    return last === undefined ? undefined : { tick: last[0], tile: last[1] };
  }

  private open(ports: ClientPorts, url: string, protocols: readonly string[]) {
    const socket = ports.open(url, protocols);
    return {
      ...socket,
      listen: (listener: Parameters<typeof socket.listen>[0]) =>
        socket.listen({
          ...listener,
          message: (data) => {
            listener.message(data);
            if (this.client.isOnline) this.trail.set(this.client.stats().tick, this.client.own.tile);
          },
        }),
    };
  }
}

/** Makes a guest and a character; it does not connect yet. */
export async function newPlayer(world: RealWorld, gate: Gate, name: string): Promise<Player> {
  const token = await newGuest(world.url);
  return new Player(world, gate, token, await makeCharacter(world.url, token, name));
}

/** Tries a ticket on a socket of its own; resolves with the code that the socket is closed with. */
export function closeCodeOf({ url, token }: Ticket): Promise<number> {
  const socket = new WebSocket(`${url}?token=${token}`);
  return new Promise((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
}

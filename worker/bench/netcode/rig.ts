import { createGameClient, type GameClient } from '../../../shared/client/game-client.ts';
import type { LinkQuality } from '../../../shared/client/link.test-kit.ts';
import { connectVirtually, type ServerEnd } from '../../../shared/client/virtual-socket.test-kit.ts';
import { seededRandom, VirtualTime } from '../../../shared/client/virtual-time.test-kit.ts';
import type { Terrain } from '../../../shared/space/terrain.ts';
import { clutteredGround, MIDDLE } from './clutter.ts';
import { ModelRegion } from './model-region.ts';

/** One client in one region under one virtual clock. */
export interface Rig {
  readonly time: VirtualTime;
  readonly region: ModelRegion;
  readonly client: GameClient;
  readonly terrain: Terrain;
  readonly random: () => number;
  /** The network goes away without a word, for connections that exist now. */
  cut(): void;
  /** Draws frames for some ms; `each` is called after each. */
  draw(ms: number, each?: (now: number) => void): void;
}

/** The own character's id. */
export const OWN_ID = 'own';
/** Virtual ms within which every link has let a client in and its clock settle. */
const SETTLE_MS = 6000;

/** One frame at 60 Hz. */
export const FRAME_MS = 1000 / 60;

/** Connects a client and waits until it stands in the world. */
export async function createRig(quality: LinkQuality, seed: number): Promise<Rig> {
  const time = new VirtualTime();
  const random = seededRandom(seed * 97 + 3);
  const terrain = clutteredGround(seededRandom(seed));
  const region = new ModelRegion(time, seededRandom(seed + 5), terrain);
  const network = seededRandom(seed + 9);
  region.join(OWN_ID, MIDDLE);
  let cut: () => void = () => undefined;
  const accept = (end: ServerEnd) => {
    cut = () => end.cut();
    region.accept(OWN_ID, end);
  };
  const client = createGameClient(
    {
      open: (_url, protocols) => connectVirtually(time, network, quality, protocols, accept),
      now: () => time.now(),
      after: (ms, run) => time.after(ms, run),
      random,
      fetchTicket: async () => ({ url: 'virtual', token: 'virtual' }),
    },
    { terrain },
  );
  client.connect();
  await time.pass(SETTLE_MS);
  if (!client.isOnline) throw new Error('the client did not get in');
  const draw = (ms: number, each?: (now: number) => void) => {
    const end = time.now() + ms;
    while (time.now() < end) {
      time.advanceTo(time.now() + FRAME_MS);
      client.frame(time.now());
      each?.(time.now());
    }
  };
  return { time, region, client, terrain, random, draw, cut: () => cut() };
}

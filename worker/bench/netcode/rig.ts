import { createGameClient, type GameClient } from '../../../shared/client/game-client.ts';
import type { LinkQuality } from '../../../shared/client/link.test-kit.ts';
import { connectVirtually } from '../../../shared/client/virtual-socket.test-kit.ts';
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
}

/** The own character's id. */
export const OWN_ID = 'own';
/** Virtual ms within which every link has let a client in and its clock settle. */
const SETTLE_MS = 6000;

/** Connects a client and waits until it stands in the world. */
export async function createRig(quality: LinkQuality, seed: number): Promise<Rig> {
  const time = new VirtualTime();
  const random = seededRandom(seed * 97 + 3);
  const terrain = clutteredGround(seededRandom(seed));
  const region = new ModelRegion(time, seededRandom(seed + 5), terrain);
  const network = seededRandom(seed + 9);
  region.join(OWN_ID, MIDDLE);
  const client = createGameClient(
    {
      open: (_url, protocols) =>
        connectVirtually(time, network, quality, protocols, (end) => region.accept(OWN_ID, end)),
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
  return { time, region, client, terrain, random };
}

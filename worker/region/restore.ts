import type { Command } from '../sim/command.ts';
import { isPlayer, type NewEntity, type PlayerEntity } from '../sim/components.ts';
import { parseWorld } from '../sim/hash.ts';
import { populate } from '../sim/populate.ts';
import { addEntity, createWorld, entities, removeEntity, type World } from '../sim/world.ts';
import { arrivalOf } from '../sync/saved.ts';
import type { Game } from './game.ts';
import type { Store } from './store.ts';

export const EDITION_KEY = 'edition';

/** A world as it can go on, and the commands that bring it up to what the rows say. */
export interface Restored {
  readonly world: World;
  readonly commands: Command[];
}

/**
 * The region's world from its rows: the checkpoint of this edition of the game, or a new one
 * populated around the players of an older one. The rows decide who is here: a body without a row
 * left after the checkpoint, a row without a body came after it.
 *
 * @param slot the slot from which a new world counts
 * @param attached characters that have a socket
 */
export function restore(
  store: Store,
  game: Game,
  region: string,
  slot: number,
  attached: ReadonlySet<string>,
): Restored {
  const text = store.checkpoint();
  const stored = text === undefined ? undefined : parseWorld(text);
  const world =
    stored !== undefined && store.meta(EDITION_KEY) === game.edition ? stored : repopulated(stored, game, region, slot);
  const rows = store.characters().filter((row) => row.status === 'active');
  const leases = new Map(rows.map((row) => [row.id, row.epoch]));
  const bodies = new Map<string, PlayerEntity>();
  for (const entity of [...entities(world)]) {
    if (!isPlayer(entity)) continue;
    // A body of an older lease is how the character was before it left and came back: its row knows better.
    if (leases.get(entity.id) === entity.player.epoch) bodies.set(entity.id, entity);
    else removeEntity(world, entity.id);
  }
  const commands: Command[] = [];
  for (const { id, account, epoch, save } of rows) {
    const body = bodies.get(id);
    if (body === undefined) commands.push({ kind: 'join', id, account, epoch, arrival: arrivalOf(save) });
    if (attached.has(id) && body?.player.connected !== true) commands.push({ kind: 'connect', id });
    if (!attached.has(id) && body?.player.connected === true) commands.push({ kind: 'disconnect', id });
  }
  return { world, commands };
}

function repopulated(stored: World | undefined, game: Game, region: string, slot: number): World {
  const world = createWorld(region, stored?.tick ?? slot, slot);
  world.serial = stored?.serial ?? world.serial;
  populate(world, game.rules);
  if (stored === undefined) return world;
  for (const entity of entities(stored)) {
    if (!isPlayer(entity)) continue;
    const { slot: _slot, ...body }: PlayerEntity = entity;
    addEntity(world, body satisfies NewEntity);
  }
  return world;
}

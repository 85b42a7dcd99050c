import { SOUTH } from '../../shared/space/tile.ts';
import type { NewEntity } from './components.ts';
import type { Kind, Rules, Spawn } from './rules.ts';
import type { World } from './world.ts';
import { addEntity, nextEntityId } from './world.ts';

/** Puts every spawn of the rules into a new world. */
export function populate(world: World, rules: Rules): void {
  for (const spawn of rules.spawns) {
    const kind = rules.kinds[spawn.kind];
    if (kind === undefined) throw new Error(`spawn of an unknown kind: ${spawn.kind}`);
    addEntity(world, spawned(world, spawn, kind));
  }
}

function spawned(world: World, spawn: Spawn, kind: Kind): NewEntity {
  const { x, z } = spawn;
  const entity: NewEntity = {
    id: nextEntityId(world, spawn.kind),
    type: kind.type,
    kind: spawn.kind,
    name: kind.name,
    position: { x, z, heading: SOUTH },
  };
  if (kind.level !== undefined) entity.level = kind.level;
  if (kind.hitpoints !== undefined) entity.health = { current: kind.hitpoints, max: kind.hitpoints };
  if (kind.type === 'creature' || kind.type === 'person') {
    entity.mobile = { route: [], taken: [], jumped: false, behind: { x, z } };
  }
  if (kind.wanderTiles !== undefined && kind.wanderTiles > 0) {
    entity.wander = { homeX: x, homeZ: z, rangeTiles: kind.wanderTiles, stuckTicks: 0 };
  }
  return entity;
}

import { RUN_ENERGY_FULL } from '../../shared/rules/run-energy.ts';
import type { CharacterSave } from '../character/save.ts';
import { SAVE_VERSION } from '../character/save.ts';
import type { Arrival } from '../sim/command.ts';
import type { PlayerEntity } from '../sim/components.ts';

/** Health of a character whose save knows none. */
const FIRST_HEALTH = { current: 10, max: 10 } as const;

/** The third projection: a character as it is stored. */
export function saveOf(entity: PlayerEntity, region: string): CharacterSave {
  const { player, position, health, look } = entity;
  const { body = 0, hair = 0, colours = [0, 0, 0, 0, 0] } = look ?? {};
  return {
    v: SAVE_VERSION,
    name: entity.name,
    look: { body: body === 1 ? 1 : 0, hair, colours },
    region,
    lastSeen: 0,
    at: { x: position.x, z: position.z, heading: position.heading },
    health: health ?? FIRST_HEALTH,
    running: player.running,
    runEnergy: player.runEnergy,
    skills: player.skills,
    bag: [...player.bag],
    coins: player.coins,
    carried: player.carried,
  };
}

/** A save as the simulation takes it in; what it lacks is filled in as for somebody new. */
export function arrivalOf(save: CharacterSave): Arrival {
  return {
    name: save.name,
    look: { ...save.look, worn: {} },
    ...(save.at === undefined ? {} : { at: save.at }),
    health: save.health ?? FIRST_HEALTH,
    running: save.running ?? false,
    runEnergy: save.runEnergy ?? RUN_ENERGY_FULL,
    skills: save.skills ?? {},
    bag: save.bag ?? [],
    coins: save.coins ?? 0,
    carried: save.carried ?? {},
  };
}

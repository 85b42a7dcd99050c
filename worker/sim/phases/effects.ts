import { NETWORK_CONSTANTS } from '../../../shared/protocol/network-constants.ts';
import { isPlayer, type PlayerEntity } from '../components.ts';
import { guarded } from '../fault.ts';
import type { Turn } from '../rules.ts';
import { entities } from '../world.ts';

/** Ticks without input after which a player is disconnected. */
export const IDLE_TICKS = NETWORK_CONSTANTS.IDLE_TIMEOUT_MS / NETWORK_CONSTANTS.TICK_DURATION_MS;
/** Ticks before that at which the player is warned: 30 seconds. */
export const IDLE_WARNING_TICKS = 50;
/** Ticks that a body stays when its socket is gone: 60 seconds. */
export const LOST_TICKS = 100;

/** What was timed comes due. */
export function effects(turn: Turn): void {
  for (const entity of entities(turn.world)) {
    guarded(turn, entity, 'effects', () => {
      if (entity.emote !== undefined && entity.emote.untilTick <= turn.world.tick) delete entity.emote;
      if (isPlayer(entity)) attendance(turn, entity);
    });
  }
}

function attendance(turn: Turn, entity: PlayerEntity): void {
  const { player } = entity;
  if (!player.connected) {
    if (turn.world.tick - player.lostTick >= LOST_TICKS)
      turn.facts.push({ kind: 'departed', id: entity.id, reason: 'lost' });
    return;
  }
  const idleTicks = turn.world.tick - player.inputTick;
  if (idleTicks >= IDLE_TICKS) {
    turn.facts.push({ kind: 'idled', id: entity.id });
  } else if (idleTicks >= IDLE_TICKS - IDLE_WARNING_TICKS && !player.idleWarned) {
    player.idleWarned = true;
    turn.facts.push({
      kind: 'noticed',
      id: entity.id,
      text: 'You have been idle for a while and will be disconnected soon.',
    });
  }
}

import { RUN_ENERGY_FULL, runEnergyAfter } from '../../../shared/rules/run-energy.ts';
import type { Command } from '../command.ts';
import { isPlayer } from '../components.ts';
import type { Turn } from '../rules.ts';
import { entities } from '../world.ts';
import { LOST_TICKS } from './effects.ts';

/** Makes up for slots that were not simulated, before anything else looks at the clock. */
export function waking(turn: Turn, commands: readonly Command[]): void {
  for (const command of commands) if (command.kind === 'woken') wake(turn, command.elapsedTicks);
}

/**
 * What is timed is computed from the ticks that passed, instead of running them one by one.
 *
 * @param elapsedTicks slots between the last tick and the one before this
 */
function wake(turn: Turn, elapsedTicks: number): void {
  for (const entity of entities(turn.world)) {
    if (entity.wander !== undefined) delete entity.wander.goal;
    if (!isPlayer(entity)) continue;
    const { player } = entity;
    const perTick = runEnergyAfter(0, false, 0, 1);
    player.runEnergy = Math.min(RUN_ENERGY_FULL, player.runEnergy + perTick * elapsedTicks);
    // Nobody is blamed for the region's absence: clocks of patience start again.
    player.inputTick = turn.world.tick;
    player.lostTick = Math.max(player.lostTick, turn.world.tick - LOST_TICKS / 2);
  }
}

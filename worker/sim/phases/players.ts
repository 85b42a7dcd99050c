import { pursue } from '../acts.ts';
import type { PlayerEntity } from '../components.ts';
import { rollBetween, rollBits } from '../dice.ts';
import { guarded } from '../fault.ts';
import { applyMoves, startTick, walk } from '../movement.ts';
import type { Turn } from '../rules.ts';
import { processOrder } from '../world.ts';

/** Ticks for which a place in the process order is kept. */
const TURN_TICKS = { least: 100, most: 150 } as const;

/** Players, one after the other: moves come due, then the deed at hand, then the feet. */
export function players(turn: Turn): void {
  for (const player of processOrder(turn.world)) {
    guarded(turn, player, 'players', () => {
      startTick(player);
      applyMoves(turn, player);
      if (player.intent === undefined) walk(turn, player);
      else pursue(turn, player, player.intent);
    });
    rerollTurn(turn, player);
  }
}

/** Nobody is first for long: the order decides who picks up first, so it is rolled anew every minute or so. */
function rerollTurn(turn: Turn, { player }: PlayerEntity): void {
  if (turn.world.tick < player.turnUntilTick) return;
  player.turn = rollBits(turn.world.dice);
  player.turnUntilTick = turn.world.tick + rollBetween(turn.world.dice, TURN_TICKS.least, TURN_TICKS.most);
}

/**
 * The game's time. One call is one 600 ms slot: commands go in, facts come out, and in between
 * every phase runs once, in the order of the table below. The order is a rule of the game: it
 * decides who comes first when two want the same thing.
 *
 * Nothing in here has a clock, dice of its own, I/O or an await; the same world and commands give
 * the same facts on any machine, which is what replay, tests and bug reports stand on.
 */
import type { Command } from './command.ts';
import type { Fact } from './fact.ts';
import { creatures } from './phases/creatures.ts';
import { doors } from './phases/doors.ts';
import { effects } from './phases/effects.ts';
import { input } from './phases/input.ts';
import { players } from './phases/players.ts';
import { waking } from './phases/waking.ts';
import type { Rules, Turn } from './rules.ts';
import type { World } from './world.ts';

type Phase = (turn: Turn, commands: readonly Command[]) => void;

const PHASES: readonly (readonly [string, Phase])[] = [
  ['waking', waking], // what slots that were not simulated would have done
  ['input', input], // requests set intents, or are refused
  ['effects', effects], // what was timed comes due: emotes end, the idle are warned
  ['creatures', creatures], // notice, choose, move
  ['players', players], // move and act, in this tick's process order
  ['doors', doors], // departures, then arrivals
];

/**
 * Advances the world by one tick. Synchronous, deterministic, never throws: a fault in a phase is
 * a `faulted` fact, and the phases after it still run.
 */
export function tick(world: World, rules: Rules, commands: readonly Command[]): Fact[] {
  world.tick++;
  const turn: Turn = { world, rules, facts: [] };
  for (const [name, phase] of PHASES) {
    try {
      phase(turn, commands);
    } catch (error) {
      turn.facts.push({ kind: 'faulted', id: '', phase: name, message: String(error) });
    }
  }
  return turn.facts;
}

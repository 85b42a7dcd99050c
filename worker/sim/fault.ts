import type { EntityId } from './components.ts';
import type { Turn } from './rules.ts';

/**
 * Runs one entity's turn; a fault in it becomes a fact and stops nobody else. It leaves nothing
 * half done as long as a turn decides first and changes the world last.
 */
export function guarded(turn: Turn, entity: { readonly id: EntityId }, phase: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    turn.facts.push({ kind: 'faulted', id: entity.id, phase, message: String(error) });
  }
}

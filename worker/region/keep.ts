import { playerById } from '../sim/world.ts';
import { saveOf } from '../sync/saved.ts';
import type { Outbox } from './outbox.ts';
import type { Played, Stage } from './stage.ts';
import type { Store } from './store.ts';

/**
 * Writes what a tick did that must outlive a crash, before anybody is told of it: who left is
 * departing from now on, with the save it left with; whose socket went is saved as it stands.
 */
export function keep(
  store: Store,
  { world }: Stage,
  region: string,
  { commands, facts }: Played,
  outbox: Outbox,
): void {
  for (const command of commands) {
    if (command.kind !== 'disconnect') continue;
    const row = store.character(command.id);
    const entity = playerById(world, command.id);
    if (row?.status !== 'active' || entity === undefined) continue;
    store.putCharacter({ ...row, save: saveOf(entity, region) });
  }
  for (const fact of facts) {
    if (fact.kind !== 'left') continue;
    const row = store.character(fact.id);
    if (row === undefined) continue;
    store.putCharacter({ ...row, status: 'departing', save: saveOf(fact.entity, region) });
    outbox.add(fact.id);
  }
}

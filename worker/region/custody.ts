import type { AdmitAnswer, AdmitCall } from '../character/region-calls.ts';
import type { CharacterRow, Store } from './store.ts';

export type AdmitDecision =
  /** The lease is taken: the character is to join. */
  | { readonly kind: 'join'; readonly row: CharacterRow }
  /** Nothing to do but answer. */
  | { readonly kind: 'answer'; readonly answer: AdmitAnswer }
  /** Neither yes nor no: the Character object asks again later. */
  | { readonly kind: 'later'; readonly why: string };

/**
 * Takes a lease, or refuses it, in one commit. Idempotent: the same lease gets the same answer for
 * ever, because the highest lease ever answered is kept as a tombstone when the row is long gone.
 */
export function admit(store: Store, call: AdmitCall, capacity: number): AdmitDecision {
  const { character: id, account, epoch, generation, save } = call;
  const tombstone = store.tombstone(id);
  if (tombstone !== undefined && tombstone.epoch >= epoch) {
    const refused = tombstone.refused && tombstone.epoch === epoch;
    return { kind: 'answer', answer: refused ? { refused: 'full' } : { ok: true } };
  }
  if (store.character(id) !== undefined) return { kind: 'later', why: 'an older lease is still departing' };
  if (store.characterCount() >= capacity) {
    store.setTombstone(id, { epoch, refused: true });
    return { kind: 'answer', answer: { refused: 'full' } };
  }
  const row: CharacterRow = { id, account, epoch, generation, status: 'active', save };
  store.putCharacter(row);
  store.setTombstone(id, { epoch, refused: false });
  return { kind: 'join', row };
}

/** Notes a newer login; false where the lease is another or the login is not newer. */
export function takeOver(store: Store, character: string, epoch: number, generation: number): boolean {
  const row = store.character(character);
  if (row === undefined || row.epoch !== epoch || row.generation >= generation) return false;
  store.setGeneration(character, generation);
  return true;
}

import type { EntityId } from '../sim/components.ts';
import type { PrivateView } from './project.ts';

/** How movement is said to a client. */
export type SyncForm = 'plain' | 'compact';

/** Something that a viewer has been told of. */
export interface Known {
  readonly id: EntityId;
  /** Short id on this connection. */
  readonly d: number;
}

/** What one connection has been told: the other side of every delta. */
export interface Viewer {
  readonly id: EntityId;
  readonly form: SyncForm;
  /** What is in view, by slot. */
  readonly known: Map<number, Known>;
  readonly freeShort: number[];
  nextShort: number;
  /** What the owner was told of itself last; undefined before the first snapshot. */
  private: PrivateView | undefined;
  /** Route end that the owner was told last. */
  destination: string;
  /** Must have everything again, because something was withheld or nothing was sent yet. */
  needsSnapshot: boolean;
}

export function createViewer(id: EntityId, form: SyncForm): Viewer {
  return {
    id,
    form,
    known: new Map(),
    freeShort: [],
    nextShort: 0,
    private: undefined,
    destination: '',
    needsSnapshot: true,
  };
}

/** Notes that an entity came into view and gives it a short id: the one freed last, or the next. */
export function learn(viewer: Viewer, slot: number, id: EntityId): Known {
  const known: Known = { id, d: viewer.freeShort.pop() ?? viewer.nextShort++ };
  viewer.known.set(slot, known);
  return known;
}

export function forget(viewer: Viewer, slot: number): void {
  const known = viewer.known.get(slot);
  if (known === undefined) return;
  viewer.known.delete(slot);
  viewer.freeShort.push(known.d);
}

/** Forgets everything that the viewer was told. */
export function forgetAll(viewer: Viewer): void {
  viewer.known.clear();
  viewer.freeShort.length = 0;
  viewer.nextShort = 0;
  viewer.private = undefined;
  viewer.destination = '';
}

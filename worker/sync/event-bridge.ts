/**
 * The event bridge: who is told of a fact, and by which packet. The table has a row for every kind
 * of fact; a new fact without one does not compile.
 */
import type { Update } from '../../shared/protocol/updates.ts';
import type { EntityId } from '../sim/components.ts';
import type { Fact, FactKind } from '../sim/fact.ts';

/** Who receives an update. */
export type Audience =
  /** The character itself. */
  | { readonly to: 'owner'; readonly id: EntityId }
  /** Whoever has the entity in view, itself included. */
  | { readonly to: 'viewers'; readonly id: EntityId };

export interface Delivery {
  readonly audience: Audience;
  readonly update: Update;
}

type Row<K extends FactKind> = (fact: Extract<Fact, { kind: K }>) => readonly Delivery[];

const nobody = (): readonly Delivery[] => [];

const BRIDGE: { readonly [K in FactKind]: Row<K> } = {
  // Who comes and goes is seen, not told: interest adds and removes the entity.
  joined: nobody,
  left: nobody,
  // The shell's business: it closes sockets and lets characters go.
  idled: nobody,
  departed: nobody,
  faulted: nobody,
  refused: ({ id, text, request }) => [
    { audience: { to: 'owner', id }, update: { name: 'gameMessage', payload: { text, request } } },
  ],
  noticed: ({ id, text }) => [{ audience: { to: 'owner', id }, update: { name: 'gameMessage', payload: { text } } }],
  said: ({ id, name, message }) => [
    {
      audience: { to: 'viewers', id },
      update: { name: 'chatMessage', payload: { sender: name, message, senderId: id, channel: 'public' } },
    },
  ],
};

/** What a fact means in packets. */
export function bridge(fact: Fact): readonly Delivery[] {
  // The row was chosen by the fact's own kind.
  return (BRIDGE[fact.kind] as Row<typeof fact.kind>)(fact as never);
}

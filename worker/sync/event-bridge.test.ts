import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UPDATE_SCHEMAS } from '../../shared/protocol/updates.ts';
import type { Fact, FactKind } from '../sim/fact.ts';
import { createScene } from '../sim/world.test-kit.ts';
import { bridge, type Delivery } from './event-bridge.ts';

const entity = createScene().join('ada');

/** A fact of every kind; a new kind does not compile without one. */
const FACTS: { readonly [K in FactKind]: Extract<Fact, { kind: K }> } = {
  joined: { kind: 'joined', id: 'ada' },
  left: { kind: 'left', id: 'ada', reason: 'logout', entity },
  refused: { kind: 'refused', id: 'ada', text: 'You cannot reach that.', request: 'interact' },
  noticed: { kind: 'noticed', id: 'ada', text: 'It pecks.' },
  said: { kind: 'said', id: 'ada', name: 'Ada', message: 'Good day!' },
  idled: { kind: 'idled', id: 'ada' },
  departed: { kind: 'departed', id: 'ada', reason: 'lost' },
  faulted: { kind: 'faulted', id: 'ada', phase: 'players', message: 'Error: secret' },
};

const EXPECTED: { readonly [K in FactKind]: readonly Delivery[] } = {
  joined: [],
  left: [],
  idled: [],
  departed: [],
  faulted: [],
  refused: [
    {
      audience: { to: 'owner', id: 'ada' },
      update: { name: 'gameMessage', payload: { text: 'You cannot reach that.', request: 'interact' } },
    },
  ],
  noticed: [{ audience: { to: 'owner', id: 'ada' }, update: { name: 'gameMessage', payload: { text: 'It pecks.' } } }],
  said: [
    {
      audience: { to: 'viewers', id: 'ada' },
      update: {
        name: 'chatMessage',
        payload: { sender: 'Ada', message: 'Good day!', senderId: 'ada', channel: 'public' },
      },
    },
  ],
};

describe('the event bridge', () => {
  it.each(Object.values(FACTS))('tells of $kind whom it should and by what it should', (fact) => {
    const deliveries = bridge(fact);
    expect(deliveries).toEqual(EXPECTED[fact.kind]);
    for (const { update } of deliveries) expect(v.is(UPDATE_SCHEMAS[update.name], update.payload)).toBe(true);
  });
});

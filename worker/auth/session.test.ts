import { expect, it } from 'vitest';
import { packSession, readSession, SESSION_HEADER, type SocketSession } from './session.ts';

const SESSION: SocketSession = {
  account: 'guest-1',
  character: 'character-1',
  name: 'Åse Ŵren',
  world: 'lark-1',
  region: 'hearthvale',
  epoch: 1,
  generation: 2,
  nonce: 'n',
  expiresAt: 3,
  sync: 'compact',
  subprotocol: 'larkmark.0123',
};

it('comes out as it went in, names with accents too', () => {
  expect(readSession(new Headers({ [SESSION_HEADER]: packSession(SESSION) }))).toEqual(SESSION);
});

it.each([
  ['none', undefined],
  ['junk', 'junk'],
  ['a key too many', packSession({ ...SESSION, role: 'admin' } as SocketSession)],
  ['an epoch that is text', encodeURIComponent(JSON.stringify({ ...SESSION, epoch: '1' }))],
])('is refused where it is not the Worker’s: %s', (_what, value) => {
  const headers = new Headers(value === undefined ? {} : { [SESSION_HEADER]: value });
  expect(() => readSession(headers)).toThrow();
});

import { expect, test } from 'vitest';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { Outbox } from './outbox.ts';
import { VirtualTime } from './virtual-time.test-kit.ts';

function setUp() {
  const time = new VirtualTime(1000);
  const sent: [number, string, object][] = [];
  const ports = {
    open: () => {
      throw new Error('an outbox opens nothing');
    },
    now: () => time.now(),
    after: (ms: number, run: () => void) => time.after(ms, run),
    random: () => 0,
    fetchTicket: async () => ({ url: '', token: '' }),
  };
  return { time, sent, outbox: new Outbox(ports, (name, payload) => sent.push([time.now() - 1000, name, payload])) };
}

const move = (x: number, seq: number) => ({ x, z: 0, running: false, seq });

test('sends at once, then one frame each 33 ms, in order', () => {
  const { time, sent, outbox } = setUp();
  outbox.push('follow', { targetId: 'a' });
  outbox.push('follow', { targetId: 'b' });
  outbox.push('chatMessage', { message: 'hello' });
  expect(outbox.delayMs).toBe(3 * NETWORK_CONSTANTS.INPUT_RATE);
  time.advanceTo(2000);
  expect(sent.map(([at, name]) => [at, name])).toEqual([
    [0, 'follow'],
    [33, 'follow'],
    [66, 'chatMessage'],
  ]);
});

test('of moves that wait one after the other only the last is sent', () => {
  const { time, sent, outbox } = setUp();
  outbox.push('moveRequest', move(1, 1), 1);
  outbox.push('moveRequest', move(2, 2), 2);
  expect(outbox.supersedes).toBe(2);
  outbox.push('moveRequest', move(3, 3), 3);
  time.advanceTo(2000);
  expect(sent.map(([, , payload]) => payload)).toEqual([move(1, 1), move(3, 3)]);
});

test('a move does not overtake what was asked before it', () => {
  const { time, sent, outbox } = setUp();
  outbox.push('moveRequest', move(1, 1), 1);
  outbox.push('moveRequest', move(2, 2), 2);
  outbox.push('follow', { targetId: 'a' });
  outbox.push('moveRequest', move(3, 3), 3);
  time.advanceTo(2000);
  expect(sent.map(([, name]) => name)).toEqual(['moveRequest', 'moveRequest', 'follow', 'moveRequest']);
});

test('refuses more than it will ever get to, and forgets on request', () => {
  const { time, sent, outbox } = setUp();
  const taken = Array.from({ length: 30 }, () => outbox.push('follow', { targetId: 'a' }));
  expect(taken.filter(Boolean)).toHaveLength(17);
  outbox.clear();
  time.advanceTo(5000);
  expect(sent).toHaveLength(1);
  expect(time.waiting).toBe(0);
});

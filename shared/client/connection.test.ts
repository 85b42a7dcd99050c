import { beforeEach, describe, expect, test } from 'vitest';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import { SUBPROTOCOL } from '../protocol/fingerprint.ts';
import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';
import { Connection } from './connection.ts';
import type { ConnectionState } from './connection-state.ts';
import { type Ticket, TicketRefused } from './ports.ts';
import { connectVirtually, type ServerEnd } from './virtual-socket.test-kit.ts';
import { VirtualTime } from './virtual-time.test-kit.ts';

const QUALITY = { oneWayMs: 10, jitterMs: 0, loss: 0 };

let time: VirtualTime;
let ends: ServerEnd[];
let opened: { at: number; url: string; protocols: readonly string[] }[];
let states: ConnectionState[];
let tickets: number;
let pings: number;
let lost: number;
let answers: boolean;
let fetchTicket: () => Promise<Ticket>;
let connection: Connection;

beforeEach(() => {
  time = new VirtualTime();
  ends = [];
  opened = [];
  states = [];
  tickets = 0;
  pings = 0;
  lost = 0;
  answers = true;
  fetchTicket = async () => ({ url: 'ws://world', token: `t${++tickets}` });
  connection = new Connection(
    {
      open(url, protocols) {
        opened.push({ at: time.now(), url, protocols });
        return connectVirtually(
          time,
          () => 0.5,
          QUALITY,
          protocols,
          (end) => {
            if (answers) ends.push(end);
            else end.cut();
          },
        );
      },
      now: () => time.now(),
      after: (ms, run) => time.after(ms, run),
      random: () => 0.5,
      fetchTicket: () => fetchTicket(),
    },
    {
      state: (state) => states.push(state),
      frame: () =>
        connection.state.kind === 'connecting' || connection.state.kind === 'reconnecting'
          ? connection.entered()
          : undefined,
      ping: () => pings++,
      lost: () => lost++,
      closed: () => undefined,
    },
  );
});

async function enter(): Promise<ServerEnd> {
  connection.connect();
  await time.pass(50);
  const end = ends[ends.length - 1];
  if (end === undefined) throw new Error('nothing connected');
  end.send(new Uint8Array([1]));
  await time.pass(20);
  return end;
}

describe('connecting', () => {
  test('offers the protocol and the ticket, which never stands in the address', async () => {
    await enter();
    expect(opened).toEqual([{ at: 0, url: 'ws://world', protocols: [SUBPROTOCOL, 'ticket.t1'] }]);
    expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'online']);
  });

  test('pings five times at once, then every five seconds', async () => {
    const end = await enter();
    const keepAlive = setAlive(end);
    await time.pass(1000);
    expect(pings).toBe(5);
    await time.pass(2 * NETWORK_CONSTANTS.PING_INTERVAL_MS);
    expect(pings).toBe(7);
    keepAlive();
  });

  test('is given up after ten seconds, and tried again', async () => {
    answers = false;
    connection.connect();
    await time.pass(NETWORK_CONSTANTS.CONNECTION_TIMEOUT_MS + 10);
    expect(connection.state).toMatchObject({ kind: 'reconnecting', attempt: 1 });
  });

  test('a ticket that never comes is given up, too', async () => {
    fetchTicket = () => new Promise(() => undefined);
    connection.connect();
    await time.pass(NETWORK_CONSTANTS.CONNECTION_TIMEOUT_MS + 10);
    expect(connection.state.kind).toBe('reconnecting');
  });

  test('stops where no ticket will be had', async () => {
    fetchTicket = async () => {
      throw new TicketRefused('You are banned.');
    };
    connection.connect();
    await time.pass(100);
    expect(connection.state).toEqual({ kind: 'closed', text: 'You are banned.', canRetry: true });
  });
});

describe('reconnecting', () => {
  test('waits 1, 2, 4, 8, 16, 30, 30 seconds, with a new ticket each time', async () => {
    fetchTicket = async () => {
      tickets++;
      throw new Error('offline');
    };
    connection.connect();
    const at: number[] = [];
    let before = 0;
    for (let second = 0; second < 130; second++) {
      if (tickets > before) at.push(time.now());
      before = tickets;
      await time.pass(1000);
    }
    expect(at).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121].map((seconds) => (seconds === 0 ? 0 : seconds * 1000)));
  });

  test('tries at once when the network returns, and does not try twice', async () => {
    const end = await enter();
    end.close(1006, '');
    await time.pass(20);
    connection.networkReturned();
    connection.networkReturned();
    await time.pass(30);
    expect(opened).toHaveLength(2);
    expect(tickets).toBe(2);
  });

  test('starts its waits over after a connection that lasted', async () => {
    const end = await enter();
    const keepAlive = setAlive(end);
    await time.pass(12_000);
    keepAlive();
    end.close(1006, '');
    await time.pass(20);
    expect(connection.state).toMatchObject({ kind: 'reconnecting', attempt: 1 });
  });

  test('what belongs to an earlier socket is ignored', async () => {
    const first = await enter();
    first.cut();
    await time.pass(12_000);
    const second = ends[1];
    second?.send(new Uint8Array([1]));
    await time.pass(20);
    first.close(CLOSE_CODES.removed, 'late');
    await time.pass(100);
    expect(connection.state.kind).toBe('online');
    expect(lost).toBe(1);
  });
});

describe('silence', () => {
  test('of two ticks is asked about, of three is lagging, of ten seconds is lost', async () => {
    const end = await enter();
    const heard: unknown[] = [];
    end.onMessage = (data) => heard.push(data);
    await time.pass(1300);
    expect(heard).toEqual(['ping']);
    await time.pass(600);
    expect(connection.state.kind).toBe('lagging');
    end.send('pong');
    await time.pass(20);
    expect(connection.state.kind).toBe('online');
    await time.pass(10_700);
    expect(connection.state.kind).toBe('reconnecting');
  });
});

describe('what the close codes ask', () => {
  test.each([
    [CLOSE_CODES.idle, { kind: 'closed', canRetry: true }],
    [CLOSE_CODES.takenOver, { kind: 'closed', canRetry: false }],
    [CLOSE_CODES.full, { kind: 'closed', canRetry: true }],
    [CLOSE_CODES.stale, { kind: 'reconnecting', retryAtMs: 80 }],
    [CLOSE_CODES.protocol, { kind: 'closed', canRetry: false }],
    [CLOSE_CODES.flooding, { kind: 'reconnecting', retryAtMs: 80 + NETWORK_CONSTANTS.MAX_RECONNECT_DELAY_MS }],
    [CLOSE_CODES.moved, { kind: 'reconnecting', retryAtMs: 1080 }],
    [CLOSE_CODES.removed, { kind: 'closed', text: 'because', canRetry: false }],
    [CLOSE_CODES.malformed, { kind: 'closed', canRetry: true }],
    [CLOSE_CODES.restart, { kind: 'reconnecting', retryAtMs: 1080 }],
    [CLOSE_CODES.done, { kind: 'offline' }],
    [1001, { kind: 'reconnecting', retryAtMs: 1080 }],
    [1006, { kind: 'reconnecting', retryAtMs: 1080 }],
    [1011, { kind: 'reconnecting', retryAtMs: 1080 }],
  ])('%i', async (code, state) => {
    const end = await enter();
    end.close(code, 'because');
    await time.pass(10);
    expect(connection.state).toMatchObject(state);
  });

  test('a stale ticket is renewed at once only the first time', async () => {
    connection.connect();
    await time.pass(50);
    ends[0]?.close(CLOSE_CODES.stale, '');
    await time.pass(50);
    ends[1]?.close(CLOSE_CODES.stale, '');
    await time.pass(10);
    expect(connection.state).toMatchObject({ kind: 'reconnecting', attempt: 2 });
    expect(opened).toHaveLength(2);
  });

  test('a moved character is followed with the ticket it was given', async () => {
    const end = await enter();
    connection.expectTransfer({ url: 'ws://other', token: 'moved' });
    end.close(CLOSE_CODES.moved, '');
    await time.pass(50);
    expect(opened[1]).toMatchObject({ url: 'ws://other', protocols: [SUBPROTOCOL, 'ticket.moved'] });
    expect(tickets).toBe(1);
  });
});

/** Has the server say something twice a second; returns what ends it. */
function setAlive(end: ServerEnd): () => void {
  let isOn = true;
  const again = () => {
    if (!isOn) return;
    end.send('pong');
    time.after(500, again);
  };
  again();
  return () => {
    isOn = false;
  };
}

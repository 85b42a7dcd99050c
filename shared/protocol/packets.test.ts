import { describe, expect, it } from 'vitest';
import { orderPackets, PACKET_ID_MAP, PACKET_NAMES, readPacket, unpackPayload, writePacket } from './packets.ts';
import { REQUEST_NAMES } from './requests.ts';
import { UPDATE_NAMES } from './updates.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `packet${index}`);

describe('the packet table', () => {
  it('gives every request and every update one id', () => {
    expect(new Set(PACKET_NAMES).size).toBe(PACKET_NAMES.length);
    for (const name of [...REQUEST_NAMES, ...UPDATE_NAMES]) expect(PACKET_NAMES[PACKET_ID_MAP[name]]).toBe(name);
  });

  it('keeps the ids of extensions in the order in which they joined', () => {
    expect(PACKET_NAMES.slice(36)).toEqual([
      'acknowledge',
      'ping',
      'setRunning',
      'follow',
      'interact',
      'emote',
      'logout',
      'steps',
      'gameMessage',
      'pong',
      'runEnergy',
      'ownMoved',
      'restart',
      'regionTransfer',
    ]);
  });

  it('refuses to grow past one byte', () => {
    expect(orderPackets(numbered(256), [])).toHaveLength(256);
    expect(() => orderPackets(numbered(257), [])).toThrow('257 names');
  });

  it('refuses a packet without a position, and says where it belongs', () => {
    expect(() => orderPackets(['bundle', 'ping'], ['ping', 'pong'])).toThrow(
      'append to EXTENSIONS in packets.ts: pong',
    );
  });

  it('keeps the first position of a name that both directions use', () => {
    expect(orderPackets(['bundle', 'chat', 'init', 'chat'], [])).toEqual(['bundle', 'chat', 'init']);
  });
});

describe('packets', () => {
  it('are an id and msgpack, in a buffer of their own', () => {
    const first = writePacket('entityRemoved', { id: 'a' });
    writePacket('entityRemoved', { id: 'b' });
    expect([...first]).toEqual([PACKET_ID_MAP.entityRemoved, 0x81, 0xa2, 0x69, 0x64, 0xa1, 0x61]);
    expect(first.buffer.byteLength).toBe(first.byteLength);
  });

  it('are read from a buffer and from a view on one', () => {
    const packet = writePacket('ping', { sentAt: 5 });
    const padded = new Uint8Array([9, 9, ...packet, 9]);
    const expected = { name: 'ping', data: { sentAt: 5 } };
    expect(readPacket(packet.buffer)).toEqual(expected);
    expect(readPacket(padded.subarray(2, 2 + packet.byteLength))).toEqual(expected);
  });

  it('carry the clock and the tick as plain numbers', () => {
    const data = { sentAt: 1_764_600_000_123.5, tick: 2_941_000_000 };
    expect(readPacket(writePacket('pong', data)).data).toEqual(data);
    expect(unpackPayload(Uint8Array.of(0xcf, 0, 0, 0, 0, 0, 0, 0, 5))).toBe(5);
  });

  it('of an unknown id, of no bytes and of broken bytes are refused', () => {
    expect(() => readPacket(Uint8Array.of(PACKET_NAMES.length, 0xc0))).toThrow('unknown packet id');
    expect(() => readPacket(new Uint8Array())).toThrow('unknown packet id');
    expect(() => readPacket(Uint8Array.of(1, 0x81, 0xa1))).toThrow();
  });
});

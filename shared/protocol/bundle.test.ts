import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Packet,
  readFrame,
  readVarint,
  varintLength,
  writeBinPacket,
  writeBundle,
  writeVarint,
} from './bundle.ts';
import { PACKET_ID_MAP, writePacket } from './packets.ts';

/** What msgpack gives back as it was. */
const payload = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 20 }),
  ),
  { noNullPrototype: true, maxKeys: 6 },
);
const packet = fc.record({
  name: fc.constantFrom('entityAdded' as const, 'entityModified' as const, 'gameMessage' as const, 'pong' as const),
  data: payload,
});

function framed(packets: readonly Packet[]): Uint8Array<ArrayBuffer> {
  return writeBundle(packets.map(({ name, data }) => writePacket(name, data)));
}

describe('a bundle', () => {
  it('gives its packets back, in order', () => {
    fc.assert(
      fc.property(fc.array(packet, { maxLength: 12 }), (packets) => {
        expect(readFrame(framed(packets))).toEqual(packets);
      }),
      { seed: 1 },
    );
  });

  it('is one msgpack bin, whatever its length', () => {
    for (const [length, header] of [
      [10, 0xc4],
      [300, 0xc5],
      [70_000, 0xc6],
    ] as const) {
      const data = { text: 'x'.repeat(length) };
      const frame = framed([{ name: 'gameMessage', data }]);
      expect(frame[0]).toBe(PACKET_ID_MAP.bundle);
      expect(frame[1]).toBe(header);
      expect(readFrame(frame.buffer)).toEqual([{ name: 'gameMessage', data }]);
    }
  });

  it('adds four bytes to a short packet and five to two', () => {
    const ping = writePacket('entityRemoved', { id: 'a' });
    expect(writeBundle([ping]).byteLength).toBe(ping.byteLength + 4);
    expect(writeBundle([ping, ping]).byteLength).toBe(2 * ping.byteLength + 5);
  });

  it('is not needed around one packet', () => {
    const only = writePacket('entityRemoved', { id: 'a' });
    expect(readFrame(only)).toEqual([{ name: 'entityRemoved', data: { id: 'a' } }]);
  });

  it('that ends early, reaches too far or holds no bin is refused', () => {
    const whole = framed([
      { name: 'pong', data: { tick: 1 } },
      { name: 'pong', data: { tick: 2 } },
    ]);
    for (let length = 1; length < whole.byteLength; length++) {
      expect(() => readFrame(whole.subarray(0, length)), `${length} bytes`).toThrow();
    }
    expect(() => readFrame(writeBinPacket('bundle', Uint8Array.of(9, 1)))).toThrow('beyond its end');
    expect(() => readFrame(writePacket('bundle', { a: 1 }))).toThrow('not bin');
  });
});

describe('varints', () => {
  it('give every number of up to 35 bits back, in as many bytes as announced', () => {
    const bytes = new Uint8Array(8);
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((value) => value % 2 ** 35),
        (value) => {
          const end = writeVarint(bytes, 1, value);
          expect(end - 1).toBe(varintLength(value));
          expect(readVarint(bytes, 1)).toEqual({ value, next: end });
        },
      ),
      { seed: 1 },
    );
  });

  it.each([
    [0, 1],
    [127, 1],
    [128, 2],
    [16_383, 2],
    [16_384, 3],
    [2_147_483_647, 5],
  ])('%d takes %d bytes', (value, length) => {
    expect(varintLength(value)).toBe(length);
  });

  it('that do not end are refused', () => {
    expect(() => readVarint(Uint8Array.of(0x80, 0x80), 0)).toThrow('end inside');
    expect(() => readVarint(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0), 0)).toThrow('five bytes');
  });
});

import fc from 'fast-check';
import { pack, unpack } from 'msgpackr';
import { describe, expect, it } from 'vitest';
import { HOSTILE_PAYLOADS } from './hostile-frames.test-kit.ts';
import { SCAN_LIMITS, scan } from './scan.ts';

/** Values of the plain subset, small enough for the limits. */
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -0x80000000, max: 0xffffffff }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const key = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 31 });
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: SCAN_LIMITS.maxDepth - 1, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));

function nodesOf(plain: unknown): number {
  if (plain === null || typeof plain !== 'object') return 1;
  if (Array.isArray(plain)) return plain.reduce((sum: number, item) => sum + nodesOf(item), 1);
  return Object.values(plain).reduce((sum: number, item) => sum + 1 + nodesOf(item), 1);
}

const nested = (depth: number) => Uint8Array.from([...Array<number>(depth).fill(0x91), 0xc0]);
const flat = (count: number) => Uint8Array.from([0xdc, count >> 8, count & 0xff, ...Array<number>(count).fill(0xc0)]);
const text = (length: number) =>
  Uint8Array.from([0xda, length >> 8, length & 0xff, ...Array<number>(length).fill(0x61)]);

describe('the byte scan', () => {
  it('admits what an honest client packs', () => {
    fc.assert(
      fc.property(value, (plain) => {
        fc.pre(nodesOf(plain) <= SCAN_LIMITS.maxNodes);
        expect(scan(pack(plain))).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('admits nothing that ends early or late', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (plain, share) => {
        const bytes = pack(plain);
        expect(scan(bytes.subarray(0, Math.floor(share * bytes.byteLength)))).toBe(false);
        expect(scan(Uint8Array.from([...bytes, 0xc0]))).toBe(false);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('admits of random bytes only what decodes to plain, finite values', () => {
    let admitted = 0;
    const check = (bytes: Uint8Array) => {
      if (!scan(bytes)) return;
      admitted++;
      expect(isPlain(unpack(bytes))).toBe(true);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), check), { seed: 1, numRuns: 20_000 });
    expect(admitted).toBeGreaterThan(100);
  });

  it('admits limits and nothing beyond', () => {
    const { maxDepth, maxNodes, maxString } = SCAN_LIMITS;
    expect([scan(nested(maxDepth)), scan(nested(maxDepth + 1))]).toEqual([true, false]);
    expect([scan(flat(maxNodes - 1)), scan(flat(maxNodes))]).toEqual([true, false]);
    expect([scan(text(maxString)), scan(text(maxString + 1))]).toEqual([true, false]);
  });

  it.each(Array.from({ length: 256 }, (_, type) => type).filter((type) => !isPlainType(type)))(
    'admits no value of type %i',
    (type) => {
      expect(scan(Uint8Array.from([0x91, type, ...Array<number>(20).fill(0)]))).toBe(false);
      for (let length = 0; length < 20; length++) {
        expect(scan(Uint8Array.from([type, ...Array<number>(length).fill(0)]))).toBe(false);
      }
    },
  );

  it('admits map keys that are short strings, of 1 to 31 bytes, only', () => {
    const keyed = (...bytes: number[]) => scan(Uint8Array.from([0x81, ...bytes, 0xc0]));
    expect(keyed(0xa1, 0x61)).toBe(true);
    expect(keyed(0xbf, ...Array<number>(31).fill(0x61))).toBe(true);
    expect(keyed(0xa0)).toBe(false);
    expect(keyed(0xd9, 1, 0x61)).toBe(false);
    expect(keyed(0x05)).toBe(false);
    expect(keyed(0xc0)).toBe(false);
    expect(keyed(0x90)).toBe(false);
  });

  it('refuses a header of 2^16 before reading on', () => {
    expect(scan(Uint8Array.of(0xdc, 0xff, 0xff))).toBe(false);
    expect(scan(Uint8Array.of(0xde, 0xff, 0xff))).toBe(false);
  });

  const harmless = ['key __proto__', 'key constructor.prototype', 'own toString and valueOf'];
  it.each(HOSTILE_PAYLOADS.filter(({ name }) => !harmless.includes(name)))('refuses $name', ({ bytes }) => {
    expect(scan(bytes)).toBe(false);
  });
});

function isPlainType(type: number): boolean {
  if (type < 0xc0 || type >= 0xe0) return true;
  return [0xc0, 0xc2, 0xc3, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xd0, 0xd1, 0xd2, 0xd9, 0xda, 0xdc, 0xde].includes(type);
}

function isPlain(decoded: unknown): boolean {
  if (decoded === null || typeof decoded === 'boolean' || typeof decoded === 'string') return true;
  if (typeof decoded === 'number') return Number.isFinite(decoded);
  if (Array.isArray(decoded)) return decoded.every(isPlain);
  if (typeof decoded !== 'object' || Object.getPrototypeOf(decoded) !== Object.prototype) return false;
  return Object.values(decoded).every(isPlain);
}

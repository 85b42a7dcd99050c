/**
 * A million frames through the door, random ones and good ones with something broken. Seeded, so that a frame that
 * gets through wrongly can be had again.
 */
import { describe, expect, it, vi } from 'vitest';

// Node would decode strings with a native addon that the Worker does not have.
vi.hoisted(() => {
  process.env.MSGPACKR_NATIVE_ACCELERATION_DISABLED = 'true';
});

const { decodeRequest } = await import('./boundary.ts');
const { PACKET_NAMES, writePacket } = await import('./packets.ts');

const FRAMES = 1_000_000;
const SEED = 20_261_124;

const GOOD = [
  writePacket('moveRequest', { x: 125.5, z: -42.3, running: true, seq: 9, at: 2_941_000_000 }),
  writePacket('chatMessage', { message: 'Good day, neighbours! Žluťoučký kůň 🐴' }),
  writePacket('dropItem', { itemId: 'logs', quantity: 2_147_483_647, slot: 3 }),
  writePacket('interact', { targetId: 'person_hearthvale_1', option: 'talk' }),
  writePacket('xpLampUse', { itemId: 'xp_lamp', slot: 27, skillId: 'fishing', xpAmount: 500.25 }),
  writePacket('bankWithdraw', { itemId: 'logs', quantity: 1, slot: 4, noted: true, tab: 2 }),
  writePacket('getQuestList', {}),
  writePacket('acknowledge', { tick: 2_941_000_000 }),
];
/** First bytes of values that decoders treat in ways of their own. */
const MARKS = [
  0x80, 0x81, 0x91, 0xa1, 0xc0, 0xc1, 0xc4, 0xc7, 0xca, 0xcb, 0xcf, 0xd3, 0xd4, 0xd6, 0xd9, 0xdc, 0xde, 0xdf,
];

/** Multiply-with-carry in 32 bits: fast, and the same every time. */
function createBits(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

function randomFrame(bits: (sides: number) => number, buffer: Uint8Array): Uint8Array {
  const length = 1 + bits(24);
  for (let index = 1; index < length; index++)
    buffer[index] = bits(4) === 0 ? (MARKS[bits(MARKS.length)] ?? 0) : bits(256);
  buffer[0] = bits(PACKET_NAMES.length + 2);
  return buffer.subarray(0, length);
}

function mutatedFrame(bits: (sides: number) => number, buffer: Uint8Array): Uint8Array {
  const good = GOOD[bits(GOOD.length)] ?? new Uint8Array(1);
  buffer.set(good);
  let length = good.byteLength;
  for (let count = 1 + bits(3); count > 0; count--) {
    const at = bits(length);
    const kind = bits(4);
    if (kind === 0) buffer[at] = bits(256);
    else if (kind === 1) buffer[at] = MARKS[bits(MARKS.length)] ?? 0;
    else if (kind === 2) length = Math.max(1, at);
    else buffer[length++] = bits(256);
  }
  return buffer.subarray(0, length);
}

describe('a million frames', () => {
  it('are refused or understood, and never thrown at', { timeout: 60_000 }, () => {
    const bits = createBits(SEED);
    const buffer = new Uint8Array(1024);
    const outcomes: Record<string, number> = { understood: 0 };
    for (let count = 0; count < FRAMES; count++) {
      const frame = count % 2 === 0 ? randomFrame(bits, buffer) : mutatedFrame(bits, buffer);
      const decoded = decodeRequest(frame);
      const outcome = decoded.ok ? 'understood' : decoded.reason;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    for (const frame of GOOD) expect(decodeRequest(frame).ok).toBe(true);
    // The frames must reach every stage of the door, or they test nothing.
    expect(Object.keys(outcomes).sort()).toEqual(['bytes', 'not a request', 'schema', 'understood', 'unknown packet']);
    for (const [outcome, times] of Object.entries(outcomes)) expect(times, outcome).toBeGreaterThan(10_000);
  });
});

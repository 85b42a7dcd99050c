import { describe, expect, it } from 'vitest';
import { decodeRequest, requestNameOf } from './boundary.ts';
import { HOSTILE_PAYLOADS } from './hostile-frames.test-kit.ts';
import { MAX_FRAME_BYTES, maxRequestBytes } from './limits.ts';
import { PACKET_ID_MAP, PACKET_NAMES, writePacket } from './packets.ts';
import { REQUEST_NAMES, type RequestName } from './requests.ts';
import { UPDATE_NAMES } from './updates.ts';

const GOOD = writePacket('moveRequest', { x: 12.5, z: -3, running: false, seq: 7 });

function framed(name: RequestName, payload: Uint8Array): Uint8Array {
  return Uint8Array.from([PACKET_ID_MAP[name], ...payload]);
}

/** Bytes of a chat request whose text has so many letters. */
const chat = (letters: number) => writePacket('chatMessage', { message: 'a'.repeat(letters) });

describe('hostile frames', () => {
  it.each(HOSTILE_PAYLOADS)('$name: refused as any request, and the next good frame is read', ({ bytes }) => {
    expect(bytes.byteLength).toBeLessThan(MAX_FRAME_BYTES);
    for (const name of REQUEST_NAMES) expect(decodeRequest(framed(name, bytes)).ok, name).toBe(false);
    expect(decodeRequest(GOOD).ok).toBe(true);
  });

  it('leave the prototypes alone', () => {
    for (const { bytes } of HOSTILE_PAYLOADS) decodeRequest(framed('moveRequest', bytes));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('x' in {}).toBe(false);
  });
});

describe('frames', () => {
  it('of text and of nothing are refused', () => {
    expect(decodeRequest('{"x":1}')).toEqual({ ok: false, reason: 'text' });
    expect(decodeRequest(new Uint8Array())).toEqual({ ok: false, reason: 'empty' });
  });

  it('of an id that does not exist are refused', () => {
    for (let id = PACKET_NAMES.length; id < 256; id++) {
      expect(decodeRequest(Uint8Array.of(id, 0x80))).toEqual({ ok: false, reason: 'unknown packet' });
      expect(requestNameOf(Uint8Array.of(id))).toBeUndefined();
    }
  });

  it('of what only servers say are refused', () => {
    const names = [...UPDATE_NAMES.filter((name) => name !== 'chatMessage'), 'bundle' as const];
    for (const name of names) {
      expect(decodeRequest(writePacket(name, {})), name).toEqual({ ok: false, reason: 'not a request' });
      expect(requestNameOf(writePacket(name, {}))).toBeUndefined();
    }
  });

  it('are known by their first byte', () => {
    for (const name of REQUEST_NAMES) expect(requestNameOf(Uint8Array.of(PACKET_ID_MAP[name]))).toBe(name);
    expect(requestNameOf(new Uint8Array())).toBeUndefined();
  });

  it('are measured before they are read', () => {
    expect(decodeRequest(new Uint8Array(MAX_FRAME_BYTES + 1).fill(255))).toEqual({ ok: false, reason: 'oversized' });
    for (const name of REQUEST_NAMES) {
      const most = maxRequestBytes(name);
      expect(decodeRequest(framed(name, new Uint8Array(most)))).toEqual({ ok: false, reason: 'oversized' });
      expect(decodeRequest(framed(name, new Uint8Array(most - 1)))).toEqual({ ok: false, reason: 'bytes' });
    }
  });

  it('of chat hold 240 letters, and not one more', () => {
    expect(decodeRequest(chat(240)).ok).toBe(true);
    expect(decodeRequest(chat(241))).toEqual({ ok: false, reason: 'schema' });
    expect(decodeRequest(chat(0))).toEqual({ ok: false, reason: 'schema' });
  });

  it('with a list for a payload are refused, also where no key is needed', () => {
    for (const name of REQUEST_NAMES) {
      expect(decodeRequest(writePacket(name, [])), name).toEqual({ ok: false, reason: 'schema' });
    }
  });

  it('in more bytes than needed mean the same: only values count', () => {
    const wide = Uint8Array.from([0xde, 0, 1, 0xa7, ...new TextEncoder().encode('running'), 0xc3]);
    expect(decodeRequest(framed('setRunning', wide))).toEqual({
      ok: true,
      request: { name: 'setRunning', payload: { running: true } },
    });
  });
});

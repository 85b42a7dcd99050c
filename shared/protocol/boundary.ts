/**
 * Where a client's bytes become a request. The order is the point: size, then the byte scan, then
 * the decoder, then the strict schema. Each step relies on the one before having refused what it
 * cannot bear; nothing malformed gets past, and nothing throws.
 */
import * as v from 'valibot';
import { MAX_FRAME_BYTES, maxRequestBytes } from './limits.ts';
import { PACKET_NAMES, unpackPayload } from './packets.ts';
import { REQUEST_SCHEMAS, type Request, type RequestName } from './requests.ts';
import { scan } from './scan.ts';

/** Why a frame is malformed. Each counts as a strike. */
export type Malformed = 'text' | 'empty' | 'oversized' | 'unknown packet' | 'not a request' | 'bytes' | 'schema';

export type Decoded = { ok: true; request: Request } | { ok: false; reason: Malformed };

/** The request that a frame claims to be, from its first byte: what a rate limit is chosen by. */
export function requestNameOf(frame: Uint8Array): RequestName | undefined {
  const name = PACKET_NAMES[frame[0] ?? -1];
  return name !== undefined && isRequestName(name) ? name : undefined;
}

/** Decodes one frame from a client. Never throws. */
export function decodeRequest(frame: Uint8Array | string): Decoded {
  if (typeof frame === 'string') return refuse('text');
  const id = frame[0];
  if (id === undefined) return refuse('empty');
  if (frame.byteLength > MAX_FRAME_BYTES) return refuse('oversized');
  const name = PACKET_NAMES[id];
  if (name === undefined) return refuse('unknown packet');
  if (!isRequestName(name)) return refuse('not a request');
  if (frame.byteLength > maxRequestBytes(name)) return refuse('oversized');
  const payload = frame.subarray(1);
  if (!scan(payload)) return refuse('bytes');
  let data: unknown;
  try {
    data = unpackPayload(payload);
  } catch {
    return refuse('bytes');
  }
  // A strict object schema without keys is content with an array.
  if (Array.isArray(data) || !v.is(REQUEST_SCHEMAS[name], data)) return refuse('schema');
  // The schema of this name has just accepted the payload; the pair is one of the union.
  return { ok: true, request: { name, payload: data } as Request };
}

function isRequestName(name: string): name is RequestName {
  return name in REQUEST_SCHEMAS;
}

function refuse(reason: Malformed): Decoded {
  return { ok: false, reason };
}

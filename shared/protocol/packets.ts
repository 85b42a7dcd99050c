import { Packr, Unpackr } from 'msgpackr';
import { FOUNDING_REQUESTS, REQUEST_NAMES, type RequestName } from './requests.ts';
import { FOUNDING_UPDATES, UPDATE_NAMES, type UpdateName } from './updates.ts';

/** Packets that joined after the founding set, in the order in which they joined. Append only. */
const EXTENSIONS: readonly PacketName[] = [
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
];

export type PacketName = 'bundle' | RequestName | UpdateName;

/**
 * Every packet once; a packet's id is its position. `bundle` first, then the founding requests and
 * updates (ids 1 to 35; `chatMessage` is one id for both directions), then the extensions in the
 * order in which they joined. Append-only: an id, once given, never means anything else.
 */
export const PACKET_NAMES: readonly PacketName[] = orderPackets(
  ['bundle', ...REQUEST_NAMES.slice(0, FOUNDING_REQUESTS), ...UPDATE_NAMES.slice(0, FOUNDING_UPDATES), ...EXTENSIONS],
  [...REQUEST_NAMES, ...UPDATE_NAMES],
);

/** Packet name to one-byte id. */
export const PACKET_ID_MAP: Readonly<Record<PacketName, number>> = Object.fromEntries(
  PACKET_NAMES.map((name, id) => [name, id]),
) as Record<PacketName, number>;

/**
 * The table of `order`, each name at its first position. Throws where it is longer than one byte can count, and where
 * a name of `all` has no position.
 */
export function orderPackets<N extends string>(order: readonly N[], all: readonly N[]): N[] {
  const names = new Set(order);
  if (names.size > 256) throw new Error(`the packet table holds ${names.size} names; one byte counts 256`);
  const missing = all.filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`append to EXTENSIONS in packets.ts: ${missing.join(', ')}`);
  return [...names];
}

const packr = new Packr({ useRecords: false, mapsAsObjects: true, variableMapSize: true });
/**
 * Records, structured clone and 64-bit integers off: with them, 500 hostile bytes can occupy a
 * decoder for seconds. The server admits nothing to it that `scan` has not read first.
 */
const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true, structuredClone: false, int64AsType: 'number' });

/** Packs a msgpack payload. The bytes are a view on a pooled buffer: use them before the next call, or copy. */
export function packPayload(data: unknown): Uint8Array {
  return packr.pack(data);
}

/** Unpacks a msgpack payload. Throws on malformed bytes. */
export function unpackPayload(bytes: Uint8Array): unknown {
  return unpackr.unpack(bytes);
}

/** Writes one packet: its id in one byte, then its payload as msgpack. */
export function writePacket(name: PacketName, data: unknown): Uint8Array<ArrayBuffer> {
  const payload = packPayload(data);
  const packet = new Uint8Array(1 + payload.byteLength);
  packet[0] = PACKET_ID_MAP[name];
  packet.set(payload, 1);
  return packet;
}

/** Reads one packet. Throws on an unknown id and on malformed msgpack. */
export function readPacket(packet: ArrayBuffer | Uint8Array): { name: PacketName; data: unknown } {
  const bytes = packet instanceof Uint8Array ? packet : new Uint8Array(packet);
  const id = bytes[0];
  const name = id === undefined ? undefined : PACKET_NAMES[id];
  if (name === undefined) throw new Error(`unknown packet id ${id}`);
  return { name, data: unpackPayload(bytes.subarray(1)) };
}

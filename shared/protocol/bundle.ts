import { PACKET_ID_MAP, PACKET_NAMES, type PacketName, readPacket, unpackPayload } from './packets.ts';

/** A packet after decoding. */
export interface Packet {
  name: PacketName;
  data: unknown;
}

/**
 * Writes several encoded packets as one frame: a `bundle`, whose payload is one msgpack `bin` with
 * a run of packets, each behind its length as a varint. A send costs the runtime as much for ten
 * bytes as for a thousand, so a client gets one frame a flush.
 */
export function writeBundle(packets: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const packet of packets) length += varintLength(packet.byteLength) + packet.byteLength;
  const header = binHeaderLength(length);
  const frame = new Uint8Array(1 + header + length);
  frame[0] = PACKET_ID_MAP.bundle;
  let at = writeBinHeader(frame, 1, length);
  for (const packet of packets) {
    at = writeVarint(frame, at, packet.byteLength);
    frame.set(packet, at);
    at += packet.byteLength;
  }
  return frame;
}

/** Reads a frame from the server: a bundle's packets in order, or the one packet that it is. Throws on malformed bytes. */
export function readFrame(frame: ArrayBuffer | Uint8Array): Packet[] {
  const bytes = frame instanceof Uint8Array ? frame : new Uint8Array(frame);
  if (bytes[0] !== PACKET_ID_MAP.bundle) return [readPacket(bytes)];
  const run = unpackPayload(bytes.subarray(1));
  if (!(run instanceof Uint8Array)) throw new Error(`${PACKET_NAMES[0]}: payload is not bin`);
  const packets: Packet[] = [];
  for (let at = 0; at < run.byteLength; ) {
    const { value, next } = readVarint(run, at);
    if (next + value > run.byteLength) throw new Error('bundle: a packet reaches beyond its end');
    packets.push(readPacket(run.subarray(next, next + value)));
    at = next + value;
  }
  return packets;
}

/** Encodes one packet whose payload is a msgpack `bin`. */
export function writeBinPacket(name: PacketName, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = binHeaderLength(bytes.byteLength);
  const packet = new Uint8Array(1 + header + bytes.byteLength);
  packet[0] = PACKET_ID_MAP[name];
  packet.set(bytes, writeBinHeader(packet, 1, bytes.byteLength));
  return packet;
}

function binHeaderLength(length: number): number {
  return length < 0x100 ? 2 : length < 0x10000 ? 3 : 5;
}

function writeBinHeader(into: Uint8Array, at: number, length: number): number {
  const size = binHeaderLength(length) - 1;
  into[at] = size === 1 ? 0xc4 : size === 2 ? 0xc5 : 0xc6;
  for (let k = 0; k < size; k++) into[at + 1 + k] = (length >>> (8 * (size - 1 - k))) & 0xff;
  return at + 1 + size;
}

/** Bytes that `value` takes as a varint. */
export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return length;
}

/** Writes a non-negative integer, seven bits a byte, lowest first; returns where it ends. */
export function writeVarint(into: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  while (rest >= 0x80) {
    into[next++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  into[next++] = rest;
  return next;
}

/** Reads a varint of at most five bytes; throws where it is longer or the bytes end. */
export function readVarint(from: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let k = 0; k < 5; k++) {
    const byte = from[at + k];
    if (byte === undefined) throw new Error('varint: the bytes end inside it');
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + k + 1 };
    scale *= 0x80;
  }
  throw new Error('varint: longer than five bytes');
}

import { PACKET_NAMES } from './packets.ts';
import { REQUEST_SCHEMAS } from './requests.ts';
import { UPDATE_SCHEMAS } from './updates.ts';

/**
 * The fingerprint of the packet table of this version. Two ends with the same one read each other; it travels in the
 * subprotocol (`larkmark.<fingerprint>`) and in `init`.
 */
export const PROTOCOL_FINGERPRINT = fingerprintOf(PACKET_NAMES, REQUEST_SCHEMAS, UPDATE_SCHEMAS);

/** Fingerprints that this version also accepts: the one before, where it reads the same. */
export const COMPATIBLE_FINGERPRINTS: readonly string[] = [];

/** The subprotocol that a client offers. */
export const SUBPROTOCOL = `larkmark.${PROTOCOL_FINGERPRINT}`;
/** Prefix of the second subprotocol, which carries the play ticket and is never echoed. */
export const TICKET_SUBPROTOCOL_PREFIX = 'ticket.';

/** Schemas by the name of their packet. */
type Schemas = Readonly<Record<string, unknown>>;

/** A hash over names, order and schemas of packets: 14 hexadecimal digits. */
export function fingerprintOf(names: readonly string[], requests: Schemas, updates: Schemas): string {
  const parts = names.map((name) => `${name}|${describe(requests[name])}|${describe(updates[name])}`);
  return hash53(parts.join('\n')).toString(16).padStart(14, '0');
}

/** The shape of a schema as text: types, keys, bounds, options; functions are left out. */
function describe(schema: unknown): string {
  if (schema === null || typeof schema !== 'object') return typeof schema === 'function' ? '' : String(schema);
  if (schema instanceof RegExp) return String(schema);
  if (Array.isArray(schema)) return `[${schema.map(describe).join(',')}]`;
  const entries = Object.entries(schema).filter(
    ([key, value]) => key !== 'reference' && typeof value !== 'function' && !key.startsWith('~'),
  );
  return `{${entries.map(([key, value]) => `${key}:${describe(value)}`).join(',')}}`;
}

/** A 53-bit string hash (two rounds of multiply and xor); for telling versions apart, not for secrets. */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (0x1fffff & low) + (high >>> 0);
}

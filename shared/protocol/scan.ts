/** Bounds of the byte scan. */
export interface ScanLimits {
  maxDepth: number;
  maxNodes: number;
  /** Bytes of one string. */
  maxString: number;
}

export const SCAN_LIMITS: ScanLimits = { maxDepth: 4, maxNodes: 64, maxString: 256 };

/**
 * Reads msgpack bytes without recursion and without building anything, and admits only a plain
 * subset: nil, booleans, integers of at most 32 bits, finite floats, short strings, small arrays
 * and maps with short string keys, ending exactly at the last byte.
 *
 * What it refuses is what makes decoders expensive or surprising: extensions, binary, 64-bit
 * integers, long headers, deep nesting, NaN. It must run before any decoder sees a client's bytes.
 */
export function scan(bytes: Uint8Array, limits: ScanLimits = SCAN_LIMITS): boolean {
  const open: number[] = [];
  const openIsMap: boolean[] = [];
  let left = 1;
  let inMap = false;
  let nodes = 0;
  let at = 0;
  for (;;) {
    while (left === 0) {
      const outer = open.pop();
      if (outer === undefined) return at === bytes.length;
      left = outer;
      inMap = openIsMap.pop() === true;
    }
    const first = bytes[at];
    if (first === undefined || ++nodes > limits.maxNodes) return false;
    const isKey = inMap && left % 2 === 0;
    if (isKey && (first < 0xa1 || first > 0xbf)) return false;
    left--;
    const token = readToken(bytes, at, limits.maxString);
    if (token === undefined) return false;
    at = token.next;
    if (token.children === undefined) continue;
    if (token.children > limits.maxNodes || open.length >= limits.maxDepth) return false;
    open.push(left);
    openIsMap.push(inMap);
    left = token.children;
    inMap = token.isMap;
  }
}

interface Token {
  next: number;
  /** Values inside, for an array or a map (two for each of a map's pairs). */
  children?: number;
  isMap: boolean;
}

function readToken(bytes: Uint8Array, at: number, maxString: number): Token | undefined {
  const type = bytes[at] ?? 0xc1;
  const scalar = (size: number): Token => ({ next: at + 1 + size, isMap: false });
  if (type < 0x80 || type >= 0xe0) return scalar(0);
  if (type < 0x90) return { next: at + 1, children: (type & 15) * 2, isMap: true };
  if (type < 0xa0) return { next: at + 1, children: type & 15, isMap: false };
  if (type < 0xc0) return scalar(type & 31);
  const byte = bytes[at + 1] ?? 0;
  const word = (byte << 8) | (bytes[at + 2] ?? 0);
  switch (type) {
    case 0xc0: // nil
    case 0xc2: // false
    case 0xc3: // true
      return scalar(0);
    case 0xcc: // uint 8
    case 0xd0: // int 8
      return scalar(1);
    case 0xcd: // uint 16
    case 0xd1: // int 16
      return scalar(2);
    case 0xce: // uint 32
    case 0xd2: // int 32
      return scalar(4);
    case 0xca: // float 32: all exponent bits set is infinite or no number
      return (byte & 0x7f) === 0x7f && ((bytes[at + 2] ?? 0) & 0x80) !== 0 ? undefined : scalar(4);
    case 0xcb: // float 64
      return (byte & 0x7f) === 0x7f && ((bytes[at + 2] ?? 0) & 0xf0) === 0xf0 ? undefined : scalar(8);
    case 0xd9: // str 8
      return byte > maxString ? undefined : scalar(1 + byte);
    case 0xda: // str 16
      return word > maxString ? undefined : scalar(2 + word);
    case 0xdc: // array 16
      return { next: at + 3, children: word, isMap: false };
    case 0xde: // map 16
      return { next: at + 3, children: word * 2, isMap: true };
    default:
      return undefined;
  }
}

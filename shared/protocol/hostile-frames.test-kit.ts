/**
 * Payloads that are known to hurt, surprise or confuse msgpack decoders. Each is msgpack or nearly so; a test puts the
 * id of a packet in front.
 */
export interface HostilePayload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Part = number | string | Uint8Array | readonly Part[];

function bytesOf(...parts: readonly Part[]): Uint8Array {
  const flat: number[] = [];
  const add = (part: Part) => {
    if (typeof part === 'number') flat.push(part);
    else if (typeof part === 'string') flat.push(...[...part].map((letter) => letter.charCodeAt(0)));
    else if (part instanceof Uint8Array) for (const byte of part) flat.push(byte);
    else for (const one of part) add(one);
  };
  for (const part of parts) add(part);
  return Uint8Array.from(flat);
}

const fixstr = (text: string) => bytesOf(0xa0 | text.length, text);
const repeated = (count: number, ...parts: readonly Part[]) => Array.from({ length: count }, () => bytesOf(...parts));
const ALL_ONES = [0xff, 0xff, 0xff, 0xff];

/**
 * A graph of arrays that name each other by id (extension 0x69) and pointer (0x70): every level holds the level before
 * it twice, so what is small on the wire is exponential for whoever walks it.
 */
function doublingGraph(levels: number): Uint8Array {
  const id = (number: number) => bytesOf(0xd6, 0x69, 0, 0, 0, number);
  const pointer = (number: number) => bytesOf(0xd6, 0x70, 0, 0, 0, number);
  let graph = bytesOf(id(1), 0x90);
  for (let level = 2; level <= levels; level++) graph = bytesOf(id(level), 0x92, graph, pointer(level - 1));
  return graph;
}

/** An extension as long as its data asks for. */
function extension(type: number, ...parts: readonly Part[]): Uint8Array {
  const data = bytesOf(...parts);
  return bytesOf(0xc7, data.byteLength, type, data);
}

const CONTAINERS: readonly (readonly [string, Uint8Array])[] = [
  ...(
    [
      ['array', 0xdd],
      ['map', 0xdf],
      ['string', 0xdb],
      ['bin', 0xc6],
      ['extension', 0xc9],
    ] as const
  ).map(([kind, type]) => [`${kind} of 2^32 - 1`, bytesOf(type, ALL_ONES, 0x01)] as const),
  ['array of 65,535 in itself', bytesOf(repeated(1000, 0xdc, 0xff, 0xff))],
  ['map of 65,535', bytesOf(0xde, 0xff, 0xff, fixstr('a'), 1)],
  ['arrays nested 100 deep', bytesOf(repeated(100, 0x91), 0xc0)],
  ['arrays nested 3,000 deep', bytesOf(repeated(3000, 0x91), 0xc0)],
  ['maps nested 1,000 deep', bytesOf(repeated(1000, 0x81, fixstr('a')), 0xc0)],
  ['sets nested 100 deep', bytesOf(repeated(100, extension(0x73), 0x91), 0xc0)],
  ['200 empty maps', bytesOf(0xdc, 0, 200, repeated(200, 0x80))],
];

const EXTENSIONS: readonly (readonly [string, Uint8Array])[] = [
  ['graph of 20 doublings', doublingGraph(20)],
  ['graph of 30 doublings', doublingGraph(30)],
  ['graph of 30 doublings and a byte more', bytesOf(doublingGraph(30), 0)],
  ['cycle by id and pointer', bytesOf(0xd6, 0x69, 0, 0, 0, 1, 0x91, 0xd6, 0x70, 0, 0, 0, 1)],
  ['pointer without an id', bytesOf(0xd6, 0x70, 0, 0, 0, 9)],
  ['record definition', bytesOf(0xd4, 0x72, 0x40, 0x92, fixstr('x'), fixstr('z'), 1, 2)],
  ['record definition with a hostile key', bytesOf(0xd4, 0x72, 0x40, 0x91, fixstr('__proto__'), 1)],
  ['record that was never defined', bytesOf(0x81, fixstr('x'), 0xd4, 0x72, 0x41)],
  ['references to an empty record', bytesOf(0xdc, 0, 60, 0xd4, 0x72, 0x40, 0x90, repeated(59, 0x40))],
  ['Error named constructor', extension(0x65, 0x92, fixstr('constructor'), fixstr('m'))],
  ['Error named valueOf', extension(0x65, 0x92, fixstr('valueOf'), fixstr('m'))],
  ['Error named __defineGetter__', extension(0x65, 0x92, fixstr('__defineGetter__'), fixstr('m'))],
  ['Error of nil', extension(0x65, 0xc0)],
  ['RegExp that backtracks', extension(0x78, 0x92, fixstr('(a+)+$'), fixstr(''))],
  ['RegExp that does not parse', extension(0x78, 0x92, fixstr('('), fixstr(''))],
  ['Set', bytesOf(extension(0x73), 0x92, 1, 2)],
  ['Date', bytesOf(0xd6, 0xff, 0, 0, 0, 1)],
  ['Date that is none', bytesOf(0xc7, 12, 0xff, repeated(12, 0xff))],
  ['bigint', extension(0x42, repeated(64, 0xff))],
  ['typed array', extension(0x74, 6, 0, 0, 0, 1)],
  ['undefined', bytesOf(0xd4, 0, 0)],
  ['bundled strings', bytesOf(0xd6, 0x62, 0, 0, 0, 4, 0xc0)],
  ['unknown extension', extension(0x17, 1, 2, 3)],
  ['extension inside of a map', bytesOf(0x81, fixstr('x'), 0xd6, 0xff, 0, 0, 0, 1)],
];

const VALUES: readonly (readonly [string, Uint8Array])[] = [
  ['uint 64 of 5', bytesOf(0x81, fixstr('x'), 0xcf, 0, 0, 0, 0, 0, 0, 0, 5)],
  ['int 64 of -1', bytesOf(0x81, fixstr('x'), 0xd3, ALL_ONES, ALL_ONES)],
  ['float 64 NaN', bytesOf(0x81, fixstr('x'), 0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0)],
  ['float 64 infinity', bytesOf(0x81, fixstr('x'), 0xcb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0)],
  ['float 64 minus infinity', bytesOf(0x81, fixstr('x'), 0xcb, 0xff, 0xf0, 0, 0, 0, 0, 0, 0)],
  ['float 32 NaN', bytesOf(0x81, fixstr('x'), 0xca, 0x7f, 0xc0, 0, 0)],
  ['float 32 infinity', bytesOf(0x81, fixstr('x'), 0xca, 0xff, 0x80, 0, 0)],
  ['bin', bytesOf(0x81, fixstr('x'), 0xc4, 2, 1, 2)],
  ['string of 300 bytes', bytesOf(0x81, fixstr('x'), 0xda, 1, 44, repeated(300, 0x61))],
  ['key __proto__', bytesOf(0x81, fixstr('__proto__'), 0x81, fixstr('x'), 1)],
  ['key __proto__ as str 8', bytesOf(0x81, 0xd9, 9, '__proto__', 0x80)],
  ['key constructor.prototype', bytesOf(0x81, fixstr('constructor'), 0x81, fixstr('prototype'), 0x80)],
  ['own toString and valueOf', bytesOf(0x82, fixstr('toString'), 1, fixstr('valueOf'), 2)],
  ['number for a key', bytesOf(0x81, 7, 7)],
  ['array for a key', bytesOf(0x81, 0x91, fixstr('__proto__'), 7)],
  ['nil for a key', bytesOf(0x81, 0xc0, 7)],
  ['empty string for a key', bytesOf(0x81, 0xa0, 7)],
];

const BROKEN: readonly (readonly [string, Uint8Array])[] = [
  ['no payload', bytesOf()],
  ['the byte that msgpack never uses', bytesOf(0xc1)],
  ['string that ends early', bytesOf(0x81, fixstr('x'), 0xa5, 0x61)],
  ['map that ends early', bytesOf(0x82, fixstr('x'), 1)],
  ['key without a value', bytesOf(0x81, fixstr('x'))],
  ['float that ends early', bytesOf(0x81, fixstr('x'), 0xcb, 0x40)],
  ['int that ends early', bytesOf(0x81, fixstr('x'), 0xd2, 0x40)],
  ['array header that ends early', bytesOf(0xdc, 0)],
  ['a byte more', bytesOf(0x80, 0)],
  ['a second map', bytesOf(0x80, 0x80)],
];

/** All of them, at most 4,095 bytes each. */
export const HOSTILE_PAYLOADS: readonly HostilePayload[] = [...CONTAINERS, ...EXTENSIONS, ...VALUES, ...BROKEN].map(
  ([name, bytes]) => ({ name, bytes }),
);

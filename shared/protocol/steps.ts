/**
 * The packed form of movement: every step that one viewer sees in one tick, and the anchor of its
 * own character, in about two bytes a mover.
 *
 * Layout: a byte of flags; the low 16 bits of the tick; if the own character is told of, `seq` as a
 * varint, its steps as one code, its tile and its destination where the flags say so; then the
 * movers by ascending short id, each the varint difference to the id before and one code.
 * A code is the first direction + 8 × (second direction + 1), or 72 for no step.
 * The socket is ordered and loses nothing, so the own tile follows from the steps before; it is
 * repeated from time to time, to prove that and not to need it.
 */
import { DIRECTIONS, type Direction, type Tile } from '../space/tile.ts';
import { readVarint, varintLength, writeVarint } from './bundle.ts';

/** The own character after a tick. */
export interface OwnSteps {
  /** `seq` of the last move that was applied. */
  readonly seq: number;
  readonly taken: readonly Direction[];
  /** The tile after the steps; absent where it follows from the one before. */
  readonly at?: Tile;
  /** Where the character is walking to; absent where it stands. At most 127 tiles away. */
  readonly destination?: Tile;
  /** The tile after the steps, for the encoder to take the destination's distance from. */
  readonly tile: Tile;
}

/** Somebody in view that took one or two steps. */
export interface Mover {
  readonly d: number;
  readonly taken: readonly Direction[];
}

export interface Steps {
  readonly tick: number;
  readonly own?: OwnSteps;
  readonly movers: readonly Mover[];
}

/** What a decoder knows: the tick only by its low bits, the destination as an offset. */
export interface DecodedSteps {
  /** Low 16 bits of the tick. */
  readonly tick16: number;
  readonly own?: { seq: number; taken: Direction[]; at?: Tile; destinationOffset?: Tile };
  readonly movers: Mover[];
}

const HAS_OWN = 1;
const HAS_TILE = 2;
const HAS_DESTINATION = 4;
const NO_STEP = 72;

export function encodeSteps(steps: Steps): Uint8Array<ArrayBuffer> {
  const { own, movers } = steps;
  let size = 3;
  if (own) size += varintLength(own.seq) + 1 + (own.at ? 4 : 0) + (own.destination ? 2 : 0);
  let previous = -1;
  for (const mover of movers) {
    size += varintLength(mover.d - previous - 1) + 1;
    previous = mover.d;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes[0] = (own ? HAS_OWN : 0) | (own?.at ? HAS_TILE : 0) | (own?.destination ? HAS_DESTINATION : 0);
  view.setUint16(1, steps.tick % 0x10000);
  let at = own ? writeOwn(bytes, view, own) : 3;
  previous = -1;
  for (const mover of movers) {
    at = writeVarint(bytes, at, mover.d - previous - 1);
    bytes[at++] = codeOf(mover.taken);
    previous = mover.d;
  }
  return bytes;
}

function writeOwn(bytes: Uint8Array, view: DataView, own: OwnSteps): number {
  let at = writeVarint(bytes, 3, own.seq);
  bytes[at++] = codeOf(own.taken);
  if (own.at) {
    view.setInt16(at, own.at.x);
    view.setInt16(at + 2, own.at.z);
    at += 4;
  }
  if (own.destination) {
    view.setInt8(at, own.destination.x - own.tile.x);
    view.setInt8(at + 1, own.destination.z - own.tile.z);
    at += 2;
  }
  return at;
}

/** Decodes `encodeSteps`; throws where the bytes end early. */
export function decodeSteps(bytes: Uint8Array): DecodedSteps {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(0);
  const tick16 = view.getUint16(1);
  let at = 3;
  let own: DecodedSteps['own'];
  if (flags & HAS_OWN) {
    const seq = readVarint(bytes, at);
    own = { seq: seq.value, taken: stepsOf(view.getUint8(seq.next)) };
    at = seq.next + 1;
    if (flags & HAS_TILE) {
      own.at = { x: view.getInt16(at), z: view.getInt16(at + 2) };
      at += 4;
    }
    if (flags & HAS_DESTINATION) {
      own.destinationOffset = { x: view.getInt8(at), z: view.getInt8(at + 1) };
      at += 2;
    }
  }
  const movers: Mover[] = [];
  let previous = -1;
  while (at < bytes.byteLength) {
    const gap = readVarint(bytes, at);
    previous += gap.value + 1;
    movers.push({ d: previous, taken: stepsOf(view.getUint8(gap.next)) });
    at = gap.next + 1;
  }
  return own ? { tick16, own, movers } : { tick16, movers };
}

/** The tick nearest to `near` whose low 16 bits are `tick16`. */
export function expandTick(tick16: number, near: number): number {
  const base = near - (near % 0x10000) + tick16;
  if (base - near > 0x8000) return base - 0x10000;
  if (near - base > 0x8000) return base + 0x10000;
  return base;
}

function codeOf(taken: readonly Direction[]): number {
  const [first, second] = taken;
  if (first === undefined) return NO_STEP;
  return first + 8 * (second === undefined ? 0 : second + 1);
}

function stepsOf(code: number): Direction[] {
  if (code >= NO_STEP) return [];
  const first = (code % DIRECTIONS.length) as Direction;
  const second = Math.floor(code / DIRECTIONS.length) - 1;
  return second < 0 ? [first] : [first, second as Direction];
}

import type { RequestName } from './requests.ts';

/** Largest frame a client may send, in bytes. */
export const MAX_FRAME_BYTES = 4096;
/** Largest request other than chat, in bytes. */
const MAX_REQUEST_BYTES = 256;
/** Largest chat request: 240 bytes of text and its envelope. */
const MAX_CHAT_BYTES = 288;

/** A kind of traffic with a limit of its own: at most `count` in any `windowMs`. */
export interface RateLimit {
  readonly count: number;
  readonly windowMs: number;
}

/** Sliding-window limits, per player and class. */
export const RATE_LIMITS = {
  questList: { count: 5, windowMs: 1000 },
  questDetail: { count: 10, windowMs: 1000 },
  questAccept: { count: 3, windowMs: 1000 },
  pickup: { count: 5, windowMs: 1000 },
  consume: { count: 3, windowMs: 1000 },
  coinPouch: { count: 5, windowMs: 1000 },
  attack: { count: 10, windowMs: 1000 },
  prayer: { count: 5, windowMs: 1000 },
  move: { count: 30, windowMs: 1000 },
  follow: { count: 5, windowMs: 1000 },
  chat: { count: 4, windowMs: 5000 },
  trade: { count: 10, windowMs: 1000 },
  other: { count: 10, windowMs: 1000 },
} as const satisfies Record<string, RateLimit>;

export type RateClass = keyof typeof RATE_LIMITS;

/** The class that each request counts toward; `other` where it has none of its own. */
export const RATE_CLASSES: Partial<Record<RequestName, RateClass>> = {
  moveRequest: 'move',
  attackEntity: 'attack',
  pickupItem: 'pickup',
  useItem: 'consume',
  chatMessage: 'chat',
  getQuestList: 'questList',
  getQuestDetail: 'questDetail',
  questAccept: 'questAccept',
  follow: 'follow',
};

/** Requests beyond a limit that close the connection: this many times the limit within its window. */
export const FLOOD_FACTOR = 4;
/** Malformed frames within `STRIKE_WINDOW_MS` that close the connection. */
export const MAX_STRIKES = 20;
export const STRIKE_WINDOW_MS = 10_000;
/** World-changing requests of one player that one tick obeys. */
export const REQUESTS_PER_TICK = 5;
/** Requests of one player that wait for a tick; one more is refused. */
export const MAX_WAITING_REQUESTS = 10;
/** Moves that wait for the tick they name. */
export const MAX_WAITING_MOVES = 3;
/** Ticks ahead that a move may name. */
export const MAX_TICKS_AHEAD = 2;
/** Ticks between a client's acknowledgements. */
export const ACKNOWLEDGE_TICKS = 4;

/** Largest frame of a request, in bytes. */
export function maxRequestBytes(name: RequestName): number {
  return name === 'chatMessage' ? MAX_CHAT_BYTES : MAX_REQUEST_BYTES;
}

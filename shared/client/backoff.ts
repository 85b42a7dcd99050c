import { NETWORK_CONSTANTS } from '../protocol/network-constants.ts';

const { RECONNECT_DELAY_MS, RECONNECT_MULTIPLIER, MAX_RECONNECT_DELAY_MS } = NETWORK_CONSTANTS;

/** Share by which a wait is shortened or lengthened, so that a restart does not bring everybody back at once. */
const JITTER = 0.2;

/**
 * Wait in ms before a reconnect: 1, 2, 4, 8, 16, 30, 30 … seconds, ±20 %.
 *
 * @param attempt 1 for the first
 * @param random 0 to 1
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const grown = RECONNECT_DELAY_MS * RECONNECT_MULTIPLIER ** (attempt - 1);
  return Math.min(grown, MAX_RECONNECT_DELAY_MS) * (1 + JITTER * (2 * random - 1));
}

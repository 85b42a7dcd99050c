import { RATE_CLASSES, RATE_LIMITS, type RateClass } from '../../shared/protocol/limits.ts';
import type { RequestName } from '../../shared/protocol/requests.ts';
import { SlidingWindowRateLimiter, type Verdict } from './sliding-window-rate-limiter.ts';

/** One limiter for each class of requests, shared by all players of a region and keyed by character. */
export interface RequestLimits {
  check(name: RequestName, character: string, now: number): Verdict;
}

/** @param scale multiplies every limit; 1 outside development */
export function createRequestLimits(scale: number): RequestLimits {
  const limiters = new Map<RateClass, SlidingWindowRateLimiter>();
  for (const [name, limit] of Object.entries(RATE_LIMITS)) {
    const count = Math.max(1, Math.round(limit.count * scale));
    // Object.entries widens the keys of the table to string.
    limiters.set(name as RateClass, new SlidingWindowRateLimiter({ ...limit, count }));
  }
  return {
    check(name, character, now) {
      return limiters.get(RATE_CLASSES[name] ?? 'other')?.check(character, now) ?? 'over';
    },
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOD_FACTOR } from '../../shared/protocol/limits.ts';
import { CLEANUP_INTERVAL_MS, SlidingWindowRateLimiter } from './sliding-window-rate-limiter.ts';

describe('SlidingWindowRateLimiter', () => {
  it('passes as many as its limit, and the next when the first is out of the window', () => {
    const limiter = new SlidingWindowRateLimiter({ count: 3, windowMs: 1000 });
    expect([0, 100, 200].map((now) => limiter.check('a', now))).toEqual(['pass', 'pass', 'pass']);
    expect(limiter.check('a', 999)).toBe('over');
    expect(limiter.check('a', 1000)).toBe('pass');
    expect(limiter.check('a', 1050)).toBe('over');
    expect(limiter.check('a', 1100)).toBe('pass');
  });

  it('keeps each key for itself', () => {
    const limiter = new SlidingWindowRateLimiter({ count: 1, windowMs: 1000 });
    expect(limiter.check('a', 0)).toBe('pass');
    expect(limiter.check('b', 0)).toBe('pass');
    expect(limiter.check('a', 1)).toBe('over');
  });

  it('calls it a flood when attempts are far over the limit', () => {
    const limiter = new SlidingWindowRateLimiter({ count: 2, windowMs: 1000 });
    const verdicts = Array.from({ length: 2 * FLOOD_FACTOR + 1 }, (_, at) => limiter.check('a', at));
    expect(verdicts.filter((verdict) => verdict === 'pass')).toHaveLength(2);
    expect(verdicts.at(-2)).toBe('over');
    expect(verdicts.at(-1)).toBe('flood');
  });

  it('never passes more than its limit in any window, whatever the phases', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }), (gaps) => {
        const limiter = new SlidingWindowRateLimiter({ count: 5, windowMs: 1000 });
        let now = 0;
        const passes: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (limiter.check('a', now) === 'pass') passes.push(now);
        }
        for (const start of passes) {
          expect(passes.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('forgets keys that went quiet, once a minute', () => {
    const limiter = new SlidingWindowRateLimiter({ count: 5, windowMs: 1000 });
    for (let key = 0; key < 100; key++) limiter.check(`key-${key}`, key);
    expect(limiter.size).toBe(100);
    limiter.check('late', CLEANUP_INTERVAL_MS + 1);
    expect(limiter.size).toBe(1);
  });
});

import { FLOOD_FACTOR, type RateLimit } from '../../shared/protocol/limits.ts';

/** Between two sweeps of keys that have gone quiet. */
export const CLEANUP_INTERVAL_MS = 60_000;

/** `flood`: over the limit so far that the connection should end. */
export type Verdict = 'pass' | 'over' | 'flood';

interface Trace {
  /** Moments of passes and of attempts, each a ring of fixed size. */
  readonly passes: Float64Array;
  readonly attempts: Float64Array;
  passAt: number;
  attemptAt: number;
  last: number;
}

/**
 * At most `count` passes in any window of `windowMs`, per key. The window truly slides: the moments
 * of the last `count` passes are kept in a ring, and a new one passes when the oldest is out of the
 * window. A fixed window would let twice the limit through around its edge.
 */
export class SlidingWindowRateLimiter {
  private readonly traces = new Map<string, Trace>();
  private readonly limit: RateLimit;
  private readonly cleanupIntervalMs: number;
  private cleanedAt = Number.NEGATIVE_INFINITY;

  constructor(limit: RateLimit, cleanupIntervalMs = CLEANUP_INTERVAL_MS) {
    this.limit = limit;
    this.cleanupIntervalMs = cleanupIntervalMs;
  }

  /** Judges one attempt of `key` at `now` (ms, never decreasing). */
  check(key: string, now: number): Verdict {
    this.cleanup(now);
    const { windowMs } = this.limit;
    const trace = this.traces.get(key) ?? this.begin(key);
    trace.last = now;
    const floods = now - (trace.attempts[trace.attemptAt] ?? 0) < windowMs;
    trace.attempts[trace.attemptAt] = now;
    trace.attemptAt = (trace.attemptAt + 1) % trace.attempts.length;
    if (floods) return 'flood';
    if (now - (trace.passes[trace.passAt] ?? 0) < windowMs) return 'over';
    trace.passes[trace.passAt] = now;
    trace.passAt = (trace.passAt + 1) % trace.passes.length;
    return 'pass';
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.traces.size;
  }

  private begin(key: string): Trace {
    const trace: Trace = {
      passes: new Float64Array(this.limit.count).fill(Number.NEGATIVE_INFINITY),
      attempts: new Float64Array(this.limit.count * FLOOD_FACTOR).fill(Number.NEGATIVE_INFINITY),
      passAt: 0,
      attemptAt: 0,
      last: 0,
    };
    this.traces.set(key, trace);
    return trace;
  }

  private cleanup(now: number): void {
    if (now - this.cleanedAt < this.cleanupIntervalMs) return;
    this.cleanedAt = now;
    for (const [key, trace] of this.traces) {
      if (now - trace.last > this.limit.windowMs) this.traces.delete(key);
    }
  }
}

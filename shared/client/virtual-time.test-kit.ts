import type { Cancel } from './ports.ts';

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that moves only when it is told to, with timers that fire in order on the way. */
export class VirtualTime {
  private current: number;
  private order = 0;
  private entries: Entry[] = [];

  constructor(start = 0) {
    this.current = start;
  }

  now(): number {
    return this.current;
  }

  /** Timers that have not fired. */
  get waiting(): number {
    return this.entries.length;
  }

  after(ms: number, run: () => void): Cancel {
    const entry: Entry = { at: this.current + Math.max(0, ms), order: this.order++, run };
    let index = this.entries.length;
    while (index > 0 && (this.entries[index - 1]?.at ?? 0) > entry.at) index--;
    this.entries.splice(index, 0, entry);
    return () => {
      const found = this.entries.indexOf(entry);
      if (found >= 0) this.entries.splice(found, 1);
    };
  }

  /** Moves on to a moment, firing every timer up to it at its own time. */
  advanceTo(at: number): void {
    for (;;) {
      const next = this.entries[0];
      if (next === undefined || next.at > at) break;
      this.entries.shift();
      this.current = next.at;
      next.run();
    }
    this.current = Math.max(this.current, at);
  }

  /** Moves on by some ms, letting promises settle before each timer. */
  async pass(ms: number): Promise<void> {
    const end = this.current + ms;
    await settle();
    for (;;) {
      const next = this.entries[0];
      if (next === undefined || next.at > end) break;
      this.advanceTo(next.at);
      await settle();
    }
    this.advanceTo(end);
  }
}

/** Lets promises that are ready run, a few deep. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

import type { Store } from './store.ts';

/** The part of the Character object that a region hands characters back to. */
export interface Characters {
  getByName(name: string): {
    checkin(checkin: { epoch: number; from: string; save: unknown; destination: string | null }): Promise<unknown>;
  };
}

/** Ticks between two attempts to hand the same character back. */
const RETRY_TICKS = 5;

/**
 * Characters that left the simulation and wait until their Character object has them. The rows are
 * the outbox; this only knows which there are. A row goes when the other side has answered, never
 * before, so a crash in between repeats a message that the other side knows how to ignore.
 */
export class Outbox {
  private readonly store: Store;
  private readonly characters: Characters;
  private readonly region: string;
  private readonly waiting = new Map<string, { nextTick: number }>();
  private readonly underway = new Set<string>();

  constructor(store: Store, characters: Characters, region: string) {
    this.store = store;
    this.characters = characters;
    this.region = region;
    for (const row of store.characters()) if (row.status === 'departing') this.add(row.id);
  }

  get size(): number {
    return this.waiting.size;
  }

  add(id: string): void {
    this.waiting.set(id, { nextTick: 0 });
  }

  /** Sends what is due at this tick, outside the tick: never awaited by it. */
  async deliver(tick: number): Promise<void> {
    const due = [...this.waiting].filter(([id, { nextTick }]) => nextTick <= tick && !this.underway.has(id));
    await Promise.all(due.map(([id]) => this.send(id, tick)));
  }

  private async send(id: string, tick: number): Promise<void> {
    const row = this.store.character(id);
    if (row?.status !== 'departing') {
      this.waiting.delete(id);
      return;
    }
    this.underway.add(id);
    try {
      const { epoch, save } = row;
      await this.characters.getByName(id).checkin({ epoch, from: this.region, save, destination: null });
      this.store.removeCharacter(id);
      this.waiting.delete(id);
    } catch {
      // Whether it arrived is unknown: the row stays and the message is repeated.
      this.waiting.set(id, { nextTick: tick + RETRY_TICKS });
    } finally {
      this.underway.delete(id);
    }
  }
}

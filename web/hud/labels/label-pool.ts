/**
 * Gives each label a node of a fixed pool and keeps it there while the label is shown, so that a node's content changes
 * as rarely as can be. Labels beyond the pool's size are left out: callers pass the nearest first.
 */
export interface LabelPool {
  /** Slot of each of `ids`, in their order; undefined beyond the pool. `released` are the slots that lost their label. */
  assign(ids: readonly string[]): {
    readonly slots: readonly (number | undefined)[];
    readonly released: readonly number[];
  };
}

/** @param size nodes in the pool */
export function createLabelPool(size: number): LabelPool {
  const slotOf = new Map<string, number>();
  const free = Array.from({ length: size }, (_, i) => size - 1 - i);
  return {
    assign(ids) {
      const shown = new Set(ids.slice(0, size));
      const released: number[] = [];
      for (const [id, slot] of slotOf) {
        if (shown.has(id)) continue;
        slotOf.delete(id);
        free.push(slot);
        released.push(slot);
      }
      const slots = ids.map((id, rank) => {
        if (rank >= size) return undefined;
        const kept = slotOf.get(id);
        if (kept !== undefined) return kept;
        const slot = free.pop();
        if (slot !== undefined) slotOf.set(id, slot);
        return slot;
      });
      const reused = new Set(slots);
      return { slots, released: released.filter((slot) => !reused.has(slot)) };
    },
  };
}

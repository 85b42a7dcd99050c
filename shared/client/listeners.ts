export type Listener<T> = (value: T) => void;

/** Those who want to be told of something, in the order in which they came. */
export class Listeners<T> {
  private readonly all = new Set<Listener<T>>();

  /** Returns what ends it. */
  add(listener: Listener<T>): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(value: T): void {
    for (const listener of this.all) listener(value);
  }
}

/**
 * The one memory of this kind: what was worked out is kept and found again, and however much is asked for, no more than `most`
 * values (two at least) are held. Two halves make that cheap: what is found in the older half moves to the younger, and when the
 * younger is full the older is let go, so that what is asked for again and again stays, and a hit costs one look into a map.
 */
export class Memo<Key, Value extends NonNullable<unknown> | null> {
  readonly #half: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(most: number) {
    this.#half = Math.max(1, Math.floor(most / 2));
  }

  /** How many values are held. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** What is remembered of a key, else what `make` gives, which is remembered from then on. */
  get(key: Key, make: (key: Key) => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.#old.delete(key);
    const value = old === undefined ? make(key) : old;
    if (this.#young.size >= this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}

/** A function of one argument that remembers at most `most` of its answers. */
export function memoised<Key, Value extends NonNullable<unknown> | null>(most: number, work: (key: Key) => Value): (key: Key) => Value {
  const memo = new Memo<Key, Value>(most);
  return (key) => memo.get(key, work);
}

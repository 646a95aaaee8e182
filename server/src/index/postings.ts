/**
 * Posting lists in one growing typed array. Each list owns a block of the pool; a list that outgrows its block moves to
 * one of twice the size, and the old block goes to lists that are still small. So lists stay contiguous (which is what
 * makes a search fast) without an object per term.
 */

const SMALLEST = 2;

function classOf(capacity: number): number {
  return 31 - Math.clz32(capacity);
}

export class PostingPool {
  #pool: Uint32Array;
  #used = 0;
  #start: Uint32Array;
  #length: Uint32Array;
  #capacity: Uint32Array;
  #lists = 0;
  /** Starts of free blocks, by the logarithm of their capacity. */
  readonly #free: number[][] = Array.from({ length: 32 }, () => []);

  constructor(lists = 1024, postings = 8192) {
    this.#pool = new Uint32Array(Math.max(postings, SMALLEST));
    this.#start = new Uint32Array(Math.max(lists, 1));
    this.#length = new Uint32Array(Math.max(lists, 1));
    this.#capacity = new Uint32Array(Math.max(lists, 1));
  }

  /** A pool whose lists stand one after the other in `postings`, each as long as `lengths` says. The arrays are taken over. */
  static of(lengths: Uint32Array, postings: Uint32Array): PostingPool {
    const pool = new PostingPool(1, SMALLEST);
    pool.#pool = postings.length > 0 ? postings : new Uint32Array(SMALLEST);
    pool.#used = postings.length;
    pool.#lists = lengths.length;
    pool.#start = new Uint32Array(Math.max(lengths.length, 1));
    pool.#length = lengths.length > 0 ? lengths : new Uint32Array(1);
    pool.#capacity = Uint32Array.from(pool.#length);
    let at = 0;
    for (let i = 0; i < lengths.length; i++) {
      pool.#start[i] = at;
      at += lengths[i] ?? 0;
    }
    return pool;
  }

  get lists(): number {
    return this.#lists;
  }

  /** The array that all lists live in; valid until the next change. */
  get array(): Uint32Array {
    return this.#pool;
  }

  startOf(list: number): number {
    return this.#start[list] ?? 0;
  }

  lengthOf(list: number): number {
    return this.#length[list] ?? 0;
  }

  addList(): number {
    const list = this.#lists;
    if (list === this.#start.length) {
      this.#start = grown(this.#start, list * 2);
      this.#length = grown(this.#length, list * 2);
      this.#capacity = grown(this.#capacity, list * 2);
    }
    this.#lists++;
    return list;
  }

  push(list: number, posting: number): void {
    const length = this.#length[list] ?? 0;
    if (length === (this.#capacity[list] ?? 0)) this.#move(list, Math.max(SMALLEST, length * 2));
    this.#pool[(this.#start[list] ?? 0) + length] = posting;
    this.#length[list] = length + 1;
  }

  /** Rewrites every list by `keep`, which gives the new posting or -1 for one to drop, and packs the pool. */
  rewrite(keep: (posting: number) => number): PostingPool {
    const lengths = new Uint32Array(this.#lists);
    const packed = new Uint32Array(this.#used);
    let at = 0;
    for (let list = 0; list < this.#lists; list++) {
      const from = this.startOf(list);
      const until = from + this.lengthOf(list);
      const before = at;
      for (let i = from; i < until; i++) {
        const posting = keep(this.#pool[i] ?? 0);
        if (posting >= 0) packed[at++] = posting;
      }
      lengths[list] = at - before;
    }
    return PostingPool.of(lengths, packed.slice(0, at));
  }

  #move(list: number, capacity: number): void {
    const size = 1 << classOf(2 * capacity - 1);
    const from = this.#start[list] ?? 0;
    const length = this.#length[list] ?? 0;
    const to = this.#free[classOf(size)]?.pop() ?? this.#take(size);
    this.#pool.copyWithin(to, from, from + length);
    const old = this.#capacity[list] ?? 0;
    // A block from a snapshot has any size: it serves as one of the next smaller class.
    if (old >= SMALLEST) this.#free[classOf(old)]?.push(from);
    this.#start[list] = to;
    this.#capacity[list] = size;
  }

  #take(size: number): number {
    const at = this.#used;
    if (at + size > this.#pool.length) this.#pool = grown(this.#pool, Math.max(at + size, Math.ceil(this.#pool.length * 1.5)));
    this.#used = at + size;
    return at;
  }
}

function grown(array: Uint32Array, length: number): Uint32Array {
  const bigger = new Uint32Array(length);
  bigger.set(array);
  return bigger;
}

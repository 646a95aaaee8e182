/**
 * The evidence index in memory: BM25, term at a time over contiguous typed-array postings. A removed passage leaves a tombstone; scores are those of an index
 * that never held it, and the space comes back when a quarter of the slots are dead.
 */
import { LONGEST, lengthNorms, MOST_FREQUENT, SCALE, share, termFactor } from './bm25.ts';
import { IdTable } from './ids.ts';
import { PostingPool } from './postings.ts';
import type { PostingSource } from './segment-write.ts';
import { TopHits } from './top.ts';
import type { EvidenceIndex, Hit, QueryTerm } from './types.ts';

/** A posting is slot × 16 + term frequency. */
const FREQUENCY_BITS = 4;
/** Below this many tombstones compaction is not worth its pass over the postings. */
const FEW_TOMBSTONES = 1024;

export function createMemoryIndex(): MemoryIndex {
  return new MemoryIndex();
}

export type { MemoryIndex };

class MemoryIndex implements EvidenceIndex {
  readonly #lists = new Map<string, number>();
  #postings = new PostingPool();
  #ids = new Float64Array(64);
  #lengths = new Uint32Array(64);
  #dead = new Uint8Array(64);
  #slots = 0;
  #deadCount = 0;
  #totalLength = 0;
  #table = new IdTable();
  /** Scratch space of a search; all zero between searches. */
  #scores = new Float64Array(0);
  /** The slots with a score, in the order of their first term. */
  #touched = new Uint32Array(0);
  /** Shares of the term that is searched for, by the lengths of passages that have it once. */
  readonly #once = new Float64Array(LONGEST + 1);
  /** Tombstones among the postings of a list, counted when asked for; emptied by every removal. */
  readonly #deadIn = new Map<number, number>();

  get size(): number {
    return this.#slots - this.#deadCount;
  }

  add(id: number, terms: readonly string[]): void {
    this.remove(id);
    const slot = this.#slots;
    if (slot === this.#ids.length) this.#grow();
    this.#slots++;
    this.#ids[slot] = id;
    this.#lengths[slot] = terms.length;
    this.#totalLength += terms.length;
    this.#table.set(id, slot);
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      let list = this.#lists.get(term);
      if (list === undefined) {
        list = this.#postings.addList();
        this.#lists.set(term, list);
      }
      this.#postings.push(list, ((slot << FREQUENCY_BITS) | Math.min(count, MOST_FREQUENT)) >>> 0);
    }
  }

  remove(id: number): void {
    const slot = this.#table.get(id);
    if (slot < 0) return;
    this.#table.delete(id);
    this.#dead[slot] = 1;
    this.#deadCount++;
    this.#totalLength -= this.#lengths[slot] ?? 0;
    if (this.#deadIn.size > 0) this.#deadIn.clear();
    if (this.#deadCount > FEW_TOMBSTONES && this.#deadCount * 4 > this.#slots) this.#compact();
  }

  documentFrequency(term: string): number {
    const list = this.#lists.get(term);
    return list === undefined ? 0 : this.#postings.lengthOf(list) - this.#tombstonesIn(list);
  }

  search(query: readonly QueryTerm[], limit: number): readonly Hit[] {
    if (limit < 1 || this.size === 0) return [];
    const weights = new Map<string, number>();
    for (const { term, weight } of query) weights.set(term, (weights.get(term) ?? 0) + weight);
    if (this.#scores.length < this.#slots) this.#scores = new Float64Array(this.#ids.length);
    const norms = lengthNorms(this.#totalLength, this.size);
    if (this.#touched.length < this.#slots) this.#touched = new Uint32Array(this.#ids.length);
    let touched = 0;
    for (const [term, weight] of weights) {
      const list = this.#lists.get(term);
      if (list === undefined || !(weight > 0)) continue;
      const frequency = this.documentFrequency(term);
      if (frequency === 0) continue;
      touched = this.#accumulate(list, termFactor(weight, this.size, frequency), norms, touched);
    }
    return this.#best(touched, limit);
  }

  /** What a segment of the same passages is written from; slots count in the order of adding. */
  postings(): PostingSource {
    if (this.#deadCount > 0) this.#compact();
    const [lists, pool] = [this.#lists, this.#postings];
    return {
      lengths: this.#lengths.subarray(0, this.#slots),
      terms: {
        *[Symbol.iterator]() {
          for (const [term, list] of lists) yield [term, pool.array.subarray(pool.startOf(list), pool.startOf(list) + pool.lengthOf(list))];
        },
      },
    };
  }

  /** Adds one term's share to the scores; gives the number of slots that have a score now. */
  #accumulate(list: number, factor: number, norms: Float64Array, touched: number): number {
    const slots = this.#touched;
    const postings = this.#postings.array;
    const scores = this.#scores;
    const lengths = this.#lengths;
    const from = this.#postings.startOf(list);
    const until = from + this.#postings.lengthOf(list);
    // Most terms stand once in a passage: for these the share is worked out once for each length, where there are more passages.
    const once = this.#once;
    const many = until - from > LONGEST;
    for (let length = 0; many && length <= LONGEST; length++) once[length] = share(factor, 1, norms[length] as number);
    for (let i = from; i < until; i++) {
      const posting = postings[i] as number;
      const slot = posting >>> FREQUENCY_BITS;
      const count = posting & MOST_FREQUENT;
      const score = scores[slot] as number;
      if (score === 0) slots[touched++] = slot;
      const length = Math.min(lengths[slot] as number, LONGEST);
      scores[slot] = score + (many && count === 1 ? (once[length] as number) : share(factor, count, norms[length] as number));
    }
    return touched;
  }

  #best(touched: number, limit: number): readonly Hit[] {
    const top = new TopHits(limit);
    let floor = top.floor * SCALE;
    for (let i = 0; i < touched; i++) {
      const slot = this.#touched[i] ?? 0;
      const score = this.#scores[slot] ?? 0;
      this.#scores[slot] = 0;
      if (score <= 0 || score < floor || this.#dead[slot] === 1) continue;
      top.offer(this.#ids[slot] ?? 0, score / SCALE);
      floor = top.floor * SCALE;
    }
    return top.sorted();
  }

  #tombstonesIn(list: number): number {
    if (this.#deadCount === 0) return 0;
    const known = this.#deadIn.get(list);
    if (known !== undefined) return known;
    const postings = this.#postings.array;
    const from = this.#postings.startOf(list);
    let dead = 0;
    for (let i = from + this.#postings.lengthOf(list) - 1; i >= from; i--) dead += this.#dead[(postings[i] ?? 0) >>> FREQUENCY_BITS] ?? 0;
    this.#deadIn.set(list, dead);
    return dead;
  }

  #grow(): void {
    const capacity = Math.max(64, Math.ceil(this.#ids.length * 1.5));
    const ids = new Float64Array(capacity);
    ids.set(this.#ids);
    const lengths = new Uint32Array(capacity);
    lengths.set(this.#lengths);
    const dead = new Uint8Array(capacity);
    dead.set(this.#dead);
    this.#ids = ids;
    this.#lengths = lengths;
    this.#dead = dead;
  }

  /** Renumbers the living slots from 0, in their order, and drops the postings of the dead. */
  #compact(): void {
    const slotAfter = new Int32Array(this.#slots).fill(-1);
    let next = 0;
    for (let slot = 0; slot < this.#slots; slot++) {
      if (this.#dead[slot] === 1) continue;
      slotAfter[slot] = next;
      this.#ids[next] = this.#ids[slot] ?? 0;
      this.#lengths[next] = this.#lengths[slot] ?? 0;
      next++;
    }
    this.#postings = this.#postings.rewrite((posting) => {
      const slot = slotAfter[posting >>> FREQUENCY_BITS] ?? -1;
      return slot < 0 ? -1 : ((slot << FREQUENCY_BITS) | (posting & MOST_FREQUENT)) >>> 0;
    });
    this.#dead.fill(0);
    this.#slots = next;
    this.#deadCount = 0;
    this.#deadIn.clear();
    this.#table = new IdTable(next);
    for (let slot = 0; slot < next; slot++) this.#table.set(this.#ids[slot] ?? 0, slot);
  }
}

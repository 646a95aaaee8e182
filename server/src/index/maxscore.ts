/**
 * The best passages of a segment by MaxScore over windows of slots (Turtle and Flood 1995, with the block maxima of Ding
 * and Suel 2011). In each window the terms that even together cannot lift a passage among the best are not read; they are
 * only looked up for passages that the other terms have lifted near. The result is that of reading everything.
 */
import { SCALE, share } from './bm25.ts';
import { type SearchRoom, WINDOW } from './room.ts';
import type { ListCursor } from './segment.ts';
import { BLOCK } from './segment-write.ts';
import type { TopHits } from './top.ts';

/** Postings that are read through in the time of one look-up. */
const WORTH_LOOKING_UP = 8;

export interface SegmentPassages {
  readonly size: number;
  /** In terms, by slot; none above `LONGEST`. */
  readonly lengths: Uint16Array;
  /** 1 for a removed passage; null where none is. */
  readonly dead: Uint8Array | null;
  idOf(slot: number): number;
}

/** Offers to `top` every passage that may be among the best. */
export function searchSegment(
  passages: SegmentPassages,
  cursors: readonly ListCursor[],
  norms: Float64Array,
  top: TopHits,
  room: SearchRoom,
): void {
  const search = new WindowSearch(passages, cursors, norms, top, room);
  for (let from = 0; from < passages.size; from += WINDOW) search.window(from, Math.min(from + WINDOW, passages.size));
}

class WindowSearch {
  readonly #passages: SegmentPassages;
  readonly #norms: Float64Array;
  readonly #top: TopHits;
  readonly #cursors: readonly ListCursor[];
  /** The window's cursors, the least bound first. */
  readonly #order: ListCursor[];
  readonly #scores: Float64Array;
  readonly #touched: Uint16Array;

  constructor(passages: SegmentPassages, cursors: readonly ListCursor[], norms: Float64Array, top: TopHits, room: SearchRoom) {
    this.#scores = room.scores;
    this.#touched = room.touched;
    this.#passages = passages;
    this.#cursors = cursors;
    this.#order = [...cursors];
    this.#norms = norms;
    this.#top = top;
  }

  window(from: number, end: number): void {
    const floor = this.#top.floor * SCALE;
    let most = 0;
    for (const cursor of this.#cursors) most += this.#boundOf(cursor, from, end);
    if (most < floor || most === 0) return;
    let skipped = 0;
    let touched = 0;
    const others: ListCursor[] = [];
    for (const cursor of this.#order.sort((a, b) => a.bound - b.bound)) {
      if (touched === 0 && skipped + cursor.bound < floor) {
        skipped += cursor.bound;
        others.push(cursor);
      } else touched = this.#accumulate(cursor, from, end, touched);
    }
    this.#settle(from, touched, others, skipped);
  }

  /** The most that a list can add in a window. */
  #boundOf(cursor: ListCursor, from: number, end: number): number {
    const { lastSlots, bounds, blocks } = cursor;
    let at = cursor.at;
    while (at < blocks && (lastSlots[at] ?? 0) < from) at++;
    cursor.at = at;
    let most = 0;
    let past = at;
    while (past < blocks) {
      most = Math.max(most, bounds[past] ?? 0);
      if ((lastSlots[past++] ?? 0) >= end - 1) break;
    }
    cursor.reach = past - at;
    cursor.bound = most;
    return most;
  }

  #accumulate(cursor: ListCursor, from: number, end: number, already: number): number {
    const scores = this.#scores;
    const slotsTouched = this.#touched;
    const { lengths } = this.#passages;
    const norms = this.#norms;
    const { slots, counts, factor } = cursor;
    let touched = already;
    for (let block = cursor.at; block < cursor.at + cursor.reach; block++) {
      cursor.decode(block);
      const { length } = cursor;
      for (let i = 0; i < length; i++) {
        const slot = slots[i] ?? 0;
        if (slot < from) continue;
        if (slot >= end) return touched;
        const score = scores[slot - from] ?? 0;
        if (score === 0) slotsTouched[touched++] = slot - from;
        scores[slot - from] = score + share(factor, counts[i] ?? 0, norms[lengths[slot] ?? 0] ?? 0);
      }
    }
    return touched;
  }

  /** Completes the scores of the passages that may be among the best, and offers them. */
  #settle(from: number, touched: number, others: readonly ListCursor[], skipped: number): void {
    let left = skipped;
    let near = this.#keepNear(from, touched, left);
    let next = others.length - 1;
    // A list that is hardly longer than the passages are many is read through; in a longer one they are looked up.
    for (; next >= 0; next--) {
      const cursor = others[next];
      if (cursor === undefined || cursor.reach * BLOCK > near * WORTH_LOOKING_UP) break;
      this.#merge(cursor, from);
      left -= cursor.bound;
      near = this.#keepNear(from, near, left);
    }
    const { lengths } = this.#passages;
    const slots = this.#touched;
    // In rising order each block of the other lists is decoded once.
    if (next >= 0) slots.subarray(0, near).sort();
    let floor = this.#top.floor * SCALE;
    for (let i = 0; i < near; i++) {
      const at = slots[i] ?? 0;
      let score = this.#scores[at] ?? 0;
      this.#scores[at] = 0;
      let more = left;
      const norm = this.#norms[lengths[from + at] ?? 0] ?? 0;
      for (let j = next; j >= 0 && score + more >= floor; j--) {
        const cursor = others[j];
        if (cursor === undefined) break;
        more -= cursor.bound;
        const count = cursor.countAt(from + at);
        if (count > 0) score += share(cursor.factor, count, norm);
      }
      if (score <= 0 || score + Math.max(0, more) < floor) continue;
      this.#top.offer(this.#passages.idOf(from + at), score / SCALE);
      floor = this.#top.floor * SCALE;
    }
  }

  /** Drops the passages that `left` more cannot lift among the best, and removed ones; gives how many stay. */
  #keepNear(from: number, touched: number, left: number): number {
    const { dead } = this.#passages;
    const scores = this.#scores;
    const slots = this.#touched;
    const floor = this.#top.floor * SCALE;
    let near = 0;
    for (let i = 0; i < touched; i++) {
      const at = slots[i] ?? 0;
      if ((scores[at] ?? 0) + left < floor || (dead !== null && dead[from + at] === 1)) scores[at] = 0;
      else slots[near++] = at;
    }
    return near;
  }

  /** Adds a list's shares to the passages that have a score already. */
  #merge(cursor: ListCursor, from: number): void {
    const scores = this.#scores;
    const { lengths } = this.#passages;
    const norms = this.#norms;
    const { slots, counts, factor } = cursor;
    for (let block = cursor.at; block < cursor.at + cursor.reach; block++) {
      cursor.decode(block);
      for (let i = 0; i < cursor.length; i++) {
        const at = (slots[i] ?? 0) - from;
        if (at < 0 || at >= WINDOW) continue;
        const score = scores[at] ?? 0;
        if (score > 0) scores[at] = score + share(factor, counts[i] ?? 0, norms[lengths[from + at] ?? 0] ?? 0);
      }
    }
  }
}

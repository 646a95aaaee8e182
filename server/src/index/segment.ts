/** Reads a segment's postings from its sections (segment-write.ts says how they are laid out). Nothing is held but the lengths. */
import { averageLength } from './bm25.ts';
import type { ByteReader } from './bytes.ts';
import type { SearchRoom } from './room.ts';
import { BLOCK, BLOCK_RECORD, hashOf, type PostingSection, TERM_RECORD } from './segment-write.ts';

/** Where a term's postings stand in a segment. */
export interface PostingList {
  /** In how many passages of the segment, removed ones counted. */
  readonly count: number;
  readonly firstBlock: number;
  readonly offset: number;
}

export class Segment {
  /** Passages, removed ones counted. */
  readonly size: number;
  /** In terms, all passages together. */
  readonly totalLength: number;
  readonly #sections: Readonly<Record<PostingSection, ByteReader>>;
  readonly #encoder = new TextEncoder();
  #lengths: Uint16Array | null = null;

  constructor(sections: Readonly<Record<PostingSection, ByteReader>>, totalLength: number) {
    this.#sections = sections;
    this.size = sections.lengths.size / 2;
    this.totalLength = totalLength;
  }

  /** Mean length at which the block maxima were worked out. */
  get average(): number {
    return averageLength(this.totalLength, this.size);
  }

  /** In terms, by slot; none above `LONGEST`. */
  get lengths(): Uint16Array {
    if (this.#lengths === null) {
      const bytes = this.#sections.lengths.bytes(0, this.size * 2);
      this.#lengths = new Uint16Array(this.size);
      for (let slot = 0; slot < this.size; slot++) this.#lengths[slot] = (bytes[2 * slot] ?? 0) | ((bytes[2 * slot + 1] ?? 0) << 8);
    }
    return this.#lengths;
  }

  /** The postings of a term, or null where no passage has it. */
  list(term: string): PostingList | null {
    const wanted = this.#encoder.encode(term);
    const { table, terms } = this.#sections;
    const mask = table.size / 4 - 1;
    for (let at = hashOf(wanted) & mask; ; at = (at + 1) & mask) {
      const entry = table.word(at * 4);
      if (entry === 0) return null;
      const record = (entry - 1) * TERM_RECORD;
      if (this.#isTerm(record, wanted))
        return { count: terms.word(record + 4), firstBlock: terms.word(record + 8), offset: terms.word(record + 12) };
    }
  }

  /** A cursor over a list, for one search. */
  cursor(list: PostingList, factor: number, stretch: number, room: SearchRoom): ListCursor {
    return new ListCursor(this.#sections.blocks, this.#sections.postings, list, factor * stretch, factor, room);
  }

  #isTerm(record: number, wanted: Uint8Array): boolean {
    const { terms, letters } = this.#sections;
    const start = terms.word(record);
    if (terms.word(record + TERM_RECORD) - start !== wanted.length) return false;
    const found = letters.bytes(start, wanted.length);
    for (let i = 0; i < wanted.length; i++) if (found[i] !== wanted[i]) return false;
    return true;
  }
}

/** One list during one search: its blocks' ends and bounds, and the block that was decoded last. */
export class ListCursor {
  readonly factor: number;
  readonly blocks: number;
  /** The last slot of each block. */
  readonly lastSlots: Uint32Array;
  /** The most that the term can add to a score, in each block. */
  readonly bounds: Float64Array;
  /** The decoded block's postings. */
  readonly slots: Uint32Array;
  readonly counts: Uint8Array;
  decoded = -1;
  length = 0;
  /** The first block that the search has not left behind. */
  at = 0;
  /** How many blocks from `at` on touch the part of the segment that is being searched. */
  reach = 0;
  /** The most that the term can add in the part of the segment that is being searched. */
  bound = 0;
  readonly #ends: Uint32Array;
  readonly #postings: ByteReader;
  readonly #list: PostingList;

  constructor(blocks: ByteReader, postings: ByteReader, list: PostingList, boundFactor: number, factor: number, room: SearchRoom) {
    this.factor = factor;
    this.#list = list;
    this.#postings = postings;
    this.blocks = Math.ceil(list.count / BLOCK);
    this.slots = room.words(BLOCK);
    this.counts = room.bytes(BLOCK);
    this.lastSlots = room.words(this.blocks);
    this.bounds = room.doubles(this.blocks);
    this.#ends = room.words(this.blocks);
    const bytes = blocks.bytes(list.firstBlock * BLOCK_RECORD, this.blocks * BLOCK_RECORD);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let b = 0, offset = 0; b < this.blocks; b++, offset += BLOCK_RECORD) {
      this.lastSlots[b] = view.getUint32(offset, true);
      this.#ends[b] = view.getUint32(offset + 4, true);
      // One above, for a share is rounded.
      this.bounds[b] = boundFactor * view.getFloat32(offset + 8, true) + 1;
    }
  }

  decode(block: number): void {
    if (this.decoded === block) return;
    this.decoded = block;
    const from = block === 0 ? 0 : (this.#ends[block - 1] ?? 0);
    const bytes = this.#postings.bytes(this.#list.offset + from, (this.#ends[block] ?? 0) - from);
    const { slots, counts } = this;
    const length = Math.min(BLOCK, this.#list.count - block * BLOCK);
    let slot = block === 0 ? -1 : (this.lastSlots[block - 1] ?? 0);
    for (let i = 0, at = 0; i < length; i++) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 127) << shift;
      }
      value >>>= 0;
      slot += value >>> 1;
      slots[i] = slot;
      counts[i] = (value & 1) === 0 ? 1 : (bytes[at++] ?? 1);
    }
    this.length = length;
  }

  /** How often the term stands in the passage of this slot. Slots must be asked for in rising order within one search. */
  countAt(slot: number): number {
    let low = this.at;
    let high = this.blocks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lastSlots[middle] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    if (low === this.blocks) return 0;
    this.decode(low);
    const { slots } = this;
    low = 0;
    high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((slots[middle] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    return slots[low] === slot && low < this.length ? (this.counts[low] ?? 0) : 0;
  }
}

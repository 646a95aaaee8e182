/**
 * A segment's postings as bytes, laid out to be read piece by piece (docs/index-format.md):
 *
 * - `table`: a hash table of 32-bit term numbers + 1, open-addressed, its size a power of two;
 * - `terms`: four numbers a term (where its letters begin, how many passages, its first block, where its postings begin),
 *   and one more such record that ends the last term;
 * - `letters`: the terms in UTF-8, one after the other;
 * - `blocks`: for each run of up to 128 postings its last slot, where its bytes end (counted from the term's), and the
 *   highest saturation in it, rounded up;
 * - `postings`: per posting a varint of twice the step from the slot before, plus one where the term stands more than once;
 *   then how often follows in a byte;
 * - `lengths`: 16 bits a passage.
 */
import { LONGEST, lengthNorms, saturation } from './bm25.ts';
import { ByteWriter } from './bytes.ts';

export const BLOCK = 128;
export const TERM_RECORD = 16;
export const BLOCK_RECORD = 12;

export const POSTING_SECTIONS = ['table', 'terms', 'letters', 'blocks', 'postings', 'lengths'] as const;
export type PostingSection = (typeof POSTING_SECTIONS)[number];

/** What is to be written: each term's postings ascend by slot, each `slot × 16 + count`. */
export interface PostingSource {
  /** In terms, by slot. */
  readonly lengths: Uint32Array;
  readonly terms: Iterable<readonly [term: string, postings: Uint32Array]>;
}

/** Block maxima are kept as 32-bit floats: a little above the true value, so that rounding never hides a passage. */
const ROUNDED_UP = 1 + 2 ** -22;

export function encodePostings(source: PostingSource): Readonly<Record<PostingSection, Uint8Array>> {
  const { lengths } = source;
  let total = 0;
  for (const length of lengths) total += length;
  const norms = lengthNorms(total, lengths.length);
  const encoder = new TextEncoder();
  const [terms, letters, blocks, postings] = [new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter(1 << 16)];
  const hashes: number[] = [];
  const record = (count: number): void => {
    for (const value of [letters.length, count, blocks.length / BLOCK_RECORD, postings.length]) terms.word(value);
  };
  for (const [term, list] of source.terms) {
    if (list.length === 0) continue;
    const bytes = encoder.encode(term);
    record(list.length);
    letters.put(bytes);
    hashes.push(hashOf(bytes));
    encodeList(list, lengths, norms, blocks, postings);
  }
  record(0);
  const short = new Uint8Array(lengths.length * 2);
  lengths.forEach((length, slot) => {
    const kept = Math.min(length, LONGEST);
    short[2 * slot] = kept & 255;
    short[2 * slot + 1] = kept >>> 8;
  });
  return {
    table: tableOf(hashes),
    terms: terms.done(),
    letters: letters.done(),
    blocks: blocks.done(),
    postings: postings.done(),
    lengths: short,
  };
}

function encodeList(list: Uint32Array, lengths: Uint32Array, norms: Float64Array, blocks: ByteWriter, postings: ByteWriter): void {
  const from = postings.length;
  let before = -1;
  for (let start = 0; start < list.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, list.length);
    let most = 0;
    for (let i = start; i < end; i++) {
      const posting = list[i] ?? 0;
      const [slot, count] = [posting >>> 4, posting & 15];
      const step = slot - before;
      if (count > 1) {
        postings.varint(step * 2 + 1);
        postings.byte(count);
      } else postings.varint(step * 2);
      most = Math.max(most, saturation(count, norms[Math.min(lengths[slot] ?? 0, LONGEST)] ?? 0));
      before = slot;
    }
    blocks.word(before);
    blocks.word(postings.length - from);
    blocks.float(most * ROUNDED_UP);
  }
}

/** FNV-1a of a term's bytes. */
export function hashOf(bytes: Uint8Array): number {
  let hash = 2166136261;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 16777619);
  hash ^= hash >>> 15;
  return hash >>> 0;
}

function tableOf(hashes: readonly number[]): Uint8Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const table = new Uint32Array(size);
  hashes.forEach((hash, term) => {
    let at = hash & (size - 1);
    while (table[at] !== 0) at = (at + 1) & (size - 1);
    table[at] = term + 1;
  });
  const bytes = new ByteWriter(size * 4);
  for (const entry of table) bytes.word(entry);
  return bytes.done();
}

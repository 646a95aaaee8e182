/** Several segments searched as one index; what was removed from them counts for nothing. */
import { averageLength, lengthNorms, termFactor } from './bm25.ts';
import { type SegmentPassages, searchSegment } from './maxscore.ts';
import { SearchRoom } from './room.ts';
import type { PostingList, Segment } from './segment.ts';
import { TopHits } from './top.ts';
import type { EvidenceReader, Hit, QueryTerm } from './types.ts';

/** A segment with what is left of it. */
export interface SegmentPart {
  readonly segment: Segment;
  /** 1 for each removed passage, by slot; null where none is. */
  readonly dead: Uint8Array | null;
  /** How many passages are removed, and how many terms they have together. */
  readonly removed: { readonly passages: number; readonly terms: number };
  idOf(slot: number): number;
}

/** Frequencies remembered; emptied when full. */
const MOST_REMEMBERED = 50_000;

export class SegmentIndex implements EvidenceReader {
  readonly size: number;
  readonly #parts: readonly SegmentPart[];
  readonly #totalLength: number;
  readonly #room = new SearchRoom();
  readonly #frequencies = new Map<string, number>();

  constructor(parts: readonly SegmentPart[]) {
    this.#parts = parts;
    let [size, total] = [0, 0];
    for (const { segment, removed } of parts) {
      size += segment.size - removed.passages;
      total += segment.totalLength - removed.terms;
    }
    this.size = size;
    this.#totalLength = total;
  }

  documentFrequency(term: string): number {
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    let frequency = 0;
    for (const { segment, dead } of this.#parts) {
      const list = segment.list(term);
      if (list !== null) frequency += list.count - (dead === null ? 0 : countDead(segment, list, dead, this.#cleared()));
    }
    if (this.#frequencies.size >= MOST_REMEMBERED) this.#frequencies.clear();
    this.#frequencies.set(term, frequency);
    return frequency;
  }

  search(query: readonly QueryTerm[], limit: number): readonly Hit[] {
    if (limit < 1 || this.size === 0) return [];
    const weights = new Map<string, number>();
    for (const { term, weight } of query) weights.set(term, (weights.get(term) ?? 0) + weight);
    const factors: (readonly [string, number])[] = [];
    for (const [term, weight] of weights) {
      const frequency = weight > 0 ? this.documentFrequency(term) : 0;
      if (frequency > 0) factors.push([term, termFactor(weight, this.size, frequency)]);
    }
    const norms = lengthNorms(this.#totalLength, this.size);
    const average = averageLength(this.#totalLength, this.size);
    const top = new TopHits(limit);
    for (const part of this.#parts) {
      const { segment, dead } = part;
      // Where passages are longer on average now, each counts as shorter than when the maxima were worked out.
      const stretch = Math.max(1, average / segment.average);
      const room = this.#cleared();
      const cursors = factors.flatMap(([term, factor]) => {
        const list = segment.list(term);
        return list === null ? [] : [segment.cursor(list, factor, stretch, room)];
      });
      const passages: SegmentPassages = { size: segment.size, lengths: segment.lengths, dead, idOf: (slot) => part.idOf(slot) };
      if (cursors.length > 0) searchSegment(passages, cursors, norms, top, room);
    }
    return top.sorted();
  }

  #cleared(): SearchRoom {
    this.#room.clear();
    return this.#room;
  }
}

function countDead(segment: Segment, list: PostingList, dead: Uint8Array, room: SearchRoom): number {
  const cursor = segment.cursor(list, 1, 1, room);
  let count = 0;
  for (let block = 0; block < cursor.blocks; block++) {
    cursor.decode(block);
    for (let i = 0; i < cursor.length; i++) count += dead[cursor.slots[i] ?? 0] ?? 0;
  }
  return count;
}

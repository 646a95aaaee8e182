/** Segments keep the contract of an index, whatever is added and removed between searches, and find what memory finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMemory } from './bytes.ts';
import { describeEvidenceIndex } from './evidence-index.contract.ts';
import { createMemoryIndex, type MemoryIndex } from './memory.ts';
import { Segment } from './segment.ts';
import { encodePostings } from './segment-write.ts';
import { SegmentIndex } from './segments.ts';
import type { EvidenceIndex, EvidenceReader } from './types.ts';

interface Kept {
  readonly segment: Segment;
  readonly ids: readonly number[];
  readonly lengths: readonly number[];
  readonly dead: Uint8Array;
}

function segmentOf(index: MemoryIndex): Segment {
  const source = index.postings();
  const sections = encodePostings(source);
  const read = Object.fromEntries(Object.entries(sections).map(([name, bytes]) => [name, bytesInMemory(bytes)])) as Record<
    keyof typeof sections,
    ReturnType<typeof bytesInMemory>
  >;
  return new Segment(
    read,
    source.lengths.reduce((sum, length) => sum + length, 0),
  );
}

/** Seals what was added into a segment before each search, as a store does at each commit. */
class SealedAtSearch implements EvidenceIndex {
  #kept: Kept[] = [];
  #pending = new Map<number, readonly string[]>();

  add(id: number, terms: readonly string[]): void {
    this.remove(id);
    this.#pending.set(id, terms);
  }

  remove(id: number): void {
    this.#pending.delete(id);
    for (const { ids, dead } of this.#kept) if (ids.includes(id)) dead[ids.indexOf(id)] = 1;
  }

  get size(): number {
    return this.#reader().size;
  }

  search(...asked: Parameters<EvidenceReader['search']>): ReturnType<EvidenceReader['search']> {
    return this.#reader().search(...asked);
  }

  documentFrequency(term: string): number {
    return this.#reader().documentFrequency(term);
  }

  #reader(): EvidenceReader {
    if (this.#pending.size > 0) {
      const index = createMemoryIndex();
      for (const [id, terms] of this.#pending) index.add(id, terms);
      const ids = [...this.#pending.keys()];
      const lengths = [...this.#pending.values()].map((terms) => terms.length);
      this.#kept.push({ segment: segmentOf(index), ids, lengths, dead: new Uint8Array(ids.length) });
      this.#pending = new Map();
    }
    return new SegmentIndex(
      this.#kept.map(({ segment, ids, lengths, dead }) => ({
        segment,
        dead,
        removed: { passages: dead.reduce((sum, one) => sum + one, 0), terms: lengths.reduce((sum, n, i) => sum + n * (dead[i] ?? 0), 0) },
        idOf: (slot) => ids[slot] ?? -1,
      })),
    );
  }
}

describeEvidenceIndex('an index of segments', () => new SealedAtSearch());

test('many passages in many blocks and windows give the very scores that memory gives', () => {
  const word = fc.integer({ min: 0, max: 400 }).map((n) => `w${Math.floor(n * n * 0.01)}`);
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 50, maxLength: 60 }),
      fc.array(fc.record({ term: word, weight: fc.constantFrom(1, 0.5, 0.3) }), { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 1, max: 40 }),
      (texts, query, limit) => {
        const memory = createMemoryIndex();
        for (let id = 0; id < 10_000; id++) memory.add(id, [...(texts[id % texts.length] ?? []), `n${id % 77}`, `m${id % 5}`]);
        const asked = [...query, { term: 'm3', weight: 0.2 }, { term: 'n12', weight: 0.7 }];
        const expected = memory.search(asked, limit);
        const segment = segmentOf(memory);
        const index = new SegmentIndex([{ segment, dead: null, removed: { passages: 0, terms: 0 }, idOf: (slot) => slot }]);
        expect(index.search(asked, limit)).toEqual(expected);
      },
    ),
    { numRuns: 15 },
  );
});

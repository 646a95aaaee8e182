/** What every evidence index must do, whatever serves it. A backend's test calls `describeEvidenceIndex` with its own way to make one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hit, QueryTerm } from './types.ts';

/** An index as the contract asks it: one in this process answers at once, one behind a network when it can. */
export interface ContractedIndex {
  readonly size: number | Promise<number>;
  search(query: readonly QueryTerm[], limit: number): readonly Hit[] | Promise<readonly Hit[]>;
  documentFrequency(term: string): number | Promise<number>;
  add(id: number, terms: readonly string[]): void;
  remove(id: number): void;
}

export interface ContractOptions {
  /** How many random courses of adding and removing are tried. */
  readonly runs?: number;
  /** Milliseconds that one test may take. */
  readonly timeout?: number;
}

const terms = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const query = (text: string): QueryTerm[] => terms(text).map((term) => ({ term, weight: 1 }));

/** BM25 by its definition, over every passage. */
function bruteForce(passages: ReadonlyMap<number, readonly string[]>, asked: readonly QueryTerm[]): Map<number, number> {
  const average = [...passages.values()].reduce((sum, words) => sum + words.length, 0) / Math.max(1, passages.size);
  const scores = new Map<number, number>();
  for (const [id, words] of passages) {
    let score = 0;
    for (const { term, weight } of asked) {
      const count = words.filter((word) => word === term).length;
      if (count === 0) continue;
      const frequency = [...passages.values()].filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (passages.size - frequency + 0.5) / (frequency + 0.5));
      score += (weight * idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * words.length) / Math.max(1, average)));
    }
    if (score > 0) scores.set(id, score);
  }
  return scores;
}

export function describeEvidenceIndex(
  name: string,
  create: () => ContractedIndex | Promise<ContractedIndex>,
  { runs = 100, timeout = 5000 }: ContractOptions = {},
): void {
  describe(`${name} as an evidence index`, { timeout }, () => {
    const small = async () => {
      const index = await create();
      index.add(10, terms('the ferry left the harbour late'));
      index.add(11, terms('the harbour master closed the harbour'));
      index.add(12, terms('a storm closed the road'));
      return index;
    };
    const ids = async (index: ContractedIndex, text: string, limit = 10) => (await index.search(query(text), limit)).map((hit) => hit.id);

    test('finds passages by their words, the best first', async () => {
      const index = await small();
      expect(await ids(index, 'harbour master')).toEqual([11, 10]);
      expect(await ids(index, 'nobody wrote this')).toEqual([]);
      expect(await ids(index, 'closed', 1)).toHaveLength(1);
      expect(await ids(index, 'closed', 0)).toEqual([]);
    });

    test('orders equal scores by id, whatever the order of adding', async () => {
      const index = await create();
      for (const id of [7, 3, 9, 1, 5]) index.add(id, terms('same words here'));
      expect(await ids(index, 'words')).toEqual([1, 3, 5, 7, 9]);
      expect(await ids(index, 'words', 2)).toEqual([1, 3]);
    });

    test('weighs terms, and sums the weights of a term asked for twice', async () => {
      const index = await small();
      const storm = { term: 'storm', weight: 1 };
      const weighed = await index.search(
        [
          { term: 'storm', weight: 0.1 },
          { term: 'ferry', weight: 1 },
        ],
        2,
      );
      expect(weighed.map((hit) => hit.id)).toEqual([10, 12]);
      expect(await index.search([storm, storm], 1)).toEqual(await index.search([{ term: 'storm', weight: 2 }], 1));
    });

    test('counts the passages that a term stands in', async () => {
      const index = await small();
      expect(await index.documentFrequency('harbour')).toBe(2);
      expect(await index.documentFrequency('the')).toBe(3);
      expect(await index.documentFrequency('absent')).toBe(0);
      expect(await index.size).toBe(3);
    });

    test('forgets what is removed, and replaces what is added again', async () => {
      const index = await small();
      index.remove(11);
      index.remove(99);
      expect(await index.size).toBe(2);
      expect(await index.documentFrequency('harbour')).toBe(1);
      expect(await ids(index, 'harbour master')).toEqual([10]);
      index.add(10, terms('a different sentence'));
      expect(await index.size).toBe(2);
      expect(await ids(index, 'harbour')).toEqual([]);
      expect(await ids(index, 'different')).toEqual([10]);
    });

    test('takes odd input: no terms, names of object members, ids beyond 32 bits', async () => {
      const index = await create();
      index.add(2 ** 40, []);
      index.add(5, ['constructor', '__proto__', '', 'zoë\n']);
      expect(await index.size).toBe(2);
      expect(await ids(index, 'constructor')).toEqual([5]);
      expect((await index.search([{ term: 'zoë\n', weight: 1 }], 5)).map((hit) => hit.id)).toEqual([5]);
      expect((await index.search([{ term: '', weight: 1 }], 5)).map((hit) => hit.id)).toEqual([5]);
    });

    test('agrees with BM25 by its definition after any adds and removals, and with an index built afresh', async () => {
      const word = fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'oak', 'the', 'of');
      const step = fc.record({ id: fc.integer({ min: 0, max: 40 }), words: fc.option(fc.array(word, { maxLength: 12 }), { freq: 3 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 80 }), fc.array(word, { minLength: 1, maxLength: 4 }), async (steps, asked) => {
          const index = await create();
          const passages = new Map<number, readonly string[]>();
          for (const { id, words } of steps) {
            if (words === null) {
              index.remove(id);
              passages.delete(id);
            } else {
              index.add(id, words);
              passages.set(id, words);
            }
          }
          const expected = bruteForce(passages, query(asked.join(' ')));
          const found = await index.search(query(asked.join(' ')), 100);
          expect(new Set(found.map((hit) => hit.id))).toEqual(new Set(expected.keys()));
          for (const hit of found) expect(hit.score).toBeCloseTo(expected.get(hit.id) ?? -1, 3);
          const fresh = await create();
          for (const [id, words] of passages) fresh.add(id, words);
          expect(found).toEqual(await fresh.search(query(asked.join(' ')), 100));
        }),
        { numRuns: runs },
      );
    });

    test('gives back the room of many removed passages without changing an answer', async () => {
      const index = await create();
      for (let id = 0; id < 5000; id++) index.add(id, ['all', id % 2 === 0 ? 'even' : 'odd', `n${id}`]);
      for (let id = 0; id < 5000; id++) if (id % 3 !== 0) index.remove(id);
      const fresh = await create();
      for (let id = 0; id < 5000; id += 3) fresh.add(id, ['all', id % 2 === 0 ? 'even' : 'odd', `n${id}`]);
      for (const asked of ['even', 'all odd', 'n300', 'n301'])
        expect(await index.search(query(asked), 50)).toEqual(await fresh.search(query(asked), 50));
    });
  });
}

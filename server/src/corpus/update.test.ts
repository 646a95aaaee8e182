/** After any run of changes, an updated corpus is what a fresh one over the same sources would be. */
import { expect, test } from 'vitest';
import { indexTerms } from '../text/terms.ts';
import { buildCorpus, updateCorpus } from './build.ts';
import type { Corpus } from './corpus.ts';
import type { StructuredSource } from './domain.ts';
import { sourceOf } from './memory.ts';
import { structureSource } from './structure/structure.ts';

const NAMES = ['a.txt', 'b.txt', 'c/d.txt', 'e.md', 'f.txt', 'g.txt'];
const PEOPLE = ['Ann Hale', 'Ben Ward', 'Ms Osei'];
const THINGS = ['the pier', 'the ferry', 'the yard', 'the bridge'];
const QUERIES = ['pier closed', 'ferry', 'bridge May', 'said it had been warned', 'harbour board'];

/** Numbers from 0 to below 1 that are the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function written(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const sentence = () => {
    const plain = `The harbour board closed ${pick(THINGS)} in May.`;
    return random() < 0.4 ? `${pick(PEOPLE)} said it had been warned of ${pick(THINGS)}.` : plain;
  };
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => `${sentence()} ${sentence()}`).join('\n\n');
}

/** Everything a reader of the corpus can see of it, but for the numbers of passages. */
function seen(corpus: Corpus): unknown {
  const place = (id: number) => {
    const passage = corpus.passage(id);
    return passage === null ? null : `${passage.source}:${passage.span.start} ${passage.text}`;
  };
  return {
    documents: [...corpus.documents.values()],
    passages: [...corpus.documents.keys()].map((key) => corpus.passagesOf(key).map(({ id }) => [place(id), corpus.standing(id)])),
    found: QUERIES.map((query) => {
      const terms = indexTerms(query).map((term) => ({ term, weight: 1 }));
      return corpus.index.search(terms, 5).map(({ id, score }) => [place(id), score]);
    }),
    names: corpus.gazetteer.entities.map(({ name, aliases }) => [name, aliases]),
    size: [corpus.passageCount, corpus.index.size],
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('sources that come, change and go leave what a fresh reading gives (run %i)', (seed) => {
  const random = numbers(seed);
  const now = new Map<string, StructuredSource>();
  let corpus = buildCorpus([]);
  for (let step = 0; step < 8; step++) {
    const changed: StructuredSource[] = [];
    const removed: string[] = [];
    for (const name of NAMES) {
      const chance = random();
      if (chance < 0.35) {
        const structured = structureSource(sourceOf(name, written(random)));
        changed.push(structured);
        now.set(name, structured);
      } else if (chance < 0.5 && now.delete(name)) {
        removed.push(name);
      }
    }
    corpus = updateCorpus(corpus, changed, removed);
    expect(seen(corpus)).toEqual(seen(buildCorpus([...now.values()])));
  }
});

import { describe, expect, it } from 'vitest';
import { buildCorpus, updateCorpus } from './build.ts';
import { corpusOf, sourceOf } from './memory.ts';
import { structureSource } from './structure/structure.ts';

const harbour = 'The harbour board met in May. It closed the east pier.\n\nThe pier opened again in June.\n';

describe('a corpus from strings', () => {
  it('holds one passage a sentence, with its exact place and its neighbours', () => {
    const corpus = corpusOf({ 'harbour.txt': harbour });
    const [key] = corpus.documents.keys();
    const passages = corpus.passagesOf(key ?? '');
    expect(passages.map((p) => p.text)).toEqual([
      'The harbour board met in May.',
      'It closed the east pier.',
      'The pier opened again in June.',
    ]);
    for (const p of passages) {
      expect(harbour.slice(p.span.start, p.span.end)).toBe(p.text);
      expect(corpus.passage(p.id)).toBe(p);
    }
    expect(passages.map((p) => p.before)).toEqual([null, passages[0]?.id, passages[1]?.id]);
  });

  it('finds passages by line', () => {
    const corpus = corpusOf({ 'harbour.txt': harbour });
    expect(corpus.passagesAt('harbour.txt', [3, 3]).map((p) => p.text)).toEqual(['The pier opened again in June.']);
    expect(corpus.passagesAt('nowhere.txt', [3, 3])).toEqual([]);
    expect(corpus.lineOf('harbour.txt', harbour.indexOf('opened'))).toBe(3);
  });
});

describe('an update', () => {
  it('leaves what a fresh build would give', () => {
    const files = { 'a.txt': 'Ann Hale chaired the board.', 'b.txt': harbour, 'c.txt': 'A third file. It stays.' };
    const before = corpusOf(files);
    const changed = 'Ann Hale left the board.\n\nBen Ward came.';
    const after = updateCorpus(before, [structureSource(sourceOf('a.txt', changed))], ['b.txt']);
    const fresh = corpusOf({ 'a.txt': changed, 'c.txt': files['c.txt'] });
    const shown = (c: typeof after) =>
      [...c.documents.keys()].map((key) => [key, c.passagesOf(key).map((p) => [p.text, p.span.start, p.before === null])]);
    expect(shown(after)).toEqual(shown(fresh));
    expect(after.index.size).toBe(fresh.index.size);
    expect(after.passagesAt('b.txt', [1, 9])).toEqual([]);
  });

  it('keeps the passages of unchanged sources', () => {
    const before = corpusOf({ 'a.txt': 'One.', 'b.txt': harbour });
    const kept = before.passagesAt('b.txt', [1, 1]);
    const after = updateCorpus(before, [structureSource(sourceOf('a.txt', 'Two.'))], []);
    expect(after.passagesAt('b.txt', [1, 1])).toEqual(kept);
  });

  it('gives each document a citekey of its own', () => {
    const one = structureSource(sourceOf('x/minutes.txt', 'One.'));
    const key = one.documents[0]?.citekey ?? '';
    const two = structureSource(sourceOf('y/minutes.txt', 'Two.'));
    const clash = { ...two, documents: two.documents.map((d) => ({ ...d, citekey: key })) };
    const corpus = buildCorpus([one, clash]);
    expect(corpus.documents.size).toBe(2);
    expect(corpus.passagesOf(key).map((p) => p.text)).toEqual(['One.']);
  });
});

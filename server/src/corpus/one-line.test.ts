import { expect, test } from 'vitest';
import { corpusOf } from './memory.ts';

test('a page that is one long line is read sentence by sentence', () => {
  const count = 20_000;
  const text = Array.from({ length: count }, (_, n) => `Inspectors saw pile ${n} of the pier and found it sound.`).join(' ');
  const corpus = corpusOf({ 'page.txt': text });
  expect(corpus.passageCount).toBe(count);
  const [citekey = ''] = corpus.documents.keys();
  expect(corpus.passagesOf(citekey).at(-1)?.text).toBe(`Inspectors saw pile ${count - 1} of the pier and found it sound.`);
});

test('a long line without a sentence harms nothing', () => {
  const corpus = corpusOf({ 'page.txt': 'word '.repeat(400_000), 'other.txt': 'The harbour board met in May. It closed the pier.\n' });
  expect(corpus.sources.size).toBe(2);
  expect([...corpus.documents.values()].filter(({ source }) => source === 'other.txt')).toHaveLength(1);
});

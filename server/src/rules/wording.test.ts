import { expect, test } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { plainCorpus } from '../verify/citations/corpus.fixture.ts';
import { listWords, onOneLine, quoteShort, sayWhere } from './wording.ts';

test('a place is its title and line, with publisher and date where they are known', () => {
  const corpus = corpusOf({ 'quay.txt': 'The quay\n\nThe quay was closed in May.\n' });
  const [document] = corpus.documents.values();
  expect(sayWhere({ citekey: document?.citekey ?? '', source: 'quay.txt', span: { start: 10 }, line: 3 }, corpus)).toMatch(
    /^“[^”]+” \(.*line 3\)$/,
  );
  expect(sayWhere({ citekey: 'unknown', source: 'quay.txt', span: { start: 10 }, line: 7 }, corpus)).toBe('“quay.txt” (line 7)');
});

test('in text that was extracted from a file, a place is its page or paragraph, and no line', () => {
  const places = { 'a.pdf': [{ start: 0, page: 3 }], 'b.docx': [{ start: 0, paragraph: 12 }], 'c.html': [{ start: 0, origin: 88 }] };
  const corpus = plainCorpus({ 'a.pdf': 'The quay.', 'b.docx': 'The quay.', 'c.html': 'The quay.' }, places);
  const say = (source: string, citekey: string) => sayWhere({ citekey, source, span: { start: 4 }, line: 1 }, corpus);
  expect([say('a.pdf', 'a'), say('b.docx', 'b'), say('c.html', 'c')]).toEqual(['“a” (page 3)', '“b” (paragraph 12)', '“c”']);
});

test('quoted words stand on one line, with single marks inside, and end at a word', () => {
  expect(quoteShort('the “first”\n  quay')).toBe('“the ‘first’ quay”');
  expect(quoteShort('one two three four', 12)).toBe('“one two…”');
  expect(quoteShort('abcdefghijkl', 6)).toBe('“abcde…”');
  expect(quoteShort('“The quay was closed.”')).toBe('“The quay was closed”');
});

test('light markup is left out, signs inside words stay', () => {
  expect(onOneLine('a *very* **bold** `claim` in snake_case')).toBe('a very bold claim in snake_case');
});

test('a list reads as one', () => {
  expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
});

import { expect, test } from 'vitest';
import { corpusOf } from '../corpus/memory.ts';
import { listWords, onOneLine, quoteShort, sayDate, sayWhere } from './wording.ts';

test('a place is its title and line, with publisher and date where they are known', () => {
  const corpus = corpusOf({ 'quay.txt': 'The quay\n\nThe quay was closed in May.\n' });
  const [document] = corpus.documents.values();
  expect(sayWhere({ citekey: document?.citekey ?? '', source: 'quay.txt', line: 3 }, corpus)).toMatch(/^“[^”]+” \(.*line 3\)$/);
  expect(sayWhere({ citekey: 'unknown', source: 'quay.txt', line: 7 }, corpus)).toBe('“quay.txt” (line 7)');
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

test('dates say what is known', () => {
  expect(sayDate({ year: 2009, month: 3, day: 12 })).toBe('12 March 2009');
  expect(sayDate({ year: 2009, month: 3, day: null })).toBe('March 2009');
  expect(sayDate({ year: null, month: null, day: null })).toBe('');
  expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
});

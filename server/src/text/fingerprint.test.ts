import { expect, it } from 'vitest';
import { findFingerprint, fingerprintOf, readFingerprint, sumWords, writeFingerprint } from './fingerprint.ts';

const TEXT = 'The tug was built in Trieste. The pier burnt in May 1911, the court found. Nobody was hurt.';
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const mark = (text: string, words: string) => fingerprintOf(sumWords(text), at(text, words));
const found = (text: string, words: string): readonly string[] => {
  const one = mark(TEXT, words);
  return one === null ? [] : findFingerprint(sumWords(text), one).map(({ span }) => text.slice(span.start, span.end));
};

it('finds words however their lines, marks and capitals are set', () => {
  const rewrapped = 'Menu\nHome\n\nTHE PIER\nburnt — in   May 1911; the court “found”!';
  expect(found(rewrapped, 'The pier burnt in May 1911, the court found.')).toEqual(['THE PIER\nburnt — in   May 1911; the court “found']);
});

it('finds no other words, nor the same ones in another order', () => {
  for (const other of [
    'The pier burnt in May 1912, the court found.',
    'In May 1911 the pier burnt, the court found.',
    'The pier burnt, the court found, in May 1911.',
    'May burnt the pier in 1911, the court found.',
    '',
  ])
    expect(found(other, 'The pier burnt in May 1911, the court found.')).toEqual([]);
});

it('tells places with the same words apart by their neighbours', () => {
  const twice = 'Yes, sir. The tug sank. Yes, sir. The pier burnt.';
  const first = mark(twice, 'Yes, sir');
  expect(first === null ? [] : findFingerprint(sumWords(twice), first).map(({ sides }) => sides)).toEqual([2, 0]);
});

it('is written and read back, and anything else is no mark', () => {
  const one = mark(TEXT, 'Nobody was hurt');
  expect(one).not.toBeNull();
  if (one !== null) expect(readFingerprint(writeFingerprint(one))).toEqual(one);
  for (const other of ['', '3', '0-abcdefghij-abcd', '3-abc-abcd', '3-abcdefghij-abc', '3-ABCDEFGHIJ-abcd', '3-abcdefghij-abcd-']) {
    expect(readFingerprint(other)).toBeNull();
  }
});

it('is the same for composed and decomposed letters', () => {
  expect(mark('Das Café brannte.', 'Café')).toMatchObject({ words: mark('Das Cafe\u0301 brannte.', 'Cafe\u0301')?.words });
});

it('a span without words has none', () => {
  expect(mark('… — …', '—')).toBeNull();
  expect(fingerprintOf(sumWords(''), { start: 0, end: 0 })).toBeNull();
});

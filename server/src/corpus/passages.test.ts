import { expect, test } from 'vitest';
import { corpusOf } from './memory.ts';

function passages(text: string): readonly string[] {
  const corpus = corpusOf({ 'a.txt': `The log\n\n${text}\n` });
  const found = [...corpus.documents.keys()].flatMap((key) => corpus.passagesOf(key));
  for (const { source, span, text } of found) expect(corpus.words(source, span)).toBe(text);
  return found.map((one) => one.text);
}

const SENTENCE = `The ferry was inspected by ${'the harbour master of the old port and '.repeat(40)}by nobody else in May 2011.`;

test('a long sentence stays whole', () => {
  expect(SENTENCE.length).toBeGreaterThan(1500);
  expect(passages(`${SENTENCE} It sank.`)).toEqual([SENTENCE, 'It sank.']);
});

test('text without full stops is cut between its words, and nothing of it is lost', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word${i}`);
  const cut = passages(words.join(' '));
  expect(cut.join(' ')).toBe(words.join(' '));
  expect(Math.max(...cut.map((one) => one.length))).toBeLessThanOrEqual(600);
  expect(cut.length).toBeLessThan(100);
});

test.each([
  ['line ends', Array.from({ length: 200 }, (_, i) => `the tug number ${i} lay at the quay`), '\n'],
  ['semicolons', Array.from({ length: 200 }, (_, i) => `the tug number ${i} lay, as ever, at the quay;`), ' '],
  ['commas', Array.from({ length: 200 }, (_, i) => `the tug number ${i} lay at the quay,`), ' '],
])('it is cut at %s where there are any', (_name, rows, between) => {
  const cut = passages(rows.join(between));
  expect(cut.join(between)).toBe(rows.join(between));
  expect(cut.every((one) => rows.includes(one.split(between === '\n' ? '\n' : /(?<=[;,]) (?=the tug)/).at(-1) ?? ''))).toBe(true);
});

test('one word without an end is cut too, between its characters', () => {
  const word = `The tug sank ${'𐐀'.repeat(2000)}`;
  const cut = passages(word);
  expect(cut.join('').replaceAll(' ', '')).toContain(word.replaceAll(' ', ''));
  expect(cut.every((one) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(one))).toBe(true);
});

import { describe, expect, test } from 'vitest';
import type { CitablePassage } from '../../../server/src/lsp/protocol.ts';
import { arranged, matching, merged } from './choices.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
function passage(quote: string, more: Partial<CitablePassage> = {}): CitablePassage {
  return {
    quote,
    start: 0,
    title: 'The ferry report',
    publisher: 'Harbour Board',
    date: '3 May 2011',
    kind: 'report',
    citekey: 'board-2011',
    standing: 'stated by the source itself',
    because: 'sentence',
    stance: null,
    uri: 'file:///s/ferry.txt',
    range,
    place: 'line 3',
    edits: [],
    ...more,
  };
}

const VALVES = passage('Inspectors found 14 cracked valves on the ferry in May 2011.');
const CREW = passage('The crew had asked for new pumps twice.', { standing: 'said by Marion Teale', start: 80 });
const STORM = passage('A storm closed the harbour for nine weeks.', {
  title: 'The storm',
  citekey: 'gazette-2012',
  publisher: null,
  date: '2012',
  start: 160,
});
const ALL = [VALVES, CREW, STORM];
const quotes = (passages: readonly CitablePassage[]) => passages.map(({ quote }) => quote);

describe('matching', () => {
  test.each([
    ['cracked valves', VALVES],
    ['valves inspectors', VALVES],
    ['inspecters craked', VALVES],
    ['Teale', CREW],
    ['marion teal pumps', CREW],
    ['gazette', STORM],
    ['storm 2012', STORM],
  ])('“%s” finds it by words, title, speaker, in any order and with slips', (typed, wanted) => {
    expect(matching(ALL, typed)[0]).toBe(wanted);
  });

  test('every word must be found somewhere', () => {
    expect(matching(ALL, 'valves zebra')).toEqual([]);
  });

  test('what the server found by its own lights is listed last, and what was cited lately first', () => {
    const byServer = passage('Closing took long.', { because: 'query', start: 300 });
    expect(quotes(matching([...ALL, byServer], 'storm'))).toEqual([STORM.quote, byServer.quote]);
    const lately = { ...CREW, because: 'recent' as const };
    expect(matching([VALVES, lately, passage('Pumps failed.', { start: 400 })], 'pumps')[0]).toBe(lately);
  });
});

describe('arranged', () => {
  test('what supports the sentence comes before what was cited lately, and that before the rest', () => {
    const supporting = passage('It supports.', { stance: 'supports', start: 500 });
    const lately = Array.from({ length: 7 }, (_, i) => passage(`Lately ${i}`, { because: 'recent', start: 600 + i }));
    const groups = arranged([...lately, VALVES, supporting, STORM]);
    expect(groups.map(({ title, passages }) => `${title} ${passages.length}`)).toEqual([
      'Says so 1',
      'Cited lately 5',
      'Goes with the sentence 2',
      'Others 2',
    ]);
  });

  test('one that was cited lately and supports the sentence stands once', () => {
    const both = passage('Both.', { stance: 'supports', because: 'recent' });
    expect(arranged([both]).map(({ title }) => title)).toEqual(['Says so']);
  });
});

test('merged keeps the first list and adds what is new', () => {
  expect(quotes(merged([VALVES, CREW], [{ ...CREW, because: 'query' }, STORM]))).toEqual(quotes(ALL));
  expect(merged([CREW], [{ ...CREW, because: 'query' }])[0]?.because).toBe('sentence');
});

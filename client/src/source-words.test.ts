import { expect, test } from 'vitest';
import type { WireCorpus, WireDocument } from '../../server/src/lsp/protocol-review.ts';
import { corporaInWords, documentInWords, problemsIn } from './source-words.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const document: WireDocument = {
  citekey: 'a',
  title: 'A',
  publisher: null,
  kind: 'news',
  date: '27 October 2014',
  passages: 120,
  citations: 0,
  passagesCited: 0,
  claims: 0,
  uri: 'file:///a',
  range,
};
const corpus = (...documents: WireDocument[]): WireCorpus => ({
  roots: ['/seeds'],
  drafts: 1,
  sources: [{ name: 'a.txt', uri: 'file:///a', documents, problems: [{ line: 1, message: 'M.', remedy: 'R.' }] }],
});

test('a document says its kind, its date, and what the drafts make of it', () => {
  expect(documentInWords(document)).toBe('news · 27 October 2014 · never cited');
  expect(documentInWords({ ...document, date: null, citations: 4, passagesCited: 3, claims: 1 })).toBe(
    'news · 3 of 120 passages cited · supports 1 claim',
  );
  expect(documentInWords({ ...document, citations: 1 })).toContain('cited once');
});

test('all documents are summed up', () => {
  expect(corporaInWords([corpus(document, { ...document, citations: 1 })])).toBe('2 documents, 1 of them never cited in this draft');
  expect(corporaInWords([{ ...corpus(document), drafts: 0 }])).toBe('1 document');
  expect(problemsIn([corpus(document)])).toBe(1);
});

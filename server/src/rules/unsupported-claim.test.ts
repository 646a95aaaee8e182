/** What is said of a sentence that nothing supports: where the nearest passage stands, and what became of what it cites. */
import { expect, it } from 'vitest';
import { createChecker } from '../checker.ts';
import { corpusOf } from '../corpus/memory.ts';
import { loadLanguage } from '../language.ts';

const language = loadLanguage();
const corpus = corpusOf({
  'ferry.txt': 'The "ferry" report\n\nInspectors found 14 cracked valves on the ferry in May 2011.\n',
  'pier.txt': 'A walk on the pier\n\nThe pier is the oldest of the county.\n',
});

function told(draft: string): readonly string[] {
  const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language);
  return checker
    .check('/corpus/seeds/draft.md', draft)
    .findings.flatMap(({ rule, message }) => (rule === 'unsupported-claim' ? [message] : []));
}

it.each([
  [
    'nothing',
    'The inspectors of the ferry arrested its captain.',
    'No source says this. The nearest passage, in “The ‘ferry’ report” (line 3), lacks',
  ],
  [
    'the document of the nearest passage',
    'The inspectors of the ferry arrested its captain ([the report](ferry.txt#L3)).',
    'No source says this. The nearest passage, in the cited “The ‘ferry’ report” (line 3), lacks',
  ],
  [
    'another document, in a footnote',
    'The inspectors of the ferry arrested its captain.[^w]\n\n[^w]: [A walk](pier.txt#L3)\n',
    'No source says this, the cited “A walk on the pier” included. The nearest passage, in “The ‘ferry’ report” (line 3), lacks',
  ],
  [
    'what is no source, and what lies outside the corpus',
    'The inspectors of the ferry arrested its captain ([press pack](pack.txt), [news](https://example.org/news)).',
    'No source says this; “press pack” leads to no source of the corpus. The nearest passage, in “The ‘ferry’ report” (line 3), lacks',
  ],
  [
    'a document and a citekey that names none',
    'The inspectors of the ferry arrested its captain [@pier; @quay-1912].',
    'No source says this, the cited “A walk on the pier” included; “@quay-1912” names no document of the corpus. The nearest',
  ],
  [
    'a footnote that is not there',
    'The inspectors of the ferry arrested its captain.[^gone]',
    'No source says this; the footnote “gone” has no definition. The nearest',
  ],
])('where the sentence cites %s', (_name, draft, message) => {
  const [one, ...more] = told(draft);
  expect(more).toEqual([]);
  expect(one?.slice(0, message.length)).toBe(message);
});

it('words in quotation marks that are found nowhere are told as such', () => {
  expect(told('The captain said “we shall never see such a storm again in this harbour” ([the report](ferry.txt#L3)).')).toEqual([
    'These words are in none of the sources, the cited “The ‘ferry’ report” included.',
  ]);
});

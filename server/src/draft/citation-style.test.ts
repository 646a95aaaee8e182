import { expect, test } from 'vitest';
import { insertCitation } from './citation-style.ts';
import type { CitationStyle, CitedPlace } from './citation-text.ts';
import { parseDraft } from './parse.ts';

const DRAFT = parseDraft('/review/drafts/pier.md', 'The pier burnt.\n');
const PLAN: CitedPlace = {
  citekey: 'plan',
  title: 'The plan',
  author: null,
  publisher: null,
  year: null,
  sourcePath: '/review/sources/plan.pdf',
  lines: null,
  page: null,
  paragraph: null,
  textFragment: null,
  words: null,
};

function cited(place: Partial<CitedPlace>, style: CitationStyle = 'link'): string {
  const [sentence] = DRAFT.sentences;
  if (sentence === undefined) return '';
  const edits = [...insertCitation(sentence, DRAFT, { ...PLAN, ...place }, style)].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end), DRAFT.text);
}

test('a citation names lines or the page, whichever the file has, in every form', () => {
  expect(cited({ lines: [3, 3] })).toBe('The pier burnt ([The plan](../sources/plan.pdf#L3)).\n');
  expect(cited({ lines: [3, 4] }, 'pandoc')).toBe('The pier burnt [@plan, ll. 3-4].\n');
  expect(cited({ page: 3 })).toBe('The pier burnt ([The plan](../sources/plan.pdf#page=3)).\n');
  expect(cited({ page: 3 }, 'pandoc')).toBe('The pier burnt [@plan, p. 3].\n');
  expect(cited({ page: 3 }, 'footnote')).toBe('The pier burnt.[^plan]\n\n[^plan]: [The plan](../sources/plan.pdf#page=3).\n');
});

test('a file without lines and pages is cited as a whole', () => {
  expect(cited({})).toBe('The pier burnt ([The plan](../sources/plan.pdf)).\n');
  expect(cited({}, 'pandoc')).toBe('The pier burnt [@plan].\n');
});

/** A draft whose citations the program wrote, and whose sources have changed since: findings move each citation to its words. */
import { describe, expect, it } from 'vitest';
import { createChecker } from '../checker.ts';
import { insertCitation } from '../draft/citation-style.ts';
import type { CitationStyle } from '../draft/citation-text.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadLanguage } from '../language.ts';
import { plainCorpus } from '../verify/citations/corpus.fixture.ts';
import { citedPlace } from '../verify/citations/place.ts';
import type { Finding, TextEdit } from './types.ts';

const language = loadLanguage();
const PATH = '/corpus/drafts/review.md';
const FOUND = 'Inspectors found 14 cracked valves on the ferry in May 2011.';
const SAILED = 'The ferry carried 300 passengers to Trieste.';
const REPORT = `The ferry report\n\n${FOUND}\n\n${SAILED}\n`;
const TUG = 'The log of the tug\n\nThe tug was built in Trieste.\n';

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text);
}

/** A draft with both sentences, each cited as the program does. */
function cited(style: CitationStyle): string {
  const corpus = plainCorpus({ 'ferry.txt': REPORT, 'tug.txt': TUG });
  let text = `${FOUND} ${SAILED}\n`;
  for (const n of [1, 0]) {
    const draft = parseDraft(PATH, text);
    const sentence = draft.sentences[n];
    const passage = corpus.passagesOf('ferry').find((one) => one.text === sentence?.text);
    const place = passage === undefined ? null : citedPlace(passage, corpus);
    if (sentence !== undefined && place !== null) text = applied(text, insertCitation(sentence, draft, place, style));
  }
  return text;
}

function findings(text: string, files: Readonly<Record<string, string>>): readonly Finding[] {
  const checker = createChecker(plainCorpus(files), { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language);
  return checker.check(PATH, text).findings;
}

describe.each(['link', 'footnote', 'pandoc'] as const)('as a %s', (style) => {
  const text = cited(style);

  it('nothing is said while nothing has changed', () => {
    expect(findings(text, { 'ferry.txt': REPORT, 'tug.txt': TUG })).toEqual([]);
  });

  it('words that moved are followed, surely, and then nothing is said', () => {
    const now = { 'ferry.txt': `Menu\n\nHome\n\nThe ferry report\n\n${SAILED}\n\nThe tug was late.\n\n${FOUND}\n`, 'tug.txt': TUG };
    const told = findings(text, now);
    expect(told.map(({ rule, fixes }) => [rule, fixes[0]?.sure])).toEqual([
      ['stale-citation', true],
      ['stale-citation', true],
    ]);
    expect(told[0]?.message).toContain('no longer holds its words');
    const moved = applied(
      text,
      told.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
    );
    expect(moved).not.toBe(text);
    expect(findings(moved, now)).toEqual([]);
  });

  it('words in a renamed file are followed, surely', () => {
    const now = { 'archive/ferry-inquiry.txt': REPORT, 'tug.txt': TUG };
    const told = findings(text, now);
    expect(told.map(({ rule, fixes }) => [rule, fixes[0]?.sure])).toEqual([
      ['unknown-source', true],
      ['unknown-source', true],
    ]);
    expect(told[0]?.message).toContain('Its words now stand in “ferry-inquiry” (line 3)');
    const moved = applied(
      text,
      told.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
    );
    expect(findings(moved, now)).toEqual([]);
  });

  it('words that are gone leave the citation to its line', () => {
    const now = { 'ferry.txt': REPORT.replace('Inspectors found 14', 'The inspectors found 14'), 'tug.txt': TUG };
    expect(findings(text, now)).toEqual([]);
  });
});

/** Citations judged by the words they stand beside, with the whole engine. */
import { describe, expect, it, vi } from 'vitest';
import { type CheckSettings, createChecker } from '../checker.ts';
import { loadLanguage } from '../language.ts';
import { slice } from '../text/span.ts';
import { plainCorpus } from '../verify/citations/corpus.fixture.ts';

// The first check of a process compiles the engine.
vi.setConfig({ testTimeout: 30_000 });

const language = loadLanguage();
const corpus = plainCorpus({
  'ferry.txt': `The ferry report

Inspectors found 14 cracked valves on the ferry in May 2011.

The ferry carried 300 passengers.

The master of the ferry was Olaf Lind.
`,
  'harbour.txt': `The harbour log

The harbour board closed the northern pier on 3 June 2011.

The pier was built of oak in 1890.
`,
  'tug.txt': `The log of the tug

The tug was built in Trieste.
`,
});
const PATH = '/corpus/drafts/review.md';
const VALVES = 'Inspectors found 14 cracked valves on the ferry in May 2011';
const PIER = 'the harbour board closed the northern pier on 3 June 2011';

/** `rule words` for each finding of the citation rules. */
function told(draft: string, settings: Partial<CheckSettings> = {}): readonly string[] {
  const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false, ...settings }, language);
  return checker
    .check(PATH, draft)
    .findings.filter(({ rule }) => /citation|unknown-source/.test(rule))
    .map(({ rule, span }) => `${rule} ${slice(draft, span)}`);
}

const ferry = (line: number) => `[ferry](../seeds/ferry.txt#L${line})`;
const harbour = (line: number) => `[harbour](../seeds/harbour.txt#L${line})`;
const tug = '[tug](../seeds/tug.txt#L3)';

describe('several citations in a sentence', () => {
  it('are each held to the clause before them', () => {
    expect(told(`${VALVES} (${ferry(3)}), and ${PIER} (${harbour(3)}).`)).toEqual([]);
    expect(told(`${VALVES} (${tug}), and ${PIER} (${harbour(3)}).`)).toEqual([`wrong-citation ${tug}`]);
    expect(told(`${VALVES} (${ferry(3)}), and ${PIER} (${tug}).`)).toEqual([`wrong-citation ${tug}`]);
  });

  it('that changed places are both wrong', () => {
    expect(told(`${VALVES} (${harbour(3)}), and ${PIER} (${ferry(3)}).`)).toEqual([
      `wrong-citation ${harbour(3)}`,
      `wrong-citation ${ferry(3)}`,
    ]);
  });

  it('are each stale by themselves', () => {
    expect(told(`${VALVES} (${ferry(5)}), and ${PIER} (${harbour(3)}).`)).toEqual([`stale-citation ${ferry(5)}`]);
  });

  it('at one place share the sentence between them', () => {
    expect(told(`${VALVES}, and ${PIER} (${ferry(3)}; ${harbour(3)}).`)).toEqual([]);
    expect(told(`${VALVES}, and ${PIER} [@ferry, l. 3; @harbour, l. 3].`)).toEqual([]);
    expect(told(`${VALVES} (${ferry(3)}; ${tug}).`)).toEqual([]);
  });

  it('are not called wrong where the words beside them state nothing alone', () => {
    expect(told(`${VALVES} (${ferry(3)}) on board (${tug}).`)).toEqual([]);
  });
});

describe('a citation in the middle', () => {
  it('covers its clause', () => {
    expect(told(`${VALVES} (${ferry(3)}), and ${PIER}.`)).toEqual([]);
    expect(told(`${VALVES} (${tug}), and ${PIER}.`)).toEqual([`wrong-citation ${tug}`]);
  });

  it('whose words are part of the sentence is about all of it', () => {
    expect(
      told(`The [ferry report](../seeds/ferry.txt#L3) says that inspectors found 14 cracked valves on the ferry in May 2011.`),
    ).toEqual([]);
  });
});

describe('a citation at the end of a paragraph', () => {
  const draft = `${VALVES}. The ferry carried 300 passengers (${ferry(5)}).`;

  it('covers its own sentence, and the paragraph where the settings say so', () => {
    expect(told(draft)).toEqual(['missing-citation 2011.']);
    expect(told(draft, { paragraphCitations: true })).toEqual([]);
    expect(told(`${VALVES}.\n\nThe ferry carried 300 passengers (${ferry(5)}).`, { paragraphCitations: true })).toEqual([
      'missing-citation 2011.',
    ]);
  });
});

describe('support from several passages of a document', () => {
  const both = 'Inspectors found 14 cracked valves on the ferry in May 2011, and the master of the ferry was Olaf Lind';

  it('is cited by any of their places, or all', () => {
    for (const places of [
      ferry(3),
      ferry(7),
      '[ferry](../seeds/ferry.txt#L3-L7)',
      `${ferry(3)}; ${ferry(7)}`,
      '[ferry](../seeds/ferry.txt)',
    ])
      expect(told(`${both} (${places}).`), places).toEqual([]);
  });
});

it('a footnote may be nothing but a path', () => {
  expect(told(`${VALVES}.[^a]\n\n[^a]: ../seeds/ferry.txt#L3\n`)).toEqual([]);
  expect(told(`${VALVES}.[^a]\n\n[^a]: ../seeds/tug.txt#L3.\n`)).toEqual(['wrong-citation [^a]']);
  expect(told(`${VALVES}.[^a]\n\n[^a]: See ../seeds/ferry.txt#L5, the table.\n`)).toEqual(['stale-citation [^a]']);
});

it('reference links are judged, and moving one leaves its other uses alone', () => {
  const draft = `${VALVES} ([ferry][f]). The ferry carried 300 passengers ([ferry][f]).\n\n[f]: ../seeds/ferry.txt#L3\n`;
  const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language);
  const [stale] = checker.check(PATH, draft).findings.filter(({ rule }) => rule === 'stale-citation');
  expect(stale && slice(draft, stale.span)).toBe('[ferry][f]');
  let text = draft;
  for (const { span, newText } of stale?.fixes[0]?.edits ?? []) text = text.slice(0, span.start) + newText + text.slice(span.end);
  expect(text).toContain('[f]: ../seeds/ferry.txt#L3');
  expect(checker.check(PATH, text).findings.filter(({ rule }) => rule.includes('citation'))).toEqual([]);
});

it('fixes mark the cited words, unless the settings say that they do not', () => {
  const fixes = (settings: Partial<CheckSettings>) => {
    const checker = createChecker(corpus, { rules: {}, citationStyle: 'auto', paragraphCitations: false, ...settings }, language);
    const drafts = [`${VALVES}.`, `${VALVES} (${tug}).`, `${VALVES} (${ferry(5)}).`];
    return drafts.map((draft) =>
      checker
        .check(PATH, draft)
        .findings.flatMap((finding) => finding.fixes)
        .flatMap(({ edits }) => edits.map(({ newText }) => newText))
        .join('\n'),
    );
  };
  for (const text of fixes({})) expect(text).toMatch(/ferry\.txt\?words=[0-9a-z-]+#L3/);
  for (const text of fixes({ citationMarks: false })) {
    expect(text).toContain('ferry.txt#L3');
    expect(text).not.toContain('words=');
  }
});

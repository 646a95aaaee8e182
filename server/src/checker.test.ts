/** The checker remembers: what it says after any edit is what a fresh checker says of the same text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checker, createChecker, type DraftReport } from './checker.ts';
import { corpusOf } from './corpus/memory.ts';
import { loadLanguage } from './language.ts';

const language = loadLanguage();
const CORPUS = corpusOf({
  'ferry.txt': `The Sandhaven ferry inquiry

Inspectors found 14 cracked valves on the ferry in May 2011. The harbour master, Elaine Porter, closed the northern pier on 3 June 2011.

The chief engineer said: “We asked for new pumps three times, and three times we were told to wait.”`,
});
const SENTENCES = [
  'Inspectors found fourteen cracked valves on the ferry in May 2011.',
  'Inspectors found 41 cracked valves on the ferry in May 2011.',
  'She closed the northern pier on 3 June 2011.',
  'Elaine Porter was the harbour master.',
  'The chief engineer said: “We asked for new pumps three times, and three times we were ordered to wait.”',
  'Nobody asked the divers.',
  'Is that so?',
  '([Report](../seeds/ferry.txt#L3))',
  '\n\n## The ferry\n\n',
  '\n\n> We asked for new pumps three times, and three times we were told to wait.\n\n',
];

function fresh(): Checker {
  return createChecker(CORPUS, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language);
}

/** A report without the draft's own typed arrays, for comparing. */
function told({ judgements, findings }: DraftReport): unknown {
  return { findings, verdicts: judgements.map((j) => [j.sentence.span, j.verdict, j.evidence, j.parts, j.wrongSpeaker]) };
}

describe('the checker', () => {
  it('says after edits what it says of the text anew', () => {
    const edit = fc.record({ at: fc.nat(), drop: fc.nat(2), put: fc.constantFrom(...SENTENCES) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 8 }), (edits) => {
        const checker = fresh();
        const pieces: string[] = [];
        for (const { at, drop, put } of edits) {
          pieces.splice(at % (pieces.length + 1), drop, put);
          const text = pieces.join(' ');
          expect(told(checker.check('/corpus/drafts/d.md', text))).toEqual(told(fresh().check('/corpus/drafts/d.md', text)));
        }
      }),
      { numRuns: 25, seed: 11 },
    );
  }, 60_000);

  it('forgets the drafts that were not checked for longest once it remembers enough', () => {
    const checker = createChecker(CORPUS, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language, 5);
    const text = SENTENCES.slice(0, 2).join(' ');
    const judgedAnew = (path: string) => [...checker.steps(path, text)].length;
    expect(['/a.md', '/b.md', '/a.md', '/c.md'].map(judgedAnew)).toEqual([2, 2, 0, 2]);
    expect([judgedAnew('/a.md'), judgedAnew('/b.md')]).toEqual([0, 2]);
  });

  it('remembers one draft whole, however long it is', () => {
    const checker = createChecker(CORPUS, { rules: {}, citationStyle: 'auto', paragraphCitations: false }, language, 1);
    const text = SENTENCES.slice(0, 4).join(' ');
    const judgedAnew = () => [...checker.steps('/a.md', text)].length;
    expect([judgedAnew(), judgedAnew()]).toEqual([4, 0]);
  });

  it('never throws, whatever the draft', () => {
    const checker = fresh();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { findings } = checker.check('/corpus/drafts/d.md', text);
        return findings.every((f) => f.span.start >= 0 && f.span.end <= text.length && f.span.start <= f.span.end);
      }),
      { numRuns: 200, seed: 5 },
    );
  }, 60_000);

  it('obeys the settings and the directives', () => {
    const text = 'Inspectors found 41 cracked valves on the ferry in May 2011.';
    const codes = (rules: Parameters<typeof createChecker>[1]['rules'], draft = text): readonly string[] =>
      createChecker(CORPUS, { rules, citationStyle: 'auto', paragraphCitations: false }, language)
        .check('/corpus/drafts/d.md', draft)
        .findings.map((f) => `${f.rule} ${f.severity}`);
    expect(codes({})).toEqual(['contradicted-claim error']);
    expect(codes({ 'contradicted-claim': 'information' })).toEqual(['contradicted-claim information']);
    expect(codes({ 'contradicted-claim': 'off' })).toEqual([]);
    expect(codes({}, `<!-- corroborate-disable-next-line contradicted-claim -- checked by hand -->\n${text}`)).toEqual([]);
  });
});

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

  it('judges again the sentence that a keystroke touched and those that look back to it, and no other', () => {
    const checker = fresh();
    const sentences = [
      'Inspectors found 14 cracked valves on the ferry in May 2011.',
      'Elaine Porter was the harbour master.',
      'She closed the northern pier on 3 June 2011.',
      'The ferry had 14 cracked valves in May 2011.',
      ...Array.from({ length: 30 }, (_, i) => `The engineer asked for ${i + 20} new pumps in ${1950 + i}.`),
    ];
    const text = sentences.join(' ');
    const judgedAnew = (words: string) => [...checker.steps('/a.md', words)].length;
    expect(judgedAnew(text)).toBe(sentences.length);
    expect(judgedAnew(text)).toBe(0);
    // "She" looks back to Elaine Porter; the sentence after that looks at nothing before it.
    expect(judgedAnew(text.replace('harbour master', 'harbour manager'))).toBe(2);
    expect(judgedAnew(text.replace('19 new pumps', '19 old pumps'))).toBe(0);
    expect(judgedAnew(text.replace('30 new pumps', '30 old pumps'))).toBe(1);
    // The new sentence itself, and "She", who now looks back to one sentence more.
    expect(judgedAnew(`Something new was found on the ferry. ${text}`)).toBe(2);
    expect(judgedAnew(text)).toBe(0);
  });

  it('judges what stands near the given place first, shows what is known so far, and comes to the same report', () => {
    const text = SENTENCES.join(' ');
    const whole = fresh().check('/a.md', text);
    const place = text.indexOf('Nobody');
    const steps = fresh().steps('/a.md', text, () => place);
    const first = steps.next();
    if (first.done === true) throw new Error('nothing was judged');
    const { judged, knows, report } = first.value;
    expect([judged, knows(place), knows(0)]).toEqual([1, true, false]);
    expect(report().judgements.map(({ sentence }) => sentence.text)).toEqual(['Nobody asked the divers.']);
    expect(report().findings).toEqual(whole.findings.filter(({ span }) => span.start === place));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(told(step.value)).toEqual(told(whole));
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

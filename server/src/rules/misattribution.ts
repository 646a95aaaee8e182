/**
 * misattribution: the words, the finding or the decision stand in the corpus, but somebody else said, wrote, found or
 * decided it. An alias or a role of the right one, and anybody of whom it is not sure, are let be.
 */
import type { WrongSpeaker } from '../verify/types.ts';
import { asNamed, capitalised } from './attributing.ts';
import { originSpan } from './places.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Fix } from './types.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const misattribution: Rule = {
  code: 'misattribution',
  severity: 'error',
  summary: 'The corpus gives these words to somebody else.',
  examples: [
    {
      title: 'A quotation given to the wrong person',
      source:
        'The ferry report\n\n“We asked for new pumps three times,” said Anna Brandt, the chief engineer.\n\nOlaf Lind, the owner, said: “The captain decides when a ship leaves the harbour.”',
      draft: 'Olaf Lind said: “We asked for new pumps three times.”',
      expect: 'Olaf Lind',
    },
    {
      title: 'The right person, by surname',
      source: 'The ferry report\n\n“We asked for new pumps three times,” said Anna Brandt, the chief engineer.',
      draft: 'Ms Brandt said: “We asked for new pumps three times.”',
      expect: null,
    },
  ],
  onJudgement(judgement, { corpus }: RuleContext) {
    const { wrongSpeaker, sentence } = judgement;
    if (wrongSpeaker === null) return [];
    const { evidence, speaker, said } = wrongSpeaker;
    return [
      {
        rule: 'misattribution',
        severity: 'error',
        span: originSpan(sentence, wrongSpeaker.span),
        sentence: sentence.span,
        message: `The corpus gives this to ${asNamed(speaker)}, not to ${asNamed(said)}: ${sayWhere(evidence, corpus)} has ${quoteShort(evidence.quote)}.`,
        evidence: [evidence, ...judgement.evidence.filter((other) => other.passage !== evidence.passage)],
        fixes: fixes(wrongSpeaker, judgement.sentence),
      },
    ];
  },
};

function fixes({ span, speaker }: WrongSpeaker, sentence: Parameters<typeof originSpan>[0]): readonly Fix[] {
  const written = sentence.text.slice(span.start, span.end);
  // A block quotation has its speaker in another sentence, which is not for this edit to change.
  if (span.end - span.start >= sentence.text.trimEnd().length) return [];
  const name = asNamed(speaker) + (/^(?:his|her|their)$/i.test(written) ? '’s' : '');
  const newText = /^\P{L}*$/u.test(sentence.text.slice(0, span.start)) ? capitalised(name) : name;
  // The comma that closes an apposition goes with it.
  const end = written.includes(',') && sentence.text[span.end] === ',' ? span.end + 1 : span.end;
  return [
    { title: `Give it to ${asNamed(speaker)}`, edits: [{ span: originSpan(sentence, { start: span.start, end }), newText }], sure: false },
  ];
}

/**
 * misattribution: the words, the finding or the decision stand in the corpus, but somebody else said, wrote, found or
 * decided it. An alias or a role of the right one, and anybody of whom it is not sure, are let be.
 */
import type { DraftSentence } from '../draft/types.ts';
import type { Span } from '../text/span.ts';
import type { WrongSpeaker } from '../verify/types.ts';
import { asNamed, capitalised } from './attributing.ts';
import { originSpan } from './places.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Fix, TextEdit } from './types.ts';
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
    const { evidence, said, hearer } = wrongSpeaker;
    const who = byName(wrongSpeaker);
    const also = hearer === null ? '' : `, who said it to ${asNamed(hearer.rightful)}`;
    return [
      {
        rule: 'misattribution',
        severity: 'error',
        span: originSpan(sentence, wrongSpeaker.span),
        sentence: sentence.span,
        message: `The corpus gives this to ${who}${also}, not to ${asNamed(said)}: ${sayWhere(evidence, corpus)} has ${quoteShort(evidence.quote)}.`,
        evidence: [evidence, ...judgement.evidence.filter((other) => other.passage !== evidence.passage)],
        fixes: fixes(wrongSpeaker, sentence),
      },
    ];
  },
};

/** A poster's handle stands as it is; anybody else described gets an article. */
function byName({ evidence, speaker }: WrongSpeaker): string {
  return evidence.standing === 'comment' ? speaker : asNamed(speaker);
}

function fixes(wrong: WrongSpeaker, sentence: DraftSentence): readonly Fix[] {
  const { span, hearer } = wrong;
  const written = sentence.text.slice(span.start, span.end);
  // A block quotation has its speaker in another sentence, which is not for this edit to change.
  if (span.end - span.start >= sentence.text.trimEnd().length) return [];
  const name = byName(wrong) + (/^(?:his|her|their)$/i.test(written) ? '’s' : '');
  // The comma that closes an apposition goes with it.
  const end = written.includes(',') && sentence.text[span.end] === ',' ? span.end + 1 : span.end;
  const edits = [replacement({ start: span.start, end }, name, sentence)];
  if (hearer !== null) edits.push(replacement(hearer.span, asNamed(hearer.rightful), sentence));
  return [{ title: hearer === null ? `Give it to ${byName(wrong)}` : 'Turn speaker and hearer round', edits, sure: false }];
}

function replacement(span: Span<'text'>, name: string, sentence: DraftSentence): TextEdit {
  const opens = /^\P{L}*$/u.test(sentence.text.slice(0, span.start));
  return { span: originSpan(sentence, span), newText: opens ? capitalised(name) : name };
}

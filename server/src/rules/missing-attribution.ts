/** missing-attribution: the draft states as plain fact what the corpus has only as something that somebody says. */
import { asNamed, isSeveral, leadIn } from './attributing.ts';
import type { Rule } from './rule.ts';
import type { Fix } from './types.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const missingAttribution: Rule = {
  code: 'missing-attribution',
  severity: 'warning',
  summary: 'The corpus has this only as somebody’s words.',
  examples: [
    {
      title: 'An allegation given as fact',
      source:
        'The ferry report\n\nThe chief engineer, Anna Brandt, claimed that the owners had hidden the survey of the hull from the inspectors.',
      draft: 'The owners had hidden the survey of the hull from the inspectors.',
      expect: 'The owners had hidden the survey of the hull from the inspectors.',
    },
    {
      title: 'The same, attributed',
      source:
        'The ferry report\n\nThe chief engineer, Anna Brandt, claimed that the owners had hidden the survey of the hull from the inspectors.',
      draft: 'Anna Brandt claimed that the owners had hidden the survey of the hull from the inspectors.',
      expect: null,
    },
  ],
  onJudgement(judgement, { corpus }) {
    const { unattributed, sentence } = judgement;
    if (unattributed === null || judgement.verdict !== 'supported') return [];
    const { speaker, evidence } = unattributed;
    const who = speaker === null ? 'an unnamed source' : asNamed(speaker);
    const edits = leadIn(sentence, `According to ${who}`, evidence.quote);
    const fixes: readonly Fix[] = edits.length === 0 ? [] : [{ title: `Attribute it to ${who}`, edits, sure: false }];
    return [
      {
        rule: 'missing-attribution',
        severity: 'warning',
        span: sentence.span,
        sentence: sentence.span,
        message: `The draft states as fact what only ${who} ${isSeveral(who) ? 'say' : 'says'}, in ${sayWhere(evidence, corpus)}: ${quoteShort(evidence.quote)}.`,
        evidence: [evidence, ...judgement.evidence.filter((other) => other.passage !== evidence.passage)],
        fixes,
      },
    ];
  },
};

/** disputed-claim: some passages support the sentence and others contradict it, or a party flatly denies what the draft states as fact. */

import { originSpan } from './places.ts';
import type { Rule } from './rule.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const disputedClaim: Rule = {
  code: 'disputed-claim',
  severity: 'warning',
  summary: 'The sources disagree about this.',
  examples: [
    {
      title: 'An allegation that is denied, told as fact',
      source:
        'The depot\n\nA former driver claims that managers of Harbour Lines altered the brake records.\n\nHarbour Lines denies that managers altered the brake records.',
      draft: 'Managers of Harbour Lines altered the brake records.',
      expect: 'Managers of Harbour Lines altered the brake records.',
    },
  ],
  onJudgement(judgement, { corpus }) {
    if (judgement.verdict !== 'disputed') return [];
    const { sentence, evidence } = judgement;
    const against = evidence.find((e) => e.stance === 'contradicts');
    const support = evidence.find((e) => e.stance === 'supports');
    if (against === undefined) return [];
    const clash = judgement.parts.find((p) => p.verdict === 'disputed')?.clashes[0];
    const first = support === undefined ? '' : ` ${sayWhere(support, corpus)}: ${quoteShort(support.quote)}`;
    return [
      {
        rule: 'disputed-claim',
        severity: 'warning',
        span: clash === undefined ? sentence.span : originSpan(sentence, clash.claim),
        sentence: sentence.span,
        message: `The sources disagree about this.${first} But ${sayWhere(against, corpus)}: ${quoteShort(against.quote)}`,
        evidence,
        fixes: [],
      },
    ];
  },
};

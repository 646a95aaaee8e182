/**
 * contradicted-claim: a passage is about the same thing and gives a value that cannot hold beside the draft's. Where a
 * misquotation or a wrong speaker is what makes it so, their own rules speak instead.
 */
import { slice } from '../text/span.ts';
import type { Clash, Judgement, PartReason } from '../verify/types.ts';
import { originSpan } from './places.ts';
import type { Rule } from './rule.ts';
import type { Finding, Fix } from './types.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const contradictedClaim: Rule = {
  code: 'contradicted-claim',
  severity: 'error',
  summary: 'A passage about the same thing says otherwise.',
  examples: [
    {
      title: 'A figure that the source gives differently',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 41 cracked valves on the ferry in May 2011.',
      expect: '41',
    },
    {
      title: 'The same figure in words',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found fourteen cracked valves on the ferry in May 2011.',
      expect: null,
    },
  ],
  onJudgement(judgement, { corpus }) {
    if (judgement.verdict !== 'contradicted' || spokenForElsewhere(judgement)) return [];
    const [best] = judgement.evidence.filter((e) => e.stance === 'contradicts');
    if (best === undefined) return [];
    const part = judgement.parts.find((p) => p.verdict === 'contradicted');
    const clash = part?.clashes[0];
    const { sentence } = judgement;
    const finding: Finding = {
      rule: 'contradicted-claim',
      severity: judgement.contradictedByCommentsOnly ? 'warning' : 'error',
      span: clash === undefined ? sentence.span : originSpan(sentence, clash.claim),
      sentence: sentence.span,
      message: `${says(part, clash, sentence.text)} ${sayWhere(best, corpus)}: ${quoteShort(best.quote)}`,
      evidence: judgement.evidence,
      fixes: clash === undefined ? [] : fixesOf(judgement, clash),
    };
    return [finding];
  },
};

/** Whether misquote or misattribution already says what is wrong. */
export function spokenForElsewhere(judgement: Judgement): boolean {
  return judgement.wrongSpeaker !== null || judgement.quotations.some((q) => q.kind === 'changed');
}

function says(part: PartReason | undefined, clash: Clash | undefined, text: string): string {
  if (clash === undefined || part === undefined) return 'The corpus has this only as something that is denied.';
  const words = slice(text, clash.claim);
  switch (clash.kind) {
    case 'negation':
      return `The source says the opposite of “${words}”.`;
    case 'agent-swap':
      return 'The source has who did it and to whom the other way about.';
    default:
      return `The source has “${clash.words}”, not “${words}”.`;
  }
}

function fixesOf(judgement: Judgement, clash: Clash): readonly Fix[] {
  if (clash.replacement === null) return [];
  const span = originSpan(judgement.sentence, clash.claim);
  return [{ title: `Replace with “${clash.replacement}”`, edits: [{ span, newText: clash.replacement }], sure: false }];
}

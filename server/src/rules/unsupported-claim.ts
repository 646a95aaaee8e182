/** unsupported-claim: no passage states it, and none contradicts it. A passage on the same topic is not support. */

import type { DraftSpan } from '../draft/types.ts';
import { slice } from '../text/span.ts';
import type { Judgement } from '../verify/types.ts';
import { spokenForElsewhere } from './contradicted-claim.ts';
import { originSpan } from './places.ts';
import type { Rule } from './rule.ts';

export const unsupportedClaim: Rule = {
  code: 'unsupported-claim',
  severity: 'warning',
  summary: 'No source says this.',
  examples: [
    {
      title: 'A plausible fact that nobody states',
      source: 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'The captain of the ferry resigned a week later.',
      expect: 'The captain of the ferry resigned a week later.',
    },
  ],
  onJudgement(judgement) {
    if (judgement.verdict !== 'unsupported' || spokenForElsewhere(judgement)) return [];
    const { sentence } = judgement;
    return [
      {
        rule: 'unsupported-claim',
        severity: 'warning',
        span: focus(judgement),
        sentence: sentence.span,
        message: message(judgement),
        evidence: [],
        fixes: [],
      },
    ];
  },
};

function message(judgement: Judgement): string {
  const quoted = judgement.quotations.find((q) => q.kind === 'not-found');
  const cited = judgement.sentence.citations.map((c) => c.label).filter((label) => label !== '');
  const place = cited.length === 0 ? '' : ` (${cited.join(', ')} does not say so either)`;
  if (quoted !== undefined) return `These words are in none of the sources${place}.`;
  const part = judgement.parts.find((p) => p.verdict === 'unsupported');
  const words = (part?.missing ?? []).slice(0, 3).map((m) => `“${slice(judgement.sentence.text, m)}”`);
  return `No source says this${place}.${words.length === 0 ? '' : ` The nearest passage lacks ${words.join(', ')}.`}`;
}

/** The quotation nobody said, or the part that nothing supports where other parts are supported; else the sentence. */
function focus(judgement: Judgement): DraftSpan {
  const quoted = judgement.quotations.find((q) => q.kind === 'not-found');
  if (quoted !== undefined) return quoted.quotation.inner;
  const [only] = judgement.parts.filter((p) => p.verdict === 'unsupported');
  return judgement.parts.length > 1 && only !== undefined ? originSpan(judgement.sentence, only.span) : judgement.sentence.span;
}

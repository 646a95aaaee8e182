/** unsupported-claim: no passage states it, and none contradicts it. A passage on the same topic is not support. */

import type { Citation, DraftSpan } from '../draft/types.ts';
import { slice } from '../text/span.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { Judgement } from '../verify/types.ts';
import { spokenForElsewhere } from './contradicted-claim.ts';
import { originSpan } from './places.ts';
import type { Rule, RuleContext } from './rule.ts';

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
  onJudgement(judgement, context) {
    if (judgement.verdict !== 'unsupported' || spokenForElsewhere(judgement)) return [];
    const { sentence } = judgement;
    return [
      {
        rule: 'unsupported-claim',
        severity: 'warning',
        span: focus(judgement),
        sentence: sentence.span,
        message: message(judgement, context),
        evidence: [],
        fixes: [],
      },
    ];
  },
};

function message(judgement: Judgement, context: RuleContext): string {
  const quoted = judgement.quotations.find((q) => q.kind === 'not-found');
  const cited = judgement.sentence.citations.filter(({ label }) => label !== '');
  const resolved = cited.map((citation) => ({ citation, kind: resolveCitation(citation, context.draft.path, context.corpus).kind }));
  // What lies outside the corpus was not read, and nothing is said of it.
  const known = resolved.flatMap(({ citation, kind }) => (kind === 'found' ? [citation.label] : []));
  const unknown = resolved.flatMap(({ citation, kind }) => (kind === 'unknown' ? [namesNothing(citation)] : []));
  const said = [...(known.length === 0 ? [] : [`${known.join(', ')} does not say so either`]), ...unknown];
  const place = said.length === 0 ? '' : ` (${said.join('; ')})`;
  if (quoted !== undefined) return `These words are in none of the sources${place}.`;
  const part = judgement.parts.find((p) => p.verdict === 'unsupported');
  const words = (part?.missing ?? []).slice(0, 3).map((m) => `“${slice(judgement.sentence.text, m)}”`);
  return `No source says this${place}.${words.length === 0 ? '' : ` The nearest passage lacks ${words.join(', ')}.`}`;
}

/** That a citation leads nowhere, in words. */
function namesNothing(citation: Citation): string {
  switch (citation.target.kind) {
    case 'citekey':
      return `${citation.label} names no document of the corpus`;
    case 'path':
      return `${citation.label} leads to no source of the corpus`;
    case 'missing-footnote':
      return `the footnote ${citation.label} has no definition`;
  }
}

/** The quotation nobody said, or the part that nothing supports where other parts are supported; else the sentence. */
function focus(judgement: Judgement): DraftSpan {
  const quoted = judgement.quotations.find((q) => q.kind === 'not-found');
  if (quoted !== undefined) return quoted.quotation.inner;
  const [only] = judgement.parts.filter((p) => p.verdict === 'unsupported');
  return judgement.parts.length > 1 && only !== undefined ? originSpan(judgement.sentence, only.span) : judgement.sentence.span;
}

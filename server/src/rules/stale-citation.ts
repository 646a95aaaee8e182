/** stale-citation: the cited document says it, but not at the cited place; the file has changed, or the line was miscounted. */
import { moveCitation } from '../draft/citation-style.ts';
import { judgeCitations } from './citation-support.ts';
import { citationInWords, linesOf } from './citations.ts';
import type { Rule } from './rule.ts';
import { quoteShort, sayWhere } from './wording.ts';

export const staleCitation: Rule = {
  code: 'stale-citation',
  severity: 'warning',
  summary: 'The cited document says this at another place.',
  examples: [
    {
      title: 'The words stand further down',
      source: 'The ferry report\n\nThe ferry was built in Trieste.\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011 ([the report](source.txt#L3)).',
      expect: '[the report](source.txt#L3)',
    },
    {
      title: 'The line is right',
      source: 'The ferry report\n\nThe ferry was built in Trieste.\n\nInspectors found 14 cracked valves on the ferry in May 2011.',
      draft: 'Inspectors found 14 cracked valves on the ferry in May 2011 ([the report](source.txt#L5)).',
      expect: null,
    },
  ],
  onJudgement(judgement, context) {
    return judgeCitations(judgement, context).flatMap(({ citation, outcome }) => {
      if (outcome.kind !== 'stale') return [];
      const [best] = outcome.support;
      if (best === undefined) return [];
      const lines = linesOf(best, context.corpus);
      return [
        {
          rule: 'stale-citation',
          severity: 'warning',
          span: citation.span,
          sentence: judgement.sentence.span,
          message: `The place that ${citationInWords(citation)} leads to does not say this; ${sayWhere(best, context.corpus)} does: ${quoteShort(best.quote)}.`,
          evidence: outcome.support,
          fixes: [
            {
              title: `Move the citation to line ${best.line}`,
              edits: moveCitation(citation, context.draft, lines),
              sure: isOnlyPlace(outcome.support),
            },
          ],
        },
      ];
    });
  },
};

/** A fix may be applied unseen only where there is no second place that the writer may have meant. */
function isOnlyPlace(support: readonly { readonly line: number }[]): boolean {
  return new Set(support.map((evidence) => evidence.line)).size === 1;
}

/** stale-citation: the cited document says it, but not at the cited place; the file has changed, or the line was miscounted. */
import { moveCitation, type PlaceInSource, placeFragment } from '../draft/citation-style.ts';
import { judgeCitations } from './citation-support.ts';
import { citationInWords, placeInSource } from './citations.ts';
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
      const place = placeInSource(best, context.corpus);
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
              title: moveTitle(place),
              edits: moveCitation(citation, context.draft, place),
              sure: isOnlyPlace(outcome.support.map((evidence) => placeInSource(evidence, context.corpus))),
            },
          ],
        },
      ];
    });
  },
};

function moveTitle({ lines, page }: PlaceInSource): string {
  if (lines !== null) return `Move the citation to line ${lines[0]}`;
  return page === null ? 'Cite the whole document' : `Move the citation to page ${page}`;
}

/** A fix may be applied unseen only where it names a place, and there is no second one that the writer may have meant. */
function isOnlyPlace(places: readonly PlaceInSource[]): boolean {
  const begins = new Set(places.map(({ lines, page }) => placeFragment({ lines: lines && [lines[0], lines[0]], page })));
  return begins.size === 1 && !begins.has('');
}

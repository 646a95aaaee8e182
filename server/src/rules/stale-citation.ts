/** stale-citation: the cited document says it, but not at the cited place; the file has changed, or the line was miscounted. */
import { isShared, moveCitation, replaceCitation } from '../draft/citation-style.ts';
import { type PlaceInSource, placeFragment } from '../draft/citation-text.ts';
import { wordsQuery } from '../draft/words-mark.ts';
import { citedPlace, markingOf, placeInSource } from '../verify/citations/place.ts';
import { judgeCitations } from './citation-support.ts';
import { citationInWords } from './citations.ts';
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
      const marking = markingOf(context.settings);
      const place = placeInSource(outcome.words ?? best, context.corpus, marking);
      const only = isOnlyPlace(outcome.support.map((evidence) => placeInSource(evidence, context.corpus)));
      // A definition that other citations share is left to them, unless the words of all of them have moved.
      const own = outcome.words === null && isShared(citation, context.draft) ? citedPlace(best, context.corpus, marking) : null;
      const edits =
        own === null ? moveCitation(citation, context.draft, place) : replaceCitation(citation, judgement.sentence, context.draft, own);
      const says = outcome.words === null ? 'does not say this' : 'no longer holds its words';
      const now = outcome.words === null ? 'does' : 'does now';
      return [
        {
          rule: 'stale-citation',
          severity: 'warning',
          span: citation.span,
          sentence: judgement.sentence.span,
          message: `The place that ${citationInWords(citation)} leads to ${says}; ${sayWhere(best, context.corpus)} ${now}: ${quoteShort(best.quote)}.`,
          evidence: outcome.support,
          // Words that were found by their mark are the ones that the writer cited, wherever else they stand.
          fixes: [{ title: moveTitle(place), edits, sure: outcome.words !== null || only }],
        },
      ];
    });
  },
};

function moveTitle({ lines, page, paragraph, words }: PlaceInSource): string {
  if (lines !== null) return `Move the citation to line ${lines[0]}`;
  if (page !== null) return `Move the citation to page ${page}`;
  if (paragraph !== null) return `Move the citation to paragraph ${paragraph}`;
  return words === null ? 'Cite the whole document' : 'Move the citation to these words';
}

/** A fix may be applied unseen only where it names a place, and there is no second one that the writer may have meant. */
function isOnlyPlace(places: readonly PlaceInSource[]): boolean {
  const begins = new Set(
    places.map((place) => placeFragment({ ...place, lines: place.lines && [place.lines[0], place.lines[0]] }) || wordsQuery(place.words)),
  );
  return begins.size === 1 && !begins.has('');
}

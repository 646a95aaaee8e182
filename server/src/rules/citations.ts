/** What the citation rules share: where a sentence's citations lead, and how documents are offered in their place. */
import { replaceCitation } from '../draft/citation-style.ts';
import type { Citation, DraftSentence } from '../draft/types.ts';
import { citedPlace, markingOf } from '../verify/citations/place.ts';
import { type CitationResolution, resolveCitation } from '../verify/citations/resolve.ts';
import type { Evidence, Judgement } from '../verify/types.ts';
import type { RuleContext } from './rule.ts';
import type { Fix } from './types.ts';
import { onOneLine, sayWhere } from './wording.ts';

/** How many documents a fix offers: more than a person reads through is no help. */
const MOST_OFFERS = 3;

export interface ResolvedCitation {
  readonly citation: Citation;
  readonly resolution: CitationResolution;
}

/** The citations of a sentence that mean the corpus, with where they lead. */
export function corpusCitations(sentence: DraftSentence, context: RuleContext): readonly ResolvedCitation[] {
  return sentence.citations
    .map((citation) => ({ citation, resolution: resolveCitation(citation, context.draft.path, context.corpus) }))
    .filter(({ resolution }) => resolution.kind !== 'outside');
}

/** What supports a judged sentence: one passage for each document, best first, edited publications before comments. */
export function supportingDocuments(judgement: Judgement): readonly Evidence[] {
  return bestOfEach(judgement.evidence.filter((evidence) => evidence.stance === 'supports'));
}

/** One piece of evidence for each document, best first, edited publications before comments. */
export function bestOfEach(supporting: readonly Evidence[]): readonly Evidence[] {
  const best = new Map<string, Evidence>();
  for (const evidence of [...supporting.filter((e) => e.standing !== 'comment'), ...supporting.filter((e) => e.standing === 'comment')]) {
    if (!best.has(evidence.citekey)) best.set(evidence.citekey, evidence);
  }
  return [...best.values()].slice(0, MOST_OFFERS);
}

/** Fixes that put the documents that do support the sentence in a citation's place; `supporting` where only some are meant. */
export function offerDocuments(
  citation: Citation,
  judgement: Judgement,
  context: RuleContext,
  supporting: readonly Evidence[] = supportingDocuments(judgement),
): readonly Fix[] {
  return supporting.flatMap((evidence) => {
    const place = citedPlace(evidence, context.corpus, markingOf(context.settings));
    if (place === null) return [];
    const edits = replaceCitation(citation, judgement.sentence, context.draft, place);
    return [{ title: `Cite ${sayWhere(evidence, context.corpus)} instead`, edits, sure: false }];
  });
}

/** What a citation reads like in a message: its label without Markdown marks. */
export function citationInWords(citation: Citation): string {
  const label = onOneLine(citation.label.replaceAll('\\', ''));
  return label === '' ? 'this citation' : `“${label}”`;
}

/** Of several places with the same words, the one that the draft cites comes first. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftSentence } from '../../draft/types.ts';
import { type CitationResolution, resolveCitation } from '../citations/resolve.ts';
import type { QuotedPlace } from '../types.ts';

/** Where the sentence stands is not known here: a citation is led to its source by the folders that it names itself. */
const SOMEWHERE = '/';

/** Places in the order: cited lines or page, cited document, cited file, edited publications, comments; then by source and offset. */
export function byCitation(places: readonly QuotedPlace[], sentence: DraftSentence, corpus: Corpus): readonly QuotedPlace[] {
  if (places.length < 2) return places;
  const cited = sentence.citations.map((citation) => resolveCitation(citation, SOMEWHERE, corpus));
  const rank = (place: QuotedPlace): number =>
    Math.max(0, ...cited.map((one) => matches(one, place, corpus))) * 2 + (place.standing === 'comment' ? 0 : 1);
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => b.rank - a.rank || compare(a.place.source, b.place.source) || a.place.span.start - b.place.span.start)
    .map(({ place }) => place);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function matches(cited: CitationResolution, place: QuotedPlace, corpus: Corpus): 0 | 1 | 2 | 3 {
  if (cited.kind !== 'found' || cited.source !== place.source) return 0;
  const last = corpus.lineOf(place.source, place.span.end);
  if (cited.lines !== null && place.line <= cited.lines[1] && last >= cited.lines[0]) return 3;
  return cited.citekeys.includes(place.citekey) ? 2 : 1;
}

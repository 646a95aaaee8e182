/** Of several places with the same words, the one that the draft cites comes first. */
import type { Corpus } from '../../corpus/corpus.ts';
import { placeAt } from '../../corpus/places.ts';
import { baseName } from '../../draft/paths.ts';
import type { Citation, DraftSentence } from '../../draft/types.ts';
import type { QuotedPlace } from '../types.ts';

/** Places in the order: cited lines or page, cited document, cited file, edited publications, comments; then by source and offset. */
export function byCitation(places: readonly QuotedPlace[], sentence: DraftSentence, corpus: Corpus): readonly QuotedPlace[] {
  const rank = (place: QuotedPlace): number =>
    Math.max(0, ...sentence.citations.map((citation) => matches(citation, place, corpus))) * 2 + (place.standing === 'comment' ? 0 : 1);
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => b.rank - a.rank || compare(a.place.source, b.place.source) || a.place.span.start - b.place.span.start)
    .map(({ place }) => place);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function matches(citation: Citation, place: QuotedPlace, corpus: Corpus): 0 | 1 | 2 | 3 {
  const { target } = citation;
  if (target.kind === 'citekey') return target.citekey === place.citekey ? 2 : 0;
  if (target.kind !== 'path') return 0;
  const source = corpus.sources.get(place.source)?.source;
  if (source === undefined || baseName(source.id) !== baseName(target.path)) return 0;
  if (target.page !== null && placeAt(source, place.span.start)?.page === target.page) return 3;
  if (target.lines === null) return 1;
  const end = corpus.lineOf(place.source, place.span.end);
  return place.line <= target.lines[1] && end >= target.lines[0] ? 3 : 1;
}

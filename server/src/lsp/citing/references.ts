/** From a citation, a passage or a document to every sentence of the workspace's drafts that cites it. */
import type { Location } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/domain.ts';
import type { Citation } from '../../draft/types.ts';
import { resolveCitation } from '../../verify/citations/resolve.ts';
import type { SourcePlace } from './at-place.ts';
import type { FoundCitation } from './library.ts';

/** The documents that citations of a draft mean. */
export function citedDocuments(citations: readonly Citation[], draftPath: string, corpus: Corpus): readonly CorpusDocument[] {
  const citekeys = citations.flatMap((citation) => {
    const resolution = resolveCitation(citation, draftPath, corpus);
    return resolution.kind === 'found' ? resolution.citekeys : [];
  });
  return [...new Set(citekeys)].flatMap((citekey) => corpus.documents.get(citekey) ?? []);
}

/**
 * Whether a citation is of the place: of its lines, or, where the place holds no passage (a title, a byline), of any of
 * its document.
 */
export function citesPlace({ resolution }: FoundCitation, { passages }: SourcePlace, corpus: Corpus): boolean {
  if (passages.length === 0) return true;
  const { lines } = resolution;
  if (lines === null || !resolution.placeExists) return false;
  return passages.some(({ source, span }) => {
    const first = corpus.lineOf(source, span.start);
    const last = corpus.lineOf(source, Math.max(span.start, span.end - 1));
    return lines[0] <= last && first <= lines[1];
  });
}

/** Where the citing sentences stand, each once; a citation outside all sentences stands for itself. */
export function citingPlaces(found: readonly FoundCitation[]): Location[] {
  const places = new Map<string, Location>();
  for (const { draft, citation, sentence } of found) {
    const span = sentence?.span ?? citation.span;
    places.set(`${draft.uri} ${span.start} ${span.end}`, { uri: draft.uri, range: draft.lines.range(span) });
  }
  return [...places.values()];
}

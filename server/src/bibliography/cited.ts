/** The documents that a draft cites. */
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/domain.ts';
import type { Citation, Draft } from '../draft/types.ts';
import { contains } from '../text/span.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import { findSection } from './section.ts';

export interface CitedDocuments {
  /** Each once, in the order of their first citation. A citation of a file with several documents cites them all. */
  readonly documents: readonly CorpusDocument[];
  /** Citations that mean the corpus and lead to no document of it; a footnote's once. */
  readonly unknown: readonly Citation[];
}

export function citedDocuments(draft: Draft, corpus: Corpus): CitedDocuments {
  const section = findSection(draft.text);
  const cited = new Set<string>();
  const unknown = new Map<number, Citation>();
  for (const citation of draft.citations) {
    // The list of sources names documents that the text may have ceased to cite.
    if (section !== null && contains(section.span, citation.span)) continue;
    const resolution = resolveCitation(citation, draft.path, corpus);
    if (resolution.kind === 'unknown' && !unknown.has(citation.targetSpan.start)) unknown.set(citation.targetSpan.start, citation);
    if (resolution.kind === 'found') for (const citekey of resolution.citekeys) cited.add(citekey);
  }
  return { documents: [...cited].flatMap((citekey) => corpus.documents.get(citekey) ?? []), unknown: [...unknown.values()] };
}

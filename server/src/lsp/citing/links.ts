/** The citations of a draft as links to their places in the sources. */
import type { DocumentLink } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import { isFileText } from '../../corpus/places.ts';
import { documentInWords } from '../../corpus/words.ts';
import { resolveCitation } from '../../verify/citations/resolve.ts';
import { uriAt, uriOf } from '../uris.ts';
import type { LibraryDraft } from './library.ts';

/** One link for each citation that leads into the corpus: on its target, or on a footnote's marker. */
export function citationLinks({ draft, lines }: LibraryDraft, corpus: Corpus): DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  for (const citation of draft.citations) {
    const resolution = resolveCitation(citation, draft.path, corpus);
    const span = citation.form === 'footnote' ? citation.span : citation.targetSpan;
    if (resolution.kind !== 'found' || links.has(span.start)) continue;
    const source = corpus.sources.get(resolution.source)?.source;
    if (source === undefined) continue;
    const [citekey] = resolution.citekeys;
    const document = citekey === undefined ? undefined : corpus.documents.get(citekey);
    const start = resolution.lines?.[0] ?? (document === undefined ? 1 : corpus.lineOf(source.id, document.ranges[0]?.start ?? 0));
    const page = citation.target.kind === 'path' ? citation.target.page : null;
    const target = isFileText(source) ? uriAt(source.path, start) : `${uriOf(source.path)}${page === null ? '' : `#page=${page}`}`;
    links.set(span.start, { range: lines.range(span), target, tooltip: documentInWords(document, source.id) });
  }
  return [...links.values()];
}

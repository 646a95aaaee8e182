/** A passage or piece of evidence as the place that a citation of it names. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Source, SourceSpan } from '../../corpus/domain.ts';
import { isFileText, placeAt } from '../../corpus/places.ts';
import type { CitedPlace, PlaceInSource } from '../../draft/citation-text.ts';
import type { Fingerprint } from '../../text/fingerprint.ts';
import { textFragmentFor } from './fragments.ts';
import { markWords } from './words.ts';

/** What tells where in the corpus something stands; evidence and passages do. */
export interface InCorpus {
  readonly citekey: string;
  readonly source: string;
  readonly span: SourceSpan;
}

/** Makes the mark of some words of a source. */
export type Marking = (source: Source, span: SourceSpan) => Fingerprint | null;

/** How citations are marked that the program writes: as the settings say, and with the mark where they say nothing. */
export function markingOf({ citationMarks }: { readonly citationMarks?: boolean }): Marking {
  return citationMarks === false ? () => null : markWords;
}

/** The place of a piece of evidence or a passage as a citation writes it; null where its document has left the corpus. */
export function citedPlace(at: InCorpus, corpus: Corpus, marking: Marking = markWords): CitedPlace | null {
  const document = corpus.documents.get(at.citekey);
  const source = corpus.sources.get(at.source)?.source;
  if (document === undefined || source === undefined) return null;
  const { citekey, title, author, publisher } = document;
  const year = document.date?.year ?? null;
  return { citekey, title, author, publisher, year, sourcePath: source.path, ...placeInSource(at, corpus, marking) };
}

/**
 * Lines, page, paragraph or words that a citation can name, whichever the file has; a line of text that was extracted
 * from a file is a place that no reader finds.
 */
export function placeInSource(at: InCorpus, corpus: Corpus, marking: Marking = markWords): PlaceInSource {
  const none: PlaceInSource = { lines: null, page: null, paragraph: null, textFragment: null, words: null };
  const source = corpus.sources.get(at.source)?.source;
  if (source === undefined) return none;
  const words = marking(source, at.span);
  if (isFileText(source)) return { ...none, lines: linesOf(at, corpus), words };
  const mark = placeAt(source, at.span.start);
  const textFragment = source.format === 'html' ? textFragmentFor(source.text.slice(at.span.start, at.span.end)) : null;
  return { ...none, page: mark?.page ?? null, paragraph: mark?.paragraph ?? null, textFragment, words };
}

/** The lines of the source's text that something covers. */
export function linesOf({ source, span }: Pick<InCorpus, 'source' | 'span'>, corpus: Corpus): readonly [number, number] {
  return [corpus.lineOf(source, span.start), corpus.lineOf(source, Math.max(span.start, span.end - 1))];
}

/** Where a citation leads: to which documents of the corpus, to which lines, or nowhere. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Source } from '../../corpus/domain.ts';
import { locatorLines, locatorPage } from '../../draft/citation-targets.ts';
import { directoryOf, resolvePath } from '../../draft/paths.ts';
import type { Citation, CitationTarget } from '../../draft/types.ts';
import { textFragmentSpan } from './fragments.ts';
import { type Suggestion, suggestCitekeys, suggestSources } from './suggest.ts';

export type Lines = readonly [number, number];

export type CitationResolution =
  /** It names a source of the corpus. `citekeys`: the documents that it means, in the file's order, never empty unless the file has none. */
  | {
      readonly kind: 'found';
      readonly source: string;
      readonly citekeys: readonly string[];
      /** The cited lines (1-based, inclusive), or null where it cites the whole. */
      readonly lines: Lines | null;
      /** False where the cited line, page or words are not in the source as it is now. */
      readonly placeExists: boolean;
    }
  /** It means something of the corpus and names nothing that is there. */
  | { readonly kind: 'unknown'; readonly suggestions: readonly Suggestion[] }
  /** It leads out of the corpus and says so: a web page, another chapter of the draft. */
  | { readonly kind: 'outside' };

type Found = Extract<CitationResolution, { kind: 'found' }>;

/** Where a citation in the draft at `draftPath` (absolute, forward slashes) leads. */
export function resolveCitation(citation: Citation, draftPath: string, corpus: Corpus): CitationResolution {
  const { target } = citation;
  switch (target.kind) {
    case 'missing-footnote':
      return { kind: 'unknown', suggestions: [] };
    case 'citekey':
      return resolveCitekey(target.citekey, target.locator, corpus);
    case 'path':
      return /^https?:/i.test(target.path) ? resolveAddress(target, corpus) : resolveFile(target, draftPath, corpus);
  }
}

function resolveCitekey(citekey: string, locator: string | null, corpus: Corpus): CitationResolution {
  const document = corpus.documents.get(citekey);
  const source = document === undefined ? undefined : corpus.sources.get(document.source)?.source;
  if (document === undefined || source === undefined) return { kind: 'unknown', suggestions: suggestCitekeys(citekey, corpus) };
  const lines = locatorLines(locator);
  const page = lines === null && source.places.some((place) => place.page !== undefined) ? locatorPage(locator) : null;
  return { ...placeIn(source, { lines, page, textFragment: null }, [document], corpus), citekeys: [document.citekey] };
}

/** A web address is a citation only where a document of the corpus was published there. */
function resolveAddress(target: Extract<CitationTarget, { kind: 'path' }>, corpus: Corpus): CitationResolution {
  const address = comparableAddress(target.path);
  for (const document of corpus.documents.values()) {
    const source = corpus.sources.get(document.source)?.source;
    if (document.url !== null && source !== undefined && comparableAddress(document.url) === address) {
      return { ...placeIn(source, target, [document], corpus), citekeys: [document.citekey] };
    }
  }
  return { kind: 'outside' };
}

function comparableAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

function resolveFile(target: Extract<CitationTarget, { kind: 'path' }>, draftPath: string, corpus: Corpus): CitationResolution {
  const full = resolvePath(draftPath, target.path);
  const source = sourceAt(full, target.path, corpus);
  if (source !== null) return placeIn(source, target, documentsOf(source, corpus), corpus);
  const located = target.lines !== null || target.page !== null || target.textFragment !== null;
  const folder = directoryOf(full);
  const page = !located && /\.(?:md|markdown|html?)$/i.test(full);
  const besideSources =
    folder !== directoryOf(draftPath) && [...corpus.sources.values()].some((one) => directoryOf(one.source.path) === folder);
  if (page && !besideSources) return { kind: 'outside' };
  return { kind: 'unknown', suggestions: suggestSources(target, draftPath, corpus) };
}

/**
 * The source at a path. A draft may be checked against a copy of its corpus in another place: then the path as written
 * (without the leading `../`) is that of a source if it names the folder too, for a bare file name is no proof.
 */
function sourceAt(full: string, written: string, corpus: Corpus): Source | null {
  const sources = [...corpus.sources.values()].map((one) => one.source);
  const exact = sources.find((source) => source.path === full);
  if (exact !== undefined) return exact;
  const lower = full.toLowerCase();
  const sameButCase = sources.filter((source) => source.path.toLowerCase() === lower);
  if (sameButCase.length === 1) return sameButCase[0] ?? null;
  const parts = written
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.length < 2) return null;
  const tail = `/${parts.join('/')}`;
  const elsewhere = sources.filter((source) => source.path.endsWith(tail));
  return elsewhere.length === 1 ? (elsewhere[0] ?? null) : null;
}

function documentsOf(source: Source, corpus: Corpus): readonly CorpusDocument[] {
  return corpus.sources.get(source.id)?.documents ?? [];
}

type Place = Pick<Extract<CitationTarget, { kind: 'path' }>, 'lines' | 'page' | 'textFragment'>;

function placeIn(source: Source, place: Place, documents: readonly CorpusDocument[], corpus: Corpus): Found {
  const all = documents.map((document) => document.citekey);
  if (place.lines === null && place.page === null && place.textFragment === null) {
    return { kind: 'found', source: source.id, citekeys: all, lines: null, placeExists: true };
  }
  const lines = linesOf(source, place, corpus);
  if (lines === null) return { kind: 'found', source: source.id, citekeys: all, lines: place.lines, placeExists: false };
  return { kind: 'found', source: source.id, citekeys: documentsAt(lines, documents, corpus), lines, placeExists: true };
}

/** The lines of a place, or null where the source does not reach so far. */
function linesOf(source: Source, place: Place, corpus: Corpus): Lines | null {
  const lineOf = (offset: number): number => corpus.lineOf(source.id, offset);
  if (place.lines !== null) {
    const [first, last] = place.lines;
    const count = lineOf(source.text.length);
    return first < 1 || first > count ? null : [first, Math.min(last, count)];
  }
  if (place.page !== null) {
    // From the page's first words to its last: notes at its foot may stand behind words of the next page.
    const mark = source.places.find((one) => one.page === place.page);
    if (mark === undefined) return null;
    const last = source.places.findLastIndex((one) => one.page === place.page);
    const next = source.places.slice(last + 1).find((other) => other.page !== undefined);
    return [lineOf(mark.start), lineOf(Math.max(mark.start, (next?.start ?? source.text.length) - 1))];
  }
  const span = textFragmentSpan(source.text, place.textFragment ?? '');
  return span === null ? null : [lineOf(span.start), lineOf(Math.max(span.start, span.end - 1))];
}

/** The documents that the lines touch; between two documents, the nearer one. */
function documentsAt(lines: Lines, documents: readonly CorpusDocument[], corpus: Corpus): readonly string[] {
  const distances = documents.map((document) => ({ citekey: document.citekey, distance: distanceTo(lines, document, corpus) }));
  const nearest = Math.min(...distances.map((one) => one.distance));
  return distances.filter((one) => one.distance === nearest).map((one) => one.citekey);
}

function distanceTo([first, last]: Lines, document: CorpusDocument, corpus: Corpus): number {
  return Math.min(
    ...document.ranges.map((range) => {
      const from = corpus.lineOf(document.source, range.start);
      const to = corpus.lineOf(document.source, Math.max(range.start, range.end - 1));
      return Math.max(0, from - last, first - to);
    }),
  );
}

/** Where a citation leads: to which documents of the corpus, to which lines, or nowhere. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Source, SourceSpan } from '../../corpus/domain.ts';
import { locatorLines, locatorPages, locatorParagraphs } from '../../draft/pandoc-locator.ts';
import { directoryOf, resolvePath } from '../../draft/paths.ts';
import type { Citation, CitationTarget } from '../../draft/types.ts';
import { Memo } from '../../text/memo.ts';
import { type Lines, locate, type WrittenPlace } from './locate.ts';
import type { InCorpus } from './place.ts';
import { type Suggestion, suggestCitekeys, suggestSources } from './suggest.ts';
import { findWordsInCorpus } from './words.ts';

export type CitationResolution =
  /** It names a source of the corpus. `citekeys`: the documents that it means, in the file's order, never empty unless the file has none. */
  | {
      readonly kind: 'found';
      readonly source: string;
      readonly citekeys: readonly string[];
      /** The cited lines (1-based, inclusive), or null where it cites the whole. Where `moved`, those at which its words stand now. */
      readonly lines: Lines | null;
      /** The cited words themselves, where the citation is marked with them and they are still there. */
      readonly span: SourceSpan | null;
      /** False where the cited line, page or words are not in the source as it is now. */
      readonly placeExists: boolean;
      /** The words that the citation is marked with no longer stand at the place that it names. */
      readonly moved: boolean;
    }
  /**
   * It means something of the corpus and names nothing that is there. `movedTo`: where the words that it is marked with stand
   * now (the file was renamed, or another one took its place).
   */
  | { readonly kind: 'unknown'; readonly suggestions: readonly Suggestion[]; readonly movedTo: readonly InCorpus[] }
  /** It leads out of the corpus and says so: a web page, another chapter of the draft. */
  | { readonly kind: 'outside' };

export type Found = Extract<CitationResolution, { kind: 'found' }>;

/** Keys of a draft's own figures, tables and sections, which extensions of Pandoc refer to as if they were cited (`@fig:map`, `@tbl-costs`). */
const CROSS_REFERENCE = /^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr)[:-]\S/;

/** Targets of which it is remembered where they lead: those of some dozens of drafts. */
const REMEMBERED = 4000;
/** A corpus does not change; where its sources do, another takes its place. */
const resolved = new WeakMap<Corpus, Memo<string, CitationResolution>>();

interface Led {
  readonly draftPath: string;
  readonly corpus: Corpus;
  readonly resolution: CitationResolution;
}

/** A citation that nobody changes keeps its target from one keystroke to the next: then no words need be compared. */
const led = new WeakMap<CitationTarget, Led>();

/** Where a citation in the draft at `draftPath` (absolute, forward slashes) leads. It is asked of every citation at every keystroke, by several rules. */
export function resolveCitation({ target }: Citation, draftPath: string, corpus: Corpus): CitationResolution {
  const last = led.get(target);
  if (last?.corpus === corpus && last.draftPath === draftPath) return last.resolution;
  const known = resolved.get(corpus) ?? new Memo<string, CitationResolution>(REMEMBERED);
  resolved.set(corpus, known);
  const resolution = known.get(`${draftPath}\n${JSON.stringify(target)}`, () => resolve(target, draftPath, corpus));
  led.set(target, { draftPath, corpus, resolution });
  return resolution;
}

function resolve(target: CitationTarget, draftPath: string, corpus: Corpus): CitationResolution {
  switch (target.kind) {
    case 'missing-footnote':
      return { kind: 'unknown', suggestions: [], movedTo: [] };
    case 'citekey':
      return resolveCitekey(target, corpus);
    case 'path':
      return /^https?:/i.test(target.path) ? resolveAddress(target, corpus) : resolveFile(target, draftPath, corpus);
  }
}

function resolveCitekey(target: Extract<CitationTarget, { kind: 'citekey' }>, corpus: Corpus): CitationResolution {
  const { citekey, locator, words } = target;
  const document = corpus.documents.get(citekey);
  const source = document === undefined ? undefined : corpus.sources.get(document.source)?.source;
  if (document === undefined || source === undefined) {
    if (CROSS_REFERENCE.test(citekey)) return { kind: 'outside' };
    return { kind: 'unknown', suggestions: suggestCitekeys(citekey, corpus), movedTo: findWordsInCorpus(words, corpus) };
  }
  const lines = locatorLines(locator);
  const paragraphs = locatorParagraphs(locator);
  const paged = lines === null && paragraphs === null && source.places.some((place) => place.page !== undefined);
  const pages = paged ? locatorPages(locator) : null;
  return foundAt(source, { lines, pages, paragraphs, textFragment: null, words }, [document], corpus);
}

/** A web address is a citation only where a document of the corpus was published there. */
function resolveAddress(target: Extract<CitationTarget, { kind: 'path' }>, corpus: Corpus): CitationResolution {
  const address = comparableAddress(target.path);
  for (const document of corpus.documents.values()) {
    const source = corpus.sources.get(document.source)?.source;
    if (document.url !== null && source !== undefined && comparableAddress(document.url) === address) {
      return foundAt(source, placeOf(target), [document], corpus);
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
  if (source !== null) return foundAt(source, placeOf(target), documentsOf(source, corpus), corpus);
  const located = target.lines !== null || target.page !== null || target.textFragment !== null || target.words !== null;
  const folder = directoryOf(full);
  const page = !located && /\.(?:md|markdown|html?)$/i.test(full);
  const besideSources =
    folder !== directoryOf(draftPath) && [...corpus.sources.values()].some((one) => directoryOf(one.source.path) === folder);
  if (page && !besideSources) return { kind: 'outside' };
  return { kind: 'unknown', suggestions: suggestSources(target, draftPath, corpus), movedTo: findWordsInCorpus(target.words, corpus) };
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

function placeOf({ lines, page, textFragment, words }: Extract<CitationTarget, { kind: 'path' }>): WrittenPlace {
  return { lines, pages: page === null ? null : [page, page], paragraphs: null, textFragment, words };
}

function foundAt(source: Source, place: WrittenPlace, documents: readonly CorpusDocument[], corpus: Corpus): Found {
  const { lines, span, exists, moved } = locate(source, place, documents, corpus);
  const meant = lines === null || !exists ? documents : documentsAt(lines, documents, corpus);
  return { kind: 'found', source: source.id, citekeys: meant.map(({ citekey }) => citekey), lines, span, placeExists: exists, moved };
}

/** The documents that the lines touch; between two documents, the nearer one. */
function documentsAt(lines: Lines, documents: readonly CorpusDocument[], corpus: Corpus): readonly CorpusDocument[] {
  const distances = documents.map((document) => ({ document, distance: distanceTo(lines, document, corpus) }));
  const nearest = Math.min(...distances.map((one) => one.distance));
  return distances.filter((one) => one.distance === nearest).map((one) => one.document);
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

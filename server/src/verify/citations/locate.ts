/** Where in a source the place lies that a citation names: by its line, page, paragraph or words, and by the mark of its words. */

import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument, Source, SourceSpan } from '../../corpus/domain.ts';
import type { Fingerprint } from '../../text/fingerprint.ts';
import { firstWhere } from '../../text/halving.ts';
import { overlap } from '../../text/span.ts';
import { textFragmentSpan } from './fragments.ts';
import { findWords, findWordsWithin } from './words.ts';

/** 1-based, inclusive. */
export type Lines = readonly [number, number];

/** A place as a citation names it; what it does not name is null. */
export interface WrittenPlace {
  readonly lines: Lines | null;
  readonly pages: Lines | null;
  readonly paragraphs: Lines | null;
  readonly textFragment: string | null;
  readonly words: Fingerprint | null;
}

export interface Located {
  /** Null where the citation names the whole. Where `moved`, the lines at which its words stand now. */
  readonly lines: Lines | null;
  /** The marked words, where they are still there. */
  readonly span: SourceSpan | null;
  readonly exists: boolean;
  readonly moved: boolean;
}

/** `documents` are those that the citation may mean; the marked words are looked for in them alone. */
export function locate(source: Source, place: WrittenPlace, documents: readonly CorpusDocument[], corpus: Corpus): Located {
  const named = namesPlace(place) ? namedSpan(source, place, documents, corpus) : null;
  // A paragraph's number that nothing in the text bears may be counted by eye: then the citation means the whole.
  const whole = !namesPlace(place) || (named === null && place.paragraphs !== null);
  const span = place.words === null ? null : markedSpan(source, place.words, named, documents);
  if (span === null) {
    if (whole) return { lines: null, span, exists: true, moved: false };
    if (named === null) return { lines: place.lines, span, exists: false, moved: false };
    return { lines: linesOver(source, named, corpus), span, exists: true, moved: false };
  }
  const inPlace = whole || (named !== null && named.start <= span.start && span.start < named.end);
  return { lines: linesOver(source, inPlace && named !== null ? named : span, corpus), span, exists: true, moved: !inPlace };
}

function namesPlace(place: WrittenPlace): boolean {
  return place.lines !== null || place.pages !== null || place.paragraphs !== null || place.textFragment !== null;
}

/** The marked words at the named place, else elsewhere in the source, where documents may begin at other places than before. */
function markedSpan(source: Source, words: Fingerprint, named: SourceSpan | null, documents: readonly CorpusDocument[]): SourceSpan | null {
  const here = named === null ? null : findWordsWithin(source, words, named);
  if (here !== null) return here;
  const ranges = documents.flatMap((document) => document.ranges);
  return findWords(source, words, named?.start ?? null, (span) => ranges.some((range) => overlap(range, span) > 0));
}

/** The text of the named place, line ends included, or null where the source does not reach so far. */
function namedSpan(source: Source, place: WrittenPlace, documents: readonly CorpusDocument[], corpus: Corpus): SourceSpan | null {
  if (place.lines !== null) return spanOfLines(source, place.lines, corpus);
  if (place.pages !== null) return spanOfPages(source, place.pages);
  if (place.paragraphs !== null) return spanOfParagraphs(source, place.paragraphs, documents);
  return place.textFragment === null ? null : textFragmentSpan(source.text, place.textFragment);
}

function spanOfLines(source: Source, [first, last]: Lines, corpus: Corpus): SourceSpan | null {
  const count = corpus.lineOf(source.id, source.text.length);
  if (first < 1 || first > count) return null;
  const start = lineStart(source, first, corpus);
  return { start, end: last >= count ? source.text.length + 1 : lineStart(source, last + 1, corpus) };
}

/** The offset of a line's first character: the least offset that lies in the line. */
function lineStart(source: Source, line: number, corpus: Corpus): number {
  return firstWhere(source.text.length, (offset) => corpus.lineOf(source.id, offset) >= line);
}

/** From the first page's first words to the last page's last: notes at a page's foot may stand behind words of the next one. */
function spanOfPages({ places, text }: Source, [from, to]: Lines): SourceSpan | null {
  const first = places.find((one) => one.page === from);
  if (first === undefined) return null;
  const last = places.findLastIndex((one) => one.page !== undefined && one.page >= from && one.page <= to);
  const next = places.slice(last + 1).find((other) => other.page !== undefined);
  return { start: first.start, end: next?.start ?? text.length };
}

/** By the file's own count (Word), else by the numbers that stand before the paragraphs of a report (`12.`, `[12]`, `(12)`). */
function spanOfParagraphs(source: Source, [from, to]: Lines, documents: readonly CorpusDocument[]): SourceSpan | null {
  const counted = source.places.filter((one) => one.paragraph !== undefined);
  if (counted.length > 0) {
    const first = counted.find((one) => one.paragraph === from);
    const next = counted.find((one) => one.paragraph !== undefined && one.paragraph > to);
    return first === undefined ? null : { start: first.start, end: next?.start ?? source.text.length };
  }
  const numbered = documents.flatMap((document) =>
    document.blocks.filter((block) => {
      const number = paragraphNumber(source.text, block.span.start);
      return number !== null && number >= from && number <= to;
    }),
  );
  const [first] = numbered;
  const last = numbered.at(-1);
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}

/** The number at the head of a block, which may stand before its first word. */
function paragraphNumber(text: string, start: number): number | null {
  const lineStartsAt = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40);
  const number = /^\s*[[(]?(\d{1,4})(?:[.)\]]|\s)\s*(?=\S)/.exec(text.slice(lineStartsAt, start + 12))?.[1];
  return number === undefined ? null : Number(number);
}

function linesOver(source: Source, span: SourceSpan, corpus: Corpus): Lines {
  const last = Math.max(span.start, Math.min(span.end, source.text.length) - 1);
  // The end of a named line belongs to it; the beginning of the next does not.
  return [corpus.lineOf(source.id, span.start), corpus.lineOf(source.id, span.end > source.text.length ? source.text.length : last)];
}

/**
 * How a place in the corpus is written as a citation, in each form. `writeCitation` writes one; `parseDraft` reads it back
 * as a `Citation`, whose place `resolveCitation` (verify/citations) finds in the corpus.
 */
import type { Fingerprint } from '../text/fingerprint.ts';
import { encodePath, relativePath } from './paths.ts';
import { wordsComment, wordsQuery } from './words-mark.ts';

export type CitationStyle = 'link' | 'footnote' | 'pandoc';

/** A place within a source, as far as its file has names for places; with none, the citation leads to the whole. */
export interface PlaceInSource {
  /** 1-based, inclusive; only where the source's lines are those of its file. */
  readonly lines: readonly [number, number] | null;
  /** 1-based, in files that have pages. */
  readonly page: number | null;
  /** 1-based, in files whose paragraphs are counted (Word). */
  readonly paragraph: number | null;
  /** Percent-encoded words by which a browser finds the place, in HTML. */
  readonly textFragment: string | null;
  /** The mark of the words, by which they are found again when the source has changed. */
  readonly words: Fingerprint | null;
}

/** Everything that a citation needs to know of the place that it leads to. */
export interface CitedPlace extends PlaceInSource {
  readonly citekey: string;
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  /** Absolute path of the source, with forward slashes. */
  readonly sourcePath: string;
}

/** A citation as text: what stands in the sentence, and the definition that a footnote's marker needs (a line of its own), else null. */
export interface WrittenCitation {
  readonly text: string;
  readonly definition: string | null;
}

/**
 * A citation of `place` in the draft at `draftPath`: `[Label, 2014](../seeds/a.txt?words=…#L12)`, `[@key, l. 12]<!--words=…-->`,
 * or `[^key]` with its definition. `label` names the footnote; the citekey where nothing is said.
 */
export function writeCitation(
  place: CitedPlace,
  style: CitationStyle,
  draftPath: string,
  label = footnoteLabel(place.citekey),
): WrittenCitation {
  switch (style) {
    case 'link':
      return { text: `[${citationLabel(place)}](${citationAddress(draftPath, place)})`, definition: null };
    case 'pandoc':
      return { text: `[${pandocItem(place)}]${wordsComment([place.words])}`, definition: null };
    case 'footnote': {
      const publisher = place.publisher === null ? '' : `${escapeMarkdown(place.publisher)}, `;
      const definition = `[^${label}]: ${publisher}[${escapeMarkdown(place.title)}](${citationAddress(draftPath, place)}).`;
      return { text: `[^${label}]`, definition };
    }
  }
}

/** `../seeds/report.txt?words=…#L12-L14`, relative to the draft. */
export function citationAddress(draftPath: string, place: CitedPlace): string {
  return encodePath(relativePath(draftPath, place.sourcePath)) + wordsQuery(place.words) + placeFragment(place);
}

/** `#L12`, `#L12-L14`, `#page=3`, `#:~:text=…`, or nothing. */
export function placeFragment({ lines, page, textFragment }: Pick<PlaceInSource, 'lines' | 'page' | 'textFragment'>): string {
  if (lines !== null) return lines[0] === lines[1] ? `#L${lines[0]}` : `#L${lines[0]}-L${lines[1]}`;
  return page !== null ? `#page=${page}` : textFragment !== null ? `#:~:text=${textFragment}` : '';
}

/** `Jones, 2019`, `Community Care, 2014`, or the title where neither author nor publisher is known; safe inside `[…]`. */
export function citationLabel(place: CitedPlace): string {
  const who = place.author ?? place.publisher ?? place.title;
  const label = place.year === null || who === place.title ? who : `${who}, ${place.year}`;
  return escapeMarkdown(label.length > 80 ? `${label.slice(0, 79).trimEnd()}…` : label);
}

/** `@key, l. 12`; of a citation in the sentence `@key [l. 12]`. Its mark stands behind the bracket, in a comment. */
export function pandocItem(place: CitedPlace, bare = false): string {
  const locator = pandocLocator(place);
  const key = `@${pandocKey(place.citekey)}`;
  if (locator === '') return key;
  return bare ? `${key} [${locator}]` : `${key}, ${locator}`;
}

/** A citekey as Pandoc wants it: one with marks that would not be read as part of it stands in braces. */
export function pandocKey(citekey: string): string {
  return /^[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*$/u.test(citekey) ? citekey : `{${citekey}}`;
}

/** `l. 12`, `ll. 12-14`, `p. 3`, `para. 4`, or nothing. */
export function pandocLocator({ lines, page, paragraph }: PlaceInSource): string {
  if (lines !== null) return lines[0] === lines[1] ? `l. ${lines[0]}` : `ll. ${lines[0]}-${lines[1]}`;
  return page !== null ? `p. ${page}` : paragraph !== null ? `para. ${paragraph}` : '';
}

/** A citekey as the name of a footnote. */
export function footnoteLabel(citekey: string): string {
  return citekey.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'source';
}

/** Plain words as Markdown that shows them on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`*_<>]/g, '\\$&');
}

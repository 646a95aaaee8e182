/**
 * Quoted text as the units that are compared: words by their normal form, and the marks with which a writer may openly
 * change a quotation (ellipses and square brackets). Everything else (quotation marks, commas, dashes, spaces) is no unit
 * and therefore no difference.
 */
import type { Span } from '../../text/span.ts';

/** A word with its place. `joined` says that only a hyphen (at most with a line end) parts it from the word before. */
export interface Word extends Span<'text'> {
  readonly key: string;
  readonly joined: boolean;
  /** Markup, not a spoken word: a number alone in square brackets (a note), the name of a reStructuredText role. */
  readonly marker: boolean;
}

export type QuoteUnit =
  | ({ readonly kind: 'word' } & Word)
  /** `…`, `...`, `[…]`: words were left out here. */
  | ({ readonly kind: 'gap' } & Span<'text'>)
  /** `[she]`, `[sic]`: the writer's words, put in or in the place of some. */
  | ({ readonly kind: 'bracket' } & Span<'text'>);

const LETTERS = '\\p{L}\\p{M}\\p{N}\\u00ad';
const WORD_SOURCE = `\\p{N}+(?:[.,]\\p{N}+)+|[${LETTERS}]+(?:['’ʼ][${LETTERS}]+)*|[£$€¥%&]`;
const WORD = new RegExp(WORD_SOURCE, 'gu');
/** An ellipsis, spaced or not, in brackets or not; or a bracket of at most 80 characters with the letters (or the clitic) that touch it; or a word. */
const UNIT = new RegExp(
  `(\\[\\s*(?:…|\\.\\s?\\.\\s?\\.\\s?\\.?)\\s*\\]|\\(\\s*(?:…|\\.\\.\\.)\\s*\\)|…|\\.\\s?\\.\\s?\\.(?:\\s?\\.)?)|([${LETTERS}]*)\\[([^\\[\\]]{0,80})\\]([${LETTERS}]*(?:['’](?:s|d|ll|re|ve|m|t)(?![${LETTERS}]))?)|${WORD_SOURCE}`,
  'gu',
);
const HYPHEN_ONLY = /^[-‐‑](?:[^\S\n]*\n\s*)?$/;

/** The form in which words are compared: case, typographic apostrophes, ligatures, soft hyphens, thousands commas and `&` apart. */
function wordKey(word: string): string {
  if (word === '&') return 'and';
  const plain = isAscii(word)
    ? word
    : word
        .normalize('NFKC')
        .replace(/\u00ad/g, '')
        .replace(/[’ʼ]/g, "'");
  const lower = plain.toLowerCase();
  return /^\d/.test(lower) ? lower.replace(/,(?=\d{3})/g, '') : lower;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** The words of a stretch of source text. */
export function sourceWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const key = wordKey(match[0]);
    const start = match.index;
    if (key !== '')
      words.push({ start, end: start + match[0].length, key, joined: joinedTo(text, end, start), marker: isMarker(text, start, match[0]) });
    end = start + match[0].length;
  }
  return words;
}

/** The units of a quotation. A bracket inside a word ("[T]he") changes only that word's case, and is read as the word. */
export function quoteUnits(text: string): readonly QuoteUnit[] {
  const units: QuoteUnit[] = [];
  let end = -1;
  for (const match of text.matchAll(UNIT)) {
    const start = match.index;
    const stop = start + match[0].length;
    const [whole, ellipsis, head, inside, tail] = match;
    if (ellipsis !== undefined) units.push({ kind: 'gap', start, end: stop });
    else if (inside !== undefined) units.push(...bracketUnits(start, stop, head ?? '', inside, tail ?? ''));
    else {
      const key = wordKey(whole);
      if (key !== '') units.push({ kind: 'word', start, end: stop, key, joined: joinedTo(text, end, start), marker: false });
    }
    end = stop;
  }
  return units;
}

function bracketUnits(start: number, end: number, head: string, inside: string, tail: string): QuoteUnit[] {
  // "[T]he": one letter, the rest of its word outside. "claim[ed]": the ending is the writer's, so the word may be any.
  if (head === '' && tail !== '' && /^\p{L}$/u.test(inside)) {
    return [{ kind: 'word', start, end, key: wordKey(inside + tail), joined: false, marker: false }];
  }
  return [{ kind: 'bracket', start, end }];
}

/** Whether the word at `start` goes on with the one that ended at `end`: only a hyphen, at most with a line end, stands between. */
export function joinedTo(text: string, end: number, start: number): boolean {
  return end >= 0 && start - end <= 40 && HYPHEN_ONLY.test(text.slice(end, start));
}

function isMarker(text: string, start: number, word: string): boolean {
  const before = text[start - 1];
  const after = start + word.length;
  if (before === '[') return text[after] === ']' && /^\d/.test(word);
  return before === ':' && text[after] === ':' && text[after + 1] === '`';
}

/** How many words of its own (not in brackets) a quotation has; a hyphened compound is one. */
export function wordCount(units: readonly QuoteUnit[]): number {
  return units.reduce((sum, unit) => sum + (unit.kind === 'word' && !unit.joined ? 1 : 0), 0);
}

/** Pandoc's citations in running text: `[see @key, p. 3; @other]`, `@key [l. 12]`, `[-@key]`. */
import type { Span } from '../text/span.ts';
import { readSuffix } from './pandoc-locator.ts';

/** One citekey. Offsets count in the text that was read. */
export interface PandocCitation {
  /** From the at sign to the end of the key, with its braces. */
  readonly start: number;
  readonly end: number;
  /** The key alone, without sign and braces. */
  readonly key: Span<'text'>;
  readonly citekey: string;
  readonly locator: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly authorSuppressed: boolean;
  /** All that is said of this citekey, without the semicolons and spaces around. */
  readonly item: Span<'text'>;
}

/** Citations that are written together, and what to take away so that the sentence reads on without them. */
export interface PandocGroup {
  readonly citations: readonly PandocCitation[];
  /** The whole bracket; of a key in the sentence, from its at sign to the end of its bracket. */
  readonly range: Span<'text'>;
  /** Whether the bracket holds all of them; else the first one is part of the sentence. */
  readonly bracketed: boolean;
  readonly removed: Span<'text'> | null;
}

/** A key as Pandoc reads it: letters, digits and underscores with single marks between them, or anything in braces. */
const KEY = String.raw`@(?:\{([^}\s]{1,200})\}|([\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*))`;
const BRACKETED = /\[([^[\]]*@[^[\]]*)\](?!\()/gu;
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}_@\\/.])-?${KEY}(?:\s*\[([^[\]]*)\])?`, 'gu');
const IN_GROUP = new RegExp(String.raw`(?<![\p{L}\p{N}_@\\/.])${KEY}`, 'u');

/** All citations of a text in order. */
export function findPandocCitations(text: string): readonly PandocGroup[] {
  if (!text.includes('@')) return [];
  const groups: PandocGroup[] = [];
  const taken: { start: number; end: number }[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const citations = readGroup(match[1] ?? '', match.index + 1);
    if (citations.length === 0 || isLocatorOfBareKey(text, match.index)) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    taken.push(range);
    groups.push({ citations, range, bracketed: true, removed: range });
  }
  for (const match of text.matchAll(BARE)) {
    const start = match.index + (match[0].startsWith('-') ? 1 : 0);
    while ((taken[0]?.end ?? Number.POSITIVE_INFINITY) <= start) taken.shift();
    if (taken[0] !== undefined && taken[0].start <= start) continue;
    groups.push(bareGroup(match, start));
  }
  return groups.sort((a, b) => (a.citations[0]?.start ?? 0) - (b.citations[0]?.start ?? 0));
}

/** `@key`, or `@key [p. 3; @other]`: the bracket says the place, and may cite others too. */
function bareGroup(match: RegExpExecArray, start: number): PandocGroup {
  const citekey = match[1] ?? match[2] ?? '';
  const braced = match[1] === undefined ? 0 : 1;
  const end = start + 1 + citekey.length + 2 * braced;
  const range = { start, end: match.index + match[0].length };
  const key = { start: start + 1 + braced, end: end - braced };
  const inside = match[3];
  const own = { start, end, key, citekey, prefix: null, authorSuppressed: start > match.index };
  if (inside === undefined) {
    const item = { start, end };
    return { citations: [{ ...own, locator: null, suffix: null, item }], range, bracketed: false, removed: null };
  }
  const opening = range.end - inside.length - 2;
  const first = inside.split(';', 1)[0] ?? '';
  const others = readGroup(inside.slice(first.length), opening + 1 + first.length);
  const item = { start, end: others.length === 0 ? range.end : opening + 1 + first.trimEnd().length };
  const citation = { ...own, ...readSuffix(first), item };
  return { citations: [citation, ...others], range, bracketed: false, removed: { start: end, end: range.end } };
}

function readGroup(inside: string, offset: number): readonly PandocCitation[] {
  const citations: PandocCitation[] = [];
  let at = offset;
  for (const item of inside.split(';')) {
    const match = IN_GROUP.exec(item);
    if (match !== null) {
      const citekey = match[1] ?? match[2] ?? '';
      const braced = match[1] === undefined ? 0 : 1;
      const start = at + match.index;
      const end = start + match[0].length;
      const before = item.slice(0, match.index);
      const authorSuppressed = before.endsWith('-');
      const prefix = (authorSuppressed ? before.slice(0, -1) : before).trim();
      citations.push({
        start,
        end,
        key: { start: start + 1 + braced, end: end - braced },
        citekey,
        ...readSuffix(item.slice(match.index + match[0].length)),
        prefix: prefix === '' ? null : prefix,
        authorSuppressed,
        item: { start: at + item.length - item.trimStart().length, end: at + item.trimEnd().length },
      });
    }
    at += item.length + 1;
  }
  return citations;
}

/** `@key [p. 3; @other]` keeps its bracket as the locator of the bare key. */
function isLocatorOfBareKey(text: string, bracket: number): boolean {
  return /@[\p{L}\p{N}_:.#$%&\-+?<>~/{}]{1,200}\s?$/u.test(text.slice(Math.max(0, bracket - 204), bracket));
}

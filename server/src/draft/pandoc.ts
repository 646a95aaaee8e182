/** Pandoc's citations in running text: `[see @key, p. 3; @other]`, `@key [l. 12]`, `[-@key]`. */

/** One citekey. Offsets count in the text that was read. */
export interface PandocCitation {
  /** From the at sign to the end of the key. */
  readonly start: number;
  readonly end: number;
  readonly citekey: string;
  readonly locator: string | null;
}

/** Citations that are written together, and what to take away so that the sentence reads on without them. */
export interface PandocGroup {
  readonly citations: readonly PandocCitation[];
  readonly removed: { readonly start: number; readonly end: number } | null;
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
    groups.push({ citations, removed: range });
  }
  for (const match of text.matchAll(BARE)) {
    const start = match.index + (match[0].startsWith('-') ? 1 : 0);
    while ((taken[0]?.end ?? Number.POSITIVE_INFINITY) <= start) taken.shift();
    if (taken[0] !== undefined && taken[0].start <= start) continue;
    const citekey = match[1] ?? match[2] ?? '';
    const end = start + 1 + citekey.length + (match[1] === undefined ? 0 : 2);
    const locator = match[3]?.trim() ?? '';
    const bracket = match[3] === undefined ? null : { start: end, end: match.index + match[0].length };
    groups.push({ citations: [{ start, end, citekey, locator: locator === '' ? null : locator }], removed: bracket });
  }
  return groups.sort((a, b) => (a.citations[0]?.start ?? 0) - (b.citations[0]?.start ?? 0));
}

function readGroup(inside: string, offset: number): readonly PandocCitation[] {
  const citations: PandocCitation[] = [];
  let at = 0;
  for (const item of inside.split(';')) {
    const match = IN_GROUP.exec(item);
    if (match !== null) {
      const citekey = match[1] ?? match[2] ?? '';
      const start = offset + at + match.index;
      const suffix = item
        .slice(match.index + match[0].length)
        .replace(/^[\s,]+/, '')
        .trim();
      citations.push({ start, end: start + match[0].length, citekey, locator: suffix === '' ? null : suffix });
    }
    at += item.length + 1;
  }
  return citations;
}

/** `@key [p. 3; @other]` keeps its bracket as the locator of the bare key. */
function isLocatorOfBareKey(text: string, bracket: number): boolean {
  return /@[\p{L}\p{N}_:.#$%&\-+?<>~/{}]{1,200}\s?$/u.test(text.slice(Math.max(0, bracket - 204), bracket));
}

/** Text fragments (`#:~:text=…`): the words that a browser would mark. */
import type { SourceSpan } from '../../corpus/domain.ts';

/**
 * The place that a text fragment as written (percent-encoded) means: `words`, or `first words,last words`, with
 * `before-,` and `,-after` left out of account. Case, the kind of white space, and whether quotation marks and dashes are
 * curved or long do not count. Null where the words are not there.
 */
export function textFragmentSpan(text: string, fragment: string): SourceSpan | null {
  const whole = find(text, decoded(fragment), 0);
  if (whole !== null) return whole;
  const [first, last] = fragment
    .split(',')
    .filter((part) => !part.endsWith('-') && !part.startsWith('-'))
    .map(decoded);
  const start = first === undefined ? null : find(text, first, 0);
  if (start === null || last === undefined) return start;
  const end = find(text, last, start.end);
  return end === null ? null : { start: start.start, end: end.end };
}

/** A fragment as a person reads it: decoded, with an ellipsis between its first and last words. */
export function fragmentInWords(fragment: string): string {
  const named = fragment.split(',').filter((part) => !part.endsWith('-') && !part.startsWith('-'));
  return named.map(decoded).join(' … ');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function find(text: string, words: string, from: number): SourceSpan | null {
  const parts = words
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0 || words.length > 2000) return null;
  const wanted = new RegExp(parts.map(pattern).join('\\s+'), 'giu');
  wanted.lastIndex = from;
  const match = wanted.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** Marks of one kind, as writers, browsers and readers of files set them differently. */
const ALIKE = ["'‘’", '"“”', '‐‑–—-'];

function pattern(word: string): string {
  return [...word]
    .map((mark) => {
      const alike = ALIKE.find((marks) => marks.includes(mark));
      return alike === undefined ? mark.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&') : `[${alike}]`;
    })
    .join('');
}

/** Words from each end of a long passage that a fragment names. */
const WORDS_AT_ENDS = 5;

/** The fragment, percent-encoded, by which a browser finds some words: all of a few, the first and the last of many. */
export function textFragmentFor(words: string): string | null {
  const all = words.split(/\s+/).filter((word) => word !== '');
  if (all.length === 0) return null;
  if (all.length <= 2 * WORDS_AT_ENDS) return encoded(all);
  return `${encoded(all.slice(0, WORDS_AT_ENDS))},${encoded(all.slice(-WORDS_AT_ENDS))}`;
}

/** A hyphen would mark words before or after; parentheses would end a link in Markdown. */
function encoded(words: readonly string[]): string {
  try {
    return encodeURIComponent(words.join(' ')).replace(/[-()'*!~_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    // Half a surrogate pair has no encoding.
    return '';
  }
}

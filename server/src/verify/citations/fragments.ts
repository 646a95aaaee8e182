/** Text fragments (`#:~:text=…`): the words that a browser would mark. */
import type { SourceSpan } from '../../corpus/domain.ts';

/**
 * The place that a decoded text fragment means: `words`, or `first words,last words`, with `before-,` and `,-after`
 * left out of account. Case, the kind of white space, and whether quotation marks and dashes are curved or long do not count. Null where the words are not there.
 */
export function textFragmentSpan(text: string, fragment: string): SourceSpan | null {
  const whole = find(text, fragment, 0);
  if (whole !== null) return whole;
  const [first, last] = fragment.split(',').filter((part) => !part.endsWith('-') && !part.startsWith('-'));
  const start = first === undefined ? null : find(text, first, 0);
  if (start === null || last === undefined) return start;
  const end = find(text, last, start.end);
  return end === null ? null : { start: start.start, end: end.end };
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

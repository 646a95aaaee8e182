/** The bracket that a citation is being written in, `[@one, l. 5; @two|]`, and the marks of words that stand behind it. */
import type { DraftSpan } from '../../draft/types.ts';
import { readWordsComment, wordsComment } from '../../draft/words-mark.ts';
import type { Fingerprint } from '../../text/fingerprint.ts';

export interface MarkEdit {
  /** What is still wanted directly behind the citation: nothing where its bracket is closed already. */
  readonly behind: string;
  readonly also: readonly { readonly span: DraftSpan; readonly newText: string }[];
}

/** No bracket that a person types reaches further. */
const REACH = 1000;
const NOTHING: MarkEdit = { behind: '', also: [] };

/**
 * How the mark of a citation's words gets behind its bracket, among those of the others in it. `span` is what the citation
 * replaces. A bracket that nobody has closed is closed; where words follow in it that are not the citation's, no mark is put.
 */
export function markBehind(text: string, span: DraftSpan, words: Fingerprint | null): MarkEdit {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const index = before.slice(before.lastIndexOf('[') + 1).split(';').length - 1;
  const after = text.slice(span.end, span.end + REACH);
  const rest = /^([^[\];\r\n]*)((?:;[^[\]\r\n]*)?)\]/.exec(after);
  if (rest === null) {
    const none = Array.from({ length: index }, () => null);
    return /^[^[\r\n]*\]/.test(after) ? NOTHING : { behind: `]${wordsComment([...none, words])}`, also: [] };
  }
  const [whole, tail = '', others = ''] = rest;
  if (tail.trim() !== '') return NOTHING;
  const at = span.end + whole.length;
  const old = readWordsComment(text, at);
  const count = index + others.split(';').length;
  const marks = Array.from({ length: count }, (_, i) => (i === index ? words : (old?.words[i] ?? null)));
  return { behind: '', also: [{ span: old?.span ?? { start: at, end: at }, newText: wordsComment(marks) }] };
}

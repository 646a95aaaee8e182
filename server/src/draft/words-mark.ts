/**
 * The mark of the cited words in a citation that the program writes, by which they are found again when their source has
 * changed: `?words=…` in the address of a link, which no reader of Markdown shows and every opener of files passes over;
 * a comment directly behind a Pandoc citation, which Pandoc leaves out of what it makes.
 */
import { type Fingerprint, readFingerprint, writeFingerprint } from '../text/fingerprint.ts';
import type { DraftSpan } from './types.ts';

const COMMENT = /^<!--words=([0-9a-z;-]{0,4000})-->/;

/** `?words=23-0k3f9ac2e1-a7x2`, or nothing. */
export function wordsQuery(words: Fingerprint | null): string {
  return words === null ? '' : `?words=${writeFingerprint(words)}`;
}

/** The mark in what follows the question mark of an address, or null. */
export function readWordsQuery(query: string): Fingerprint | null {
  const written = /(?:^|&)words=([0-9a-z-]{1,40})(?:&|$)/.exec(query)?.[1];
  return written === undefined ? null : readFingerprint(written);
}

/** `<!--words=a;b-->` for the citations of one bracket, in their order; nothing where none has a mark. */
export function wordsComment(words: readonly (Fingerprint | null)[]): string {
  if (words.every((one) => one === null)) return '';
  return `<!--words=${words.map((one) => (one === null ? '' : writeFingerprint(one))).join(';')}-->`;
}

export interface WordsComment {
  readonly span: DraftSpan;
  /** By the order of the bracket's citations. */
  readonly words: readonly (Fingerprint | null)[];
}

/** The marks that begin at a place of the draft, or null. */
export function readWordsComment(draft: string, at: number): WordsComment | null {
  if (!draft.startsWith('<!--words=', at)) return null;
  const match = COMMENT.exec(draft.slice(at, at + 4100));
  if (match === null) return null;
  return { span: { start: at, end: at + match[0].length }, words: (match[1] ?? '').split(';').map(readFingerprint) };
}

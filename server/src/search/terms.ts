/** Terms as the server keeps them: words between spaces, which its whitespace analysis cuts apart just as they were sent. */
import { createHash } from 'node:crypto';

/** The server cuts tokens that are longer than 255 letters. */
const LONGEST = 200;
/** What a tokenizer may take for space, what marks an encoded letter, and halves of letters, which are no text. */
const UNSAFE = /[%\s\p{Z}\p{C}]/gu;

/** The word that stands for a term; different terms have different words. */
export function wordOf(term: string): string {
  if (term === '') return '%';
  const safe = term.replace(UNSAFE, (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16)};`);
  if (safe.length <= LONGEST) return safe;
  // Cut, and told apart from others that begin alike.
  return `%${createHash('sha256').update(safe).digest('hex')}`;
}

/** The words of a passage in one text; equal texts have equal terms. */
export function textOf(terms: readonly string[]): string {
  return terms.map(wordOf).join(' ');
}

export function wordsIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

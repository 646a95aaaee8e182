/** A short name for a stretch of text by its words alone: case, punctuation, quotation marks and spacing do not change it. */
import { fingerprintOf, sumWords } from '../text/fingerprint.ts';

/** What `wordsKey` may give. */
export const WORDS_KEY = /^(?:0|[1-9]\d{0,4}-[0-9a-z]{10})$/;

/** The number of words and what they are, `23-0k3f9ac2e1`; `0` where there are none. */
export function wordsKey(text: string): string {
  const mark = fingerprintOf(sumWords(text), { start: 0, end: text.length });
  return mark === null ? '0' : `${mark.count}-${mark.words}`;
}

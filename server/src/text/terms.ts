/** Terms of the index: what a passage is found by. */
import { plainDigits, SCALES, SMALL } from './numberwords.ts';
import { tokenize } from './tokens.ts';
import { readCardinal } from './wordnumbers.ts';

export { isStop } from './stopwords.ts';

/**
 * The terms of a text in order: Porter2 stems, stop words kept, marks dropped. Numbers are plain digits however they are
 * written (`seventeen`, `17` → `17`; `£120,000` → `120000`; `1.2 million` → `1200000`; `34th` → `34`).
 */
export function indexTerms(text: string): readonly string[] {
  const tokens = tokenize(text);
  const terms: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'punct' || token.kind === 'symbol') continue;
    const follower = tokens[at + 1]?.lower ?? '';
    if (
      token.kind === 'number'
        ? SCALES.has(follower)
        : SMALL.has(token.lower) && (follower === '-' || SMALL.has(follower) || SCALES.has(follower))
    ) {
      const reading = readCardinal(tokens, at);
      if (reading !== null) {
        terms.push(plainDigits(reading.value));
        at = reading.next - 1;
        continue;
      }
    }
    terms.push(token.stem);
  }
  return terms;
}

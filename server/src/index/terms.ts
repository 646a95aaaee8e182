import { tokenize } from '../text/tokens.ts';

/** What a text is found by in the index: its stems in order, stop words kept, punctuation left out. Passages and queries are read alike. */
export function termsOf(text: string): readonly string[] {
  return tokenize(text).flatMap((token) => (token.kind === 'punct' ? [] : [token.stem]));
}

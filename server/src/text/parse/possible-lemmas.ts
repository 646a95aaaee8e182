/**
 * Which lemmas the predicates of a sentence can have, by its words alone: a small part of the cost of reading the predicates, and
 * enough to know that none of them is the one that is looked for.
 */
import { memoised } from '../memo.ts';
import type { Token } from '../types.ts';
import { verbLemma } from './lemma.ts';
import { nominalLemma } from './nominal.ts';

/** A draft and its candidates have fewer words than this. */
const MOST_WORDS = 20_000;

/** The lemmas of a word: that of the verb it may be, then that of the deed it may name. */
const lemmasOf = memoised(MOST_WORDS, (lower: string): readonly string[] => {
  const nominal = nominalLemma(lower);
  return nominal === null ? [verbLemma(lower)] : [verbLemma(lower), nominal];
});

/** Every lemma that a predicate of these tokens can have; a copula ("be") may stand anywhere. */
export function possibleLemmas(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set(['be']);
  for (const { lower } of tokens) for (const lemma of lemmasOf(lower)) found.add(lemma);
  return found;
}

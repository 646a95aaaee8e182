/** Finds the passages that may bear on a claim: its own words, their relatives, other forms of its names, and what stands before it. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Hit, QueryTerm } from '../index/types.ts';
import { indexTerms } from '../text/terms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';

const CANDIDATES = 24;
/** Passages of the whole corpus among which those of one document are looked for. */
const CANDIDATES_OF_ONE = 2000;
const WEIGHT = { own: 1, alias: 0.5, relative: 0.3, context: 0.3 } as const;
const RELATIVES = 4;

/** Candidate passages for a claim (or, with `within`, for a part of it), best first; of one document alone where `citekey` names it. */
export function retrieve(
  claim: Reading,
  within: ReadonlySet<number> | null,
  context: readonly string[],
  corpus: Corpus,
  lexicon: Lexicon,
  citekey: string | null = null,
): readonly Hit[] {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    if (weight > (weights.get(term) ?? 0)) weights.set(term, weight);
  };
  for (const word of claim.words) {
    if (within !== null && !within.has(word.index)) continue;
    add(word.token.stem, word.class === 'attribution' ? WEIGHT.context : WEIGHT.own);
    if (word.class === 'verb' || word.class === 'word')
      for (const form of word.phrasal === null ? [word.token.stem] : [word.token.stem, word.phrasal])
        for (const relative of lexicon.relatives(form, RELATIVES)) add(relative, WEIGHT.relative);
  }
  for (const name of claim.analysis.names)
    for (const entity of corpus.gazetteer.lookup(name.name).slice(0, 1))
      for (const alias of entity.aliases) for (const term of indexTerms(alias)) add(term, WEIGHT.alias);
  for (const term of context) add(term, WEIGHT.context);
  const query: QueryTerm[] = [...weights].map(([term, weight]) => ({ term, weight }));
  if (citekey === null) return corpus.index.search(query, CANDIDATES);
  const found = corpus.index.search(query, CANDIDATES_OF_ONE);
  return found.filter(({ id }) => corpus.passage(id)?.citekey === citekey).slice(0, CANDIDATES);
}

/** What every judgement needs: the corpus, the language data, and what has been read already. */

import type { Corpus } from '../corpus/corpus.ts';
import { analyse } from '../text/analyse.ts';
import { indexTerms } from '../text/terms.ts';
import type { Analysis, Predicate } from '../text/types.ts';
import type { AlignTools } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import type { Nearness } from './nearness.ts';
import { readPassageText } from './reading.ts';
import { createPassageReader, type ReadPassage } from './unit.ts';

/** Data about English that faces load once: a reader of predicates and a table of word relations. */
export interface Language {
  readonly predicates: (analysis: Analysis) => readonly Predicate[];
  readonly lexicon: Lexicon;
  readonly nearness: Nearness;
}

export interface Engine {
  readonly corpus: Corpus;
  readonly language: Language;
  readonly tools: AlignTools;
  readonly passages: (id: number) => ReadPassage | null;
}

/** Rarity of a word no passage has is bounded, so that one stranger does not drown all that is found. */
const LEAST_RARITY = 0.35;
const MOST_RARITY = 1.25;
/** What a word loses that is common in all English ("take", "make"), however rare it is in this corpus. */
const COMMON_WORD_DISCOUNT = 0.75;

export function createEngine(corpus: Corpus, language: Language): Engine {
  const size = Math.max(corpus.index.size, 1);
  const half = Math.log(1 + size / 20);
  const rarity = (stem: string): number => {
    const frequency = corpus.index.documentFrequency(stem);
    const idf = Math.log(1 + size / (frequency + 1)) / half;
    const here = Math.max(LEAST_RARITY, Math.min(MOST_RARITY, idf));
    return here * (1 - COMMON_WORD_DISCOUNT * language.lexicon.commonness(stem) ** 2);
  };
  const passages = createPassageReader(corpus, (text) => readPassageText(analyse(text), language.predicates));
  return {
    corpus,
    language,
    tools: { lexicon: language.lexicon, nearness: language.nearness, gazetteer: corpus.gazetteer, rarity },
    passages,
  };
}

/** Terms of the sentences before a claim, for retrieving what a pronoun in it may mean. */
export function contextTerms(texts: readonly string[], limit = 12): readonly string[] {
  const terms: string[] = [];
  for (const text of texts) {
    const analysis = analyse(text);
    for (const name of analysis.names) terms.push(...indexTerms(name.name));
  }
  return [...new Set(terms)].slice(0, limit);
}

/** A corpus whose passages another index finds; everything else is the corpus's own. */
import type { EvidenceReader } from '../index/types.ts';
import type { Corpus } from './corpus.ts';

/** `index` must hold the passages of `corpus` under their ids. */
export function withIndex(corpus: Corpus, index: EvidenceReader): Corpus {
  return {
    index,
    sources: corpus.sources,
    documents: corpus.documents,
    passageCount: corpus.passageCount,
    problems: corpus.problems,
    // Worked out by the corpus when somebody asks for it, and not before.
    get gazetteer() {
      return corpus.gazetteer;
    },
    get speakers() {
      return corpus.speakers;
    },
    passage: (id) => corpus.passage(id),
    passagesOf: (citekey) => corpus.passagesOf(citekey),
    idsOf: (source) => corpus.idsOf(source),
    block: (citekey, index) => corpus.block(citekey, index),
    passagesAt: (source, lines) => corpus.passagesAt(source, lines),
    standing: (id) => corpus.standing(id),
    dates: (id) => corpus.dates(id),
    words: (source, span) => corpus.words(source, span),
    lineOf: (source, offset) => corpus.lineOf(source, offset),
  };
}

/** Training of the tagger. */
import { TAGGER_TEMPLATES, Tagger, type TaggerModel } from '../../server/src/text/parse/model/tagger.ts';
import type { WordTable } from '../../server/src/text/parse/model/words.ts';
import type { Tag } from '../../server/src/text/parse/tags.ts';
import type { GoldSentence } from './conllu.ts';
import { FixedWeights, LearningWeights, seeded, shuffle } from './learning.ts';
import { lexiconOf, type Tagset } from './tagset.ts';

export const TAGGER_BITS = 18;

export interface TaggerSettings {
  readonly epochs: number;
  readonly seeds: readonly number[];
}

export interface TrainedTagger extends TaggerModel {
  readonly scorer: FixedWeights;
}

/** Trains one tagger a seed and adds them up, which for linear models is to let them vote. */
export function trainTagger(sentences: readonly GoldSentence[], tagset: Tagset, words: WordTable, settings: TaggerSettings): TrainedTagger {
  const lexicon = lexiconOf(sentences, tagset);
  const total = new Float32Array(tagset.tags.length << TAGGER_BITS);
  const gold = sentences.map(({ tags }) => tags.map((tag: Tag) => tagset.number(tag)));
  for (const seed of settings.seeds) {
    const weights = new LearningWeights(tagset.tags.length, TAGGER_BITS);
    const tagger = new Tagger({ scorer: weights, ...lexicon }, words);
    const random = seeded(seed);
    const order = sentences.map((_, i) => i);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      shuffle(order, random);
      for (const index of order) {
        const answers = gold[index] ?? [];
        tagger.tag((sentences[index] as GoldSentence).forms, (at, guess) => {
          weights.tick();
          const right = answers[at] ?? 0;
          if (guess !== right) weights.update(tagger.features, TAGGER_TEMPLATES.count, right, guess);
          return guess;
        });
      }
    }
    weights.addAverageTo(total);
  }
  return { scorer: new FixedWeights(tagset.tags.length, TAGGER_BITS, total), ...lexicon };
}

/** Tags for each sentence from a tagger that has not seen it, so that the parser learns from honest mistakes. */
export function jackknifedTags(
  sentences: readonly GoldSentence[],
  tagset: Tagset,
  words: WordTable,
  settings: TaggerSettings,
  folds: number,
): readonly Int16Array[] {
  const result: Int16Array[] = new Array(sentences.length);
  const foldOf = (index: number): number => Math.floor(index / 50) % folds;
  for (let fold = 0; fold < folds; fold++) {
    const model = trainTagger(
      sentences.filter((_, i) => foldOf(i) !== fold),
      tagset,
      words,
      settings,
    );
    const tagger = new Tagger(model, words);
    for (const [i, sentence] of sentences.entries()) if (foldOf(i) === fold) result[i] = tagger.tag(sentence.forms);
  }
  return result;
}

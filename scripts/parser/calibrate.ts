/** How sure an arc is, from the margin of the decision that made it, measured on sentences not trained on. */

import type { ParserModel } from '../../server/src/text/parse/model/model-file.ts';
import { ArcEagerParser } from '../../server/src/text/parse/model/parser.ts';
import { Tagger } from '../../server/src/text/parse/model/tagger.ts';
import { WordTable } from '../../server/src/text/parse/model/words.ts';
import type { GoldSentence } from './conllu.ts';

const BANDS = 12;

/** Bands of equal size over the margins of words that are not marks, with the share of right heads and labels in each, made to rise. */
export function calibrate(
  model: ParserModel,
  sentences: readonly GoldSentence[],
): { readonly margins: readonly number[]; readonly calibration: readonly number[] } {
  const words = new WordTable();
  const tagger = new Tagger(model.tagger, words);
  const parser = new ArcEagerParser(model.parser, model.tags, words);
  const seen: { readonly margin: number; readonly right: boolean }[] = [];
  for (const sentence of sentences) {
    const parse = parser.parse(sentence.forms, tagger.tag(sentence.forms));
    for (let i = 1; i < sentence.forms.length; i++) {
      if (sentence.tags[i]?.upos === 'PUNCT') continue;
      seen.push({ margin: parse.margin[i] as number, right: parse.head[i] === sentence.heads[i] && parse.label[i] === sentence.labels[i] });
    }
  }
  seen.sort((a, b) => a.margin - b.margin);
  const margins: number[] = [];
  const calibration: number[] = [];
  let sureness = 0;
  for (let band = 0; band < BANDS; band++) {
    const part = seen.slice(Math.floor((band * seen.length) / BANDS), Math.floor(((band + 1) * seen.length) / BANDS));
    sureness = Math.max(sureness, part.filter((one) => one.right).length / Math.max(part.length, 1));
    calibration.push(Math.round(sureness * 1000) / 1000);
    const last = part[part.length - 1];
    if (band < BANDS - 1 && last !== undefined) margins.push(Math.round(last.margin));
  }
  return { margins, calibration };
}

/** A greedy tagger from left to right over joint tags (universal and Penn), scored by a linear model. */
import { compileTemplates, fillFeatures } from './templates.ts';
import { best, type Scorer } from './weights.ts';
import type { WordHashes, WordTable } from './words.ts';

/** Words by place (`w` the word itself, `p` before, `n` after), then parts of it; `t1`, `t2` are the two tags before. */
const ATOMS = [
  'one',
  'w',
  'p',
  'n',
  'pp',
  'nn',
  'w.1',
  'w.2',
  'w.3',
  'w.4',
  'w.p1',
  'w.p3',
  'w.shape',
  'w.cap',
  'w.hyphen',
  'n.2',
  'n.3',
  'n.cap',
  'p.3',
  'p.cap',
  'n.known',
  't1',
  't2',
  'first',
  'w.verb',
  'w.noun',
  'nn.known',
  'n.4',
  'pp.cap',
  'nn.3',
];

export const TAGGER_TEMPLATES = compileTemplates(
  `one | w | w.1 | w.2 | w.3 | w.4 | w.p1 | w.p3 | w.shape first | w.cap first | t1 | t1 t2 | t1 w | p | n | p w | w n | pp | nn | n.3 | p.3
   w.3 n.2 | t1 w.3 | t1 n | w.2 w.cap | n.cap w.cap | p.cap w.cap | n.known w | t1 n.known | n nn | w.hyphen w.2 | p n | w.verb | w.noun
   w.verb t1 | t1 t2 w | t1 n.known nn.known | w.3 n.known | t1 w.2 n.known | w.cap t1 first | w.noun n.known | t1 n.3 | w t1 n.known | w.shape n.cap p.cap
   w.3 t1 t2 | n.4 w.2 | pp.cap p.cap w.cap n.cap | t1 nn.known | nn.3 n.known`,
  ATOMS,
);

const START_TAG = 250;

/** What a tagger needs: its scorer and the tags of frequent words that never vary. */
export interface TaggerModel {
  readonly scorer: Scorer;
  /** Normal form → tag. */
  readonly dictionary: ReadonlyMap<string, number>;
  /** Normal form → class of tags seen in training, for looking ahead to words not yet tagged. */
  readonly classes: ReadonlyMap<string, number>;
}

export class Tagger {
  readonly features = new Int32Array(TAGGER_TEMPLATES.count);
  readonly #atoms = new Int32Array(ATOMS.length);
  readonly #scores: Float32Array;
  readonly #words: WordTable;
  readonly #model: TaggerModel;
  readonly #start: WordHashes;
  readonly #end: WordHashes;

  constructor(model: TaggerModel, words: WordTable) {
    this.#model = model;
    this.#words = words;
    this.#scores = new Float32Array(model.scorer.classes);
    this.#start = words.of('<s>');
    this.#end = words.of('</s>');
  }

  /**
   * Tags forms 1 to n (place 0 is not a word). `choose`, if given, sees every decision (features are in `features`) and
   * may train on it; it returns the tag to go on with.
   */
  tag(forms: readonly string[], choose?: (at: number, guess: number) => number): Int16Array {
    const n = forms.length - 1;
    const words: WordHashes[] = [this.#start];
    for (let i = 1; i <= n; i++) words.push(this.#words.of(forms[i] ?? ''));
    words.push(this.#end, this.#end);
    const tags = new Int16Array(n + 2);
    for (let i = 1; i <= n; i++) {
      const known = this.#model.dictionary.get((words[i] ?? this.#end).normal);
      if (known !== undefined) {
        tags[i] = known;
        continue;
      }
      this.#fill(words, i, i > 1 ? (tags[i - 1] as number) : START_TAG, i > 2 ? (tags[i - 2] as number) : START_TAG);
      this.#model.scorer.score(this.features, TAGGER_TEMPLATES.count, this.#scores);
      const guess = best(this.#scores);
      tags[i] = choose === undefined ? guess : choose(i, guess);
    }
    return tags;
  }

  #known(word: WordHashes): number {
    return this.#model.classes.get(word.normal) ?? word.suffix2;
  }

  #fill(words: readonly WordHashes[], i: number, tag1: number, tag2: number): void {
    const word = words[i] ?? this.#end;
    const before = words[i - 1] ?? this.#start;
    const after = words[i + 1] ?? this.#end;
    const before2 = words[i - 2] ?? this.#start;
    const after2 = words[i + 2] ?? this.#end;
    // Written one by one: a list made for each word would be the dearest part of tagging it.
    const atoms = this.#atoms;
    atoms[0] = 1;
    atoms[1] = word.id;
    atoms[2] = before.id;
    atoms[3] = after.id;
    atoms[4] = before2.id;
    atoms[5] = after2.id;
    atoms[6] = word.suffix1;
    atoms[7] = word.suffix2;
    atoms[8] = word.suffix3;
    atoms[9] = word.suffix4;
    atoms[10] = word.prefix1;
    atoms[11] = word.prefix3;
    atoms[12] = word.shape;
    atoms[13] = word.capital;
    atoms[14] = word.hyphen;
    atoms[15] = after.suffix2;
    atoms[16] = after.suffix3;
    atoms[17] = after.capital;
    atoms[18] = before.suffix3;
    atoms[19] = before.capital;
    atoms[20] = this.#known(after);
    atoms[21] = tag1;
    atoms[22] = tag2;
    atoms[23] = i === 1 ? 1 : 0;
    atoms[24] = word.verb;
    atoms[25] = word.noun;
    atoms[26] = this.#known(after2);
    atoms[27] = after.suffix4;
    atoms[28] = before2.capital;
    atoms[29] = after2.suffix3;
    fillFeatures(TAGGER_TEMPLATES, atoms, this.features);
  }
}

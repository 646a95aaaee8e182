/** A greedy arc-eager dependency parser: one decision after the other, each by a linear model. */
import type { Tag } from '../tags.ts';
import { ARC_TEMPLATES, arcFeatures } from './arc-features.ts';
import { LABEL_TEMPLATES, labelFeatures } from './label-features.ts';
import { LEFT, REDUCE, RIGHT, SHIFT, State, type TagTraits } from './state.ts';
import { best, type Scorer } from './weights.ts';
import type { WordTable } from './words.ts';

/** What a parser needs. */
export interface ArcModel {
  readonly actions: Scorer;
  readonly arcs: Scorer;
  readonly labels: readonly string[];
}

/** Heads (0 for the main word) and labels of words 1 to n, and how clearly each was decided. */
export interface Parse {
  readonly head: Int32Array;
  readonly label: readonly string[];
  readonly margin: Float32Array;
}

/** What features ask of a tag set. */
export function tagTraits(tags: readonly Tag[]): TagTraits {
  const coarse = [...new Set(tags.map((tag) => tag.upos))];
  const flag = (...upos: readonly Tag['upos'][]): Uint8Array => Uint8Array.from(tags, (tag) => (upos.includes(tag.upos) ? 1 : 0));
  return {
    count: tags.length,
    coarse: Int32Array.from(tags, (tag) => coarse.indexOf(tag.upos) + 1),
    verbal: flag('VERB', 'AUX'),
    noun: flag('NOUN', 'PROPN'),
    mark: flag('PUNCT'),
    joiner: flag('CCONJ', 'SCONJ'),
  };
}

export class ArcEagerParser {
  readonly features = new Int32Array(Math.max(ARC_TEMPLATES.count, LABEL_TEMPLATES.count));
  readonly traits: TagTraits;
  readonly scores = new Float32Array(4);
  readonly labelScores: Float32Array;
  readonly #model: ArcModel;
  readonly #words: WordTable;
  readonly #tags: readonly Tag[];

  constructor(model: ArcModel, tags: readonly Tag[], words: WordTable) {
    this.#model = model;
    this.#words = words;
    this.#tags = tags;
    this.traits = tagTraits(tags);
    this.labelScores = new Float32Array(model.labels.length);
  }

  /** The state before the first decision; forms and tags count from 1. */
  begin(forms: readonly string[], tags: ArrayLike<number>): State {
    return new State(
      forms.map((form) => this.#words.of(form)),
      tags,
      this.traits,
    );
  }

  /** Scores the four actions of a state into `scores`. */
  score(state: State): void {
    arcFeatures(state, this.features);
    this.#model.actions.score(this.features, ARC_TEMPLATES.count, this.scores);
  }

  /** The best label of an arc; its features stay in `features`. */
  labelFor(state: State, head: number, dependent: number): number {
    labelFeatures(state, head, dependent, this.features);
    this.#model.arcs.score(this.features, LABEL_TEMPLATES.count, this.labelScores);
    return best(this.labelScores);
  }

  /** Parses a tagged sentence. */
  parse(forms: readonly string[], tags: ArrayLike<number>): Parse {
    const state = this.begin(forms, tags);
    while (!state.done) {
      const action = this.#decide(state);
      if (action !== LEFT && action !== RIGHT) {
        state.take(action, -1);
        continue;
      }
      const [head, dependent] = state.arc(action);
      state.take(action, head === state.root ? -1 : this.labelFor(state, head, dependent));
    }
    return this.#finish(state, tags);
  }

  /** The best legal action; notes by how much it beat the next one, for the words it places. */
  #decide(state: State): number {
    const legal = state.legal();
    if ((legal & (legal - 1)) === 0) return 31 - Math.clz32(legal);
    this.score(state);
    let first = -1;
    let margin = Number.POSITIVE_INFINITY;
    for (let action = SHIFT; action <= RIGHT; action++) {
      if (((legal >> action) & 1) === 0) continue;
      if (first < 0 || (this.scores[action] as number) > (this.scores[first] as number)) first = action;
    }
    for (let action = SHIFT; action <= RIGHT; action++) {
      if (((legal >> action) & 1) === 1 && action !== first)
        margin = Math.min(margin, (this.scores[first] as number) - (this.scores[action] as number));
    }
    const placed = settlesTop(first) ? state.below(0) : state.next;
    state.margin[placed] = Math.min(state.margin[placed] as number, margin);
    return first;
  }

  /** One main word: the first verb that took the root, else the first word; the others hang on it. */
  #finish(state: State, tags: ArrayLike<number>): Parse {
    const { n, root, head, margin } = state;
    const tops: number[] = [];
    for (let i = 1; i <= n; i++) if (head[i] === root) tops.push(i);
    const upos = (word: number): Tag['upos'] => this.#tags[tags[word] ?? 0]?.upos ?? 'X';
    const main = tops.find((word) => upos(word) === 'VERB') ?? tops.find((word) => upos(word) !== 'PUNCT') ?? tops[0] ?? 1;
    const label = Array.from({ length: n + 1 }, (_, i) => this.#model.labels[state.label[i] as number] ?? 'dep');
    for (const word of tops) {
      head[word] = word === main ? 0 : main;
      label[word] = word === main ? 'root' : upos(word) === 'PUNCT' ? 'punct' : 'parataxis';
    }
    return { head: head.slice(0, n + 1), label, margin: margin.slice(0, n + 1) };
  }
}

/** Left arcs and reductions settle the word on top of the stack, shifts and right arcs the next one. */
function settlesTop(action: number): boolean {
  return action === LEFT || action === REDUCE;
}

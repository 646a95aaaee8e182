/** Training of the parser with a dynamic oracle and exploration (Goldberg & Nivre 2012). */
import { ARC_TEMPLATES } from '../../server/src/text/parse/model/arc-features.ts';
import { LABEL_TEMPLATES } from '../../server/src/text/parse/model/label-features.ts';
import { ArcEagerParser } from '../../server/src/text/parse/model/parser.ts';
import { LEFT, REDUCE, RIGHT, SHIFT, type State } from '../../server/src/text/parse/model/state.ts';
import type { WordTable } from '../../server/src/text/parse/model/words.ts';
import type { GoldSentence } from './conllu.ts';
import { FixedWeights, LearningWeights, seeded, shuffle } from './learning.ts';
import type { Tagset } from './tagset.ts';

export const ACTION_BITS = 21;
export const LABEL_BITS = 18;
/** How often, after the first epoch, training goes on from its own mistake instead of the right action. */
const EXPLORE = 0.9;

export interface ParserSettings {
  readonly epochs: number;
  readonly seed: number;
}

export interface TrainedParser {
  readonly actions: FixedWeights;
  readonly arcs: FixedWeights;
  readonly labels: readonly string[];
}

/** For each action the number of gold arcs that it puts out of reach; 99 for one that cannot be taken. */
export function actionCosts(state: State, gold: Int32Array, legal: number): readonly [number, number, number, number] {
  const top = state.below(0);
  const { next, root, n } = state;
  let dependentsOfTop = 0;
  if (top > 0) for (let k = next; k <= n; k++) if (gold[k] === top) dependentsOfTop++;
  let dependentsOfNext = 0;
  let headOnStack = false;
  for (let i = 0; i < state.depth; i++) {
    const word = state.stack[i] as number;
    if ((state.head[word] as number) < 0 && gold[word] === next) dependentsOfNext++;
    if (next < root && gold[next] === word) headOnStack = true;
  }
  const goldTop = gold[top] as number;
  const goldNext = gold[next] as number;
  const allowed = (action: number): boolean => ((legal >> action) & 1) === 1;
  return [
    allowed(SHIFT) ? dependentsOfNext + (headOnStack ? 1 : 0) : 99,
    allowed(REDUCE) ? dependentsOfTop : 99,
    allowed(LEFT) ? dependentsOfTop + (goldTop !== next && goldTop > next ? 1 : 0) : 99,
    allowed(RIGHT) ? dependentsOfNext + (goldNext !== top && (headOnStack || goldNext > next) ? 1 : 0) : 99,
  ];
}

/** One run of training; its averaged weights are added to `total`. */
export function trainRun(
  sentences: readonly GoldSentence[],
  tags: readonly ArrayLike<number>[],
  tagset: Tagset,
  labels: readonly string[],
  words: WordTable,
  settings: ParserSettings,
  total: { readonly actions: Float32Array; readonly arcs: Float32Array },
  log: (line: string) => void,
): void {
  const actions = new LearningWeights(4, ACTION_BITS);
  const arcs = new LearningWeights(labels.length, LABEL_BITS);
  const parser = new ArcEagerParser({ actions, arcs, labels }, tagset.tags, words);
  const random = seeded(settings.seed);
  const order = sentences.map((_, i) => i);
  const numberOf = new Map(labels.map((label, i) => [label, i]));
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let decisions = 0;
    for (const index of order) {
      const sentence = sentences[index] as GoldSentence;
      const state = parser.begin(sentence.forms, tags[index] as ArrayLike<number>);
      const gold = Int32Array.from([...sentence.heads.map((head) => (head === 0 ? state.root : head)), -1]);
      gold[0] = -1;
      while (!state.done) {
        const legal = state.legal();
        let action = 31 - Math.clz32(legal);
        if ((legal & (legal - 1)) !== 0) {
          parser.score(state);
          const costs = actionCosts(state, gold, legal);
          const least = Math.min(...costs);
          let good = -1;
          let bad = -1;
          for (let k = SHIFT; k <= RIGHT; k++) {
            if (((legal >> k) & 1) === 0) continue;
            const score = parser.scores[k] as number;
            if (costs[k] === least) {
              if (good < 0 || score > (parser.scores[good] as number)) good = k;
            } else if (bad < 0 || score > (parser.scores[bad] as number)) bad = k;
          }
          actions.tick();
          decisions++;
          action = good;
          if (bad >= 0 && (parser.scores[bad] as number) >= (parser.scores[good] as number)) {
            wrong++;
            actions.update(parser.features, ARC_TEMPLATES.count, good, bad);
            if (epoch > 0 && random() < EXPLORE) action = bad;
          }
        }
        state.take(action, action === LEFT || action === RIGHT ? learnLabel(action) : -1);
      }

      /** Labels the arc about to be made, learning from it where the arc is a gold one. */
      function learnLabel(action: typeof LEFT | typeof RIGHT): number {
        const [head, dependent] = state.arc(action);
        if (head === state.root) return -1;
        const guess = parser.labelFor(state, head, dependent);
        if (gold[dependent] !== head) return guess;
        const right = numberOf.get(sentence.labels[dependent] ?? '') ?? 0;
        arcs.tick();
        if (guess !== right) arcs.update(parser.features, LABEL_TEMPLATES.count, right, guess);
        return epoch === 0 ? right : guess;
      }
    }
    log(`run ${settings.seed} epoch ${epoch}: ${((100 * wrong) / decisions).toFixed(2)} % of decisions wrong`);
  }
  actions.addAverageTo(total.actions);
  arcs.addAverageTo(total.arcs);
}

/** Trains one parser a seed and adds them up. */
export function trainParser(
  sentences: readonly GoldSentence[],
  tags: readonly ArrayLike<number>[],
  tagset: Tagset,
  words: WordTable,
  settings: { readonly epochs: number; readonly seeds: readonly number[] },
  log: (line: string) => void,
): TrainedParser {
  const labels = [...new Set(sentences.flatMap((sentence) => sentence.labels.slice(1)))].sort();
  const total = { actions: new Float32Array(4 << ACTION_BITS), arcs: new Float32Array(labels.length << LABEL_BITS) };
  for (const seed of settings.seeds) trainRun(sentences, tags, tagset, labels, words, { epochs: settings.epochs, seed }, total, log);
  return {
    labels,
    actions: new FixedWeights(4, ACTION_BITS, total.actions),
    arcs: new FixedWeights(labels.length, LABEL_BITS, total.arcs),
  };
}

/** What training needs and reading does not: weights that can change and be averaged, and a repeatable shuffle. */
import type { Scorer } from '../../server/src/text/parse/model/weights.ts';

/** An averaged perceptron's weights (Freund & Schapire 1999), with the running sums that averaging needs. */
export class LearningWeights implements Scorer {
  readonly classes: number;
  readonly bits: number;
  readonly weights: Float32Array;
  readonly #sums: Float64Array;
  readonly #shift: number;
  #step = 1;

  constructor(classes: number, bits: number) {
    this.classes = classes;
    this.bits = bits;
    this.weights = new Float32Array(classes << bits);
    this.#sums = new Float64Array(classes << bits);
    this.#shift = 32 - bits;
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const { weights, classes } = this;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = ((features[i] as number) >>> this.#shift) * classes;
      for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (weights[row + k] as number);
    }
  }

  /** Counts a decision; averaging weighs each weight by the decisions it lived through. */
  tick(): void {
    this.#step++;
  }

  update(features: Int32Array, count: number, good: number, bad: number): void {
    const { weights, classes } = this;
    for (let i = 0; i < count; i++) {
      const row = ((features[i] as number) >>> this.#shift) * classes;
      weights[row + good] = (weights[row + good] as number) + 1;
      weights[row + bad] = (weights[row + bad] as number) - 1;
      this.#sums[row + good] = (this.#sums[row + good] as number) + this.#step;
      this.#sums[row + bad] = (this.#sums[row + bad] as number) - this.#step;
    }
  }

  /** Adds the averaged weights to `total`. */
  addAverageTo(total: Float32Array): void {
    for (let i = 0; i < total.length; i++)
      total[i] = (total[i] as number) + (this.weights[i] as number) - (this.#sums[i] as number) / this.#step;
  }
}

/** Plain weights under the reader's interface, for measuring before they are quantised. */
export class FixedWeights implements Scorer {
  constructor(
    readonly classes: number,
    readonly bits: number,
    readonly weights: Float32Array,
  ) {}

  score(features: Int32Array, count: number, scores: Float32Array): void {
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = ((features[i] as number) >>> (32 - this.bits)) * this.classes;
      for (let k = 0; k < this.classes; k++) scores[k] = (scores[k] as number) + (this.weights[row + k] as number);
    }
  }
}

/** Numbers from 0 to 1 that follow from the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts a list in a random order, in place. */
export function shuffle<Item>(items: Item[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as Item, items[i] as Item];
  }
}

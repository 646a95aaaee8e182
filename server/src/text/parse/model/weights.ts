/** Weights of a linear model in hashed rows: `classes` numbers a row, 2^bits rows. */

/** What scores features, be it in training or from a stored model. */
export interface Scorer {
  readonly classes: number;
  /** Adds up the rows of the first `count` features; `scores` holds one number a class. */
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** Weights as stored: whole numbers of 16 bits. */
export class StoredWeights implements Scorer {
  readonly classes: number;
  readonly #weights: Int16Array;
  readonly #shift: number;

  constructor(classes: number, bits: number, weights: Int16Array) {
    this.classes = classes;
    this.#weights = weights;
    this.#shift = 32 - bits;
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const weights = this.#weights;
    const shift = this.#shift;
    const classes = this.classes;
    if (classes === 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = 0; i < count; i++) {
        const row = ((features[i] as number) >>> shift) << 2;
        a += weights[row] as number;
        b += weights[row + 1] as number;
        c += weights[row + 2] as number;
        d += weights[row + 3] as number;
      }
      scores[0] = a;
      scores[1] = b;
      scores[2] = c;
      scores[3] = d;
      return;
    }
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = ((features[i] as number) >>> shift) * classes;
      for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (weights[row + k] as number);
    }
  }
}

/** The index of the greatest score. */
export function best(scores: Float32Array): number {
  let top = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[top] as number)) top = k;
  return top;
}

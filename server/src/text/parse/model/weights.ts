/** Weights of a linear model in hashed rows: `classes` numbers a row, 2^bits rows. */

/** What scores features, be it in training or from a stored model. */
export interface Scorer {
  readonly classes: number;
  /** Adds up the rows of the first `count` features; `scores` holds one number a class. */
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** Stored weights of four classes, every cell in its place: the decisions of the parser. */
export class DenseWeights implements Scorer {
  readonly classes = 4;
  readonly #weights: Int16Array;
  readonly #shift: number;

  constructor(bits: number, weights: Int16Array) {
    this.#weights = weights;
    this.#shift = 32 - bits;
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const weights = this.#weights;
    const shift = this.#shift;
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
  }
}

/** Stored weights of many classes, of which a row has few: only those are kept and added. */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly #shift: number;
  /** `starts[row]` to `starts[row + 1]` are the row's cells. */
  readonly #starts: Int32Array;
  readonly #cells: Uint16Array;
  readonly #weights: Int16Array;

  constructor(classes: number, bits: number, starts: Int32Array, cells: Uint16Array, weights: Int16Array) {
    this.classes = classes;
    this.#shift = 32 - bits;
    this.#starts = starts;
    this.#cells = cells;
    this.#weights = weights;
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const starts = this.#starts;
    const cells = this.#cells;
    const weights = this.#weights;
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const row = (features[i] as number) >>> this.#shift;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const cell = cells[at] as number;
        scores[cell] = (scores[cell] as number) + (weights[at] as number);
      }
    }
  }
}

/** The index of the greatest score. */
export function best(scores: Float32Array): number {
  let top = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[top] as number)) top = k;
  return top;
}

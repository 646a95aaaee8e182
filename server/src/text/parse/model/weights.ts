/** Weights of a linear model in hashed rows: `classes` numbers a row, 2^bits rows. */

/** What scores features, be it in training or from a stored model. */
export interface Scorer {
  readonly classes: number;
  /** Adds up the rows of the first `count` features; `scores` holds one number a class. */
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** More features than any list of templates has. */
const MOST_FEATURES = 512;
// Rows are looked up first and added after: the places are all over the tables, and lookups that wait for nothing wait together.
const first = new Int32Array(MOST_FEATURES);
const end = new Int32Array(MOST_FEATURES);

/** What a stored byte stands for: b·|b|. */
const WEIGHTS = Int16Array.from({ length: 256 }, (_, byte) => {
  const value = (byte << 24) >> 24;
  return value * Math.abs(value);
});

/** Stored weights of four classes, the four bytes of a row in one number: the decisions of the parser. */
export class DenseWeights implements Scorer {
  readonly classes = 4;
  readonly #rows: Int32Array;
  readonly #shift: number;

  constructor(bits: number, rows: Int32Array) {
    this.#rows = rows;
    this.#shift = 32 - bits;
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const rows = this.#rows;
    const shift = this.#shift;
    for (let i = 0; i < count; i++) first[i] = rows[(features[i] as number) >>> shift] as number;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < count; i++) {
      const row = first[i] as number;
      a += WEIGHTS[row & 255] as number;
      b += WEIGHTS[(row >>> 8) & 255] as number;
      c += WEIGHTS[(row >>> 16) & 255] as number;
      d += WEIGHTS[row >>> 24] as number;
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
    scores[3] = d;
  }
}

/** Bits of a cell that say its class; the others are its weight. */
const CLASS_BITS = 9;
const CLASS_MASK = (1 << CLASS_BITS) - 1;

/** One cell of a sparse row from its class and its stored byte. */
export function cellOf(cell: number, byte: number): number {
  return ((WEIGHTS[byte & 255] as number) << CLASS_BITS) | cell;
}

/** Stored weights of many classes, of which a row has few: only those are kept and added. */
export class SparseWeights implements Scorer {
  readonly classes: number;
  readonly #shift: number;
  /** `starts[row]` to `starts[row + 1]` are the row's cells. */
  readonly #starts: Int32Array;
  readonly #cells: Int32Array;
  readonly #sums: Int32Array;

  constructor(classes: number, bits: number, starts: Int32Array, cells: Int32Array) {
    this.classes = classes;
    this.#shift = 32 - bits;
    this.#starts = starts;
    this.#cells = cells;
    this.#sums = new Int32Array(classes);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    const starts = this.#starts;
    const cells = this.#cells;
    const sums = this.#sums;
    for (let i = 0; i < count; i++) {
      const row = (features[i] as number) >>> this.#shift;
      first[i] = starts[row] as number;
      end[i] = starts[row + 1] as number;
    }
    sums.fill(0);
    for (let i = 0; i < count; i++) {
      const stop = end[i] as number;
      for (let at = first[i] as number; at < stop; at++) {
        const cell = cells[at] as number;
        const k = cell & CLASS_MASK;
        sums[k] = (sums[k] as number) + (cell >> CLASS_BITS);
      }
    }
    for (let k = 0; k < sums.length; k++) scores[k] = sums[k] as number;
  }
}

/** The index of the greatest score. */
export function best(scores: Float32Array): number {
  let top = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[top] as number)) top = k;
  return top;
}

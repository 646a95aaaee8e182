/**
 * The one formula of relevance: BM25 (Robertson and Zaragoza 2009, with the idf of Lucene, which is never negative). A
 * term's share in a score is a whole number of `1 / SCALE`, so that shares add up to the same score in any order: an index
 * in memory, one on disk and one that was updated piece by piece agree to the last bit, and equal passages stay equal.
 */

const K1 = 1.2;
const B = 0.75;

/** How often a term stands in a passage is kept up to this; beyond it BM25 has long been flat. */
export const MOST_FREQUENT = 15;
/** Passages of this many terms and more are all alike long. */
export const LONGEST = 511;
/** Shares are whole numbers of one part in this many; a power of two, so that the division is exact. */
export const SCALE = 2 ** 24;

/** `k1 · (1 − b + b · length / average)` for every length up to `LONGEST`. */
export function lengthNorms(totalLength: number, size: number): Float64Array {
  const average = averageLength(totalLength, size);
  const norms = new Float64Array(LONGEST + 1);
  for (let length = 0; length <= LONGEST; length++) norms[length] = K1 * (1 - B + (B * length) / average);
  return norms;
}

export function averageLength(totalLength: number, size: number): number {
  return Math.max(1, totalLength / Math.max(1, size));
}

/** What a term's share is multiplied by: its weight and rarity, in parts of `SCALE`. */
export function termFactor(weight: number, size: number, frequency: number): number {
  return weight * Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) * (K1 + 1) * SCALE;
}

/** How much a term says that stands `count` times in a passage of this norm, between 0 and 1. */
export function saturation(count: number, norm: number): number {
  return count / (count + norm);
}

/** A term's share in a passage's score, in parts of `SCALE`. */
export function share(factor: number, count: number, norm: number): number {
  return Math.round((factor * count) / (count + norm));
}

/**
 * The exact order of what a server found. Its own scores are BM25 too, but in single precision, with lengths rounded and
 * with passages counted that are gone; so they choose a short list, and the list is scored anew by the one formula of
 * index/bm25.ts, bit for bit as every other index does.
 */
import { LONGEST, lengthNorms, MOST_FREQUENT, SCALE, share, termFactor } from '../index/bm25.ts';
import { TopHits } from '../index/top.ts';
import type { Hit, QueryTerm } from '../index/types.ts';
import { wordOf, wordsIn } from './terms.ts';

/** A passage of the short list: what the server said of it, and the words it keeps of it. */
export interface Listed {
  readonly id: number;
  readonly score: number;
  readonly text: string;
}

/** What all scores rest on. */
export interface Totals {
  readonly size: number;
  readonly length: number;
}

/** A term of a query with its weights added up, as the server knows it. */
export interface AskedTerm {
  readonly term: string;
  readonly word: string;
  readonly weight: number;
}

/** The terms of a query that count, each once. */
export function termsOf(query: readonly QueryTerm[]): readonly AskedTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of query) weights.set(term, (weights.get(term) ?? 0) + weight);
  return [...weights].flatMap(([term, weight]) => (weight > 0 ? [{ term, word: wordOf(term), weight }] : []));
}

/** How many passages to ask for at first, where `limit` are wanted. */
export function firstList(limit: number): number {
  return 3 * limit + 60;
}

/** Server scores are taken to be wrong by at most this much more than they were seen to be. */
const DOUBT = 1.03;

/**
 * The `limit` best of a short list, or null where passages that are not on it might be better. `isWhole` says that the
 * list holds every passage with any of the terms.
 */
export function best(
  list: readonly Listed[],
  isWhole: boolean,
  asked: readonly AskedTerm[],
  frequencyOf: (term: string) => number,
  totals: Totals,
  limit: number,
): readonly Hit[] | null {
  const norms = lengthNorms(totals.length, totals.size);
  const factors = new Map<string, number>();
  for (const { term, word, weight } of asked) {
    const frequency = frequencyOf(term);
    if (frequency > 0) factors.set(word, termFactor(weight, totals.size, frequency));
  }
  const top = new TopHits(limit);
  let highest = 0;
  for (const { id, score, text } of list) {
    const exact = exactScore(wordsIn(text), factors, norms);
    if (exact > 0) top.offer(id, exact);
    if (score > 0) highest = Math.max(highest, exact / score);
  }
  const hits = top.sorted();
  const last = list.at(-1);
  if (isWhole || last === undefined) return hits;
  const floor = hits.length < limit ? 0 : (hits.at(-1)?.score ?? 0);
  return last.score * highest * DOUBT < floor ? hits : null;
}

function exactScore(words: readonly string[], factors: ReadonlyMap<string, number>, norms: Float64Array): number {
  const counts = new Map<string, number>();
  for (const word of words) if (factors.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const norm = norms[Math.min(words.length, LONGEST)] ?? 0;
  let score = 0;
  for (const [word, count] of counts) score += share(factors.get(word) ?? 0, Math.min(count, MOST_FREQUENT), norm);
  return score / SCALE;
}

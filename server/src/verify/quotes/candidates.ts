/** Which passages may hold a quotation, from the index alone: no text is scanned. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { QueryTerm } from '../../index/types.ts';
import { indexTerms } from '../../text/terms.ts';
import type { Segment } from './exact.ts';
import type { PassageWords } from './window.ts';
import type { QuoteUnit, Word } from './words.ts';

/** How much the words of a quotation say, in nats, against the passages of the corpus. */
export interface WordWeights {
  /** What a chance find in a corpus of this size would reach. */
  readonly chance: number;
  weight(word: Word): number;
}

/** Postings that one query may read. The rarest words come first, so what is cut off are the words that stand everywhere. */
const POSTINGS = 100_000;
const FEWEST_TERMS = 4;
const MOST_TERMS = 40;
const NEAR = 100;
const FAR = 2000;
/** Hits of less than this share of the best score are not read, but for the first few. */
const WORTH_READING = 0.3;
const ALWAYS_READ = 20;
/** Candidates with less than this share of the best one's word pairs hold no whole quotation that the best one lacks. */
const WORTH_COMPARING = 0.5;
const ALWAYS_COMPARED = 8;
/** A passage that holds all words of the query scores at least this share of the most that it can, long as it may be. */
const LEAST_SHARE = 0.4;

/** The passages of a first search, those with most of the quotation's word pairs first. */
export interface Candidates {
  readonly ids: readonly number[];
  /** Whether so many passages hold the same words that others may hold them all too. */
  readonly crowded: boolean;
}

/** The query of a quotation: its words, stop words too, the rarest first. */
export function quoteQuery(segments: readonly Segment[], text: string, corpus: Corpus): readonly QueryTerm[] {
  const terms = new Set(segments.flatMap(({ words }) => indexTerms(text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0))));
  const known = [...terms]
    .map((term) => ({ term, frequency: corpus.index.documentFrequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || (a.term < b.term ? -1 : 1));
  const query: QueryTerm[] = [];
  let postings = 0;
  for (const { term, frequency } of known) {
    if (query.length >= MOST_TERMS || (query.length >= FEWEST_TERMS && postings + frequency > POSTINGS)) break;
    query.push({ term, weight: 1 });
    postings += frequency;
  }
  return query;
}

export function wordWeights(text: string, corpus: Corpus): WordWeights {
  const passages = Math.max(1, corpus.index.size);
  return {
    chance: Math.log(passages + 1),
    weight: (word) => {
      const frequencies = indexTerms(text.slice(word.start, word.end)).map((term) => corpus.index.documentFrequency(term));
      return Math.max(0, ...frequencies.map((frequency) => Math.log((passages + 1) / (frequency + 0.5))));
    },
  };
}

export function nearCandidates(units: readonly QuoteUnit[], query: readonly QueryTerm[], corpus: Corpus, words: PassageWords): Candidates {
  const pairs = pairsOf(units.map((unit) => (unit.kind === 'word' ? unit.key : null)));
  const hits = corpus.index.search(query, NEAR);
  const best = hits[0]?.score ?? 1;
  const voted = hits.flatMap((hit, rank) => {
    const passage = rank < ALWAYS_READ || hit.score >= WORTH_READING * best ? corpus.passage(hit.id) : null;
    if (passage === null) return [];
    let votes = hit.score / best;
    for (const pair of pairsOf(words.of(passage).map((word) => word.key))) if (pairs.has(pair)) votes++;
    return [{ id: hit.id, votes }];
  });
  const most = Math.max(0, ...voted.map(({ votes }) => votes));
  const ids = voted
    .sort((a, b) => b.votes - a.votes || a.id - b.id)
    .filter(({ votes }, rank) => rank < ALWAYS_COMPARED || votes >= WORTH_COMPARING * most)
    .map(({ id }) => id);
  const size = corpus.index.size;
  const highest = query.reduce((sum, { term }) => sum + Math.log(1 + size / (corpus.index.documentFrequency(term) + 0.5)), 0);
  return { ids, crowded: hits.length === NEAR && (hits.at(-1)?.score ?? 0) >= LEAST_SHARE * highest };
}

/**
 * More passages, for quotations of common words only: those of a wide search whose text has the quotation's beginning or
 * end word for word.
 */
export function farCandidates(segments: readonly Segment[], query: readonly QueryTerm[], corpus: Corpus): readonly number[] {
  const longest = segments.reduce<readonly Word[]>((best, { words }) => (words.length > best.length ? words : best), []);
  if (longest.length === 0) return [];
  const probe = new RegExp(`${phrase(longest.slice(0, 4))}|${phrase(longest.slice(-4))}`, 'i');
  return corpus.index
    .search(query, FAR)
    .slice(NEAR)
    .flatMap((hit) => (probe.test(corpus.passage(hit.id)?.text ?? '') ? [hit.id] : []));
}

function phrase(words: readonly Word[]): string {
  return words.map((word) => word.key.replace(/[^\p{L}\p{N}']/gu, '\\$&').replace(/'/g, "['’ʼ]")).join('[^a-z0-9]+');
}

function pairsOf(keys: readonly (string | null)[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < keys.length; i++) {
    const a = keys[i];
    const b = keys[i + 1];
    if (a !== null && b !== null) pairs.add(`${a} ${b}`);
  }
  return pairs;
}

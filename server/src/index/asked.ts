/**
 * An index whose answers come from elsewhere: it answers what was fetched for it, and while somebody asks ahead it notes
 * what was not. Searching stays a function that answers at once; the waiting is done by whoever fetches.
 */
import type { EvidenceReader, Hit, QueryTerm } from './types.ts';

/** Ends a piece of work that needs an answer which is not there yet; the question has been noted. */
export class NotYetAnswered extends Error {
  override readonly name = 'NotYetAnswered';
}

export interface AskedSearch {
  readonly query: readonly QueryTerm[];
  readonly limit: number;
}

/** Questions that somebody has to answer. */
export interface Questions {
  /** Terms whose frequency is wanted. */
  readonly terms: readonly string[];
  readonly searches: readonly AskedSearch[];
}

/** Hits and frequencies kept, some megabytes; emptied when full, which costs asking again. */
const MOST_HITS = 300_000;
const MOST_FREQUENCIES = 200_000;

export class AskedIndex implements EvidenceReader {
  readonly #own: EvidenceReader;
  readonly #frequencies = new Map<string, number>();
  readonly #answers = new Map<string, readonly Hit[]>();
  readonly #terms = new Set<string>();
  readonly #searches = new Map<string, AskedSearch>();
  #hits = 0;
  #asking = false;

  /** `own` holds the same passages, and answers whatever nobody asked ahead. */
  constructor(own: EvidenceReader) {
    this.#own = own;
  }

  get size(): number {
    return this.#own.size;
  }

  documentFrequency(term: string): number {
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    if (!this.#asking) return this.#own.documentFrequency(term);
    this.#terms.add(term);
    throw new NotYetAnswered();
  }

  search(query: readonly QueryTerm[], limit: number): readonly Hit[] {
    const asked = { query, limit };
    const key = keyOf(asked);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    if (!this.#asking) return this.#own.search(query, limit);
    this.#searches.set(key, asked);
    throw new NotYetAnswered();
  }

  /** Does a piece of work in which questions without an answer are noted, and end it by throwing NotYetAnswered. */
  asking<T>(work: () => T): T {
    this.#asking = true;
    try {
      return work();
    } finally {
      this.#asking = false;
    }
  }

  /** Notes terms whose frequency will be wanted. */
  expect(terms: Iterable<string>): void {
    for (const term of terms) if (!this.#frequencies.has(term)) this.#terms.add(term);
  }

  /** The questions noted since the last call; null where there are none. */
  take(): Questions | null {
    if (this.#terms.size === 0 && this.#searches.size === 0) return null;
    const questions = { terms: [...this.#terms], searches: [...this.#searches.values()] };
    this.#terms.clear();
    this.#searches.clear();
    return questions;
  }

  /** Keeps answers, in the order of the questions. */
  answer({ terms, searches }: Questions, frequencies: readonly number[], hits: readonly (readonly Hit[])[]): void {
    if (this.#frequencies.size > MOST_FREQUENCIES) this.#frequencies.clear();
    if (this.#hits > MOST_HITS) {
      this.#answers.clear();
      this.#hits = 0;
    }
    for (const [i, term] of terms.entries()) this.#frequencies.set(term, frequencies[i] ?? 0);
    for (const [i, asked] of searches.entries()) {
      this.#answers.set(keyOf(asked), hits[i] ?? []);
      this.#hits += (hits[i]?.length ?? 0) + 1;
    }
  }
}

function keyOf({ query, limit }: AskedSearch): string {
  return `${limit}\u0000${query.map(({ term, weight }) => `${weight} ${term}`).join('\u0000')}`;
}

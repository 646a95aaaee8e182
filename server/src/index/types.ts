/**
 * The evidence index as a port: small enough that a file on disk or a search engine can serve it as well as memory.
 */

/** A term of a query; weight 1 for a word of the claim, less for a relative of it. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

export interface Hit {
  readonly id: number;
  readonly score: number;
}

export interface EvidenceIndex {
  readonly size: number;
  /** Adds a passage by its terms (stems, stop words kept, in order). An id that exists is replaced. */
  add(id: number, terms: readonly string[]): void;
  remove(id: number): void;
  /** The `limit` best passages by BM25, best first; ties by id, so that the same input gives the same output. */
  search(query: readonly QueryTerm[], limit: number): readonly Hit[];
  /** In how many passages the term stands. */
  documentFrequency(term: string): number;
  /** Everything needed to open the index again, as one buffer. */
  snapshot(): Uint8Array;
}

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

/** An index as those who search it see it. */
export interface EvidenceReader {
  readonly size: number;
  /** The `limit` best passages by BM25, best first; ties by id, so that the same input gives the same output. */
  search(query: readonly QueryTerm[], limit: number): readonly Hit[];
  /** In how many passages the term stands. */
  documentFrequency(term: string): number;
}

/** An index that passages can be put into and taken out of. */
export interface EvidenceIndex extends EvidenceReader {
  /** Adds a passage by its terms (stems, stop words kept, in order). An id that exists is replaced. */
  add(id: number, terms: readonly string[]): void;
  remove(id: number): void;
}

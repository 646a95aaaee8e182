/** How passages lie on the server: one document each, with the terms that our own analysis gave. */

/** A change of the layout changes this number; an index of another one is not used. */
export const LAYOUT = 1;

/** The most hits that one question may ask of a server that is set up as usual. */
export const WINDOW = 10_000;

export function passagesName(prefix: string): string {
  return `${prefix}-passages`;
}

export function stateName(prefix: string): string {
  return `${prefix}-state`;
}

/**
 * Shards and copies are not named: the cluster's own templates say how many. Relevance is BM25 with the numbers of the
 * index that ships (index/bm25.ts), so that the server's order is nearly ours already.
 */
export function passagesLayout(): Readonly<Record<string, unknown>> {
  return {
    settings: { index: { similarity: { passages: { type: 'BM25', k1: 1.2, b: 0.75 } } } },
    mappings: {
      _meta: { corroborate: LAYOUT },
      dynamic: 'strict',
      properties: {
        id: { type: 'long' },
        length: { type: 'integer' },
        terms: { type: 'text', analyzer: 'whitespace', similarity: 'passages', index_options: 'freqs' },
      },
    },
  };
}

/** One document that says what the index holds; nothing of it is searched. */
export function stateLayout(): Readonly<Record<string, unknown>> {
  return {
    mappings: {
      _meta: { corroborate: LAYOUT },
      dynamic: 'strict',
      properties: { token: { type: 'keyword' }, content: { type: 'object', enabled: false } },
    },
  };
}

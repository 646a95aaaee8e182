import type { EvidenceIndex } from '../index/types.ts';
import type { CorpusDocument, Gazetteer, Passage, PassageStanding } from './domain.ts';

export function termsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function createMemoryIndex(): EvidenceIndex {
  const docs = new Map<number, readonly string[]>();
  return {
    get size() {
      return docs.size;
    },
    add: (id, terms) => void docs.set(id, terms),
    remove: (id) => void docs.delete(id),
    search: (query, limit) => {
      const weights = new Map(query.map((q) => [q.term, q.weight]));
      return [...docs]
        .map(([id, terms]) => ({ id, score: [...new Set(terms)].reduce((sum, t) => sum + (weights.get(t) ?? 0), 0) }))
        .filter((hit) => hit.score > 0)
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit);
    },
    documentFrequency: (term) => [...docs.values()].filter((terms) => terms.includes(term)).length,
    snapshot: () => new Uint8Array(),
  };
}

export function attributeDocument(_document: CorpusDocument, passages: readonly Passage[]): readonly PassageStanding[] {
  return passages.map((p) => {
    const standing = p.block.voice === 'document' ? 'stated' : p.block.voice === 'turn' ? 'attributed' : 'comment';
    const speaker = p.block.speaker;
    return { standing, speaker, parts: [{ span: { start: 0, end: p.text.length }, standing, speaker, cue: null, denied: false }] };
  });
}

export function buildGazetteer(_passages: Iterable<Passage>, _documents: Iterable<CorpusDocument>): Gazetteer {
  return {
    entities: [],
    lookup: () => [],
    compare: (a, b) => (a.toLowerCase() === b.toLowerCase() ? 'same' : 'unsure'),
  };
}

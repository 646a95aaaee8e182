import type { CorpusDocument, Gazetteer, Passage, PassageStanding } from './domain.ts';

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

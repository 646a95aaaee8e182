/** Finds what a source holds: its documents, their blocks, and the furniture around them. */
import type { Block, Source, StructuredSource } from '../domain.ts';

/** The structure of a source, found from its layout alone. Never throws; doubts are told as problems. */
export function structureSource(source: Source): StructuredSource {
  const blocks: Block[] = [];
  const paragraph = /[^\r\n][^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*/g;
  for (const match of source.text.matchAll(paragraph)) {
    const words = match[0].trim();
    if (words !== '') {
      const start = match.index + match[0].indexOf(words);
      blocks.push({
        kind: 'paragraph',
        span: { start, end: start + words.length },
        voice: 'document',
        speaker: null,
        turnRole: null,
        date: null,
      });
    }
  }
  const name = source.id.replace(/\.[^./]*$/, '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return {
    source,
    documents: [
      {
        citekey: name,
        source: source.id,
        title: name,
        publisher: null,
        author: null,
        date: null,
        kind: 'report',
        url: null,
        parent: null,
        ranges: [{ start: 0, end: source.text.length }],
        blocks,
      },
    ],
    furniture: [],
    problems: [],
  };
}

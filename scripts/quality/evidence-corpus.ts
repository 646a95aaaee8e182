/** A corpus made of a public set's evidence sentences. */
import { buildCorpus } from '../../server/src/corpus/build.ts';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import type { Block, StructuredSource } from '../../server/src/corpus/domain.ts';

/** One document whose paragraphs are the evidence sentences, in order. */
export function corpusOf(evidence: readonly string[]): Corpus {
  let text = '';
  const blocks: Block[] = [];
  for (const sentence of evidence) {
    const start = text.length;
    text += sentence.replace(/\s+/g, ' ').trim();
    if (text.length > start)
      blocks.push({ kind: 'paragraph', span: { start, end: text.length }, voice: 'document', speaker: null, turnRole: null, date: null });
    text += '\n\n';
  }
  const source: StructuredSource = {
    source: { id: 'evidence.txt', path: '/evidence.txt', text, hash: '', format: 'text', places: [] },
    documents: [
      {
        citekey: 'evidence',
        source: 'evidence.txt',
        title: '',
        publisher: null,
        author: null,
        date: null,
        kind: 'report',
        url: null,
        parent: null,
        ranges: [{ start: 0, end: text.length }],
        blocks,
      },
    ],
    furniture: [],
    problems: [],
  };
  return buildCorpus([source]);
}

/** From the blocks of a document to its passages: one sentence each, with the block that says whose words they are. */
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Block, CorpusDocument, Passage } from './domain.ts';

/** Headings name what follows; they are shown, but they assert nothing. */
function isEvidence(block: Block): boolean {
  return block.kind !== 'heading';
}

/** A cited work is one passage, whatever stops stand in its names and titles. */
function sentencesOf(block: Block, words: string): readonly Span[] {
  return block.kind === 'reference' ? [{ start: 0, end: words.trimEnd().length }] : splitSentences(words);
}

/**
 * The passages of one document in reading order. Ids are consecutive from `firstId`; `text` is the whole source.
 */
export function passagesOf(document: CorpusDocument, text: string, firstId: number): readonly Passage[] {
  const places: { readonly block: Block; readonly blockIndex: number; readonly start: number; readonly end: number }[] = [];
  document.blocks.forEach((block, blockIndex) => {
    if (isEvidence(block)) {
      const words = text.slice(block.span.start, block.span.end);
      for (const sentence of sentencesOf(block, words)) {
        places.push({ block, blockIndex, start: block.span.start + sentence.start, end: block.span.start + sentence.end });
      }
    }
  });
  return places.map((place, i) => ({
    id: firstId + i,
    source: document.source,
    citekey: document.citekey,
    span: { start: place.start, end: place.end },
    text: text.slice(place.start, place.end),
    block: place.block,
    blockIndex: place.blockIndex,
    before: i > 0 ? firstId + i - 1 : null,
    after: i + 1 < places.length ? firstId + i + 1 : null,
  }));
}

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
  const sentences = block.kind === 'reference' ? [{ start: 0, end: words.trimEnd().length }] : splitSentences(words);
  return sentences.flatMap((sentence) => (sentence.end - sentence.start > LONGEST ? pieces(words, sentence) : [sentence]));
}

/**
 * Longer than any sentence of hundreds of thousands that people wrote or spoke. What is longer is text without full stops (a
 * transcript that a machine wrote, a table run together): read as one sentence, it would hold the words of every claim.
 */
const LONGEST = 2000;
/** Of such text, what is read together: some hundred words. */
const PIECE = 600;

/** Cut at the last line end or semicolon of each piece, else at its last comma, else between words, else anywhere. */
function pieces(words: string, { start, end }: Span): readonly Span[] {
  const cut: Span[] = [];
  for (let from = start; from < end; ) {
    const to = end - from <= PIECE ? end : from + lengthOfPiece(words.slice(from, from + PIECE));
    const piece = words.slice(from, to);
    if (piece.trim() !== '') cut.push({ start: to - piece.trimStart().length, end: from + piece.trimEnd().length });
    from = to;
  }
  return cut;
}

function lengthOfPiece(window: string): number {
  const tail = window.slice(PIECE / 2);
  for (const border of [/[\n;:](?=\s)|\n/g, /,(?=\s)/g, /\s/g]) {
    const last = [...tail.matchAll(border)].at(-1);
    if (last !== undefined) return PIECE / 2 + last.index + 1;
  }
  // No half of a character is left behind.
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
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

/** What a segment keeps of its sources beside their postings, and how passages and blocks are laid out in it. */
import type { CorpusDocument, Source, SourceProblem } from '../corpus/domain.ts';

/** Start and end in the source, and the block within its document. */
export const PASSAGE_RECORD = 12;
/** Start and end in the source, and which of the segment's kinds of block. */
export const BLOCK_RECORD = 12;
/** Standings are kept for so many passages together. */
export const STANDING_RUN = 64;

/** A document without its blocks; `blocks` and `passages` say how many it has. Its citekey is the source's own, before corpora make keys unique. */
export interface DocumentRecord {
  readonly about: Omit<CorpusDocument, 'blocks'>;
  /** Number of the first among all blocks of the segment. */
  readonly firstBlock: number;
  readonly blocks: number;
  readonly passages: number;
  /** The names that its turns and posts stand under. */
  readonly speakers: readonly string[];
}

export interface SourceRecord {
  readonly about: Omit<Source, 'text' | 'places'>;
  readonly problems: readonly SourceProblem[];
  readonly documents: readonly DocumentRecord[];
  /** Passages stand in the segment from this slot on. */
  readonly firstSlot: number;
  readonly passages: number;
  /** All passages' lengths in terms. */
  readonly terms: number;
  /** Where the text stands, how many UTF-16 units it has, and whether each takes two bytes. */
  readonly text: { readonly offset: number; readonly units: number; readonly wide: boolean };
  /** Number of the first among all line starts of the segment, and how many. */
  readonly lines: { readonly first: number; readonly count: number };
  /** Where furniture and places stand. */
  readonly rest: { readonly offset: number; readonly length: number };
}

/** The part of a segment that is read when it is opened. */
export interface SegmentHead {
  readonly sources: readonly SourceRecord[];
  /** Where each run of standings ends. */
  readonly standingEnds: readonly number[];
  /** Everything of a block but its span, as JSON; most blocks share it with others. */
  readonly blockKinds: readonly string[];
}

/**
 * Finds a quotation word for word in a window: segments of words in order, with anything at an ellipsis and a few words
 * (or none) at a bracket in between.
 */
import type { PlacedWord } from './window.ts';
import type { QuoteUnit, Word } from './words.ts';

export interface Segment {
  readonly words: readonly Word[];
  /** How many source words may stand before this segment's first word. */
  readonly skip: number;
}

/** First and last word of a match, as indices into the window. */
export interface Match {
  readonly first: number;
  readonly last: number;
}

/** An ellipsis seldom leaves out more than a paragraph. */
export const GAP_REACH = 200;
/** A bracket stands for a name or a pronoun's phrase. */
const BRACKET_REACH = 8;

/** Cuts a quotation at its ellipses and brackets. Marks at its edges say nothing about the words. */
export function segmentsOf(units: readonly QuoteUnit[]): readonly Segment[] {
  const segments: Segment[] = [];
  let words: Word[] = [];
  let skip = 0;
  let next = 0;
  const flush = (): void => {
    if (words.length > 0) {
      segments.push({ words, skip: segments.length === 0 ? 0 : skip });
      skip = 0;
      words = [];
    }
    skip += next;
    next = 0;
  };
  for (const unit of units) {
    if (unit.kind === 'word') words.push(unit);
    else {
      next = unit.kind === 'gap' ? GAP_REACH : BRACKET_REACH;
      flush();
    }
  }
  flush();
  return segments;
}

/** Every place of the window where all segments follow each other. */
export function exactMatches(segments: readonly Segment[], source: readonly PlacedWord[]): readonly Match[] {
  const [head, ...rest] = segments;
  if (head === undefined) return [];
  const matches: Match[] = [];
  for (let at = 0; at < source.length; at++) {
    const headEnd = matchAt(head.words, source, at);
    if (headEnd < 0) continue;
    let end = headEnd;
    for (const segment of rest) {
      end = findFrom(segment, source, end);
      if (end < 0) break;
    }
    if (end >= 0) matches.push({ first: at, last: end - 1 });
  }
  return matches;
}

function findFrom(segment: Segment, source: readonly PlacedWord[], from: number): number {
  for (let at = from; at < source.length && at <= from + segment.skip; at++) {
    const end = matchAt(segment.words, source, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** The index after the last source word when all `words` stand at `at`, else -1. */
function matchAt(words: readonly Word[], source: readonly PlacedWord[], at: number): number {
  let j = at;
  for (let i = 0; i < words.length; ) {
    while (i > 0 && source[j]?.marker === true) j++;
    const step = agree(words, i, source, j);
    if (step === null) return -1;
    i += step.quote;
    j += step.source;
  }
  return j;
}

/** How many words on both sides say the same: one and one, or one and two where a hyphen (or a line end's) cuts a word. */
export function agree(
  quote: readonly (Word | null)[],
  i: number,
  source: readonly Word[],
  j: number,
): { readonly quote: 1 | 2; readonly source: 1 | 2 } | null {
  const q = quote[i];
  const s = source[j];
  if (q === undefined || q === null || s === undefined) return null;
  if (q.key === s.key) return ONE_ONE;
  const s2 = source[j + 1];
  if (s2?.joined === true && q.key.length === s.key.length + s2.key.length && q.key === s.key + s2.key) return ONE_TWO;
  const q2 = quote[i + 1];
  if (q2?.joined === true && s.key.length === q.key.length + q2.key.length && s.key === q.key + q2.key) return TWO_ONE;
  return null;
}

export const ONE_ONE = { quote: 1, source: 1 } as const;
const ONE_TWO = { quote: 1, source: 2 } as const;
const TWO_ONE = { quote: 2, source: 1 } as const;

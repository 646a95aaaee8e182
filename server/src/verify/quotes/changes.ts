/** From an alignment to the differences that a writer is told of. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation, DraftSpan } from '../../draft/types.ts';
import type { QuoteChange } from '../types.ts';
import type { Alignment, Step } from './align.ts';
import type { PlacedWord, Window } from './window.ts';
import type { QuoteUnit } from './words.ts';

/** So many words left out without a mark are another place, not a slip. */
const JOINED_WORDS = 10;
/** Over the end of a sentence it takes fewer. */
const JOINED_ACROSS = 5;

/** A run of changed, added and omitted words between words that agree. */
export interface Difference {
  readonly units: readonly number[];
  readonly words: readonly number[];
  /** How many units stand before it. */
  readonly after: number;
}

export function differences(steps: readonly Step[]): readonly Difference[] {
  const found: Difference[] = [];
  let units: number[] = [];
  let words: number[] = [];
  let passed = 0;
  let after = 0;
  const flush = (): void => {
    if (units.length > 0 || words.length > 0) found.push({ units, words, after });
    units = [];
    words = [];
    after = passed;
  };
  for (const step of steps) {
    if (step.kind === 'change' || step.kind === 'added') {
      units.push(step.unit);
      passed = step.unit + 1;
    }
    if (step.kind === 'change' || step.kind === 'omitted') words.push(step.word);
    if (step.kind === 'match' || step.kind === 'marked' || step.kind === 'skipped') {
      if (step.kind !== 'skipped') passed = step.unit + (step.kind === 'match' ? step.units : 1);
      flush();
    }
  }
  flush();
  return found;
}

export function changesOf(
  all: readonly Difference[],
  units: readonly QuoteUnit[],
  window: Window,
  quotation: DraftQuotation,
  corpus: Corpus,
): readonly QuoteChange[] {
  return all.map((difference) => {
    const first = units[difference.units[0] ?? -1];
    const last = units[difference.units.at(-1) ?? -1];
    const source = wordsBetween(difference.words, window, corpus);
    if (first !== undefined && last !== undefined) {
      const said = quotation.text.slice(first.start, last.end);
      return { draft: draftSpan(quotation, first.start, last.end), said, source };
    }
    const at = units[difference.after - 1]?.end ?? units[0]?.start ?? 0;
    const end = draftSpan(quotation, at, at).start;
    return { draft: { start: end, end }, said: '', source };
  });
}

/** Whether words are left out that a reader would need an ellipsis for: the quotation joins two places. */
export function isJoined(all: readonly Difference[], source: readonly PlacedWord[]): boolean {
  return all.some(({ units, words }) => {
    const omitted = words.length - units.length;
    const across = words.some((word) => source[word]?.opens === true) && words.length > 0;
    return omitted >= JOINED_WORDS || (across && omitted >= JOINED_ACROSS);
  });
}

/** Offsets of the quotation's own text as offsets of the draft. An empty span stands right after the character before it. */
export function draftSpan(quotation: DraftQuotation, start: number, end: number): DraftSpan {
  const { origin, inner } = quotation;
  const last = (at: number): number => (at > 0 ? (origin[at - 1] ?? inner.end - 1) + 1 : inner.start);
  if (start === end) return { start: last(start), end: last(start) };
  return { start: origin[start] ?? inner.start, end: last(end) };
}

/** The source's words under some word indices, with what stands between them inside a passage. */
function wordsBetween(indices: readonly number[], window: Window, corpus: Corpus): string {
  const text = corpus.sources.get(window.source)?.source.text ?? '';
  const pieces: string[] = [];
  let start = -1;
  let end = -1;
  let passage = -1;
  for (const index of indices) {
    const word = window.words[index];
    if (word === undefined) continue;
    if (word.passage !== passage && passage >= 0) pieces.push(text.slice(start, end));
    if (word.passage !== passage) start = word.start;
    passage = word.passage;
    end = word.end;
  }
  if (passage >= 0) pieces.push(text.slice(start, end));
  return pieces
    .join(' ')
    .replace(/(\p{L})[-‐][^\S\n]*\n\s*(?=\p{L})/gu, '$1')
    .replace(/\s+/g, ' ');
}

/** First and last source word that the alignment uses. */
export function extent(alignment: Alignment): { readonly first: number; readonly last: number } | null {
  let first = -1;
  let last = -1;
  for (const step of alignment.steps) {
    if (step.kind === 'added' || step.kind === 'marked') continue;
    if (first < 0) first = step.word;
    last = step.word + (step.kind === 'match' ? step.words - 1 : 0);
  }
  return first < 0 ? null : { first, last };
}

/** Quotations whose parts stand far from each other in one document. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation } from '../../draft/types.ts';
import type { QuotationResult, QuotedPlace } from '../types.ts';
import type { WordWeights } from './candidates.ts';
import { draftSpan } from './changes.ts';
import { placeOf } from './places.ts';
import type { Window } from './window.ts';
import type { QuoteUnit, Word } from './words.ts';

type FindExact = (units: readonly QuoteUnit[]) => readonly QuotedPlace[];

/** Shorter parts stand in too many places to say anything. */
const SHORTEST_PART = 4;
/** More ellipses than this are no quotation of one document. */
const MOST_PARTS = 8;

/**
 * Places of a quotation whose ellipses leave out more than a window holds: each part word for word, in order, in one
 * document. A place spans from the first part to the last.
 */
export function apart(units: readonly QuoteUnit[], find: FindExact): readonly QuotedPlace[] {
  const parts = partsAtGaps(units);
  if (parts.length < 2 || parts.length > MOST_PARTS || parts.some((part) => words(part) < SHORTEST_PART)) return [];
  const [first = [], ...rest] = parts.map(find);
  return first.flatMap((head) => {
    let end = head;
    for (const places of rest) {
      const next = places.find(
        (place) => place.citekey === head.citekey && place.source === head.source && place.span.start > end.span.start,
      );
      if (next === undefined) return [];
      end = next;
    }
    return [head];
  });
}

/**
 * Places of a quotation whose parts stand word for word in one document, but not in the order that the quotation gives them:
 * one for each part. Empty where a part is nowhere, or may be anywhere.
 */
export function outOfOrder(units: readonly QuoteUnit[], find: FindExact): readonly QuotedPlace[] {
  const parts = partsAtGaps(units);
  if (parts.length < 2 || parts.length > MOST_PARTS || parts.some((part) => words(part) < SHORTEST_PART)) return [];
  const [first = [], ...rest] = parts.map(find);
  for (const head of first) {
    const others = rest.map((places) => places.find((place) => place.source === head.source && place.citekey === head.citekey));
    const all = [head, ...others.flatMap((place) => place ?? [])];
    if (all.length === parts.length) return all;
  }
  return [];
}

/**
 * A quotation made of two places of one document without an ellipsis: a beginning of it stands in one window, the rest in
 * the same or another, both word for word.
 */
export function joinedApart(
  quotation: DraftQuotation,
  units: readonly QuoteUnit[],
  weights: WordWeights,
  windows: readonly Window[],
  corpus: Corpus,
): QuotationResult | null {
  const own = units.flatMap((unit) => (unit.kind === 'word' ? [unit] : []));
  if (own.length !== units.length || own.length < 2 * SHORTEST_PART) return null;
  const heads = windows.map((window) => longestBeginning(own, window.words));
  const tails = windows.map((window) => longestEnd(own, window.words));
  for (const [i, head] of heads.entries()) {
    for (const [k, tail] of tails.entries()) {
      const from = windows[i];
      const to = windows[k];
      if (from === undefined || to === undefined || from.citekey !== to.citekey || head.length + tail.length < own.length) continue;
      const border = Math.max(own.length - tail.length, Math.min(head.length, own.length - SHORTEST_PART));
      if (border < SHORTEST_PART || own.length - border < SHORTEST_PART) continue;
      if (!says(own.slice(0, border), weights) || !says(own.slice(border), weights)) continue;
      const first = placeOf(from, head.at, head.at + border - 1, 1, corpus);
      const second = placeOf(to, tail.at - (own.length - border) + 1, tail.at, 1, corpus);
      const end = own[border - 1]?.end ?? 0;
      if (first === null || second === null) continue;
      return {
        kind: 'changed',
        quotation,
        places: [first, second],
        changes: [{ draft: draftSpan(quotation, end, end), said: '', source: '' }],
        joined: true,
      };
    }
  }
  return null;
}

/** How many of the first words stand together in the source, and where they begin. */
function longestBeginning(own: readonly Word[], source: readonly Word[]): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  for (let at = 0; at < source.length; at++) {
    let length = 0;
    while (length < own.length && own[length]?.key === source[at + length]?.key) length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}

/** How many of the last words stand together in the source, and where they end. */
function longestEnd(own: readonly Word[], source: readonly Word[]): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  for (let at = source.length - 1; at >= 0; at--) {
    let length = 0;
    while (length < own.length && length <= at && own[own.length - 1 - length]?.key === source[at - length]?.key) length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}

function partsAtGaps(units: readonly QuoteUnit[]): readonly (readonly QuoteUnit[])[] {
  const parts: QuoteUnit[][] = [[]];
  for (const unit of units) {
    if (unit.kind === 'gap') parts.push([]);
    else parts.at(-1)?.push(unit);
  }
  return parts.filter((part) => part.length > 0);
}

function words(units: readonly QuoteUnit[]): number {
  return units.filter((unit) => unit.kind === 'word').length;
}

/** Whether the words are too many or too rare to stand in the corpus by chance. */
function says(own: readonly Word[], weights: WordWeights): boolean {
  return own.reduce((sum, word) => sum + weights.weight(word), 0) > weights.chance;
}

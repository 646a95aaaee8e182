/** Quotations whose parts stand far from each other in one document. */
import type { DraftQuotation } from '../../draft/types.ts';
import type { QuotationResult, QuotedPlace } from '../types.ts';
import type { WordWeights } from './candidates.ts';
import { draftSpan } from './changes.ts';
import type { QuoteUnit } from './words.ts';

type FindExact = (units: readonly QuoteUnit[]) => readonly QuotedPlace[];

/** Shorter parts stand in too many places to say anything. */
const SHORTEST_PART = 4;

/**
 * Places of a quotation whose ellipses leave out more than a window holds: each part word for word, in order, in one
 * document. A place spans from the first part to the last.
 */
export function apart(units: readonly QuoteUnit[], find: FindExact): readonly QuotedPlace[] {
  const parts = partsAtGaps(units);
  if (parts.length < 2 || parts.some((part) => words(part) < SHORTEST_PART)) return [];
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
 * A quotation made of two places of one document without an ellipsis: some beginning of it stands in one, the rest in the
 * other, both word for word.
 */
export function joinedApart(
  quotation: DraftQuotation,
  units: readonly QuoteUnit[],
  weights: WordWeights,
  find: FindExact,
): QuotationResult | null {
  const total = units.length;
  if (words(units) < 2 * SHORTEST_PART || units.some((unit) => unit.kind !== 'word')) return null;
  // The longest beginning that stands anywhere; it is found by halving, for every beginning of it stands there too.
  let low = SHORTEST_PART;
  let high = total - SHORTEST_PART;
  let heads = find(units.slice(0, low));
  if (heads.length === 0) return null;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const found = find(units.slice(0, middle));
    if (found.length > 0) {
      low = middle;
      heads = found;
    } else high = middle - 1;
  }
  if (!says(units.slice(0, low), weights) || !says(units.slice(low), weights)) return null;
  const tails = find(units.slice(low));
  const documents = new Set(tails.map((place) => place.citekey));
  const places = heads.filter((place) => documents.has(place.citekey));
  const [head] = places;
  const border = units[low - 1];
  if (head === undefined || border === undefined) return null;
  const ends = tails.filter((place) => place.citekey === head.citekey);
  const change = { draft: draftSpan(quotation, border.end, border.end), said: '', source: '' };
  return { kind: 'changed', quotation, places: [head, ...ends.slice(0, 1)], changes: [change], joined: true };
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
function says(units: readonly QuoteUnit[], weights: WordWeights): boolean {
  const weight = units.reduce((sum, unit) => sum + (unit.kind === 'word' ? weights.weight(unit) : 0), 0);
  return weight > weights.chance;
}

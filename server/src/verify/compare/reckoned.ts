/**
 * Figures that a claim reckons from two values of the passages: what lies between two times, how much one amount is above another, what
 * share one count is of another. Such a figure may support, where one pair of values alone gives it, and never contradicts.
 */
import type { Quantity } from '../../text/types.ts';
import { unitNamed } from '../../text/units.ts';
import { isDifference, isRate, wordAfter } from './differences.ts';
import { betweenDates, betweenTimes } from './elapsed.ts';
import { shareOf } from './shares.ts';
import type { CompareInput, ValuePlace } from './types.ts';

/** A difference is looked for among no more values than these: of many some two always fit. */
const MOST_VALUES = 5;
const ROUNDING = 0.001;
/** The least sum of counts that is no likely chance. */
const LEAST_SUM = 10;

/** The two values (of a sum, up to three) that give the claim's figure; null where none do, or more than one pair does. */
export function reckonedFrom(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  if (quantity.kind === 'percent') return shareOf(quantity, input);
  if (isDifference(input.claim, quantity)) return differenceOf(quantity, input);
  if (quantity.kind === 'duration') return betweenTimes(quantity, input) ?? betweenDates(quantity, input);
  return quantity.kind === 'count' ? sumOf(quantity, input) : null;
}

/** Whether the claim counts from what was told before ("eleven minutes later"), so that a length told of something named is another one. */
export function countsOn(quantity: Quantity, { claim }: CompareInput): boolean {
  const after = wordAfter(claim, quantity);
  return quantity.kind === 'duration' && /^(?:later|afterwards|earlier)$/.test(after);
}

interface Placed {
  readonly quantity: Quantity;
  readonly place: ValuePlace;
}

function quantitiesOf({ unit }: CompareInput, holds: (quantity: Quantity, member: number) => boolean): readonly Placed[] {
  return unit.members.flatMap((member, m) =>
    member.reading.analysis.quantities
      .filter((q) => holds(q, m))
      .map((quantity): Placed => ({ quantity, place: { member: m, span: quantity.span } })),
  );
}

/** "Overrun by some £800,000" where £1.4 million were spent and £600,000 budgeted. */
function differenceOf(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  const scale = (q: Quantity): number => unitNamed(q.unit ?? '')?.factor ?? 1;
  const alike = (q: Quantity): boolean =>
    q.kind === quantity.kind &&
    dimension(q) === dimension(quantity) &&
    (q.kind !== 'count' || q.counted === quantity.counted || q.counted === null);
  const levels = quantitiesOf(input, (q, m) => {
    const reading = input.unit.members[m]?.reading;
    return alike(q) && reading !== undefined && (isRate(reading, q) || !isDifference(reading, q));
  });
  if (levels.length > MOST_VALUES || quantity.kind === 'ordinal' || quantity.kind === 'clock') return null;
  return only(
    pairsOf(levels).filter(([a, b]) =>
      fits(quantity, Math.abs(a.quantity.value * scale(a.quantity) - b.quantity.value * scale(b.quantity)), scale(quantity)),
    ),
  );
}

function dimension({ kind, unit }: Quantity): string {
  return unitNamed(unit ?? '')?.dimension ?? (kind === 'count' ? '' : (unit ?? ''));
}

const TOGETHER = /^(?:total|altogether|together|combined|counting|including|all)$/;
const PEOPLE = /^(?:peopl|person|soul|men|women)$/;

const PART = /\b(?:including|included|among|of (?:them|these|those|whom|which))\b/i;

/** "154 people" where 143 passengers and a crew of eleven are told: counts of one sentence, where the claim sums up. */
function sumOf(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  const sums = PEOPLE.test(quantity.counted ?? '') || input.claim.analysis.tokens.some((t) => TOGETHER.test(t.lower));
  if (!sums || quantity.bound === 'range' || quantity.value < LEAST_SUM) return null;
  const found = input.unit.members.flatMap((_, m) => {
    const counts = quantitiesOf(input, (q, member) => member === m && q.kind === 'count' && q.bound === 'exact' && q.value >= 1);
    if (counts.length > MOST_VALUES) return [];
    const pairs: readonly (readonly Placed[])[] = pairsOf(counts);
    const triples = pairs.flatMap((pair) =>
      counts.slice(counts.findIndex(({ place }) => place === pair[1]?.place) + 1).map((c) => [...pair, c]),
    );
    return [...pairs, ...triples].filter((some) => areApart(some, input) && fits(quantity, total(some), 1));
  });
  return only(found);
}

function total(some: readonly Placed[]): number {
  return some.reduce((n, { quantity }) => n + quantity.value, 0);
}

/** Whether none of them is a part of another ("143 passengers, including 11 children"). */
function areApart(some: readonly Placed[], { unit }: CompareInput): boolean {
  const [first, last] = [some[0], some.at(-1)];
  const text = unit.members[first?.place.member ?? -1]?.reading.analysis.text ?? '';
  return !PART.test(text.slice(first?.place.span.end, last?.place.span.start));
}

function pairsOf(values: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  return values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b] as const));
}

function fits(claim: Quantity, value: number, scale: number): boolean {
  const slack = Math.abs(value) * ROUNDING;
  const [low, high] = [claim.min * scale - slack, claim.max * scale + slack];
  return value > 0 && value >= low && value <= high && (Number.isFinite(high) || value < 2 * low);
}

function only(found: readonly (readonly Placed[])[]): readonly ValuePlace[] | null {
  const [first] = found;
  return found.length === 1 && first !== undefined ? first.map(({ place }) => place) : null;
}

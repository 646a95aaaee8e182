/**
 * Figures that a claim reckons from two values of the passages: what lies between two times, how much one amount is above another, what
 * share one count is of another. Such a figure may support, where one pair of values alone gives it, and never contradicts.
 */
import type { Quantity } from '../../text/types.ts';
import { unitNamed } from '../../text/units.ts';
import { isDifference, isExcepted, isRate, wordAfter } from './differences.ts';
import { betweenDates, betweenTimes } from './elapsed.ts';
import { shareOf } from './shares.ts';
import type { CompareInput, ValuePlace } from './types.ts';

/** A difference is looked for among no more values than these: of many some two always fit. */
const MOST_VALUES = 5;
/** The share of the claim's words that must be there before anything is reckoned for it. */
const LEAST_CARRIED = 0.5;
const ROUNDING = 0.001;
/** The least sum of counts that is no likely chance. */
const LEAST_SUM = 10;

/** The two values (of a sum, up to three) that give the claim's figure; null where none do, or more than one pair does. */
export function reckonedFrom(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  if (quantity.kind === 'duration' && !isDifference(input.claim, quantity)) {
    const dates = betweenDates(quantity, input);
    if (dates !== null) return dates;
  }
  if (quantity.kind === 'percent' && input.alignment.coverage < LEAST_CARRIED) return null;
  const places = reckon(quantity, input);
  const teller = tellerOf(input);
  return places?.some(({ member }) => member === teller) ? places : null;
}

/** The sentence that carries most of the claim: values that others have alone are of something else. */
function tellerOf({ unit, alignment }: CompareInput): number {
  const carried = unit.members.map((_, m) =>
    alignment.words.reduce((n, a) => n + (a.partner?.member === m ? a.weight * a.partner.credit : 0), 0),
  );
  return carried.indexOf(Math.max(...carried));
}

function reckon(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  if (quantity.kind === 'percent') return shareOf(quantity, input);
  if (isExcepted(input.claim, quantity)) return restOf(quantity, input);
  if (isDifference(input.claim, quantity)) return differenceOf(quantity, input);
  if (quantity.kind === 'duration') return betweenTimes(quantity, input);
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

/** "All but one" where three of four are told; the whole may be the claim's own ("sixty-one, all but three of them pupils"). */
function restOf(quantity: Quantity, input: CompareInput): readonly ValuePlace[] | null {
  const counts = quantitiesOf(input, (q) => q.kind === 'count' && q.bound === 'exact' && q.value > 0);
  const own = input.claim.analysis.quantities.filter((q) => q.kind === 'count' && q !== quantity);
  if (counts.length > MOST_VALUES) return null;
  return only(
    counts.flatMap((rest): readonly (readonly Placed[])[] => {
      const { counted } = rest.quantity;
      if (counted !== null && !input.claim.words.some((w) => w.token.stem === counted)) return [];
      const whole = quantity.value + rest.quantity.value;
      const told = counts.find((c) => c !== rest && c.quantity.value === whole);
      if (told !== undefined) return [[rest, told]];
      return own.some((q) => q.value === whole) ? [[rest]] : [];
    }),
  );
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

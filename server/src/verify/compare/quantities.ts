/** Numbers of the claim against the numbers that the unit gives for the same thing. */
import { compareQuantities } from '../../text/quantities.ts';
import { slice } from '../../text/span.ts';
import type { Quantity } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import { isDifference, isDistance, isExcepted, isRate } from './differences.ts';
import { betweenDates } from './elapsed.ts';
import { samePlaceShallow, tokensUnder } from './places.ts';
import { countsOn, reckonedFrom } from './reckoned.ts';
import { type CompareInput, type Comparison, inPart, type UnitClash, type ValueResult } from './types.ts';

const WEIGHT = 3;
/** "One" and ordinals often only name ("one of them", "the first review"); a passage may name the thing otherwise. */
const NAMING_WEIGHT = 1;
const LISTABLE = 4;
const IN_PLACE = 0.65;
/** How sure it is that "six" and "all but six" of the same sentence are rivals. */
const EXCEPTED = 1;

/** Compares every quantity of the claim's part; an ordinal is a name for a thing rather than a value, but compares alike. */
export function compareNumbers(input: CompareInput): Comparison {
  const values: ValueResult[] = [];
  const clashes: UnitClash[] = [];
  for (const quantity of input.claim.analysis.quantities) {
    if (!inPart(input, quantity.span)) continue;
    const naming = quantity.kind === 'ordinal' || (quantity.kind === 'count' && quantity.value === 1);
    const weight = naming ? NAMING_WEIGHT : WEIGHT;
    let best: ValueResult = {
      kind: 'quantity',
      claim: quantity.span,
      status: 'missing',
      weight,
      partner: null,
      reckonedFrom: null,
      blocks: isExcepted(input.claim, quantity) || (weight === WEIGHT && !isListable(quantity)),
    };
    const against: UnitClash[] = [];
    input.unit.members.forEach((member, m) => {
      for (const other of member.reading.analysis.quantities) {
        // "All but six" and "sixty per cent more" are other figures than "six" and "sixty per cent".
        const excepted = isExcepted(input.claim, quantity) !== isExcepted(member.reading, other);
        const differing =
          isDifference(input.claim, quantity) !== isDifference(member.reading, other) ||
          isRate(input.claim, quantity) !== isRate(member.reading, other);
        const outcome = excepted || differing ? 'incomparable' : compareQuantities(related(quantity, other, input), other);
        if (excepted && quantity.value === other.value && countsSame(input.claim, quantity, other))
          against.push(exceptionClash(quantity, other, m, member.reading));
        const partner = { member: m, span: other.span };
        if (outcome === 'equal') best = { ...best, status: 'equal', partner };
        else if (
          outcome === 'compatible' &&
          best.status !== 'equal' &&
          entailed(quantity, other) &&
          !isOneOfSeveral(quantity, member.reading)
        )
          best = { ...best, status: 'compatible', partner };
        // Another ordinal names another thing ("the second review"): no support, but no contradiction either.
        else if (outcome === 'incompatible' && quantity.kind === 'ordinal')
          best = best.status === 'missing' ? { ...best, blocks: true } : best;
        else if (outcome === 'incompatible' && mayClash(input, quantity, other, member.reading))
          against.push({
            kind: quantity.kind === 'money' ? 'amount' : 'number',
            claim: quantity.span,
            member: m,
            passage: other.span,
            replacement: slice(member.reading.analysis.text, other.span),
            sureness: Math.max(sureness(quantity, other, m), inPlace(input, quantity, other, m)),
          });
      }
    });
    const reckoned =
      best.status === 'missing' && (against.length === 0 || countsOn(quantity, input)) ? reckonedFrom(quantity, input) : null;
    if (
      best.status === 'missing' &&
      reckoned === null &&
      against.length > 0 &&
      !isMet(input, quantity) &&
      (!standsNear(input, quantity) || isExchange(input, against))
    ) {
      against.sort((a, b) => b.sureness - a.sureness);
      const [first] = against;
      if (first !== undefined) {
        best = { ...best, status: 'clash', partner: { member: first.member, span: first.passage } };
        clashes.push(first);
      }
    }
    const late = reckoned ?? (best.status === 'missing' ? betweenDates(quantity, input) : null);
    values.push(late === null ? best : { ...best, status: 'compatible', reckonedFrom: late });
  }
  return { values, clashes };
}

/**
 * Whether another figure of the passage may stand against the claim's: not where another figure of the claim already is that one
 * (the claim tells both), nor a difference ("by £3 million", "50 more than") against a level.
 */
function mayClash(input: CompareInput, quantity: Quantity, other: Quantity, reading: Reading): boolean {
  const told = input.claim.analysis.quantities.some(
    (q) => q !== quantity && q.kind === other.kind && q.value === other.value && !countsAlike(quantity, other),
  );
  return (
    !told &&
    isDifference(input.claim, quantity) === isDifference(reading, other) &&
    isDistance(input.claim, quantity) === isDistance(reading, other)
  );
}

/** Whether some figure of the unit keeps within a bound of the claim's: "fewer than 350 of them" where 696 and 304 are told. */
function isMet({ unit }: CompareInput, quantity: Quantity): boolean {
  if (quantity.bound === 'exact' || quantity.kind === 'ordinal') return false;
  return unit.members.some((m) =>
    m.reading.analysis.quantities.some(
      (q) => q.kind === quantity.kind && q.counted !== quantity.counted && q.value >= quantity.min && q.value <= quantity.max,
    ),
  );
}

/** Whether the passage's figure stands in the claim too, for something else: then the two were changed about. */
function isExchange(input: CompareInput, against: readonly UnitClash[]): boolean {
  const { quantities } = input.claim.analysis;
  return against.some((c) => {
    const theirs = input.unit.members[c.member]?.reading.analysis.quantities.find((q) => q.span.start === c.passage.start);
    return theirs !== undefined && quantities.some((q) => q.value === theirs.value);
  });
}

/** Whether the claim's figure stands in the passage or beside it, of whatever: then the passage is no witness against it. */
function standsNear({ unit }: CompareInput, quantity: Quantity): boolean {
  return [...unit.members.flatMap((m) => m.reading.analysis.quantities), ...unit.besides].some(
    (q) => q.value === quantity.value && q.kind !== 'ordinal',
  );
}

/** Whether a figure of the passage may count what the claim's does: not where it says of what, and the claim has no such word. */
function countsSame(claim: Reading, { counted }: Quantity, other: Quantity): boolean {
  return other.counted === null || other.counted === counted || claim.words.some((w) => w.token.stem === other.counted);
}

function exceptionClash(claim: Quantity, other: Quantity, member: number, reading: Reading): UnitClash {
  return {
    kind: 'number',
    claim: claim.span,
    member,
    passage: other.span,
    replacement: slice(reading.analysis.text, other.span),
    sureness: member === 0 ? EXCEPTED : EXCEPTED * 0.8,
  };
}

/** A small bare count ("two trusts") may stand in a passage as a list of what is counted, and no number. */
function isListable(quantity: Quantity): boolean {
  return quantity.kind === 'count' && quantity.bound === 'exact' && quantity.value <= LISTABLE;
}

/**
 * Whether the passage's figure makes the claim's true: "more than 50" is over 30, but not over 100, and "up to three days" is
 * no fourteen minutes. Loose figures are taken as they are meant.
 */
function entailed(claim: Quantity, passage: Quantity): boolean {
  const round = (q: Quantity): boolean => q.bound === 'about' || q.bound === 'nearly';
  // Times of day go round, so that an open end says little of the numbers.
  if (claim.kind === 'clock') return round(passage) || passage.bound === 'exact';
  if (round(claim) || (claim.bound === 'exact' && (passage.bound === 'exact' || round(passage)))) return true;
  // "Some 1,340" is more than 1,300: of a loose figure the value counts, and not how far it may reach.
  const [low, high] = round(passage) ? [passage.value, passage.value] : [passage.min, passage.max];
  return claim.bound !== 'exact' && (claim.unit !== passage.unit || (low >= claim.min && high <= claim.max));
}

/** Of several times of a sentence some lies before or after nearly any other: which of them is meant is not known. */
function isOneOfSeveral({ kind, bound }: Quantity, { analysis }: Reading): boolean {
  const open = bound === 'at-most' || bound === 'less-than' || bound === 'more-than';
  return kind === 'clock' && open && analysis.quantities.filter((q) => q.kind === 'clock').length > 1;
}

/** The claim's quantity with its counted noun replaced by the passage's where the two nouns mean the same. */
function related(quantity: Quantity, other: Quantity, input: CompareInput): Quantity {
  // "Who was 83" and "Pickles, 83," tell an age alike.
  if (isBare(quantity) && other.kind === 'age' && quantity.value === other.value) return { ...quantity, kind: 'age', unit: other.unit };
  if (quantity.kind === 'age' && isBare(other) && quantity.value === other.value) return { ...quantity, kind: 'count', unit: null };
  // "Came into contact 34 times" is "34 contacts".
  if (quantity.unit === 'time' && other.counted !== null && input.claim.words.some((w) => w.token.stem === other.counted))
    return { ...quantity, kind: other.kind, unit: other.unit, counted: other.counted };
  if (quantity.counted === other.counted) return quantity;
  // "Over half of the sales" and "61% of a sample of sales" are shares of the same.
  if (quantity.kind === 'percent' && other.kind === 'percent' && (other.counted === null || quantity.counted === null))
    return { ...quantity, counted: other.counted };
  if (quantity.value === other.value && (quantity.counted === null || other.counted === null))
    return { ...quantity, counted: other.counted };
  if (quantity.counted === null || other.counted === null) return quantity;
  const relation = input.tools.lexicon.relate(quantity.counted, other.counted);
  return relation !== null && relation !== 'antonym' ? { ...quantity, counted: other.counted } : quantity;
}

/** Whether both say of what they count, and it is the same: "23 witnesses", "64 witnesses". */
function countsAlike(a: Quantity, b: Quantity): boolean {
  return a.counted !== null && a.counted === b.counted;
}

function isBare(quantity: Quantity): boolean {
  return quantity.kind === 'count' && quantity.counted === null && quantity.unit === null;
}

/** A bare figure is the rival of another that stands in its very place: "fourteen were hurt seriously", "four of them seriously". */
function inPlace(input: CompareInput, claim: Quantity, other: Quantity, member: number): number {
  const unit = input.unit.members[member];
  if (unit === undefined || (claim.unit !== other.unit && claim.kind !== 'clock')) return 0;
  const place = samePlaceShallow(
    input.claim,
    tokensUnder(input.claim, claim.span),
    unit,
    member,
    tokensUnder(unit.reading, other.span),
    input.alignment,
  );
  return place >= 0.5 ? (member === 0 ? IN_PLACE : IN_PLACE * 0.8) : 0;
}

/** A number that counts the same noun or has the same unit is surely its rival; a bare one may count anything. */
function sureness(claim: Quantity, other: Quantity, member: number): number {
  const bound =
    claim.counted !== null && claim.counted === other.counted
      ? 1
      : claim.kind !== 'clock' &&
          claim.unit !== null &&
          (claim.unit === other.unit || (claim.kind === 'duration' && other.kind === 'duration'))
        ? 0.8
        : 0.5;
  return member === 0 ? bound : bound * 0.8;
}

/** Whether two stated numbers can both hold. */

import { HALF_DAY } from './clock.ts';
import type { Quantity } from './types.ts';
import { unitNamed } from './units.ts';

export type QuantityRelation = 'equal' | 'compatible' | 'incompatible' | 'incomparable';

/** Units of one family convert exactly; this much (as a share) forgives rounding in the conversion. */
const EXACT_SLACK = 0.001;
/** Days against months: a month has 28 to 31 of them, so that values this near each other may be the same. */
const CALENDAR_EQUAL = 0.02;
const CALENDAR_NEAR = 0.1;
const NOON = 720;
const SECONDS_OF_MONTH = (365.2425 / 12) * 86400;

interface Scale {
  readonly key: string;
  readonly factor: number;
  /** Whether the length of a month was needed to get there. */
  readonly calendar: boolean;
}

/**
 * `equal`: the same value with the same bound. `compatible`: the intervals that both assert have a value in common ("at
 * least 30", "more than 50"; "about 50", "52"). `incompatible`: they have none. `incomparable`: other kinds, units or counted
 * nouns, so that nothing follows. Tolerances: "about" and "nearly" reach a tenth of the value (bounds.ts); open bounds
 * include their own value, but for a claim's "more than" or "less than" against the very figure; converted units may be 0.1 % apart, days against months 2 % (equal) or 10 % (compatible).
 * Lengths of time in two units are not held against each other within half of the larger one.
 */
export function compareQuantities(claim: Quantity, passage: Quantity): QuantityRelation {
  const a = scaleOf(claim);
  const b = scaleOf(passage);
  const mixedAge = (claim.kind === 'age') !== (passage.kind === 'age');
  if (a.key !== b.key) {
    // A count that does not say of what can bear another out, but not speak against it.
    const open = claim.kind === passage.kind && (a.key === openKey(claim) || b.key === openKey(passage));
    return open && relate(claim, passage, a, b) === 'equal' ? 'equal' : 'incomparable';
  }
  const relation = relate(claim, passage, a, b);
  // An age and a time that has passed say the same only when they agree; otherwise they speak of different things.
  return mixedAge && relation !== 'equal' ? 'incomparable' : relation;
}

function relate(claim: Quantity, passage: Quantity, a: Scale, b: Scale): QuantityRelation {
  const calendar = a.calendar !== b.calendar;
  if (claim.kind === 'clock') return relateTimes(claim, passage);
  const valueA = claim.value * a.factor;
  const valueB = passage.value * b.factor;
  const near = (slack: number): boolean =>
    Math.abs(valueA - valueB) <= slack * Math.max(Math.abs(valueA), Math.abs(valueB)) + Number.EPSILON;
  const sameBound = claim.bound === passage.bound && claim.bound !== 'range';
  if (sameBound && near(calendar ? CALENDAR_EQUAL : EXACT_SLACK)) return 'equal';
  // "More than 300" is said of no 300 that was counted.
  const strict = claim.bound === 'more-than' || claim.bound === 'less-than';
  if (strict && passage.bound === 'exact' && !calendar && valueA === valueB) return 'incompatible';
  const slack = (calendar ? CALENDAR_NEAR : EXACT_SLACK) * Math.max(Math.abs(valueA), Math.abs(valueB));
  const [minA, maxA] = [claim.min * a.factor, claim.max * a.factor];
  const [minB, maxB] = [passage.min * b.factor, passage.max * b.factor];
  if (claim.bound === 'range' && passage.bound === 'range' && minA === minB && maxA === maxB) return 'equal';
  if (minA <= maxB + slack && minB <= maxA + slack) return 'compatible';
  // "Two hours" is said of two hours and ten minutes: within half of the larger unit it is neither the same nor another.
  const loose = a.key.startsWith('time') && claim.unit !== passage.unit && Math.abs(valueA - valueB) < Math.max(a.factor, b.factor) / 2;
  return loose ? 'incomparable' : 'incompatible';
}

/** Times of day, which go round: "after midnight" holds of 00:30, and "half past six" may be 18:30. */
function relateTimes(claim: Quantity, passage: Quantity): QuantityRelation {
  const round = claim.unit === HALF_DAY || passage.unit === HALF_DAY ? NOON : 2 * NOON;
  const apart = ((((passage.value - claim.value + round / 2) % round) + round) % round) - round / 2;
  const strict = claim.bound === 'more-than' || claim.bound === 'less-than';
  if (apart === 0) return strict && passage.bound === 'exact' ? 'compatible' : 'equal';
  const [minA, maxA] = [claim.min - claim.value, claim.max - claim.value];
  const [minB, maxB] = [passage.min - passage.value + apart, passage.max - passage.value + apart];
  const open = [minA, maxA, minB, maxB].some((end) => !Number.isFinite(end));
  // "By 20:40" tells when as "at 20:40" does: who says "by 19:40" says something else.
  if (!(open && claim.bound === passage.bound) && minA <= maxB && minB <= maxA) return 'compatible';
  // What lies hours away on the wrong side of an open bound may be of the day before or after.
  return open && Math.abs(apart) > round / 4 ? 'incomparable' : 'incompatible';
}

/** What a quantity can be held against, and what one of its units is there. */
function scaleOf(quantity: Quantity): Scale {
  const { kind, unit, counted } = quantity;
  const [name, rate] = split(unit);
  const suffix = rate === null ? '' : `/${rate}`;
  switch (kind) {
    case 'duration':
    case 'age': {
      const known = unitNamed(name ?? '');
      const calendar = known?.dimension === 'month';
      return { key: `time${suffix}`, factor: (known?.factor ?? 1) * (calendar ? SECONDS_OF_MONTH : 1), calendar };
    }
    case 'measure': {
      const known = unitNamed(name ?? '');
      return { key: `measure:${known?.dimension ?? name}${suffix}`, factor: known?.factor ?? 1, calendar: false };
    }
    case 'money':
      return { key: `money:${name}${suffix}`, factor: 1, calendar: false };
    case 'percent':
      return { key: `percent:${name}:${noun(counted)}${suffix}`, factor: 1, calendar: false };
    case 'frequency':
      return { key: `count:time${suffix}`, factor: 1, calendar: false };
    case 'clock':
      return { key: 'clock', factor: 1, calendar: false };
    case 'ordinal':
      return { key: `ordinal:${noun(counted)}`, factor: 1, calendar: false };
    case 'count':
      return { key: `count:${noun(counted)}${suffix}`, factor: 1, calendar: false };
  }
}

/** The key that a count of the same kind and rate has without its noun. */
function openKey(quantity: Quantity): string | null {
  return quantity.kind === 'count' || quantity.kind === 'percent' || quantity.kind === 'ordinal'
    ? scaleOf({ ...quantity, counted: null }).key
    : null;
}

/** Stems of plurals that the stemmer does not bring back to their singular. */
const SINGULARS: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['peopl', 'person'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
]);

function noun(counted: string | null): string {
  return counted === null ? '' : (SINGULARS.get(counted) ?? counted);
}

function split(unit: string | null): readonly [string | null, string | null] {
  if (unit === null) return [null, null];
  const at = unit.indexOf('/');
  return at < 0 ? [unit, null] : [unit.slice(0, at) || null, unit.slice(at + 1)];
}

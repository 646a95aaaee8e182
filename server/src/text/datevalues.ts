/** Partial dates as values: resolving, comparing, merging, ordering. */
import { dateOfDayNumber, dayNumber, daysInMonth, NO_DATE, weekdayOfDayNumber } from './calendar.ts';
import type { DateMention, PartialDate } from './types.ts';

/**
 * The day (as far as it can be known) that a mention means, counted from the anchor. What the words themselves say stands
 * ("August last year" keeps its month); a step in days needs a full anchor, one in months a month, one in years a year.
 */
export function resolveDate(mention: DateMention, anchor: PartialDate): PartialDate {
  const { relative, date } = mention;
  if (relative === null) return date;
  if (relative.unit === 'year') return { ...date, year: date.year ?? add(anchor.year, relative.step) };
  if (relative.unit === 'month')
    return date.month === null ? monthStep(anchor, relative.step, date.day) : namedMonth(date, anchor, relative.step);
  return dayStep(anchor, relative.unit, relative.step);
}

function add(year: number | null, step: number): number | null {
  return year === null ? null : year + step;
}

function monthStep(anchor: PartialDate, step: number, day: number | null): PartialDate {
  if (anchor.month === null) return { year: null, month: null, day };
  const months = (anchor.year ?? 0) * 12 + anchor.month - 1 + step;
  const month = (((months % 12) + 12) % 12) + 1;
  return { year: anchor.year === null ? null : Math.floor(months / 12), month, day };
}

/** "last August", "next March": the nearest such month on that side of the anchor, never the anchor's own. */
function namedMonth(date: PartialDate, anchor: PartialDate, step: number): PartialDate {
  const { month } = date;
  if (month === null || anchor.year === null || anchor.month === null) return date;
  const sameYear = step < 0 ? month < anchor.month : month > anchor.month;
  if (step === 0) return { ...date, year: anchor.year };
  return { ...date, year: sameYear ? anchor.year : anchor.year + Math.sign(step) };
}

function dayStep(anchor: PartialDate, unit: 'day' | 'week' | 'weekday', step: number): PartialDate {
  const { year, month, day } = anchor;
  if (year === null || month === null || day === null) {
    // A step of none keeps all that is known ("that week", "the same day").
    return step === 0 ? anchor : NO_DATE;
  }
  const from = dayNumber(year, month, day);
  if (unit === 'day') return dateOfDayNumber(from + step);
  if (unit === 'week') {
    const moved = dateOfDayNumber(from + step * 7);
    // A week has no one day, but where it lies is known to the month if it does not straddle two.
    return { year: moved.year, month: moved.month, day: null };
  }
  const wanted = Math.abs(step);
  const difference = (wanted - weekdayOfDayNumber(from) + 7) % 7;
  return dateOfDayNumber(step < 0 ? from - ((7 - difference) % 7 || 7) : from + (difference || 7));
}

/** `compatible` where neither says anything that the other denies but one says less; dates that share no field are compatible. */
export function compareDates(a: PartialDate, b: PartialDate): 'equal' | 'compatible' | 'different' {
  let equal = true;
  for (const field of ['year', 'month', 'day'] as const) {
    if (a[field] === b[field]) continue;
    if (a[field] !== null && b[field] !== null) return 'different';
    equal = false;
  }
  if (equal && a.year === null && a.month === null && a.day === null) return 'compatible';
  return equal ? 'equal' : 'compatible';
}

/** A date with what it leaves open above its own finest field taken from its context: "13 May" under 2009 is 13 May 2009. */
export function mergeDates(own: PartialDate, context: PartialDate): PartialDate {
  if (own.year !== null) return own;
  if (own.month !== null) return { ...own, year: context.year };
  if (own.day !== null) return { year: context.year, month: context.month, day: own.day };
  return context;
}

/** -1 when `a` is surely earlier than `b`, 1 when surely later, 0 when both are the same full day; null when it cannot be known. */
export function dateOrder(a: PartialDate, b: PartialDate): -1 | 0 | 1 | null {
  if (a.year === null || b.year === null) {
    // Without years only dates whose years are both open can be ordered, and only by guess.
    return null;
  }
  const [firstA, lastA] = extent(a.year, a);
  const [firstB, lastB] = extent(b.year, b);
  if (lastA < firstB) return -1;
  if (lastB < firstA) return 1;
  return firstA === lastA && firstB === lastB ? 0 : null;
}

/** First and last day that a date with a year allows. */
function extent(year: number, date: PartialDate): readonly [number, number] {
  if (date.month === null) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  if (date.day === null) return [dayNumber(year, date.month, 1), dayNumber(year, date.month, daysInMonth(date.month, year))];
  const day = dayNumber(year, date.month, date.day);
  return [day, day];
}

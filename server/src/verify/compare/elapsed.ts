/** Times that a claim counts and a passage leaves to be counted: "over two and a half years" for "between April 2006 and September 2008". */
import { HALF_DAY } from '../../text/clock.ts';
import type { PartialDate, Quantity } from '../../text/types.ts';
import { unitNamed } from '../../text/units.ts';
import type { CompareInput, ValuePlace } from './types.ts';

const DAYS_OF_YEAR = 365.2425;
const DAYS_OF_MONTH = DAYS_OF_YEAR / 12;
const SECONDS_OF_DAY = 86_400;
/** Shorter times are not told by dates. */
const LEAST_DAYS = 2;
const SECONDS_OF_HOUR = 3600;
/** Of many times some two lie any number of minutes apart. */
const MOST_TIMES = 4;
const LEAST_MINUTES = 3;

/** Two dates of the unit, or the ends of a period that it names, that lie as far apart as the claim's duration says; null where none do. */
export function betweenDates(quantity: Quantity, { unit }: CompareInput): readonly ValuePlace[] | null {
  const days = daysOf(quantity);
  if (days === null || days.value < LEAST_DAYS) return null;
  const dates: { readonly date: PartialDate; readonly place: ValuePlace }[] = [];
  unit.members.forEach(({ reading, passage }, member) => {
    for (const { date, to, span, relative } of reading.analysis.dates) {
      if (relative !== null) continue;
      dates.push({ date, place: { member, span } });
      if (to !== null) dates.push({ date: to, place: { member, span } });
    }
    const { block, text } = passage;
    if (block.date !== null && block.kind === 'timeline-entry')
      dates.push({ date: block.date, place: { member, span: { start: 0, end: text.length } } });
  });
  for (const [i, a] of dates.entries()) for (const b of dates.slice(i + 1)) if (fits(a.date, b.date, days)) return [a.place, b.place];
  return null;
}

/** The two times of day of the unit that lie as far apart as the claim's duration says; null where none or several do. */
export function betweenTimes(quantity: Quantity, { unit }: CompareInput): readonly ValuePlace[] | null {
  const one = unitNamed(quantity.unit ?? '');
  if (one === null || one.dimension !== 'second' || one.factor > SECONDS_OF_HOUR) return null;
  const minutes = one.factor / 60;
  const times = unit.members.flatMap(({ reading }, member) =>
    reading.analysis.quantities.filter((q) => q.kind === 'clock').map((time) => ({ time, place: { member, span: time.span } })),
  );
  if (times.length > MOST_TIMES || quantity.value * minutes < LEAST_MINUTES) return null;
  const [low, high] = [quantity.min * minutes, quantity.max * minutes];
  // "More than two hours" is not said of nine, nor "less than ten minutes" of one.
  const [least, most] = [Number.isFinite(low) ? low : high / 2, Number.isFinite(high) ? high : 1.5 * low];
  const found = times.flatMap((a, i) =>
    times.slice(i + 1).flatMap((b) => {
      const apart = minutesBetween(a.time, b.time);
      return apart >= least && apart <= most ? [[a.place, b.place]] : [];
    }),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The shorter way round the clock; times that may be of either half of the day are less than half a day apart. */
function minutesBetween(a: Quantity, b: Quantity): number {
  const round = a.unit === HALF_DAY || b.unit === HALF_DAY ? 720 : 1440;
  const apart = Math.abs(a.value - b.value) % round;
  return Math.min(apart, round - apart);
}

interface Days {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The length of one of the claim's units: what is not said more exactly cannot be checked more exactly. */
  readonly unit: number;
}

function daysOf(quantity: Quantity): Days | null {
  const unit = unitNamed(quantity.unit ?? '');
  if (quantity.kind !== 'duration' || unit === null || unit === undefined) return null;
  const one = unit.dimension === 'month' ? unit.factor * DAYS_OF_MONTH : unit.factor / SECONDS_OF_DAY;
  return { value: quantity.value * one, min: quantity.min * one, max: quantity.max * one, unit: one };
}

function fits(a: PartialDate, b: PartialDate, claim: Days): boolean {
  if (a.year === null || b.year === null) return false;
  const [first, second] = [dayNumber(a), dayNumber(b)];
  const apart = Math.abs(second - first);
  // Dates that lack a day or a month are known to within that much; and people count whole units.
  const slack = Math.max(precision(a), precision(b)) + (claim.unit > 1 ? claim.unit / 2 : 0);
  return apart >= LEAST_DAYS && apart >= claim.min - slack && apart <= claim.max + slack;
}

function precision({ month, day }: PartialDate): number {
  return month === null ? DAYS_OF_YEAR / 4 : day === null ? DAYS_OF_MONTH / 2 : 0;
}

function dayNumber({ year, month, day }: PartialDate): number {
  return (year ?? 0) * DAYS_OF_YEAR + ((month ?? 6.5) - 1) * DAYS_OF_MONTH + (day ?? DAYS_OF_MONTH / 2);
}

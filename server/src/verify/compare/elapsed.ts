/** Times that a claim counts and a passage leaves to be counted: "over two and a half years" for "between April 2006 and September 2008". */
import type { PartialDate, Quantity } from '../../text/types.ts';
import { unitNamed } from '../../text/units.ts';
import type { CompareInput } from './types.ts';

const DAYS_OF_YEAR = 365.2425;
const DAYS_OF_MONTH = DAYS_OF_YEAR / 12;
const SECONDS_OF_DAY = 86_400;
/** Shorter times are not told by dates. */
const LEAST_DAYS = 2;

/** Whether two dates of the unit, or the ends of a period that it names, lie as far apart as the claim's duration says. */
export function hasElapsed(quantity: Quantity, { unit }: CompareInput): boolean {
  const days = daysOf(quantity);
  if (days === null || days.value < LEAST_DAYS) return false;
  const dates: PartialDate[] = [];
  for (const member of unit.members) {
    for (const mention of member.reading.analysis.dates) {
      if (mention.relative !== null) continue;
      dates.push(mention.date);
      if (mention.to !== null) dates.push(mention.to);
    }
    if (member.passage.block.date !== null && member.passage.block.kind === 'timeline-entry') dates.push(member.passage.block.date);
  }
  return dates.some((a, i) => dates.slice(i + 1).some((b) => fits(a, b, days)));
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

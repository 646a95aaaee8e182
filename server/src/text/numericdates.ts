/** Dates written in figures alone. */
import { isDay, isYear } from './calendar.ts';
import type { PartialDate } from './types.ts';

/** `2009-04-30`, `22/5/2009`, `22.05.09`; null for anything else. Day before month, unless only the other order gives a date. */
export function readNumericDate(text: string): PartialDate | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (match === null) return null;
  const short = match[4]?.length === 2;
  // Two-figure years: a clock or a version is likelier with dots, so that only strokes allow them.
  if (short && match[2] === '.') return null;
  const year = short ? century(Number(match[4])) : Number(match[4]);
  const [first, second] = [Number(match[1]), Number(match[3])];
  return valid(year, second, first) ?? valid(year, first, second);
}

/** Two-figure years from 50 up belong to the twentieth century. */
function century(year: number): number {
  return year >= 50 ? 1900 + year : 2000 + year;
}

function valid(year: number, month: number, day: number): PartialDate | null {
  return isYear(year) && month >= 1 && month <= 12 && isDay(day, month, year) ? { year, month, day } : null;
}

/** Names of months, weekdays, seasons and feasts, and arithmetic of days in the Gregorian calendar. */
import type { PartialDate } from './types.ts';

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Month names and their abbreviations, without a stop, to 1–12. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.flatMap((name, index): [string, number][] => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
  ['sept', 9],
]);

/** Weekday names and their abbreviations to 1 (Monday) – 7. */
const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...WEEKDAY_NAMES.map((name, index): [string, number] => [name, index + 1]),
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]);

/** Month names that are everyday words or given names too, so that the name alone is no proof. */
const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'dec', 'april', 'june', 'august', 'jun', 'jan', 'sep']);

export const SEASONS: ReadonlySet<string> = new Set(['spring', 'summer', 'autumn', 'fall', 'winter', 'easter', 'ramadan', 'michaelmas']);

const SMALLEST_YEAR = 1500;
const LARGEST_YEAR = 2099;

/** The month (1–12) that a word names, as written with its capital; a stop after an abbreviation is allowed. */
export function monthOf(word: string): number | null {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  const first = plain.charCodeAt(0);
  if (first < 65 || first > 90) return null;
  return MONTHS.get(plain.toLowerCase()) ?? null;
}

export function isAmbiguousMonth(word: string): boolean {
  return AMBIGUOUS_MONTHS.has(word.toLowerCase().replace('.', ''));
}

/** The ISO weekday (1 Monday – 7 Sunday) that a capitalised word names, or null. Short forms are read only with a stop or a date behind them. */
export function weekdayOf(word: string, shortForms: boolean): number | null {
  const plain = word.endsWith('.') ? word.slice(0, -1) : word;
  const first = plain.charCodeAt(0);
  if (first < 65 || first > 90) return null;
  if (plain.length < 6 && !shortForms) return null;
  return WEEKDAYS.get(plain.toLowerCase()) ?? null;
}

/** The days of a month; of February without a year 29, for nothing then speaks against it. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1 March of year 0, by the count that puts leap days last. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  return (
    era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  );
}

/** The day with this number; the inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const era = Math.floor(days / 146097);
  const ofEra = days - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** 1 (Monday) – 7. */
export function weekdayOfDayNumber(days: number): number {
  return ((((days + 2) % 7) + 7) % 7) + 1;
}

export function isDay(day: number, month: number | null, year: number | null): boolean {
  return Number.isInteger(day) && day >= 1 && day <= (month === null ? 31 : daysInMonth(month, year));
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= SMALLEST_YEAR && year <= LARGEST_YEAR;
}

export const NO_DATE: PartialDate = { year: null, month: null, day: null };

/** Parts of a month or year that are told beside it: "early September", "the end of May", "the spring of 2021". */
import type { DatePart, PartialDate, Token } from './types.ts';

type Tokens = readonly Token[];

const PARTS: ReadonlyMap<string, DatePart> = new Map([
  ['early', 'early'],
  ['mid', 'middle'],
  ['late', 'late'],
  ['start', 'early'],
  ['beginning', 'early'],
  ['middle', 'middle'],
  ['end', 'late'],
  ['close', 'late'],
  ['spring', 'spring'],
  ['summer', 'summer'],
  ['autumn', 'autumn'],
  ['fall', 'autumn'],
  ['winter', 'winter'],
]);
/** The first and last day of a month, and the first and last month of a year, that may still be called so; writers use them loosely. */
const DAYS = { early: [1, 14], middle: [8, 23], late: [17, 31] } as const;
const MONTHS = { early: [1, 5], middle: [4, 9], late: [8, 12], spring: [2, 6], summer: [5, 9], autumn: [8, 12], winter: [11, 12] } as const;
/** A winter ends in the year behind the one it is named after. */
const LAST_OF_WINTER = 3;

/** The part of a month or year that the words before it, or the season that it begins with, make of the date at `at`; null where none. */
export function partOf(tokens: Tokens, at: number): DatePart | null {
  const season = PARTS.get(tokens[at]?.lower ?? '');
  if (season !== undefined && isSeason(season)) return season;
  let index = at - 1;
  if (tokens[index]?.lower === '-') index--;
  const led = tokens[index]?.lower ?? '';
  if (led === 'early' || led === 'mid' || led === 'late') return PARTS.get(led) ?? null;
  if (led === 'the') index--;
  const edge = tokens[index]?.lower === 'of' || tokens[index]?.lower === 'in' ? (tokens[index - 1]?.lower ?? '') : '';
  const part = PARTS.get(edge);
  // "Late in May", but nobody says "the end in May".
  if (part === undefined || isSeason(part) || (tokens[index]?.lower === 'in' && edge !== 'early' && edge !== 'late')) return null;
  return part;
}

function isSeason(part: DatePart): boolean {
  return part === 'spring' || part === 'summer' || part === 'autumn' || part === 'winter';
}

/** Whether a day, month or year may lie in that part of a vaguer date; what the day leaves open speaks against nothing. */
export function mayLieIn(part: DatePart, whole: PartialDate, day: PartialDate): boolean {
  const { month } = day;
  if (part === 'winter' && month !== null && whole.year !== null && day.year === whole.year + 1) return month <= LAST_OF_WINTER;
  if (whole.month === null) return month === null || within(MONTHS[part], month);
  return day.day === null || isSeason(part) || within(DAYS[part as keyof typeof DAYS], day.day);
}

function within([first, last]: readonly [number, number], value: number): boolean {
  return value >= first && value <= last;
}

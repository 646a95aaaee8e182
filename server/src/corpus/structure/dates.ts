/** Dates as headers and bylines write them. Running text has its own, richer grammar in `text`. */
import type { PartialDate } from '../../text/types.ts';

export interface HeaderDate {
  readonly date: PartialDate;
  readonly start: number;
  /** Behind the date and the time of day that follows it. */
  readonly end: number;
  readonly hasTime: boolean;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const TIME =
  '(?:\\s*(?:,|at|@|-|–|\\||·|T)?\\s*(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?\\s*(?:[ap]\\.?m\\.?)?(?:\\s*(?:GMT|BST|UTC|E[SD]T|P[SD]T|CET)\\b)?)?';
const FORMS = [
  `${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month>${MONTH}),?\\s+(?<year>(?:19|20)\\d\\d)\\b`,
  `${WEEKDAY}(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d\\d)\\b`,
  `(?<year>(?:19|20)\\d\\d)-(?<digits>\\d\\d)-(?<day>\\d\\d)(?!\\d)`,
  `(?<day>\\d{1,2})[/.-](?<digits>\\d{1,2})[/.-](?<year>(?:19|20)\\d\\d)\\b`,
  `(?<year>(?:19|20)\\d\\d)\\s+(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?=[;:.])`,
  `${WEEKDAY}(?<day>\\d{1,2})[- ](?<month>${MONTH})[- ](?<short>\\d\\d)(?![\\d:.])`,
  `(?<day>\\d{1,2})/(?<digits>\\d{1,2})/(?<short>\\d\\d)(?![\\d/])`,
  `(?<month>${MONTH}),?\\s+(?<year>(?:19|20)\\d\\d)\\b`,
  `(?<year>(?:19|20)\\d\\d)\\s+(?<month>${MONTH})(?=[;:,.]|$)`,
].map((form) => new RegExp(`(?<![\\d\\p{L}])${form}${TIME}`, 'iu'));

/** Of two figures, those up to 40 are of this century. */
function yearOf(groups: Readonly<Record<string, string | undefined>>): number {
  const short = groups['short'];
  return short === undefined ? Number(groups['year']) : Number(short) + (Number(short) <= 40 ? 2000 : 1900);
}

/** Headers are short; nothing beyond this many characters is looked at. */
const LONGEST = 400;

/** 1–12 for an English month name or its abbreviation, else null. */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const at = lower.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(lower) || (lower === 'sept' && month === 'september'));
  return at < 0 ? null : at + 1;
}

/** The first date of a header or byline, day before month before year alone; null where there is none. */
export function findHeaderDate(text: string): HeaderDate | null {
  const head = text.slice(0, LONGEST);
  // Every form has two figures side by side, which most lines have not.
  if (!/\d\d/.test(head)) {
    return null;
  }
  for (const form of FORMS) {
    const match = form.exec(head);
    const groups = match?.groups;
    if (match !== null && groups !== undefined) {
      const written = groups['month'] === undefined ? Number(groups['digits']) : monthNumber(groups['month']);
      const stated = groups['day'] === undefined ? null : Number(groups['day']);
      // "05-23-2011" can only be month before day.
      const american = written !== null && written > 12 && stated !== null && stated <= 12;
      const month = american ? stated : written;
      const day = american ? written : stated;
      const either =
        /^\d{1,2}-\d{1,2}-\d{4}/.test(match[0]) && !american && written !== null && stated !== null && stated <= 12 && stated !== written;
      if (either) {
        // Engines of both sides of the Atlantic write "05-03-2011"; only the year is sure.
        const date = { year: yearOf(groups), month: null, day: null };
        return { date, start: match.index, end: match.index + match[0].length, hasTime: groups['hour'] !== undefined };
      }
      if (month !== null && month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31))) {
        return {
          date: { year: yearOf(groups), month, day },
          start: match.index,
          end: match.index + match[0].length,
          hasTime: groups['hour'] !== undefined,
        };
      }
    }
  }
  return null;
}

const AGO =
  /\b(?:\d+|an?|one|a few)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?)\.?\s+ago\b|\b(?:yesterday|today)(?:,| at) \d{1,2}[:.]\d\d(?: ?[ap]m)?/iu;

/** When a post was made: a date, or words that count from a day nobody knows any more ("3 years ago", without a date). */
export function findStamp(
  text: string,
): { readonly date: PartialDate | null; readonly start: number; readonly end: number; readonly hasTime: boolean } | null {
  const found = findHeaderDate(text);
  if (found !== null) {
    return found.date.day === null && found.date.month !== null ? null : found;
  }
  const head = text.slice(0, LONGEST);
  const ago = /ago|day/i.test(head) ? AGO.exec(head) : null;
  return ago === null ? null : { date: null, start: ago.index, end: ago.index + ago[0].length, hasTime: true };
}

/** Whether the words are the time of a post and nothing else ("4 June 2015 at 22:03"). */
export function isStampAlone(text: string): boolean {
  const found = text.length > 60 ? null : findStamp(text);
  return found?.hasTime === true && found.start <= 3 && text.length - found.end <= 3;
}

/** ISO form as far as the date is known: `2008`, `2008-11`, `2008-11-12`. */
export function isoDate(date: PartialDate): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (date.year === null) {
    return '';
  }
  if (date.month === null) {
    return String(date.year);
  }
  return date.day === null ? `${date.year}-${two(date.month)}` : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** How a reader is told of documents, standings and dates; hovers, lists and reports use the same words. */
import type { PartialDate } from '../text/types.ts';
import type { CorpusDocument, StandingKind } from './domain.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `27 October 2014`, `October 2014`, `2014`, `27 October`; null where nothing is known of the date. */
export function dateInWords(date: PartialDate | null): string | null {
  if (date === null) return null;
  const month = date.month === null ? undefined : MONTHS[date.month - 1];
  const parts = month === undefined ? [date.year] : [date.day, month, date.year];
  return parts.filter((part) => part !== null).join(' ') || null;
}

/** `2014-10-27`, `2014-10`, `2014`; null where nothing is known of the date. */
export function dateInDigits(date: PartialDate | null): string | null {
  if (date === null || date.year === null) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  if (date.month === null) return String(date.year);
  return date.day === null ? `${date.year}-${two(date.month)}` : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** Whose words a passage is, in words that can follow a title. */
export function standingInWords(standing: StandingKind, speaker: string | null): string {
  if (standing === 'stated') return 'stated by the source itself';
  if (standing === 'comment') return speaker === null ? 'a reader’s comment' : `a comment by ${speaker}`;
  return speaker === null ? 'reported as somebody’s words' : `said by ${speaker}`;
}

/** `Title, Publisher, 27 October 2014`, as far as it is known. */
export function documentInWords(document: CorpusDocument | undefined, fallback: string): string {
  if (document === undefined) return fallback;
  return [document.title, document.publisher, dateInWords(document.date)].filter((part) => part !== null && part !== '').join(', ');
}

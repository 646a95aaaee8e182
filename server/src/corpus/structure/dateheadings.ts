/** Chronologies whose dates stand on lines of their own, above what happened on them. */
import type { PartialDate } from '../../text/types.ts';
import type { Block } from '../domain.ts';
import { monthNumber } from './dates.ts';

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
const YEAR = '(?<year>1[89]\\d\\d|20\\d\\d)';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const LEAD =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? |(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]|[Ii]n |[Oo]n |[Bb]y )?';
const FORMS = [`${DAY} ${MONTH}(?:,? ${YEAR})?`, `${MONTH} ${DAY}(?:,? ${YEAR})?`, `${MONTH},? ${YEAR}`, YEAR].map(
  (form) => new RegExp(`^${LEAD}${form}(?:,? (?:at )?\\d{1,2}[.:]\\d\\d ?(?:[ap]m)?)?[:.]?$`, 'u'),
);
/** Fewer dates on lines of their own are a byline, a letter's date, the date of a signature. */
const FEWEST = 3;

/** The date that the words are and nothing else. */
function dateAlone(words: string): PartialDate | null {
  if (words.length > 50) {
    return null;
  }
  for (const form of FORMS) {
    const groups = form.exec(words)?.groups;
    if (groups !== undefined) {
      const day = groups['day'] === undefined ? null : Number(groups['day']);
      const month = groups['month'] === undefined ? null : monthNumber(groups['month']);
      return day !== null && (day < 1 || day > 31)
        ? null
        : { year: groups['year'] === undefined ? null : Number(groups['year']), month, day };
    }
  }
  return null;
}

/** The same blocks; where dates head them, these are headings and what stands below them is dated by them. */
export function datedByHeadings(blocks: readonly Block[], text: string): readonly Block[] {
  const dates = blocks.map(({ kind, span }) => (kind === 'reference' ? null : dateAlone(text.slice(span.start, span.end).trim())));
  const heads = dates.filter((date, i) => date?.month != null && dates[i + 1] == null && i + 1 < dates.length);
  if (heads.length < FEWEST) {
    return blocks;
  }
  let year: number | null = null;
  let current: PartialDate | null = null;
  return blocks.map((block, i) => {
    const date = dates[i] ?? null;
    if (date !== null) {
      year = date.year ?? year;
      current = date.month === null ? null : { ...date, year };
      return { ...block, kind: 'heading' };
    }
    if (block.kind === 'heading') {
      current = null;
    }
    return current === null || block.kind === 'heading' || block.kind === 'footnote'
      ? block
      : { ...block, kind: 'timeline-entry', date: current };
  });
}

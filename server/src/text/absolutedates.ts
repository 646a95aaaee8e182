/** Dates that name their own day, month or year. */
import { isAmbiguousMonth, isDay, isYear, monthOf, NO_DATE, SEASONS, weekdayOf } from './calendar.ts';
import { readNumericDate } from './numericdates.ts';
import type { DateMention, PartialDate, Token } from './types.ts';
import { isUnit } from './units.ts';

export interface DateReading {
  readonly date: PartialDate;
  readonly to: PartialDate | null;
  readonly relation: DateMention['relation'] | null;
  readonly relative: DateMention['relative'];
  /** Index after the last token. */
  readonly next: number;
}

type Tokens = readonly Token[];
interface Part {
  readonly date: PartialDate;
  readonly next: number;
}

const DASH = /^[-–—]$/;
const JOINS = /^(?:[-–—]|to|until|till|and|through)$/;

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';

/** The date or period that starts at `at`, or null. */
export function readAbsolute(tokens: Tokens, at: number): DateReading | null {
  const single = (part: Part | null): DateReading | null => (part === null ? null : { ...part, to: null, relation: null, relative: null });
  const first = tokens[at];
  if (first === undefined) return null;
  const period = readPeriod(tokens, at);
  if (period !== null) return period;
  if (first.kind === 'number') {
    const numeric = readNumericDate(first.text);
    if (numeric !== null) return single({ date: numeric, next: at + 1 });
    const season = seasonOf(first.text);
    if (season !== null) return { ...season, relation: 'between', relative: null, next: at + 1 };
    const decade = /^(1[5-9]|20)(\d0)s$/.exec(first.lower);
    if (decade !== null) {
      const year = Number(`${decade[1]}${decade[2]}`);
      return { date: { ...NO_DATE, year }, to: { ...NO_DATE, year: year + 9 }, relation: 'between', relative: null, next: at + 1 };
    }
  }
  return single(
    readDayMonth(tokens, at) ??
      readMonthDay(tokens, at) ??
      readEdge(tokens, at) ??
      readFeast(tokens, at) ??
      readMonth(tokens, at) ??
      readYear(tokens, at) ??
      readDayAlone(tokens, at),
  );
}

/** "1989/90": a season or financial year. */
function seasonOf(text: string): Pick<DateReading, 'date' | 'to'> | null {
  const match = /^(1[5-9]|20)(\d\d)\/(\d\d)$/.exec(text);
  if (match === null) return null;
  const year = Number(`${match[1]}${match[2]}`);
  return (year + 1) % 100 === Number(match[3]) ? { date: { ...NO_DATE, year }, to: { ...NO_DATE, year: year + 1 } } : null;
}

/** "between March and June 2008", "3–5 May", "2007-09", "from 30 April to 2 May 2009". */
function readPeriod(tokens: Tokens, at: number): DateReading | null {
  const before = lowerAt(tokens, at - 1);
  const framed = before === 'between' || before === 'from' || before === 'during';
  const start = readEnd(tokens, at);
  if (start === null) return null;
  const join = lowerAt(tokens, start.next);
  if (!JOINS.test(join) || (join === 'and' && before !== 'between')) return null;
  const end = readEnd(tokens, start.next + 1);
  if (end === null || !(framed || DASH.test(join) || join === 'to' || join === 'until' || join === 'till')) return null;
  const to = end.date;
  const from = start.date;
  // A full date, a dash and a bare figure are no period ("12 May 2009 - 3 were hurt").
  if (from.day !== null && from.month !== null && to.month === null) return null;
  if (from.day === null && from.month === null && from.year === null) return null;
  if (to.month === null && to.year === null) return null;
  if (from.year !== null && from.month === null && to.month !== null) return null;
  if (from.year !== null && to.year !== null && to.year < from.year) return null;
  const whole: PartialDate = { year: from.year ?? to.year, month: from.month ?? (from.day === null ? null : to.month), day: from.day };
  return { date: whole, to: { ...to, year: to.year ?? from.year }, relation: 'between', relative: null, next: end.next };
}

/** One end of a period: a date, or a bare day or short year that the other end completes. */
function readEnd(tokens: Tokens, at: number): Part | null {
  const full = readDayMonth(tokens, at) ?? readMonthDay(tokens, at);
  if (full !== null) return full;
  const token = tokens[at];
  if (token === undefined) return null;
  const month = monthOf(token.text);
  if (month !== null) return monthWithYear(tokens, at, month);
  if (token.kind !== 'number') return null;
  if (/^\d{4}$/.test(token.text) && isYear(Number(token.text)) && !countsSomething(tokens, at)) {
    return { date: { ...NO_DATE, year: Number(token.text) }, next: at + 1 };
  }
  // "2007-09": the year's last two figures.
  const previous = lowerAt(tokens, at - 2);
  if (
    /^\d\d$/.test(token.text) &&
    DASH.test(lowerAt(tokens, at - 1)) &&
    token.glued &&
    /^\d{4}$/.test(previous) &&
    isYear(Number(previous))
  ) {
    const year = Number(previous.slice(0, 2) + token.text);
    return year > Number(previous) ? { date: { ...NO_DATE, year }, next: at + 1 } : null;
  }
  const day = dayOf(token);
  return day !== null && JOINS.test(lowerAt(tokens, at + 1)) ? { date: { ...NO_DATE, day }, next: at + 1 } : null;
}

/** 1–31 in digits, plain or as an ordinal. */
function dayOf(token: Token | undefined): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token?.lower ?? '');
  const day = Number(match?.[1] ?? 0);
  return isDay(day, null, null) ? day : null;
}

/** "13 May", "13th of May 2009", "Monday 13 May, 2009". */
function readDayMonth(tokens: Tokens, at: number): Part | null {
  let index = at;
  if (weekdayOf(tokens[index]?.text ?? '', true) !== null) {
    index++;
    if (lowerAt(tokens, index) === ',') index++;
    if (lowerAt(tokens, index) === 'the') index++;
  }
  const day = dayOf(tokens[index]);
  if (day === null || tokens[index - 1]?.lower === '£') {
    const monthFirst = index > at ? readMonthDay(tokens, index) : null;
    return monthFirst;
  }
  let next = index + 1;
  if (lowerAt(tokens, next) === 'of') next++;
  if (lowerAt(tokens, next) === '-' && tokens[next]?.glued) next++;
  const month = monthOf(tokens[next]?.text ?? '');
  if (month === null || !isDay(day, month, null)) return null;
  // "2 May" may be a modal verb in lower case only; monthOf asks for the capital.
  const year = yearAfter(tokens, next + 1);
  return { date: { year: year?.year ?? null, month, day }, next: year?.next ?? next + 1 };
}

/** "May 13", "May 13th, 2009". */
function readMonthDay(tokens: Tokens, at: number): Part | null {
  const month = monthOf(tokens[at]?.text ?? '');
  if (month === null) return null;
  const index = lowerAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  const day = dayOf(tokens[index]);
  if (day === null || !isDay(day, month, null)) return null;
  if (monthOf(tokens[index + 1]?.text ?? '') !== null || lowerAt(tokens, index + 1) === '%' || isUnit(lowerAt(tokens, index + 1)))
    return null;
  const year = yearAfter(tokens, index + 1);
  return { date: { year: year?.year ?? null, month, day }, next: year?.next ?? index + 1 };
}

/** A year behind a month or day, with or without a comma, "of" or an apostrophe. */
function yearAfter(tokens: Tokens, at: number): { readonly year: number; readonly next: number } | null {
  let index = at;
  if (lowerAt(tokens, index) === ',' || lowerAt(tokens, index) === 'of' || DASH.test(lowerAt(tokens, index))) index++;
  const text = tokens[index]?.text ?? '';
  if (/^\d{4}$/.test(text) && isYear(Number(text)) && !/^(?:%|million|billion)$/.test(lowerAt(tokens, index + 1)))
    return { year: Number(text), next: index + 1 };
  return null;
}

function monthWithYear(tokens: Tokens, at: number, month: number): Part {
  const year = yearAfter(tokens, at + 1);
  return { date: { year: year?.year ?? null, month, day: null }, next: year?.next ?? at + 1 };
}

/** "the last day of July", "the first day of May 2009". */
function readEdge(tokens: Tokens, at: number): Part | null {
  const edge = lowerAt(tokens, at);
  if ((edge !== 'last' && edge !== 'first' && edge !== 'final') || lowerAt(tokens, at + 1) !== 'day' || lowerAt(tokens, at + 2) !== 'of')
    return null;
  const month = monthOf(tokens[at + 3]?.text ?? '');
  if (month === null) return null;
  const part = monthWithYear(tokens, at + 3, month);
  const { year } = part.date;
  const lastDay = month === 2 && year === null ? null : daysOf(month, year);
  return { date: { year, month, day: edge === 'first' ? 1 : lastDay }, next: part.next };
}

function daysOf(month: number, year: number | null): number | null {
  for (let day = 31; day > 27; day--) if (isDay(day, month, year)) return day;
  return null;
}

/** Feasts with a fixed day; "Christmas 2006" and seasons carry a year alone. */
function readFeast(tokens: Tokens, at: number): Part | null {
  const [first, second, third] = [lowerAt(tokens, at), lowerAt(tokens, at + 1), lowerAt(tokens, at + 2)];
  const fixed = (month: number, day: number, length: number): Part => {
    const year = yearAfter(tokens, at + length);
    return { date: { year: year?.year ?? null, month, day }, next: year?.next ?? at + length };
  };
  if (first === 'christmas' && (second === 'day' || second === 'eve')) return fixed(12, second === 'day' ? 25 : 24, 2);
  if (first === 'boxing' && second === 'day') return fixed(12, 26, 2);
  if (first === 'new' && second === 'year' && third === "'s") {
    const fourth = lowerAt(tokens, at + 3);
    if (fourth === 'eve' || fourth === 'day') return fourth === 'eve' ? fixed(12, 31, 4) : fixed(1, 1, 4);
  }
  if (first === 'christmas') {
    const year = yearAfter(tokens, at + 1);
    if (year !== null) return { date: { ...NO_DATE, year: year.year, month: 12 }, next: year.next };
    // Alone it is a day that something is done by, and else as often a name ("the Christmas rota").
    if (/^(?:by|before|until|till)$/.test(lowerAt(tokens, at - 1)) && endsPhrase(tokens[at + 1]))
      return { date: { ...NO_DATE, month: 12 }, next: at + 1 };
  }
  if (SEASONS.has(first)) {
    const year = yearAfter(tokens, at + 1);
    if (year !== null) return { date: { ...NO_DATE, year: year.year }, next: year.next };
  }
  return null;
}

const MONTH_CUES =
  /^(?:in|since|until|till|by|of|during|from|between|before|after|early|late|mid|this|that|to|around|about|following|each|every|-|month)$/;

/** A month alone or with its year. Names that are words or people too need a year or a preposition. */
function readMonth(tokens: Tokens, at: number): Part | null {
  const token = tokens[at];
  const month = monthOf(token?.text ?? '');
  if (token === undefined || month === null) return null;
  const part = monthWithYear(tokens, at, month);
  if (part.date.year !== null) return part;
  if (token.text.replace('.', '').length <= 3 && token.lower !== 'may' && !token.text.endsWith('.')) return null;
  const followed = tokens[at + 1];
  const named =
    followed !== undefined &&
    followed.kind === 'word' &&
    /^\p{Lu}\p{Ll}/u.test(followed.text) &&
    monthOf(followed.text) === null &&
    !followed.stop;
  const cued = MONTH_CUES.test(lowerAt(tokens, at - 1));
  if (!isAmbiguousMonth(token.text)) return named && !cued ? null : part;
  return (cued || standsApart(tokens, at)) && !named ? part : null;
}

/** "June - The mill opens", "Report, May; revised": between marks, or at the head of an entry, a month is no verb. */
function standsApart(tokens: Tokens, at: number): boolean {
  const after = lowerAt(tokens, at + 1);
  if (at === 0) return DASH.test(after) || after === ':';
  return lowerAt(tokens, at - 1) === ',' && (after === '' || /^[;,.)]$/.test(after));
}

/** A year that stands alone; one that counts something, or that a bound makes a number, is none. */
function readYear(tokens: Tokens, at: number): Part | null {
  const token = tokens[at];
  if (token === undefined || !/^\d{4}$/.test(token.text)) return null;
  const year = Number(token.text);
  if (!isYear(year) || countsSomething(tokens, at)) return null;
  const before = tokens[at - 1];
  if (before !== undefined && /^[£$€#:+=×/]$/.test(before.lower) && before.kind !== 'punct') return null;
  const cue = before?.lower ?? '';
  if (
    /^(?:in|since|by|until|till|before|after|from|during|of|the|early|late|mid|between|and|to|around|\(|,|-|–|summer|spring|autumn|winter)$/.test(
      cue,
    )
  ) {
    const named =
      year % 100 !== 0 ||
      /^(?:in|since|by|until|till|from|during|of|the|early|late|mid|summer|spring|autumn|winter|\()$/.test(cue) ||
      (/^(?:before|after)$/.test(cue) && endsPhrase(tokens[at + 1]));
    return !named ? null : { date: { ...NO_DATE, year }, next: at + 1 };
  }
  if (
    /^(?:than|least|most|over|under|nearly|almost|about|some|exactly|only|number|no|no\.|page|p\.|room|line|act)$/.test(cue) &&
    cue !== 'act'
  )
    return null;
  return year % 100 === 0 || year < 1800 ? null : { date: { ...NO_DATE, year }, next: at + 1 };
}

/** Whether nothing follows that a figure could count. */
function endsPhrase(next: Token | undefined): boolean {
  return next === undefined || next.kind === 'punct' || next.stop;
}

/** Whether a four-figure number stands before a unit, a scale, a percentage, or is part of a longer figure. */
function countsSomething(tokens: Tokens, at: number): boolean {
  const after = tokens[at + 1];
  const before = tokens[at - 1];
  if (before?.glued === false && before.kind === 'number' && /^0\d*$/.test(before.text)) return true;
  if (after === undefined) return false;
  if (after.kind === 'number' && !after.glued && /^\d/.test(after.text) && /^\d+$/.test(before?.text ?? '')) return true;
  if (/^(?:%|million|billion|thousand|hundred|per|times|people|men|women|children|staff|jobs|homes|hours|hrs|am|pm)$/.test(after.lower))
    return true;
  return isUnit(after.lower) && !after.glued;
}

/** "on the 12th": a day whose month the context knows. */
function readDayAlone(tokens: Tokens, at: number): Part | null {
  const token = tokens[at];
  if (token === undefined || !/^\d{1,2}(?:st|nd|rd|th)$/.test(token.lower)) return null;
  if (lowerAt(tokens, at - 1) !== 'the' || !/^(?:on|by|until|since|from|to|and|before|after)$/.test(lowerAt(tokens, at - 2))) return null;
  const after = tokens[at + 1];
  if (after !== undefined && after.kind === 'word' && !after.stop) return null;
  if (after?.lower === '-') return null;
  const day = dayOf(token);
  return day === null ? null : { date: { ...NO_DATE, day }, next: at + 1 };
}

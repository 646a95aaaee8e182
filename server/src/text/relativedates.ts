/** Dates that count from another day: from the document's own ("yesterday") or from the one spoken of ("the next day"). */

import type { DateReading } from './absolutedates.ts';
import { monthOf, NO_DATE, weekdayOf } from './calendar.ts';
import type { DateMention, PartialDate, Token } from './types.ts';
import { unitOf } from './units.ts';
import { readCardinal } from './wordnumbers.ts';

type Relative = NonNullable<DateMention['relative']>;
type Tokens = readonly Token[];

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';

function reading(relative: Relative, next: number, date: PartialDate = NO_DATE): DateReading {
  return { date, to: null, relation: null, relative, next };
}

/** The relative date that starts at `at`, or null. */
export function readRelative(tokens: Tokens, at: number): DateReading | null {
  const lower = lowerAt(tokens, at);
  if (lower === 'yesterday') return reading({ anchor: 'document', unit: 'day', step: -1 }, at + 1);
  if (lower === 'today' || lower === 'tonight') return reading({ anchor: 'document', unit: 'day', step: 0 }, at + 1);
  if (lower === 'tomorrow') return reading({ anchor: 'document', unit: 'day', step: 1 }, at + 1);
  return readDetermined(tokens, at) ?? readCounted(tokens, at) ?? readMonthOfYear(tokens, at) ?? readWeekday(tokens, at);
}

const calendarUnit = (word: string): 'day' | 'week' | 'month' | 'year' | null =>
  word === 'day' || word === 'week' || word === 'month' || word === 'year' ? word : null;

const PART_OF_DAY = /^(?:morning|afternoon|evening|night|lunchtime)$/;

/** "the next day", "the following month", "that year", "the same week", "last week", "this month", "the day before". */
function readDetermined(tokens: Tokens, at: number): DateReading | null {
  const lower = lowerAt(tokens, at);
  if (lower === 'the') {
    const second = lowerAt(tokens, at + 1);
    const unit = calendarUnit(lowerAt(tokens, at + 2));
    const step =
      second === 'next' || second === 'following' ? 1 : second === 'previous' || second === 'preceding' ? -1 : second === 'same' ? 0 : null;
    if (unit !== null && step !== null) return reading({ anchor: 'context', unit, step }, at + 3);
    const weekday = weekdayOf(tokens[at + 2]?.text ?? '', false);
    if (weekday !== null && step !== null && step !== 0)
      return reading({ anchor: 'context', unit: 'weekday', step: step * weekday }, at + 3);
    const month = monthOf(tokens[at + 2]?.text ?? '');
    if (month !== null && step !== null && step !== 0)
      return reading({ anchor: 'context', unit: 'month', step }, at + 3, { ...NO_DATE, month });
    const part = lowerAt(tokens, at + 2);
    if (step !== null && PART_OF_DAY.test(part)) return reading({ anchor: 'context', unit: 'day', step }, at + 3);
    if (step !== null && part === 'weekend') return reading({ anchor: 'context', unit: 'week', step }, at + 3);
    const own = calendarUnit(second);
    const turn = lowerAt(tokens, at + 2);
    if (own !== null && (turn === 'before' || turn === 'after'))
      return reading({ anchor: 'context', unit: own, step: turn === 'after' ? 1 : -1 }, at + 3);
    return null;
  }
  if (lower === 'that' && PART_OF_DAY.test(lowerAt(tokens, at + 1))) return reading({ anchor: 'context', unit: 'day', step: 0 }, at + 2);
  if (lower === 'this' && PART_OF_DAY.test(lowerAt(tokens, at + 1))) return reading({ anchor: 'document', unit: 'day', step: 0 }, at + 2);
  const unit = calendarUnit(lowerAt(tokens, at + 1));
  if (unit === null) return null;
  if (lower === 'that') return reading({ anchor: 'context', unit, step: 0 }, at + 2);
  if (lower === 'this' && unit !== 'day') return reading({ anchor: 'document', unit, step: 0 }, at + 2);
  if (lower === 'next' && lowerAt(tokens, at - 1) !== 'the') {
    return unit === 'day' ? reading({ anchor: 'context', unit, step: 1 }, at + 2) : reading({ anchor: 'document', unit, step: 1 }, at + 2);
  }
  if (
    lower === 'last' &&
    lowerAt(tokens, at - 1) !== 'the' &&
    unit !== 'day' &&
    !/^(?:his|her|their|its|my|our)$/.test(lowerAt(tokens, at - 1))
  ) {
    return reading({ anchor: 'document', unit, step: -1 }, at + 2);
  }
  return null;
}

/** "two days later", "a week before the boy died", "three months ago", "48 hours later" (when whole days). */
function readCounted(tokens: Tokens, at: number): DateReading | null {
  const lower = lowerAt(tokens, at);
  const number = readCardinal(tokens, at);
  const article = lower === 'a' || lower === 'an' ? 1 : null;
  const count = number?.value ?? article;
  const unitAt = number?.next ?? at + 1;
  if (count === null || !Number.isInteger(count) || count > 1000) return null;
  const step = stepIn(lowerAt(tokens, unitAt), count);
  if (step === null) return null;
  let next = unitAt + 1;
  if (tokens[next]?.lower === "'s" || tokens[next]?.lower === "'") return null;
  const turn = lowerAt(tokens, next);
  next++;
  if (turn === 'ago') return reading({ anchor: 'document', ...step, step: -step.step }, next);
  if (turn === 'later' || turn === 'afterwards') return reading({ anchor: 'context', ...step }, next);
  if (turn === 'earlier' || turn === 'beforehand' || turn === 'previously')
    return reading({ anchor: 'context', ...step, step: -step.step }, next);
  if (turn === 'before' || turn === 'after')
    return reading({ anchor: 'context', ...step, step: turn === 'after' ? step.step : -step.step }, next);
  return null;
}

function stepIn(word: string, count: number): { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly step: number } | null {
  const unit = unitOf(word)?.name ?? '';
  if (unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year') return { unit, step: count };
  if (unit === 'night') return { unit: 'day', step: count };
  if (unit === 'fortnight') return { unit: 'week', step: count * 2 };
  if (unit === 'decade') return { unit: 'year', step: count * 10 };
  return unit === 'hour' && count % 24 === 0 ? { unit: 'day', step: count / 24 } : null;
}

/** "August last year", "in May this year", "March of that year", "last August", "next March". */
function readMonthOfYear(tokens: Tokens, at: number): DateReading | null {
  const lower = lowerAt(tokens, at);
  if ((lower === 'last' || lower === 'next') && lowerAt(tokens, at - 1) !== 'the') {
    const month = monthOf(tokens[at + 1]?.text ?? '');
    if (month !== null && !/^\d/.test(lowerAt(tokens, at + 2))) {
      return reading({ anchor: 'document', unit: 'month', step: lower === 'last' ? -1 : 1 }, at + 2, { ...NO_DATE, month });
    }
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(lower);
  const monthAt = dayFirst === null ? at : at + 1;
  const month = monthOf(tokens[monthAt]?.text ?? '');
  if (month === null) return null;
  const day = dayFirst === null ? null : Number(dayFirst[1]);
  if (day !== null && (day < 1 || day > 31)) return null;
  let next = monthAt + 1;
  const of = lowerAt(tokens, next) === 'of';
  if (of) next++;
  if (of && lowerAt(tokens, next) === 'the' && lowerAt(tokens, next + 2) === 'year') {
    const which = lowerAt(tokens, next + 1);
    const step =
      which === 'same' ? 0 : which === 'following' || which === 'next' ? 1 : which === 'previous' || which === 'preceding' ? -1 : null;
    return step === null ? null : reading({ anchor: 'context', unit: 'year', step }, next + 3, { year: null, month, day });
  }
  if (lowerAt(tokens, next + 1) !== 'year') return null;
  const which = lowerAt(tokens, next);
  const step = which === 'last' ? -1 : which === 'next' ? 1 : which === 'this' || which === 'that' ? 0 : null;
  if (step === null) return null;
  return reading({ anchor: which === 'that' ? 'context' : 'document', unit: 'year', step }, next + 2, { year: null, month, day });
}

/** "last Monday", "next Friday", "on Tuesday". A weekday with a date behind it is part of that date. */
function readWeekday(tokens: Tokens, at: number): DateReading | null {
  const lower = lowerAt(tokens, at);
  const led = lower === 'last' || lower === 'next' || lower === 'this';
  const index = led ? at + 1 : at;
  const weekday = weekdayOf(tokens[index]?.text ?? '', false);
  if (weekday === null) return null;
  const after = tokens[index + 1];
  if (after !== undefined && (/^\d/.test(after.lower) || monthOf(after.text) !== null)) return null;
  if (after?.lower === ',' && (/^\d/.test(lowerAt(tokens, index + 2)) || monthOf(tokens[index + 2]?.text ?? '') !== null)) return null;
  if (after?.lower === 'the' && /^\d/.test(lowerAt(tokens, index + 2))) return null;
  // "Sunday Times", "Black Wednesday": a name next to it makes it part of the name.
  if (after !== undefined && after.kind === 'word' && /^\p{Lu}/u.test(after.text) && !after.stop) return null;
  const before = lowerAt(tokens, at - 1);
  if (!led && before !== 'on' && before !== 'until' && before !== 'by' && before !== 'since' && before !== 'before' && before !== 'after')
    return null;
  if (lower === 'next') return reading({ anchor: 'document', unit: 'weekday', step: weekday }, index + 1);
  if (!led && before === 'on' && lowerAt(tokens, at - 2) === 'a') return null;
  return reading({ anchor: 'document', unit: 'weekday', step: -weekday }, index + 1);
}

/** Finds dates in a sentence: full and partial ones, periods, and words that count from another day. */
import { type DateReading, readAbsolute } from './absolutedates.ts';
import { partOf } from './dateparts.ts';
import { resolveDate } from './datevalues.ts';
import { readRelative } from './relativedates.ts';
import type { DateMention, Token } from './types.ts';

export { mayLieIn } from './dateparts.ts';
export { compareDates, dateOrder, mergeDates, resolveDate } from './datevalues.ts';

/** The dates of a text in order; none overlap. British order is read in `d/m/yyyy` unless the second figure is no month. */
export function findDates(text: string, tokens: readonly Token[]): readonly DateMention[] {
  const found: DateMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const relative = readRelative(tokens, at);
    const reading = (relative === null ? null : fromNamedDay(tokens, relative)) ?? relative ?? readAbsolute(tokens, at);
    const first = tokens[at];
    const last = reading === null ? undefined : tokens[reading.next - 1];
    if (reading === null || first === undefined || last === undefined) {
      at++;
      continue;
    }
    found.push(mention(tokens, at, reading, { start: first.start, end: last.end }));
    at = reading.next;
  }
  return text.length === 0 ? [] : found;
}

/** "three days before 25 December", "the day after Boxing Day": where the day counted from is named, the day itself is known. */
function fromNamedDay(tokens: readonly Token[], relative: DateReading): DateReading | null {
  if (!/^(?:before|after)$/.test(tokens[relative.next - 1]?.lower ?? '')) return null;
  const start = tokens[relative.next]?.lower === 'the' ? relative.next + 1 : relative.next;
  const christmas = tokens[start]?.lower === 'christmas' && !/^(?:day|eve|\d{4})$/.test(tokens[start + 1]?.lower ?? '');
  const feast = christmas ? { date: { year: null, month: 12, day: 25 }, next: start + 1, to: null } : null;
  const anchor = feast ?? readAbsolute(tokens, start);
  if (anchor === null || anchor.to !== null || anchor.date.month === null || anchor.date.day === null) return null;
  // Without its year the day is counted in a common one, which is then left out again.
  const counted = { ...relative, span: { start: 0, end: 0 }, to: null, part: null, relation: 'on' as const };
  const date = resolveDate(counted, { ...anchor.date, year: anchor.date.year ?? 2001 });
  if (date.day === null && relative.relative?.unit === 'week') return null;
  return {
    date: { ...date, year: anchor.date.year === null ? null : date.year },
    to: null,
    relation: 'on',
    relative: null,
    next: anchor.next,
  };
}

/** The part of a whole month or year that is meant; days and periods have none. */
function partFor(tokens: readonly Token[], at: number, { date, to, relative }: DateReading): DateMention['part'] {
  return to === null && relative === null && date.day === null ? partOf(tokens, at) : null;
}

function mention(tokens: readonly Token[], at: number, reading: DateReading, span: { start: number; end: number }): DateMention {
  const { date, to, relative } = reading;
  return {
    span,
    date,
    to,
    part: partFor(tokens, at, reading),
    relation: to !== null ? 'between' : (reading.relation ?? relationOf(tokens, at, reading.next)),
    relative,
  };
}

/** What the words around a date make of it. */
function relationOf(tokens: readonly Token[], at: number, next: number): DateMention['relation'] {
  if (/^(?:onwards?|on)$/.test(tokens[next]?.lower ?? '') && tokens[at - 1]?.lower === 'from') return 'since';
  return relationBefore(tokens, at);
}

/** "Earlier than", "no later than". */
function relationThan(tokens: readonly Token[], than: number): DateMention['relation'] {
  const word = tokens[than - 1]?.lower ?? '';
  const none = /^(?:no|not|n't)$/.test(tokens[than - 2]?.lower ?? '');
  if (word === 'later') return none ? 'by' : 'after';
  return word === 'earlier' && !none ? 'before' : 'on';
}

function relationBefore(tokens: readonly Token[], at: number): DateMention['relation'] {
  let index = at - 1;
  while (index >= 0 && /^(?:the|early|late|mid|-|of|start|end|beginning|middle|in|or)$/.test(tokens[index]?.lower ?? '')) index--;
  const word = tokens[index]?.lower ?? '';
  if (word === 'before' || word === 'prior') return 'before';
  if (word === 'to' && tokens[index - 1]?.lower === 'prior') return 'before';
  if (word === 'to' && tokens[index - 1]?.lower === 'up') return 'until';
  if (word === 'after' || word === 'following') return 'after';
  if (word === 'since') return 'since';
  // "a letter from 2009" is of that year; only at the head of a clause does "from" open a time.
  if (word === 'from') return index === 0 || /^[,;:.(]$/.test(tokens[index - 1]?.lower ?? '') ? 'since' : 'on';
  if (word === 'until' || word === 'till' || word === 'til') return 'until';
  if (word === 'by') return 'by';
  if (word === 'than') return relationThan(tokens, index);
  if (/^(?:about|around|circa|approximately|c\.|ca|roughly)$/.test(word)) return 'about';
  return 'on';
}

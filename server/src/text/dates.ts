/** Finds dates in a sentence: full and partial ones, periods, and words that count from another day. */
import { type DateReading, readAbsolute } from './absolutedates.ts';
import { readRelative } from './relativedates.ts';
import type { DateMention, Token } from './types.ts';

export { compareDates, dateOrder, mergeDates, resolveDate } from './datevalues.ts';

/** The dates of a text in order; none overlap. British order is read in `d/m/yyyy` unless the second figure is no month. */
export function findDates(text: string, tokens: readonly Token[]): readonly DateMention[] {
  const found: DateMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reading = readRelative(tokens, at) ?? readAbsolute(tokens, at);
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

function mention(tokens: readonly Token[], at: number, reading: DateReading, span: { start: number; end: number }): DateMention {
  const { date, to, relative } = reading;
  return { span, date, to, relation: to !== null ? 'between' : (reading.relation ?? relationOf(tokens, at, reading.next)), relative };
}

/** What the words around a date make of it. */
function relationOf(tokens: readonly Token[], at: number, next: number): DateMention['relation'] {
  if (/^(?:onwards?|on)$/.test(tokens[next]?.lower ?? '') && tokens[at - 1]?.lower === 'from') return 'since';
  return relationBefore(tokens, at);
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
  if (word === 'until' || word === 'till' || word === 'by' || word === 'til') return 'until';
  if (/^(?:about|around|circa|approximately|c\.|ca|roughly)$/.test(word)) return 'about';
  return 'on';
}

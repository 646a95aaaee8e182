/** Dates that say before, after or by which day, month or year a thing came about, against the day that a passage gives. */
import { dateOrder } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import type { DateMention, PartialDate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';

export type Side = 'before' | 'after' | 'by';

/**
 * Which days a mention leaves open; null where it is no question of sides: the day itself, a period, how long a state lasted, or the day
 * that names a thing ("after the June 2009 report").
 */
export function sideOf(reading: Reading, mention: { readonly relation: DateMention['relation']; readonly span: Span }): Side | null {
  const { relation, span } = mention;
  if (relation !== 'before' && relation !== 'after' && relation !== 'by') return null;
  const next = reading.analysis.tokens.findIndex((t) => t.start >= span.end);
  return reading.words.some((w) => w.index === next && (w.class === 'word' || w.class === 'name')) ? null : relation;
}

/**
 * Whether a thing of `day` came about on that side of the mention's date: true, false, or null where it cannot be known (either is too
 * vague, or lacks its year). "After 2015" leaves the year 2015 itself open.
 */
export function liesOn(side: Side, mention: PartialDate, day: PartialDate): boolean | null {
  const order = dateOrder(day, mention);
  // A day of the month or year by which a thing was done is no later than its end.
  if (order === null) return side === 'by' && isWithin(day, mention) ? true : null;
  if (order === 0) return side === 'by';
  return side === 'after' ? order > 0 : order < 0;
}

/** Whether a day is one of a vaguer date's. */
function isWithin(day: PartialDate, vague: PartialDate): boolean {
  return day.year === vague.year && (vague.month === null || (vague.month === day.month && (vague.day === null || vague.day === day.day)));
}

import { describe, expect, it } from 'vitest';
import { compareDates, dateOrder, findDates, mergeDates, resolveDate } from './dates.ts';
import { tokenize } from './tokens.ts';
import type { DateMention, PartialDate } from './types.ts';

const find = (text: string): readonly DateMention[] => findDates(text, tokenize(text));

/** `2009-05-13`, `?-05-13`, `2009`; a period with `..`; a relation other than "on" behind it; a step as `context+1day`. */
function show(mention: DateMention): string {
  const { date, to, relation, relative } = mention;
  const parts = [iso(date)];
  if (to !== null) parts.push(`..${iso(to)}`);
  else if (relation !== 'on') parts.push(` ${relation}`);
  if (mention.part !== null) parts.push(` ${mention.part}`);
  if (relative !== null) parts.push(` ${relative.anchor}${relative.step < 0 ? '' : '+'}${relative.step}${relative.unit}`);
  return parts.join('').trim();
}

function iso({ year, month, day }: PartialDate): string {
  const two = (value: number | null): string => (value === null ? '?' : String(value).padStart(2, '0'));
  if (day !== null) return `${year ?? '?'}-${two(month)}-${two(day)}`;
  return month !== null ? `${year ?? '?'}-${two(month)}` : year === null ? '' : String(year);
}

function date(text: string): PartialDate {
  const [year, month, day] = text.split('-').map((part) => (part === '?' ? null : Number(part)));
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

const ROWS: readonly (readonly [string, ...string[]])[] = [
  // Full dates.
  ['He died on 3 August 2007.', '2007-08-03'],
  ['It was signed on the 13th of May 2009.', '2009-05-13'],
  ['On May 22, 2009, the ship sailed.', '2009-05-22'],
  ['Dated 22/5/2009.', '2009-05-22'],
  ['Dated 5/22/2009.', '2009-05-22'],
  ['Logged 2009-04-30 at noon.', '2009-04-30'],
  ['On Monday 13 May 2013 the line closed.', '2013-05-13'],
  ['On Tuesday, 1st December 2015, the court sat.', '2015-12-01'],
  ['Published 12 Nov. 2008.', '2008-11-12'],
  ['Sent 30 Sept 2011 by fax.', '2011-09-30'],
  ['On the last day of July 2011 the bank failed.', '2011-07-31'],
  ['On Christmas Day 2006 she called.', '2006-12-25'],
  ["Fireworks on New Year's Eve 1999.", '1999-12-31'],
  ['Letters of 3 March 2009 and 4 April 2010 were lost.', '2009-03-03', '2010-04-04'],
  // Partial dates.
  ['In May 2009 trading stopped.', '2009-05'],
  ['By the end of April 2009 nothing had changed.', '2009-04 by late'],
  ['In early July 2009 the ward closed.', '2009-07 early'],
  ['From mid-June 2020 until late in May the mast stood.', '2020-06 since middle', '?-05 until late'],
  ['At the beginning of the year 2011 and at the end of 2012 it failed.', '2011', '2012 late'],
  ['By Christmas nothing was done; the Christmas rota was short.', '?-12 by'],
  ['In the summer of 2012 the crew struck.', '2012 summer'],
  ['Since 2004 the fund has grown.', '2004 since'],
  ['The accident of 13 May was the first.', '?-05-13'],
  ['May 22 - The judge sums up.', '?-05-22'],
  ['In December the bridge reopened.', '?-12'],
  ['Trains resumed in March.', '?-03'],
  ['The 2009 report said little.', '2009'],
  ['Before June 2010 no one knew.', '2010-06 before'],
  ['They met on the 12th.', '?-?-12'],
  ['Around 1850 the mill burned.', '1850 about'],
  ['The Act of 1989 applies.', '1989'],
  ['In mid-2010 sales fell.', '2010 middle'],
  ['Until October last year he drove buses.', '?-10 until document-1year'],
  // Periods.
  ['Between March and June 2008 he was away.', '2008-03..2008-06'],
  ['From 30 April to 2 May 2009 it rained.', '2009-04-30..2009-05-02'],
  ['The strike of 3-5 May 2010.', '2010-05-03..2010-05-05'],
  ['Between 3 and 5 May 2010 planes were grounded.', '2010-05-03..2010-05-05'],
  ['From 2007 to 2009 she led the team.', '2007..2009'],
  ['The years 2007-2009 were lean.', '2007..2009'],
  ['In 2008–09 the trust overspent.', '2008..2009'],
  ['In the 1990s smoking fell.', '1990..1999'],
  ['From January 2010 until March 2011 he was abroad.', '2010-01..2011-03'],
  ['The cup of 1989/90 was theirs.', '1989..1990'],
  ['From 2004 onwards it grew.', '2004 since'],
  ['From June 2010, fares rose.', '2010-06 since'],
  ['They read a letter from 2009.', '2009'],
  // Relative dates.
  ['The next day the pilot was flown home.', 'context+1day'],
  ['A week before the boy died the file was closed.', 'context-1week'],
  ['Two days later the pump failed again.', 'context+2day'],
  ['The plant shut last Monday.', 'document-1weekday'],
  ['That year profits doubled.', 'context+0year'],
  ['The same month the director left.', 'context+0month'],
  ['A month later the ward reopened.', 'context+1month'],
  ['Three years ago the firm was sold.', 'document-3year'],
  ['Yesterday the jury retired.', 'document-1day'],
  ['In August last year he fell ill.', '?-08 document-1year'],
  ['On 3 June this year he returned.', '?-06-03 document+0year'],
  ['The following week tests began.', 'context+1week'],
  ['He had called the day before.', 'context-1day'],
  ['48 hours later she was found.', 'context+2day'],
  ['A fortnight earlier the brakes were checked.', 'context-2week'],
  ['The ship arrives on Friday.', 'document-5weekday'],
  ['In March of the following year he retired.', '?-03 context+1year'],
  ['It opened last August.', '?-08 document-1month'],
  ['Three days before Christmas the pump failed.', '?-12-22'],
  ['The day after 31 December 2009 it failed.', '2010-01-01'],
  ['He was dead the next morning; that afternoon they met.', 'context+1day', 'context+0day'],
  ['June - The mill opens.', '?-06'],
  ['Board (2009) Review, Summary, May; reprinted.', '2009', '?-05'],
  // No dates.
  ['They may march 12 miles.'],
  ['About 2000 people came.'],
  ['More than 1950 homes flooded.'],
  ['Ring 020 7946 0958.'],
  ['He paid £2009.'],
  ['May Brown and April Jones gave evidence.'],
  ['The Sunday Times printed it.'],
  ['Version 10.2 has 3 parts.'],
  ['They ate in 3/4 of the rooms.'],
  ['He walked for two days.'],
  ['She may have left.'],
];

describe('findDates', () => {
  it.each(ROWS)('%s', (text, ...expected) => {
    expect(find(text).map(show)).toEqual(expected);
  });
});

describe('resolveDate', () => {
  it.each([
    ['The next day he left.', '2009-12-31', '2010-1-1'],
    ['Two days later it rained.', '2008-2-28', '2008-3-1'],
    ['A month later it closed.', '2009-12-5', '2010-1-?'],
    ['In August last year he fell.', '2009-3-?', '2008-8-?'],
    ['That year he fell.', '2009-3-4', '2009-?-?'],
    ['It opened last August.', '2009-3-4', '2008-8-?'],
    ['It opened last Monday.', '2024-5-15', '2024-5-13'],
    ['It opens next Friday.', '2024-5-15', '2024-5-17'],
    ['The ship docked on Wednesday.', '2024-5-15', '2024-5-8'],
    ['The same day she left.', '2009-3-?', '2009-3-?'],
    ['The next day she left.', '2009-3-?', '?-?-?'],
  ])('%s, told on %s: %s', (text, anchor, expected) => {
    const mention = find(text)[0];
    expect(mention && resolveDate(mention, date(anchor))).toEqual(date(expected));
  });
});

describe('date values', () => {
  it.each([
    ['2009-5-13', '2009-5-13', 'equal'],
    ['2009-5-?', '2009-5-13', 'compatible'],
    ['?-5-13', '2009-5-13', 'compatible'],
    ['?-5-12', '2009-5-13', 'different'],
    ['2008-?-?', '2009-5-13', 'different'],
    ['?-?-?', '?-?-?', 'compatible'],
  ])('compares %s with %s', (a, b, expected) => {
    expect(compareDates(date(a), date(b))).toBe(expected);
  });

  it.each([
    ['?-5-13', '2009-?-?', '2009-5-13'],
    ['?-?-12', '2009-5-1', '2009-5-12'],
    ['2008-5-?', '2009-?-?', '2008-5-?'],
    ['?-?-?', '2009-5-1', '2009-5-1'],
  ])('fills %s from %s', (own, context, expected) => {
    expect(mergeDates(date(own), date(context))).toEqual(date(expected));
  });

  it.each([
    ['2008-12-31', '2009-?-?', -1],
    ['2009-6-?', '2009-5-31', 1],
    ['2009-5-13', '2009-5-13', 0],
    ['2009-5-?', '2009-5-13', null],
    ['?-5-1', '?-6-1', null],
  ])('orders %s and %s', (a, b, expected) => {
    expect(dateOrder(date(a), date(b))).toBe(expected);
  });
});

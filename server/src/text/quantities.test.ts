import { describe, expect, it } from 'vitest';
import { compareQuantities, findQuantities } from './quantities.ts';
import { tokenize } from './tokens.ts';
import type { Quantity } from './types.ts';

const find = (text: string): readonly Quantity[] => findQuantities(text, tokenize(text));

/** `kind value [min..max] bound unit counted`, the parts that say nothing left out. */
function show(quantity: Quantity): string {
  const value = quantity.bound === 'range' ? `${quantity.min}..${quantity.max}` : String(Number(quantity.value.toFixed(2)));
  const bound = quantity.bound === 'exact' || quantity.bound === 'range' ? null : quantity.bound;
  return [quantity.kind, value, bound, quantity.unit, quantity.counted && `(${quantity.counted})`]
    .filter((part) => part !== null)
    .join(' ');
}

const ROWS: readonly (readonly [string, ...string[]])[] = [
  // Inquests and hospitals.
  ['The pathologist recorded more than fifty serious injuries.', 'count 50 more-than (injuri)'],
  ['The patient waited an hour and a half for an ambulance.', 'duration 1.5 hour'],
  ['A 17-month-old boy was seen 60 times.', 'age 17 month', 'frequency 60 time'],
  ['She was aged 17 months when she died.', 'age 17 month'],
  ['He was seventeen months old.', 'age 17 month'],
  ['He died at the age of nine.', 'age 9 year'],
  ['Marlow, 36, was convicted.', 'age 36 year'],
  ['The surgeon, 52, resigned.', 'age 52 year'],
  ['Nurses checked him twice, on fourteen occasions too late.', 'frequency 2 time', 'frequency 14 time'],
  ['The ward had 28 beds and two doctors.', 'count 28 (bed)', 'count 2 (doctor)'],
  ['Half of the patients were never weighed.', 'percent 50 percent (patient)'],
  ['A third of admissions came at night.', 'percent 33.33 percent (admiss)'],
  ['Two-thirds of staff had no training.', 'percent 66.67 percent (staff)'],
  ['One in five patients waited over 12 hours.', 'percent 20 percent (patient)', 'duration 12 more-than hour'],
  ['Doses of 500mg were given every six hours.', 'measure 500 mg', 'duration 6 hour'],
  ['Within a fortnight of the operation three of the children had died.', 'duration 1 at-most fortnight', 'count 3 (children)'],
  ['No fewer than nine nurses raised concerns.', 'count 9 at-least (nurs)'],
  ['An estimated 400 people were infected, some 30 of them children.', 'count 400 about (peopl)', 'count 30 about'],
  ['Mortality fell by 12.5 per cent.', 'percent 12.5 percent'],
  ['The call was made at 11.36am and answered at 15:40.', 'clock 696', 'clock 940'],
  ['He left at half past two.', 'clock 150 half-day'],
  ['The inquest lasted nine days and heard 45 witnesses.', 'duration 9 day', 'count 45 (wit)'],
  ['Temperatures reached 39.5 degrees.', 'measure 39.5 degree'],
  // Finance.
  ['The bank lent £1.2m to the firm.', 'money 1200000 GBP'],
  ['She was paid almost £700,000 and £680k in damages.', 'money 700000 nearly GBP', 'money 680000 GBP'],
  ['The council lost half a million pounds.', 'money 500000 GBP'],
  ['Profits rose 7% to $3bn.', 'percent 7 percent', 'money 3000000000 USD'],
  ['The fund held between £5m and £6m.', 'money 5000000..6000000 GBP'],
  ['Fees of up to £250 a month were charged.', 'money 250 at-most GBP/month'],
  ['It cost 50p, then two pounds.', 'money 0.5 GBP', 'money 2 GBP'],
  ['About 1.5 million customers held 3.2 million accounts.', 'count 1500000 about (custom)', 'count 3200000 (account)'],
  ['A dozen directors and half a dozen clerks were dismissed.', 'count 12 (director)', 'count 6 (clerk)'],
  ['The rate fell by two percentage points.', 'percent 2 point'],
  ['Sales were in excess of €40 million in 2014.', 'money 40000000 more-than EUR'],
  ['The third instalment was late.', 'ordinal 3 (instal)'],
  ['Scores of creditors came.'],
  ['Turnover of £2,300,450.75 was reported.', 'money 2300450.75 GBP'],
  ['One hundred and twenty-five staff lost their jobs.', 'count 125 (staff)'],
  // Transport.
  ['The train was travelling at 96 mph, 20 mph over the limit.', 'measure 96 mph', 'measure 20 mph'],
  ['A 90-minute delay affected three to four thousand passengers.', 'duration 90 minute', 'count 3000..4000 (passeng)'],
  ['The bridge, 1,200 metres long, closed for two and a half years.', 'measure 1200 metre', 'duration 2.5 year'],
  ['The crash happened two miles from Junction 14 of the M25.', 'measure 2 mile'],
  ['Flight 447 carried 216 passengers and 12 crew.', 'count 216 (passeng)', 'count 12 (crew)'],
  ['Platform 9 was shut; 35–40 trains were cancelled.', 'count 35..40 (train)'],
  ['The signal was passed at danger for the fourth time.', 'ordinal 4 (time)'],
  ['Of the 260 odd drivers, at least 30 were untrained.', 'count 260 about (driver)', 'count 30 at-least'],
  ['Buses run twice an hour.', 'frequency 2 time/hour'],
  ['It took half an hour.', 'duration 0.5 hour'],
  ['Ring 020 7946 0958 for details.'],
  ['The Boeing 737 was 19 years old.', 'age 19 year'],
  ['Speeds over 70 or more were rare on route 66.', 'count 70 more-than'],
  // Councils, courts, research.
  ['The review made 45 recommendations in section 4 on page 12.', 'count 45 (recommend)'],
  ['See chapter 3 and paragraph 2.15 [2].'],
  ['1.12 The Council met twice.', 'frequency 2 time'],
  ['He served at least 12 years of a 20-year term.', 'duration 12 at-least year', 'duration 20 year'],
  ['In 2009 there were 603 referrals, up from 412 in 2008.', 'count 603 (referr)', 'count 412'],
  ['On 3 August 2007 four officers attended.', 'count 4 (offic)'],
  ['More than four decades passed.', 'duration 4 more-than decade'],
  ['Fewer than 10 of 3,000 letters were answered.', 'count 10 less-than', 'count 3000 (letter)'],
  ['One of the officers was a former 999 call handler.'],
  ['No one was hurt, and one way or another the one man left.'],
  ['Over 65 per cent of the respondents agreed.', 'percent 65 more-than percent (respond)'],
  ['The panel of five sat for three weeks or so.', 'count 5', 'duration 3 about week'],
  ['Children aged between five and 11 were asked 20+ questions.', 'age 5..11 year', 'count 20 at-least (question)'],
  ['He was first told on the 21st visit.', 'ordinal 21 (visit)'],
  ['Around a hundred protesters, nearly two hundred police.', 'count 100 about (protest)', 'count 200 nearly (polic)'],
  ['Two or three neighbours called.', 'count 2..3 (neighbour)'],
  ['It happened once a week for a year.', 'frequency 1 time/week', 'duration 1 year'],
  ['The film runs 1 hour 40 minutes.', 'duration 100 minute'],
  ['Volume 45, Issue 3, April 2015, pages 1069–1071.'],
  ['They called three times, the last at 4 pm.', 'frequency 3 time', 'clock 960'],
  ['He was jailed for a minimum of five years.', 'duration 5 at-least year'],
  // Numbers that only look like counts.
  ['They finished 10-17 overall.'],
  ['Phases 5 and 6 are over; Phase 4 submissions came in; No. 1 was late.'],
  ['At levels 1 and 2 nothing changed.'],
  ['How can one begin to justify it?'],
  ['The Big Four audited it and the One Day League began.'],
  ['A five-judge bench and a 12-member panel sat.', 'count 5 (judg)', 'count 12 (member)'],
  ['Over those 20 long years, two more days were lost.', 'duration 20 year', 'duration 2 day'],
  ['The first recorded Royal balcony appearance took place then.'],
  ['We resume at 2.00.', 'clock 120 half-day'],
  ['Lend £5–6m or £3 to £4 million.', 'money 5000000..6000000 GBP', 'money 3000000..4000000 GBP'],
  ['Babies aged between 5 and 17 months were weighed.', 'age 5..17 month'],
  ['Costs are five times as high, and twice the budget.', 'measure 5 times', 'measure 2 times'],
  ['It cost £5 m and 99 cents; the mast is 443 m tall.', 'money 5000000 GBP', 'money 0.99 USD', 'measure 443 metre'],
  ['Three quarters of an acre burned.', 'measure 0.75 acre'],
  // Times and lengths of time in words.
  ['Until half past midnight it was noted every quarter of an hour.', 'clock 30', 'duration 0.25 hour'],
  ['They met at a quarter to noon and parted at 1425 hours.', 'clock 705', 'clock 865'],
  ['It had run for 1425 hours.', 'duration 1425 hour'],
  ['He left at half past six that evening.', 'clock 1110'],
  ['She rang shortly after 10.30 and again around 7.30 pm.', 'clock 630 about half-day', 'clock 1170 about'],
  ['The last was landed by 20:40, before 9 pm.', 'clock 1240 at-most', 'clock 1260 less-than'],
  ['It waited two hours and ten minutes.', 'duration 130 minute'],
  ['It waited more than an hour and twenty minutes.', 'duration 80 more-than minute'],
  ['He was two years and three months old.', 'age 27 month'],
  ['He stood six feet two inches tall.', 'measure 74 inch'],
  ['They talked for two hours, ninety minutes too long.', 'duration 2 hour', 'duration 90 minute'],
  ['Half-hour checks were settled inside a month.', 'duration 0.5 hour', 'duration 1 at-most month'],
  // A time that is left open is no count.
  ['They came one day in the autumn of 2017.'],
  ['One evening, he left; he would one day lead.'],
  ['At one point the ship rolled.'],
  ['He spent one day in hospital.', 'duration 1 day'],
];

describe('findQuantities', () => {
  it.each(ROWS)('%s', (text, ...expected) => {
    expect(find(text).map(show)).toEqual(expected);
  });
});

describe('compareQuantities', () => {
  const compare = (claim: string, passage: string): string => {
    const [a, b] = [find(claim)[0], find(passage)[0]];
    return a === undefined || b === undefined ? 'nothing found' : compareQuantities(a, b);
  };
  it.each([
    ['48 hours', 'two days', 'equal'],
    ['an hour and a half', '90 minutes', 'equal'],
    ['24 months', 'two years', 'equal'],
    ['over 42 years', 'more than four decades', 'compatible'],
    ['40 years', 'more than four decades', 'compatible'],
    ['at least 30 visits', 'more than 50 visits', 'compatible'],
    ['seventeen months', 'a 17-month-old', 'equal'],
    ['three months', 'a 17-month-old', 'incomparable'],
    ['60 visits', '50 visits', 'incompatible'],
    ['60 visits', '50 letters', 'incomparable'],
    ['about 50 visits', '53 visits', 'compatible'],
    ['about 50 visits', '80 visits', 'incompatible'],
    ['fewer than 20 visits', 'more than 50 visits', 'incompatible'],
    ['£1.2m', '£1.2 million', 'equal'],
    ['almost £700,000', '£680,000', 'compatible'],
    ['almost £700,000', '£120,000', 'incompatible'],
    ['£50', '€50', 'incomparable'],
    ['£50 a week', '£50 a month', 'incomparable'],
    ['half of the patients', '50 per cent of patients', 'equal'],
    ['twice', 'on two occasions', 'equal'],
    ['twice', 'three times', 'incompatible'],
    ['between 50 and 60 visits', '55 visits', 'compatible'],
    ['between 50 and 60 visits', '75 visits', 'incompatible'],
    ['four weeks', 'a month', 'compatible'],
    ['52 weeks', 'a year', 'equal'],
    ['two weeks', 'a month', 'incompatible'],
    ['half a dozen letters', 'six letters', 'equal'],
    ['no more than 40 letters', 'more than 50 letters', 'incompatible'],
    ['2 km', '2,000 metres', 'equal'],
    ['4 pm', '16:00', 'equal'],
    ['at twenty to nine', 'at 20:40', 'equal'],
    ['at half past midnight', '12.30 am', 'equal'],
    ['a quarter of an hour', 'fifteen minutes', 'equal'],
    ['inside a month', 'within thirty days', 'equal'],
    ['more than two hours', 'two hours and ten minutes', 'compatible'],
    ['more than two hours', 'an hour and ten minutes', 'incompatible'],
    ['two hours', 'two hours and ten minutes', 'incomparable'],
    ['two hours', 'three hours and ten minutes', 'incompatible'],
    ['an hour', 'half an hour', 'incompatible'],
    ['after midnight', '12.30 am', 'compatible'],
    ['before 3 pm', '3.20 pm', 'incompatible'],
    ['by 9 pm', '20:40', 'compatible'],
    ['just after 9.30 pm', '21:32', 'compatible'],
    ['around 9.30 pm', '22:15', 'incompatible'],
    ['around midnight', '23:55', 'compatible'],
  ])('%s against %s: %s', (claim, passage, expected) => {
    expect(compare(claim, passage)).toBe(expected);
  });
});

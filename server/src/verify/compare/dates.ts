/** Dates of the claim against the unit's: those it names, and the one that its entry, post or heading gives it. */
import { compareDates, mayLieIn, mergeDates } from '../../text/dates.ts';
import { contains, type Span, slice } from '../../text/span.ts';
import type { DateMention, PartialDate, Predicate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import { alignedHeads } from './places.ts';
import { liesOn, sideOf } from './sides.ts';
import { type CompareInput, type Comparison, inPart, type UnitClash, type ValueResult } from './types.ts';

const WEIGHT = 2.5;
/** How sure it is that two days belong to the same event where the tree ties one of them to no predicate. */
const UNBOUND = 0.75;

/** Most claims name no day. */
const NO_DATES: Comparison = { values: [], clashes: [] };

interface UnitDate {
  readonly date: PartialDate;
  readonly to: PartialDate | null;
  readonly member: number;
  readonly span: Span<'text'>;
  readonly text: string | null;
  readonly part: DateMention['part'];
  readonly relation: DateMention['relation'];
}

/** Compares every date of the claim's part that is not counted from another day. */
export function compareEventDates(input: CompareInput): Comparison {
  const values: ValueResult[] = [];
  const rivals: { readonly claim: Span<'text'>; readonly days: readonly UnitDate[] }[] = [];
  if (input.claim.analysis.dates.length === 0) return NO_DATES;
  const dates = unitDates(input);
  for (const mention of input.claim.analysis.dates) {
    if (mention.relative !== null || !inPart(input, mention.span)) continue;
    let status: ValueResult['status'] = 'missing';
    let partner: UnitDate | null = null;
    const against: UnitDate[] = [];
    for (const other of dates) {
      const outcome = held(input, mention, other);
      if (outcome === 'equal' && status !== 'equal') [status, partner] = ['equal', other];
      else if (outcome === 'compatible' && status === 'missing' && !isVaguer(other.date, mention.date))
        [status, partner] = ['compatible', other];
      else if (outcome === 'different' && mention.to === null && other.to === null) against.push(other);
    }
    if (status !== 'equal') {
      const counted = countedDay(input, mention.date);
      if (counted !== null) [status, partner] = ['equal', counted];
    }
    const [rival] = against;
    if (status === 'missing' && rival !== undefined) {
      status = 'clash';
      partner = rival;
      rivals.push({ claim: mention.span, days: against });
    }
    if (status === 'missing' && input.unit.contextDates.some((d) => isSame(mention.date, d))) status = 'compatible';
    values.push({
      kind: 'date',
      claim: mention.span,
      status,
      weight: WEIGHT,
      blocks: true,
      partner: partner === null ? null : { member: partner.member, span: partner.span },
      reckonedFrom: null,
    });
  }
  return {
    values,
    // How sure they are is asked of the predicates, and most units are put aside before that is wanted.
    get clashes() {
      return rivals.flatMap(({ claim, days }) => clashWith(input, claim, days, dates));
    },
  };
}

/** Of the days of the unit that stand against the claim's the one that is surest its rival. */
function clashWith(input: CompareInput, claim: Span<'text'>, against: readonly UnitDate[], all: readonly UnitDate[]): readonly UnitClash[] {
  const ranked = against.map((rival) => ({ rival, tied: bound(input, claim, rival) })).sort((a, b) => b.tied - a.tied);
  return ranked.slice(0, 1).map(({ rival, tied }) => {
    // Where the tree does not say whose day it is, each further day of the sentence makes it less sure.
    const doubt = tied === 1 ? 1 : Math.max(1, all.filter((d) => d.member === rival.member).length);
    const sureness = ((rival.member === 0 ? 1 : 0.6) * tied) / doubt;
    return { kind: 'date', claim, member: rival.member, passage: rival.span, replacement: rival.text, sureness };
  });
}

/** How a day that the unit names stands to one of the claim; null where they say nothing of each other, or not of the same thing. */
function held(input: CompareInput, mention: DateMention, other: UnitDate): 'equal' | 'compatible' | 'different' | null {
  const { claim } = input;
  if (within(mention.date, other)) return 'compatible';
  const part = inPartOf(mention, other);
  if (part !== undefined) return part;
  const mine = sideOf(claim, mention);
  const reading = input.unit.members[other.member]?.reading;
  const theirs = reading === undefined || other.text === null ? null : sideOf(reading, other);
  if (mine === null && theirs === null) {
    const outcome = speakAlike(mention.date, other.date) ? compareDates(mention.date, other.date) : null;
    return outcome === 'different' && (mention.relation !== 'on' || other.relation !== 'on') ? null : outcome;
  }
  if (mine === theirs) return compareDates(mention.date, other.date) === 'equal' ? 'equal' : null;
  // "By Christmas" is near enough to "before Christmas".
  if (mine !== null && theirs !== null && mine !== 'after' && theirs !== 'after')
    return compareDates(mention.date, other.date) === 'equal' ? 'compatible' : null;
  const [side, day] = mine === null ? [theirs, mention] : [mine, other];
  if (side === null || (mine !== null && theirs !== null) || day.relation !== 'on') return null;
  // What was before that day may be told where the passage tells of the day itself.
  if (bound(input, mention.span, other) < UNBOUND) return compareDates(mention.date, other.date) === 'equal' ? 'compatible' : null;
  const lies = mine === null ? liesOn(side, other.date, mention.date) : liesOn(side, mention.date, other.date);
  // That a thing came about before a day does not say on which.
  if (lies !== false) return lies !== null && mine !== null ? 'compatible' : null;
  return 'different';
}

/**
 * "Early September" against 28 September is neither it nor another day; undefined where the parts of months and years, which writers use
 * loosely, settle nothing.
 */
function inPartOf(mention: DateMention, other: UnitDate): 'compatible' | null | undefined {
  const [mine, theirs] = [mention.part, other.part];
  if (mine === theirs || other.to !== null || mention.to !== null) return undefined;
  if (mine !== null && theirs !== null) return null;
  const [part, whole, day] = mine === null ? [theirs, other.date, mention.date] : [mine, mention.date, other.date];
  if (part === null) return undefined;
  const apart = whole.year !== null && day.year !== null && whole.year !== day.year;
  const winter = apart && part === 'winter' && day.year === (whole.year ?? 0) + 1 && mayLieIn(part, whole, day);
  if (winter) return 'compatible';
  return apart || mayLieIn(part, whole, day) ? undefined : null;
}

/**
 * The words of the unit that mean the claim's day by counting from another ("the following day"). What was counted may
 * support, and never contradicts by itself.
 */
function countedDay(input: CompareInput, claim: PartialDate): UnitDate | null {
  for (const [m, member] of input.unit.members.entries()) {
    for (const { span, date, to, relation } of member.countedDates) {
      if (to === null && claim.year !== null && compareDates(claim, date) === 'equal') {
        return { date, to, part: null, member: m, span, text: slice(member.passage.text, span), relation };
      }
    }
  }
  return null;
}

/** 1 where both days belong to predicates that carry each other, or the passage's holds for its whole entry; little where they belong to different ones. */
function bound(input: CompareInput, claim: Span<'text'>, rival: UnitDate): number {
  const other = input.unit.members[rival.member];
  if (other === undefined || rival.text === null) return 1;
  const owner = (reading: Reading, span: Span): readonly Predicate[] =>
    reading.predicates.filter((p) => p.slots.some((s) => s.role === 'time' && contains(s.span, span)));
  const mine = acts(input.claim, owner(input.claim, claim));
  const theirs = mine.length === 0 ? [] : acts(other.reading, owner(other.reading, rival.span));
  if (mine.length === 0 || theirs.length === 0) return UNBOUND;
  return mine.some((p) => theirs.some((q) => alignedHeads(p, q, rival.member, input.alignment))) ? 1 : 0.3;
}

/** "It was on 1 July that the notice was served" tells the day of the serving, and not of any being. */
function acts({ predicates, analysis }: Reading, owners: readonly Predicate[]): readonly Predicate[] {
  const [first] = owners;
  const subject = first?.slots.find((s) => s.role === 'agent');
  const cleft = first !== undefined && first.lemma === 'be' && subject !== undefined && analysis.tokens[subject.head]?.lower === 'it';
  const next = cleft
    ? predicates.filter((p) => p.head > first.head && p.voice !== 'nominal').sort((a, b) => a.head - b.head)[0]
    : undefined;
  return next === undefined ? owners : [next];
}

/** Whether a date told a sentence or two earlier is the claim's: what both say must be the same, and the year must be said. */
function isSame(claim: PartialDate, told: PartialDate): boolean {
  return claim.year !== null && claim.year === told.year && compareDates(claim, told) !== 'different';
}

/** A year alone does not say which day. */
function isVaguer(told: PartialDate, claim: PartialDate): boolean {
  return told.month === null && told.day === null && claim.month !== null && claim.day !== null;
}

/** Whether two dates say something of the same thing at all: "12 September" and "2000" neither agree nor disagree. */
function speakAlike(a: PartialDate, b: PartialDate): boolean {
  return (a.year !== null && b.year !== null) || (a.month !== null && b.month !== null) || (a.day !== null && b.day !== null);
}

/** A day inside a stated period is that period's. */
function within(date: PartialDate, other: UnitDate): boolean {
  if (other.to === null || date.year === null || other.date.year === null || other.to.year === null) return false;
  const key = (d: PartialDate, fill: number): number => (d.year ?? 0) * 10_000 + (d.month ?? fill) * 100 + (d.day ?? fill);
  return key(date, 50) >= key(other.date, 0) && key(date, 0) <= key(other.to, 99);
}

function unitDates(input: CompareInput): readonly UnitDate[] {
  const found: UnitDate[] = [];
  input.unit.members.forEach((member, m) => {
    const context = member.passage.block.date;
    let own = false;
    for (const mention of member.reading.analysis.dates) {
      if (mention.relative !== null) continue;
      own = true;
      found.push({
        date: context === null ? mention.date : mergeDates(mention.date, context),
        to: mention.to,
        member: m,
        span: mention.span,
        text: slice(member.reading.analysis.text, mention.span),
        part: mention.part,
        relation: mention.relation,
      });
    }
    if (!own && context !== null && member.passage.block.kind === 'timeline-entry')
      found.push({
        date: context,
        to: null,
        member: m,
        span: { start: 0, end: member.passage.text.length },
        text: null,
        part: null,
        relation: 'on',
      });
  });
  return found;
}

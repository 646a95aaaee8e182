/** Finds the numbers of a sentence with what they count or measure, and how they bound it. */
import { boundAfter, boundBefore, interval } from './bounds.ts';
import { type ClockReading, HALF_DAY, readClock } from './clock.ts';
import { clockBound } from './clockbounds.ts';
import { readCompound } from './compounds.ts';
import { countedNoun } from './counted.ts';
import { findDates } from './dates.ts';
import { isLabel, isNamePart, isSometime } from './exclusions.ts';
import type { Measured } from './measured.ts';
import { readRange } from './ranges.ts';
import type { Bound, DateMention, Quantity, Token } from './types.ts';
import { isTimeUnit, unitOf } from './units.ts';
import { readFraction, readOrdinal } from './wordnumbers.ts';

export { compareQuantities, type QuantityRelation } from './comparequantities.ts';

type Tokens = readonly Token[];

/**
 * The quantities of a text in order; none overlap. Years, dates, telephone numbers, reference marks and numbers that label
 * ("section 47", "page 3", "Channel 4") are none. `dates` saves finding them again.
 */
export function findQuantities(text: string, tokens: Tokens, dates: readonly DateMention[] = findDates(text, tokens)): readonly Quantity[] {
  const inDate = coveredByDates(tokens, dates);
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = inDate.has(at) ? null : readQuantity(tokens, at);
    if (read === null) {
      at++;
      continue;
    }
    if (read.quantity !== null) found.push(read.quantity);
    at = Math.max(read.next, at + 1);
  }
  return found;
}

/** Tokens of dates that name their own day; "two days later" keeps its quantity. */
function coveredByDates(tokens: Tokens, dates: readonly DateMention[]): ReadonlySet<number> {
  const covered = new Set<number>();
  let at = 0;
  for (const date of dates) {
    if (date.relative !== null && date.date.day === null) continue;
    while (at < tokens.length && (tokens[at]?.start ?? 0) < date.span.start) at++;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= date.span.end) covered.add(at++);
  }
  return covered;
}

interface Read {
  /** Null where the tokens are read but say no quantity. */
  readonly quantity: Quantity | null;
  readonly next: number;
}

function readQuantity(tokens: Tokens, at: number): Read | null {
  if (isNamePart(tokens, at, at + 1)) return null;
  const clock = readClock(tokens, at);
  if (clock !== null) return timeOfDay(tokens, at, clock);
  return (
    readRanged(tokens, at) ?? readFrequencyWord(tokens, at) ?? readShare(tokens, at) ?? readSingle(tokens, at) ?? readOrder(tokens, at)
  );
}

function timeOfDay(tokens: Tokens, at: number, { minutes, known, next }: ClockReading): Read | null {
  const { edge, bound, min, max } = clockBound(tokens, at, minutes);
  const [first, last] = [tokens[edge], tokens[next - 1]];
  if (first === undefined || last === undefined) return null;
  const span = { start: first.start, end: last.end };
  return { quantity: { span, kind: 'clock', value: minutes, min, max, bound, unit: known ? null : HALF_DAY, counted: null }, next };
}

/** A quantity from tokens `at` to `next`, widened by the bound's words on either side. */
function simple(
  tokens: Tokens,
  at: number,
  next: number,
  kind: Quantity['kind'],
  value: number,
  unit: string | null,
  counted: string | null,
  inner: Bound | null = null,
): Read | null {
  const inside = kind === 'duration' && tokens[at - 1]?.lower === 'inside' ? ({ bound: 'at-most', edge: at - 1 } as const) : null;
  const before = boundBefore(tokens, at) ?? inside;
  const bound = before?.bound ?? inner ?? 'exact';
  const first = tokens[before?.edge ?? at];
  const last = tokens[next - 1];
  if (first === undefined || last === undefined || !Number.isFinite(value)) return null;
  return { quantity: { span: { start: first.start, end: last.end }, kind, value, ...interval(value, bound), bound, unit, counted }, next };
}

/** "between 50 and 60", "three to four days", "35–40 cases". */
function readRanged(tokens: Tokens, at: number): Read | null {
  const range = readRange(tokens, at);
  if (range === null) return null;
  const { low, high, next, unit, kind } = range;
  if (kind === 'count' && isLabel(tokens, at, next)) return null;
  const counted = kind === 'count' ? countedNoun(tokens, next, false) : null;
  // Bare figures with a dash are scores, seasons and references.
  if (kind === 'count' && counted === null && /^[-–—]$/.test(tokens[range.join]?.lower ?? '')) return { quantity: null, next };
  const framed = tokens[at - 1]?.lower === 'between' || tokens[at - 1]?.lower === 'from';
  const first = tokens[framed ? at - 1 : at];
  const last = tokens[next - 1];
  if (first === undefined || last === undefined) return null;
  return {
    quantity: {
      span: { start: first.start, end: last.end },
      kind: counted?.stem === 'time' || counted?.stem === 'occas' ? 'frequency' : kind,
      value: (low + high) / 2,
      min: low,
      max: high,
      bound: 'range',
      unit: counted?.stem === 'time' || counted?.stem === 'occas' ? 'time' : unit,
      counted: counted?.stem ?? null,
    },
    next,
  };
}

/** What follows a factor and not a count of times. */
const TIMES_AS = /^(?:as|the|that|this|its|his|her|their|more|higher|larger|greater|bigger|longer|faster|likelier)$/;

/** "twice", "twice a week", "once." where it counts and is no conjunction. */
function readFrequencyWord(tokens: Tokens, at: number): Read | null {
  const lower = tokens[at]?.lower;
  const value = lower === 'twice' ? 2 : lower === 'thrice' ? 3 : lower === 'once' ? 1 : null;
  if (value === null) return null;
  const rate = readRate(tokens, at + 1);
  if (value === 1) {
    const after = tokens[at + 1];
    const before = tokens[at - 1]?.lower ?? '';
    if (before === 'at' || before === '' || (rate === null && after !== undefined && !/^[.;,)]$/.test(after.lower))) return null;
  }
  if (value > 1 && TIMES_AS.test(tokens[at + 1]?.lower ?? '')) return simple(tokens, at, at + 1, 'measure', value, 'times', null);
  return simple(tokens, at, rate?.next ?? at + 1, 'frequency', value, `time${rate?.suffix ?? ''}`, null);
}

/** "a week", "per year", "each month", "every day" behind an amount. */
function readRate(tokens: Tokens, at: number): { readonly suffix: string; readonly next: number } | null {
  const word = tokens[at]?.lower ?? '';
  if (!/^(?:a|an|per|each|every)$/.test(word)) return null;
  const unit = tokens[at + 1]?.lower ?? '';
  if (!/^(?:second|minute|hour|day|night|week|month|year|annum|head|person|child|patient|mile)$/.test(unit)) return null;
  // "a year ago", "a week later" count from a day.
  if (/^(?:ago|later|earlier|before|after)$/.test(tokens[at + 2]?.lower ?? '')) return null;
  return { suffix: `/${unit === 'annum' ? 'year' : unit}`, next: at + 2 };
}

/** "a third of", "two-thirds", "half the patients", "one in five". */
function readShare(tokens: Tokens, at: number): Read | null {
  const fraction = readFraction(tokens, at);
  if (fraction === null) return null;
  const after = tokens[fraction.next]?.lower ?? '';
  if (tokens[at]?.lower === 'half' && !/^(?:of|the|his|her|their|its|all|our|my|those|these)$/.test(after)) return null;
  if (tokens[at]?.lower === 'half' && /^(?:and|a|-)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  const inRatio = tokens[at + 1]?.lower === 'in' || tokens[at + 1]?.lower === 'out';
  if (!inRatio && after !== 'of' && /^an?$/.test(tokens[at]?.lower ?? '') && !isChange(tokens, at, fraction.next)) return null;
  if (after === 'of' && /^an?$/.test(tokens[fraction.next + 1]?.lower ?? '')) return null;
  const counted = countedNoun(tokens, after === 'the' ? fraction.next + 1 : fraction.next, false);
  return simple(tokens, at, fraction.next, 'percent', fraction.value * 100, 'percent', counted?.stem ?? null);
}

/** "Fell by a third", "cut to about a quarter": how far something went, where nothing follows that could be a third one. */
function isChange(tokens: Tokens, at: number, next: number): boolean {
  const before = tokens[(boundBefore(tokens, at)?.edge ?? at) - 1]?.lower ?? '';
  const after = tokens[next];
  return /^(?:by|to)$/.test(before) && (after === undefined || after.kind === 'punct' || after.stop);
}

/** Money, percentages, ages, times, measures and plain counts. */
function readSingle(tokens: Tokens, at: number): Read | null {
  if (isSometime(tokens, at)) return null;
  const measured: Measured | null = readCompound(tokens, at);
  if (measured === null) return null;
  const { value, kind, next, unit } = measured;
  if (kind !== 'count') {
    const after = kind === 'age' ? null : boundAfter(tokens, next);
    const rate = readRate(tokens, after?.edge ?? next);
    const end = rate?.next ?? after?.edge ?? next;
    const counted = kind === 'percent' ? (countedNoun(tokens, next, false)?.stem ?? null) : null;
    return simple(
      tokens,
      at,
      end,
      kind,
      value,
      rate === null ? unit : `${unit ?? ''}${rate.suffix}`,
      counted,
      measured.bound ?? after?.bound ?? null,
    );
  }
  if (isLabel(tokens, at, next)) return null;
  const tail = boundAfter(tokens, next);
  const from = tail?.edge ?? next;
  const noun = countedNoun(tokens, from, value === 1);
  if (isVague(tokens, at, value, noun !== null)) return null;
  const before = tokens[at - 1]?.lower ?? '';
  // "start at 12": an hour, or a mark on some scale.
  if (noun === null && before === 'at') return null;
  const time = noun === null ? null : timeUnit(tokens, from, noun.next);
  if (noun !== null && time !== null) return simple(tokens, at, noun.next, 'duration', value, time, null, tail?.bound ?? null);
  const frequency = noun !== null && (noun.stem === 'time' || noun.stem === 'occas');
  const late = tail ?? (noun === null ? null : boundAfter(tokens, noun.next));
  const rate = readRate(tokens, noun?.next ?? from);
  const end = Math.max(from, rate === null ? 0 : rate.next);
  // "five times as much" multiplies.
  if (noun?.stem === 'time' && TIMES_AS.test(tokens[noun.next]?.lower ?? ''))
    return simple(tokens, at, noun.next, 'measure', value, 'times', null, late?.bound ?? null);
  if (frequency)
    return simple(tokens, at, Math.max(end, noun.next), 'frequency', value, `time${rate?.suffix ?? ''}`, null, late?.bound ?? null);
  return simple(
    tokens,
    at,
    Math.max(from, rate === null ? from : end),
    'count',
    value,
    rate?.suffix ?? null,
    noun?.stem ?? null,
    late?.bound ?? null,
  );
}

/** "20 long years", "two more days": a unit of time behind adjectives; not one that a hyphen makes part of another word. */
function timeUnit(tokens: Tokens, from: number, next: number): string | null {
  if (tokens[next - 2]?.lower === '-' || tokens[from]?.lower === 'of') return null;
  const unit = unitOf(tokens[next - 1]?.lower ?? '');
  return unit !== null && isTimeUnit(unit) ? unit.name : null;
}

/** "one" as a pronoun, an article, or in a phrase says no number. */
function isVague(tokens: Tokens, at: number, value: number, counted: boolean): boolean {
  if (tokens[at]?.lower !== 'one' || value !== 1) return false;
  const before = tokens[at - 1]?.lower ?? '';
  return (
    !counted ||
    /^(?:the|this|that|no|any|each|every|another|some|which|first|next|last|only|can|could|should|would|must|may|might|will|does|did|if|as|when|how|that|which)$/.test(
      before,
    ) ||
    /^(?:of|day|another|thing|side|hand|way|time)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

/** "the third visit", "34th": an ordinal before the noun it numbers. */
function readOrder(tokens: Tokens, at: number): Read | null {
  const ordinal = readOrdinal(tokens, at);
  if (ordinal === null) return null;
  const after = tokens[ordinal.next];
  if (after === undefined || after.kind !== 'word' || after.stop || /^(?:half|hand|place|name|class|ly|aid)$/.test(after.lower))
    return null;
  // Without a determiner it is an adverb ("was first told").
  if (!ordinal.digits && !/^(?:the|a|an|this|that|his|her|its|their|our|my|your|'s|')$/.test(tokens[at - 1]?.lower ?? '')) return null;
  const noun = countedNoun(tokens, ordinal.next, true);
  return noun === null ? null : simple(tokens, at, ordinal.next, 'ordinal', ordinal.value, null, noun.stem);
}

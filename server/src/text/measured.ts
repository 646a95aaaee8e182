/** A number together with its unit: money, shares, ages, times, measures. */

import { boundAfter } from './bounds.ts';
import { digitsOf, round, SCALE_LETTERS } from './numberwords.ts';
import type { Bound, Quantity, Token } from './types.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS, isTimeUnit, type Unit, unitOf } from './units.ts';
import { readAndAHalf, readCardinal, readFraction } from './wordnumbers.ts';

type Tokens = readonly Token[];

export interface Measured {
  readonly kind: Quantity['kind'];
  readonly value: number;
  readonly unit: string | null;
  /** Index after the last token. */
  readonly next: number;
  /** A bound inside it ("aged about 30", "30 or more years"), or null. */
  readonly bound: Bound | null;
}

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';

/** The number that starts at `at` with its unit; kind `count` and unit null where none follows; null where no number starts here. */
export function readMeasured(tokens: Tokens, at: number): Measured | null {
  return (
    readMoneySign(tokens, at) ?? readAged(tokens, at) ?? readHalfUnit(tokens, at) ?? readArticleUnit(tokens, at) ?? readNumbered(tokens, at)
  );
}

const measured = (kind: Quantity['kind'], value: number, unit: string | null, next: number, bound: Bound | null = null): Measured => ({
  kind,
  value,
  unit,
  next,
  bound,
});

/** "£1.2m", "£1.2 million", "US$300". */
function readMoneySign(tokens: Tokens, at: number): Measured | null {
  const currency = CURRENCY_SIGNS.get(lowerAt(tokens, at));
  if (currency === undefined) return null;
  const number = readCardinal(tokens, at + 1);
  if (number === null || !number.digits) return null;
  // "£5 m", "£3 bn": the scale's letter may stand apart.
  const letter = SCALE_LETTERS.get(lowerAt(tokens, number.next));
  return letter === undefined
    ? measured('money', number.value, currency, number.next)
    : measured('money', round(number.value * letter), currency, number.next + 1);
}

/** "aged 17 months", "aged about 32", "at the age of nine", ", 32,". */
function readAged(tokens: Tokens, at: number): Measured | null {
  const number = readCardinal(tokens, at);
  if (number === null) return null;
  let index = at - 1;
  while (/^(?:just|only|about|around|under|over|nearly|almost|least|at|between)$/.test(lowerAt(tokens, index)) && index > at - 3) index--;
  const before = lowerAt(tokens, index);
  const said = before === 'aged' || (before === 'of' && lowerAt(tokens, index - 1) === 'age') || (before === 'age' && number.value <= 120);
  if (said) {
    const unit = unitOf(lowerAt(tokens, number.next));
    if (unit !== null && isTimeUnit(unit)) {
      const old = lowerAt(tokens, number.next + 1) === 'old' ? 2 : 1;
      return measured('age', number.value, unit.name, number.next + old);
    }
    return number.value <= 120 ? measured('age', number.value, 'year', number.next) : null;
  }
  return isAppositive(tokens, at, number.next) && Number.isInteger(number.value) && number.value <= 110 && number.value > 0
    ? measured('age', number.value, 'year', number.next)
    : null;
}

/** "Owen, 36, was …", "the lodger (36) …": a bare number between marks behind a name or noun. */
function isAppositive(tokens: Tokens, at: number, next: number): boolean {
  const open = tokens[at - 1];
  const close = tokens[next];
  const head = tokens[at - 2];
  if (open?.lower !== ',' || !/^\d{1,3}$/.test(lowerAt(tokens, at)) || next !== at + 1 || head === undefined || head.kind !== 'word')
    return false;
  if (close === undefined || !/^(?:,|and|of|from|who|was|is|has|had|told|said|\.|;)$/.test(close.lower)) return false;
  if (!/^\p{Lu}/u.test(head.text))
    return close.lower === ',' && !head.stop && !/^\d/.test(lowerAt(tokens, next + 1)) && lowerAt(tokens, at - 4) !== ',';
  return !/^\d/.test(lowerAt(tokens, next + 1));
}

/** "half an hour", "half a mile", "a quarter of an hour", "three quarters of a mile", "every quarter of an hour", "half-hour". */
function readHalfUnit(tokens: Tokens, at: number): Measured | null {
  const first = lowerAt(tokens, at);
  if ((first === 'half' || first === 'quarter') && lowerAt(tokens, at + 1) === '-' && tokens[at + 1]?.glued) {
    const unit = unitOf(lowerAt(tokens, at + 2));
    return unit?.name === 'hour' || unit?.name === 'mile' ? withUnit(first === 'half' ? 0.5 : 0.25, unit, at + 3, null) : null;
  }
  const quarter = first === 'quarter' && lowerAt(tokens, at + 1) === 'of';
  const fraction = quarter ? { value: 0.25, next: at + 1 } : readFraction(tokens, at);
  if (fraction === null) return null;
  let index = fraction.next;
  if (lowerAt(tokens, index) === 'of') index++;
  if (!/^an?$/.test(lowerAt(tokens, index))) return null;
  const unit = unitOf(lowerAt(tokens, index + 1));
  return unit === null ? null : withUnit(fraction.value, unit, index + 2, null);
}

/** "a fortnight", "an hour and a half", "a decade": an article that counts its unit. */
function readArticleUnit(tokens: Tokens, at: number): Measured | null {
  if (!/^an?$/.test(lowerAt(tokens, at))) return null;
  const unit = unitOf(lowerAt(tokens, at + 1));
  if (unit === null || /s$/.test(lowerAt(tokens, at + 1)) || unit.dimension === 'degree' || unit.name === 'g' || unit.name === 'foot')
    return null;
  const before = tokens[at - 1];
  // "£50 a week", "twice a day": there it is the rate of what stands before it.
  if (before !== undefined && (before.kind === 'number' || /^(?:once|twice|times|occasions|million|thousand|hundred)$/.test(before.lower)))
    return null;
  if (unit.name === 'second' && lowerAt(tokens, at + 2) !== '' && !/^(?:or|and|later|after|before|ago|,|\.)$/.test(lowerAt(tokens, at + 2)))
    return null;
  if (unit.name === 'stone' || unit.name === 'yard' || unit.name === 'pound') return null;
  const half = readAndAHalf(tokens, at + 2);
  return half > at + 2 ? withUnit(1.5, unit, half, null) : withUnit(1, unit, at + 2, null);
}

function withUnit(value: number, unit: Unit, next: number, bound: Bound | null): Measured {
  return measured(isTimeUnit(unit) ? 'duration' : 'measure', value, unit.name, next, bound);
}

/** A number with what follows it. */
function readNumbered(tokens: Tokens, at: number): Measured | null {
  const token = tokens[at];
  if (token === undefined || /^an?$/.test(token.lower) ? !isScaleNext(tokens, at) : false) return null;
  const number = readCardinal(tokens, at);
  if (number === null) return null;
  let { value, next } = number;
  const half = readAndAHalf(tokens, next);
  if (half > next) {
    value += 0.5;
    next = half;
  }
  const inner = boundAfter(tokens, next);
  const hyphen = lowerAt(tokens, next) === '-' && tokens[next]?.glued ? 1 : 0;
  const word = inner === null ? lowerAt(tokens, next + hyphen) : lowerAt(tokens, inner.edge);
  const wordAt = inner === null ? next + hyphen : inner.edge;
  const bound = inner?.bound ?? null;
  if (word === '%' || word === 'percent' || word === 'pc') return measured('percent', value, 'percent', wordAt + 1, bound);
  if (word === 'per' && lowerAt(tokens, wordAt + 1) === 'cent') return measured('percent', value, 'percent', wordAt + 2, bound);
  if (word === 'percentage' && /^points?$/.test(lowerAt(tokens, wordAt + 1))) return measured('percent', value, 'point', wordAt + 2, bound);
  const currency = readCurrencyWord(tokens, number.digits, wordAt);
  if (currency !== null) return measured('money', value * currency.factor, currency.name, currency.next, bound);
  const unit = unitOf(word);
  if (
    unit !== null &&
    !(unit.name === 'second' && word === 'second' && value !== 1 && hyphen === 0) &&
    !isOtherNoun(tokens, wordAt, unit)
  ) {
    const old = lowerAt(tokens, wordAt + 1) === '-' ? wordAt + 2 : wordAt + 1;
    if (isTimeUnit(unit) && (lowerAt(tokens, old) === 'old' || lowerAt(tokens, old) === 'olds'))
      return measured('age', value, unit.name, old + 1, bound);
    if (isTimeUnit(unit) && /^of$/.test(lowerAt(tokens, wordAt + 1)) && lowerAt(tokens, wordAt + 2) === 'age')
      return measured('age', value, unit.name, wordAt + 3, bound);
    const late = readAndAHalf(tokens, wordAt + 1);
    return late > wordAt + 1 ? withUnit(value + 0.5, unit, late, bound) : withUnit(value, unit, wordAt + 1, bound);
  }
  return digitsOf(token?.lower ?? '')?.rest === '' || token?.kind !== 'number' ? measured('count', value, null, next) : null;
}

function isScaleNext(tokens: Tokens, at: number): boolean {
  return /^(?:hundred|thousand|million|billion|trillion|dozen)$/.test(lowerAt(tokens, at + 1));
}

function readCurrencyWord(
  tokens: Tokens,
  digits: boolean,
  at: number,
): { readonly name: string; readonly factor: number; readonly next: number } | null {
  const word = lowerAt(tokens, at);
  const currency = CURRENCY_WORDS.get(word);
  // "per cent" is read before; a cent is money only behind digits or as a plural.
  if (currency === undefined || (word === 'cent' && !digits) || (word === 'p' && !(digits && tokens[at]?.glued))) return null;
  const [name, factor] = currency;
  return { name, factor, next: lowerAt(tokens, at + 1) === 'sterling' ? at + 2 : at + 1 };
}

/** Units that are everyday words stand for themselves only as plain plurals: "six feet", but "six foot patrols". */
function isOtherNoun(tokens: Tokens, at: number, unit: Unit): boolean {
  const word = lowerAt(tokens, at);
  if (unit.name === 'g' || unit.name === 'ton' || word === 'min' || word === 'sec') return tokens[at]?.glued === false && word.length === 1;
  return unit.name === 'stone' && tokens[at + 1]?.kind === 'word' && !tokens[at + 1]?.stop;
}

/** Words that say how a number bounds the real one: "at least", "more than", "or so". */
import type { Bound, Token } from './types.ts';

type Tokens = readonly Token[];

/** Phrases before a number, longest first. */
const BEFORE: readonly (readonly [string, Bound])[] = [
  ['in the region of', 'about'],
  ['in the order of', 'about'],
  ['something like', 'about'],
  ['a little over', 'more-than'],
  ['a little under', 'less-than'],
  ['a minimum of', 'at-least'],
  ['minimum of', 'at-least'],
  ['a maximum of', 'at-most'],
  ['maximum of', 'at-most'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not fewer than', 'at-least'],
  ['not less than', 'at-least'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['no later than', 'at-most'],
  ['not exceeding', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['as few as', 'at-least'],
  ['in excess of', 'more-than'],
  ['upwards of', 'at-least'],
  ['upward of', 'at-least'],
  ['more than', 'more-than'],
  ['greater than', 'more-than'],
  ['longer than', 'more-than'],
  ['higher than', 'more-than'],
  ['older than', 'more-than'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['lower than', 'less-than'],
  ['shorter than', 'less-than'],
  ['younger than', 'less-than'],
  ['at least', 'at-least'],
  ['at most', 'at-most'],
  ['at the most', 'at-most'],
  ['up to', 'at-most'],
  ['just over', 'more-than'],
  ['just under', 'nearly'],
  ['just short of', 'nearly'],
  ['well over', 'more-than'],
  ['well under', 'less-than'],
  ['close to', 'nearly'],
  ['not quite', 'nearly'],
  ['an estimated', 'about'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['exceeded', 'more-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['within', 'at-most'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['approaching', 'nearly'],
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['approx.', 'about'],
  ['roughly', 'about'],
  ['circa', 'about'],
  ['c.', 'about'],
  ['ca.', 'about'],
  ['~', 'about'],
  ['some', 'about'],
  ['estimated', 'about'],
  ['perhaps', 'about'],
  ['maybe', 'about'],
  ['exactly', 'exact'],
  ['precisely', 'exact'],
];

const PHRASES: readonly (readonly [readonly string[], Bound])[] = BEFORE.map(([words, bound]) => [words.split(' '), bound]);

/** A bound, and the index of the token its words begin or end at. */
export interface BoundReading {
  readonly bound: Bound;
  readonly edge: number;
}

/** The bound that stands before the token at `at`, longest phrase first; its `edge` is the phrase's first token. */
export function boundBefore(tokens: Tokens, at: number): BoundReading | null {
  let best: BoundReading | null = null;
  for (const [words, bound] of PHRASES) {
    const start = at - words.length;
    if (start < 0 || (best !== null && best.edge <= start)) continue;
    if (words.every((word, index) => tokens[start + index]?.lower === word)) best = { bound, edge: start };
  }
  return best;
}

/** The bound behind the token before `at`: "60 or more", "260 odd", "200+", "a week or so"; its `edge` is the index after it. */
export function boundAfter(tokens: Tokens, at: number): BoundReading | null {
  const word = tokens[at]?.lower ?? '';
  const second = tokens[at + 1]?.lower ?? '';
  const third = tokens[at + 2]?.lower ?? '';
  if (word === '+') return { bound: 'at-least', edge: at + 1 };
  if (word === 'plus' && second !== '' && !/^(?:\d|a$|the$|£)/.test(second)) return { bound: 'at-least', edge: at + 1 };
  if (word === 'odd') return { bound: 'about', edge: at + 1 };
  if (word === '-' && second === 'odd') return { bound: 'about', edge: at + 2 };
  if (word === 'or' && second === 'so') return { bound: 'about', edge: at + 2 };
  if (word === 'or' && second === 'thereabouts') return { bound: 'about', edge: at + 2 };
  if ((word === 'or' || word === 'and') && /^(?:more|over|above|older|longer|upwards|up)$/.test(second))
    return { bound: 'at-least', edge: at + 2 };
  if (word === 'or' && /^(?:less|fewer|under|below|younger|shorter)$/.test(second)) return { bound: 'at-most', edge: at + 2 };
  if (word === 'at' && second === 'least') return { bound: 'at-least', edge: at + 2 };
  if (word === 'at' && second === 'most') return { bound: 'at-most', edge: at + 2 };
  if (word === 'at' && second === 'the' && third === 'most') return { bound: 'at-most', edge: at + 3 };
  return null;
}

/** How far "about" and "nearly" reach, as a share of the value. */
const ROUGHLY = 0.1;

/** The closed interval that a value with its bound asserts. Open bounds include their own value, for writers use them loosely. */
export function interval(value: number, bound: Bound): { readonly min: number; readonly max: number } {
  const slack = Math.abs(value) * ROUGHLY;
  switch (bound) {
    case 'about':
      return { min: value - slack, max: value + slack };
    case 'nearly':
      return { min: value - slack, max: value };
    case 'at-least':
    case 'more-than':
      return { min: value, max: Number.POSITIVE_INFINITY };
    case 'at-most':
    case 'less-than':
      return { min: Number.NEGATIVE_INFINITY, max: value };
    case 'exact':
    case 'range':
      return { min: value, max: value };
  }
}

/** How words before a time of day bound the time that is meant: "shortly after three", "by 20:40", "around 7.30 pm". */
import { boundBefore, interval } from './bounds.ts';
import type { Bound, Token } from './types.ts';

type Tokens = readonly Token[];

/** How many minutes a time that is said to be near another may lie from it. */
const ABOUT = 10;
const SHORTLY = 15;
const SOON = /^(?:just|shortly|soon|immediately|little|moments|minutes|seconds|directly|right)$/;

export interface ClockBound {
  readonly bound: Bound;
  /** Minutes after midnight; ±Infinity where open. */
  readonly min: number;
  readonly max: number;
  /** Index of the bound's first token. */
  readonly edge: number;
}

/** The bound of the time that starts at `at`; the day goes round, so `min` may lie before midnight. */
export function clockBound(tokens: Tokens, at: number, minutes: number): ClockBound {
  const word = tokens[at - 1]?.lower ?? '';
  if (word === 'after' || word === 'before') {
    const later = word === 'after';
    if (SOON.test(tokens[at - 2]?.lower ?? ''))
      return { bound: 'about', min: minutes - (later ? 0 : SHORTLY), max: minutes + (later ? SHORTLY : 0), edge: at - 2 };
    return later
      ? { bound: 'more-than', min: minutes, max: Number.POSITIVE_INFINITY, edge: at }
      : { bound: 'less-than', min: Number.NEGATIVE_INFINITY, max: minutes, edge: at };
  }
  if (word === 'by') return { bound: 'at-most', min: Number.NEGATIVE_INFINITY, max: minutes, edge: at };
  const before = boundBefore(tokens, at);
  const edge = before?.edge ?? at;
  if (before?.bound === 'about') return { bound: 'about', min: minutes - ABOUT, max: minutes + ABOUT, edge };
  if (before?.bound === 'nearly') return { bound: 'nearly', min: minutes - ABOUT, max: minutes, edge };
  const bound = before?.bound ?? 'exact';
  return { bound, ...interval(minutes, bound), edge };
}

/**
 * A short mark of some words by which they are found again in a text that has changed around them. It counts words alone:
 * lines broken anew, other spaces, marks, quotation signs and capitals leave it the same.
 */
import { firstWhere } from './halving.ts';
import type { Span } from './span.ts';

/** A mark: how many words, what they are, and (to tell places with the same words apart) what stands on either side. */
export interface Fingerprint {
  readonly count: number;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** Which of several places with the same words it is, from 1, and how many there are; null where there is one alone. */
  readonly copy: { readonly index: number; readonly of: number } | null;
}

/** A place with the marked words. `sides` says on how many of its two sides the same words stand as when it was marked. */
export interface FoundWords {
  readonly span: Pick<Span, 'start' | 'end'>;
  readonly sides: 0 | 1 | 2;
}

/**
 * The words of a text with sums over them, by which the mark of any run of words is known at once: the sum of a run is
 * that of the text to its end less that of the text to its beginning (a polynomial, modulo 2^32, to two bases).
 */
export interface WordSums {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

const FIRST_BASE = 0x01000193;
const SECOND_BASE = 0x85ebca6b;
/** Words on a side that tell places apart. */
const BESIDE = 4;
/** Words without accents are the same in every normal form. */
const PLAIN = /^[a-z0-9]+$/i;
const WRITTEN = /^([1-9]\d{0,4})-([0-9a-z]{10})-([0-9a-z]{2})([0-9a-z]{2})(?:-([1-9]\d{0,4})of([1-9]\d{0,4}))?$/;

export function sumWords(text: string): WordSums {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const count = found.length;
  const sums: WordSums = {
    count,
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    first: new Uint32Array(count + 1),
    second: new Uint32Array(count + 1),
  };
  found.forEach((match, i) => {
    const word = (PLAIN.test(match[0]) ? match[0] : match[0].normalize('NFKC')).toLowerCase();
    sums.starts[i] = match.index;
    sums.ends[i] = match.index + match[0].length;
    sums.first[i + 1] = Math.imul(sums.first[i] ?? 0, FIRST_BASE) + hash(word, 0x811c9dc5);
    sums.second[i + 1] = Math.imul(sums.second[i] ?? 0, SECOND_BASE) + hash(word, 0x9747b28c);
  });
  return sums;
}

/** The mark of the words that a span of the whole text touches; null where it holds none. */
export function fingerprintOf(sums: WordSums, span: Span): Fingerprint | null {
  const from = firstAtOrAfter(sums.ends, span.start + 1);
  const to = firstAtOrAfter(sums.starts, span.end);
  if (from >= to || to - from > 99_999) return null;
  const mark = { ...markOf(sums, from, to), copy: null };
  const same = findFingerprint(sums, mark);
  if (same.length < 2) return mark;
  const index = same.findIndex((one) => one.span.start === sums.starts[from]) + 1;
  return { ...mark, copy: { index, of: same.length } };
}

/** All places with the marked words, in order. */
export function findFingerprint(sums: WordSums, wanted: Pick<Fingerprint, 'count' | 'words' | 'before' | 'after'>): readonly FoundWords[] {
  const found: FoundWords[] = [];
  const words = Number.parseInt(wanted.words, 36);
  const factor = power(SECOND_BASE, wanted.count);
  // The stirring is undone once, so that each place costs one product and one comparison.
  const second = unstirred(words % 0x1_0000_0000);
  const all = sums.second;
  for (let from = 0; from + wanted.count <= sums.count; from++) {
    const to = from + wanted.count;
    if (((all[to] ?? 0) - Math.imul(all[from] ?? 0, factor)) >>> 0 !== second || runSum(sums, from, to) !== words) continue;
    const mark = markOf(sums, from, to);
    const sides = Number(mark.before === wanted.before) + Number(mark.after === wanted.after);
    found.push({ span: { start: sums.starts[from] ?? 0, end: sums.ends[to - 1] ?? 0 }, sides: sides === 2 ? 2 : sides === 1 ? 1 : 0 });
  }
  return found;
}

/** `23-0k3f9ac2e1-a7x2`, or `…-2of3` for the second of three places: letters, digits and hyphens alone, so that it may stand in an address or a comment as it is. */
export function writeFingerprint({ count, words, before, after, copy }: Fingerprint): string {
  return `${count}-${words}-${before}${after}${copy === null ? '' : `-${copy.index}of${copy.of}`}`;
}

/** Null for anything that `writeFingerprint` does not write. */
export function readFingerprint(written: string): Fingerprint | null {
  const match = WRITTEN.exec(written);
  if (match === null) return null;
  const [, count = '', words = '', before = '', after = '', index, of] = match;
  const copy = index === undefined ? null : { index: Number(index), of: Number(of) };
  return { count: Number(count), words, before, after, copy };
}

function markOf(sums: WordSums, from: number, to: number): Omit<Fingerprint, 'copy'> {
  return {
    count: to - from,
    words: runDigits(sums, from, to),
    before: runDigits(sums, Math.max(0, from - BESIDE), from).slice(-2),
    after: runDigits(sums, to, Math.min(sums.count, to + BESIDE)).slice(-2),
  };
}

function runDigits(sums: WordSums, from: number, to: number): string {
  return runSum(sums, from, to).toString(36).padStart(10, '0');
}

/** Fifty-one bits of both sums, as many as ten signs hold; stirred first, for words that change places move the high bits alone. */
function runSum(sums: WordSums, from: number, to: number): number {
  const sum = (all: Uint32Array, base: number): number => ((all[to] ?? 0) - Math.imul(all[from] ?? 0, power(base, to - from))) >>> 0;
  return (stirred(sum(sums.first, FIRST_BASE)) >>> 13) * 0x1_0000_0000 + stirred(sum(sums.second, SECOND_BASE));
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left >>>= 1) {
    if ((left & 1) === 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return result;
}

function hash(word: string, seed: number): number {
  let sum = seed;
  for (let i = 0; i < word.length; i++) sum = Math.imul(sum ^ word.charCodeAt(i), 0x01000193);
  return stirred(sum);
}

/** Spreads every bit over all of them (the last step of MurmurHash3). */
function stirred(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The value whose bits were spread; the factors are the inverses of those above. */
function unstirred(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7ed1b41d);
  bits = Math.imul(bits ^ (bits >>> 13) ^ (bits >>> 26), 0xa5cb9243);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The first index whose value is at least `wanted`; the values rise. */
function firstAtOrAfter(values: Uint32Array, wanted: number): number {
  return firstWhere(values.length, (index) => (values[index] ?? 0) >= wanted);
}

/**
 * Passages and queries to measure retrieval with, the same at every run: words as often as in English (the n-th most
 * frequent stands some 1/n of the time), in sentences of 6 to 38 words, and questions of 12 to 25 words, stop words left
 * out, most of them taken from one passage as a claim takes them from its source.
 */

export interface Question {
  readonly words: readonly string[];
}

/** Numbers between 0 and 1 that look like chance and are the same at every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words that are as frequent as "the" or "of", and left out of questions. */
const STOP_WORDS = 60;
/** So many different words have a million sentences of English. */
const VOCABULARY = 250_000;
/** Zipf's law as Mandelbrot corrected it. */
const SHIFT = 2.7;

const ONSETS = 'b c d f g h j k l m n p r s t v w br cl dr fr gr pl pr sh st th tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');

/** A word that can be pronounced, another one for each number. */
export function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / (ONSETS.length * VOWELS.length))) {
    word += (ONSETS[rest % ONSETS.length] ?? '') + (VOWELS[Math.floor(rest / ONSETS.length) % VOWELS.length] ?? '');
  }
  return word;
}

/** Ranks of words, as often as English has them. */
function zipf(next: () => number): () => number {
  const total = Math.log((VOCABULARY + SHIFT) / SHIFT);
  return () => Math.min(VOCABULARY - 1, Math.floor(SHIFT * Math.exp(next() * total) - SHIFT));
}

/** `count` passages, one after the other, so that a million of them need not be held. */
export function* passages(count: number): Generator<readonly string[]> {
  const next = chance(1);
  const rank = zipf(next);
  for (let n = 0; n < count; n++) yield Array.from({ length: 6 + Math.floor(next() * 33) }, () => wordOf(rank()));
}

/** Questions about passages among the first `of`. */
export function questions(count: number, of: number): readonly Question[] {
  const next = chance(2);
  const rank = zipf(next);
  const wanted = new Map(Array.from({ length: count }, () => [Math.floor(next() * of), true]));
  const stop = new Set(Array.from({ length: STOP_WORDS }, (_, n) => wordOf(n)));
  const found: Question[] = [];
  let n = 0;
  for (const words of passages(of)) {
    if (!wanted.has(n++)) continue;
    const asked = new Set(words.filter((word) => !stop.has(word) && next() < 0.8));
    const length = 12 + Math.floor(next() * 14);
    while (asked.size < length) {
      const other = wordOf(rank());
      if (!stop.has(other)) asked.add(other);
    }
    found.push({ words: [...asked].slice(0, length) });
  }
  return found;
}

/** Reads numbers off a row of tokens: digits, words, and both together ("1.2 million", "one hundred and twenty-five"). */
import { digitsOf, ORDINALS, PARTS, round, SCALES, SMALL } from './numberwords.ts';

/** What reading needs of a token. */
export interface NumberToken {
  readonly lower: string;
  readonly glued: boolean;
}

export interface NumberReading {
  readonly value: number;
  /** Index after the last token of the number. */
  readonly next: number;
  /** Whether digits carry it. */
  readonly digits: boolean;
}

const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** The value of words that make up one cardinal number ("one hundred and twenty"), or null when they do not. */
export function numberOf(words: readonly string[]): number | null {
  const tokens = words.map((word) => ({ lower: word.toLowerCase(), glued: false }));
  const reading = readCardinal(tokens, 0);
  return reading !== null && reading.next === tokens.length ? reading.value : null;
}

/** The longest cardinal number that starts at `at`, or null. `a`, `an` and `half a` count only before a scale word. */
export function readCardinal(tokens: readonly NumberToken[], at: number): NumberReading | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const { lower } = first;
  if (lower === 'half' || lower === 'quarter') return readPartOfScale(tokens, at, lower === 'half' ? 0.5 : 0.25);
  const code = lower.charCodeAt(0);
  if ((code >= 48 && code <= 57) || VULGAR.has(lower)) return readDigits(tokens, at);
  if (lower === 'a' || lower === 'an') return SCALES.has(tokens[at + 1]?.lower ?? '') ? readWords(tokens, at + 1, 1) : null;
  return SMALL.has(lower) ? readWords(tokens, at, null) : null;
}

/** "half a million", "half a dozen". */
function readPartOfScale(tokens: readonly NumberToken[], at: number, part: number): NumberReading | null {
  let next = at + 1;
  if (part === 0.25 && tokens[next]?.lower === 'of') next++;
  const article = tokens[next]?.lower;
  if (article === '-') next++;
  else if (article !== 'a' && article !== 'an') return null;
  else next++;
  const scale = SCALES.get(tokens[next]?.lower ?? '');
  return scale === undefined ? null : { value: round(scale * part), next: next + 1, digits: false };
}

function readDigits(tokens: readonly NumberToken[], at: number): NumberReading | null {
  const lower = tokens[at]?.lower ?? '';
  const vulgar = VULGAR.get(lower);
  if (vulgar !== undefined) return { value: vulgar, next: at + 1, digits: true };
  const digits = digitsOf(lower);
  if (digits === null || digits.rest !== '') return null;
  let { value } = digits;
  let next = at + 1;
  const fraction = tokens[next];
  if (fraction?.glued && VULGAR.has(fraction.lower)) {
    value += VULGAR.get(fraction.lower) ?? 0;
    next++;
  }
  return withScale(tokens, next, value, true);
}

/** Multiplies by scale words and adds "and a half". */
function withScale(tokens: readonly NumberToken[], at: number, value: number, digits: boolean): NumberReading {
  let next = at;
  const half = readAndAHalf(tokens, next);
  if (half > next && SCALES.has(tokens[half]?.lower ?? '')) {
    value += 0.5;
    next = half;
  }
  for (;;) {
    const hyphen = tokens[next]?.lower === '-' && tokens[next]?.glued ? 1 : 0;
    const scale = SCALES.get(tokens[next + hyphen]?.lower ?? '');
    if (scale === undefined) return { value: round(value), next, digits };
    value *= scale;
    next += hyphen + 1;
  }
}

/** The index after "and a half" at `at`, or `at` when it is not there. */
export function readAndAHalf(tokens: readonly NumberToken[], at: number): number {
  let next = at;
  for (const word of ['and', 'a', 'half']) {
    if (tokens[next]?.lower === '-') next++;
    if (tokens[next]?.lower !== word) return at;
    next++;
  }
  return next;
}

/** Words from `at`; `lead` is 1 when an article stood for the first number ("a hundred"). */
function readWords(tokens: readonly NumberToken[], at: number, lead: number | null): NumberReading {
  let total = 0;
  let current = lead ?? 0;
  let next = at;
  let room = lead === null ? 1000 : 0;
  let lastScale = Infinity;
  const half = lead === null ? readAndAHalf(tokens, at + 1) : at;
  if (lead === null && half > at + 1 && SCALES.has(tokens[half]?.lower ?? '')) {
    return withScale(tokens, half, (SMALL.get(tokens[at]?.lower ?? '') ?? 0) + 0.5, false);
  }
  for (;;) {
    let step = next;
    if (next > at && tokens[step]?.lower === '-' && tokens[step]?.glued) step++;
    // "and" joins only what is smaller than a hundred, behind a hundred or more.
    if (next > at && tokens[step]?.lower === 'and' && (current >= 100 || total > 0) && SMALL.has(tokens[step + 1]?.lower ?? '')) step++;
    const word = tokens[step]?.lower ?? '';
    const small = SMALL.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined && small < room) {
      current += small;
      room = small >= 20 && small % 10 === 0 ? 10 : 0;
    } else if (scale === 100 && current > 0 && current < 100) {
      current *= 100;
      room = 100;
    } else if (scale === 12 && current > 0 && current < 100) {
      return { value: total + current * 12, next: step + 1, digits: false };
    } else if (scale !== undefined && scale >= 1000 && scale < lastScale && current > 0) {
      total += current * scale;
      lastScale = scale;
      current = 0;
      room = 1000;
    } else return { value: total + current, next, digits: false };
    next = step + 1;
  }
}

/** An ordinal that starts at `at`: `34th`, `twenty-first`, `first`; null otherwise. */
export function readOrdinal(tokens: readonly NumberToken[], at: number): NumberReading | null {
  const lower = tokens[at]?.lower ?? '';
  const digits = digitsOf(lower);
  if (digits !== null) {
    return /^(?:st|nd|rd|th)$/.test(digits.rest) ? { value: digits.value, next: at + 1, digits: true } : null;
  }
  const ordinal = ORDINALS.get(lower);
  if (ordinal !== undefined) return { value: ordinal, next: at + 1, digits: false };
  const tens = SMALL.get(lower);
  if (tens === undefined || tens < 20) return null;
  const step = tokens[at + 1]?.lower === '-' ? at + 2 : at + 1;
  const last = ORDINALS.get(tokens[step]?.lower ?? '');
  return last !== undefined && last < 10 ? { value: tens + last, next: step + 1, digits: false } : null;
}

/** A part of a whole as a fraction of one: "a third", "two-thirds", "three quarters", "half", "one in five"; null otherwise. */
export function readFraction(tokens: readonly NumberToken[], at: number): NumberReading | null {
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'half') return { value: 0.5, next: at + 1, digits: false };
  const count = lower === 'a' || lower === 'an' ? 1 : (SMALL.get(lower) ?? (/^\d{1,3}$/.test(lower) ? Number(lower) : undefined));
  if (count === undefined) return null;
  let next = at + 1;
  if (tokens[next]?.lower === '-') next++;
  const part = PARTS.get(tokens[next]?.lower ?? '');
  const plural = tokens[next]?.lower.endsWith('s') ?? false;
  if (part !== undefined && count < part && (plural ? count > 1 : count === 1)) {
    return { value: count / part, next: next + 1, digits: false };
  }
  if (tokens[at + 1]?.lower !== 'in' && tokens[at + 1]?.lower !== 'out') return null;
  const whole = readCardinal(tokens, tokens[at + 2]?.lower === 'of' && tokens[at + 1]?.lower === 'out' ? at + 3 : at + 2);
  if (whole === null || whole.value <= count || whole.value > 1000 || lower === 'a') return null;
  return tokens[at + 1]?.lower === 'out' && tokens[at + 2]?.lower !== 'of'
    ? null
    : { value: count / whole.value, next: whole.next, digits: whole.digits };
}

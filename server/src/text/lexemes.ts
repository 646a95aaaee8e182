/** What is known of a token by its letters alone, remembered so that a corpus's common words are worked out once. */
import { baseForm } from './irregularforms.ts';
import { digitsOf, ORDINALS, plainDigits, SCALES, SMALL } from './numberwords.ts';
import { stem } from './stem.ts';
import { isStop } from './stopwords.ts';

export interface Lexeme {
  readonly lower: string;
  readonly stem: string;
  readonly stop: boolean;
}

const MEMO_SIZE = 131072;
const LONGEST = 40;
const memo = new Map<string, Lexeme>();

/** Lower case, stem and function-word flag of a token as written. */
export function lexeme(surface: string): Lexeme {
  const known = memo.get(surface);
  if (known !== undefined) return known;
  const lower = plain(surface);
  const made: Lexeme = { lower, stem: stemOf(lower), stop: isStop(lower) };
  if (surface.length <= LONGEST) {
    if (memo.size >= MEMO_SIZE) memo.clear();
    // Joined anew, because a slice would keep the whole text it was cut from alive.
    memo.set(surface.split('').join(''), made);
  }
  return made;
}

/** Lower case with plain apostrophes and without soft hyphens. */
function plain(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/\u00ad|\u200d|\u2060/g, '');
}

/** Without accents: the same name stands with and without them, also in one source. */
function unaccented(lower: string): string {
  // Plain letters are by far the most, and need no normal form.
  for (let i = 0; i < lower.length; i++) if (lower.charCodeAt(i) > 127) return lower.normalize('NFD').replace(/\p{M}/gu, '');
  return lower;
}

/** Numbers become plain digits, but not `first`, `second` and `third`, which are everyday words. */
function stemOf(lower: string): string {
  const small = SMALL.get(lower) ?? SCALES.get(lower);
  if (small !== undefined) return plainDigits(small);
  const ordinal = ORDINALS.get(lower);
  if (ordinal !== undefined && ordinal > 3) return plainDigits(ordinal);
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    const digits = digitsOf(lower);
    if (digits !== null && (digits.rest === '' || /^(?:st|nd|rd|th)$/.test(digits.rest))) return plainDigits(digits.value);
    return lower;
  }
  return stem(baseForm(unaccented(lower.endsWith('.') && lower.length > 1 ? lower.slice(0, -1) : lower)));
}

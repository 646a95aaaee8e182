/** The closed class of English number words, one by one; how they join is in wordnumbers.ts. */

const UNITS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'twenty thirty forty fifty sixty seventy eighty ninety',
] as const;

const ORDINAL_FORMS: readonly (readonly [string, number])[] = [
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
];

/** `one` … `nineteen`, `twenty` … `ninety`. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS[0].split(' ').map((word, value): [string, number] => [word, value]),
  ...UNITS[1].split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['fourty', 40],
]);

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);

/** Letters that follow digits without a space: `680k`, `1.2m`, `3bn`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
]);

/** `first` … `ninetieth`, `hundredth`. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ORDINAL_FORMS,
  ...[...SMALL]
    .filter(([word, value]) => value > 12 && word !== 'fourty')
    .map(([word, value]): [string, number] => [word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`, value]),
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** Names of the parts of a whole. `second` is no part; `half` and `quarter` are no ordinals. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ORDINALS]
    .filter(([, value]) => value > 2 && (value <= 10 || value === 12 || value === 20 || value === 100))
    .flatMap(([word, value]): [string, number][] => [
      [word, value],
      [`${word}s`, value],
    ]),
]);

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?|^\d+(?:\.\d+)?/;

/** A number in digits with what follows it in the same token (`1.2m` → 1200000 with `scaled`, `34th` → 34 with rest `th`), or null. */
export function digitsOf(word: string): { readonly value: number; readonly rest: string; readonly scaled: boolean } | null {
  const digits = DIGITS.exec(word)?.[0];
  if (digits === undefined) return null;
  const value = Number(digits.replaceAll(',', ''));
  const rest = word.slice(digits.length).toLowerCase();
  const scale = SCALE_LETTERS.get(rest);
  return scale === undefined ? { value, rest, scaled: false } : { value: round(value * scale), rest: '', scaled: true };
}

/** Takes away what binary fractions add (1.2 × 1000000 stays 1200000). */
export function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** A number as the plain digits that serve as a term of the index. */
export function plainDigits(value: number): string {
  return String(round(value));
}

/** The noun that a number counts, found without a parser: the first plural of the words behind it. */
import { stem } from './stem.ts';
import type { Token } from './types.ts';

const IRREGULAR: ReadonlySet<string> = new Set(
  'people children men women police staff feet teeth mice geese oxen lives wives halves knives data media criteria phenomena personnel cattle sheep fish aircraft offspring crew species series clergy'.split(
    ' ',
  ),
);
/** How far a head noun may stand behind its number: "two newly qualified agency social workers". */
const REACH = 5;
const SINGULAR_S = /(?:ss|us|is|ous|as)$/;
const VERBAL = /(?:ed|ing|ly)$/;

/** The counted noun behind `at`, as stem, with the index after it; null where none can be told. */
export function countedNoun(
  tokens: readonly Token[],
  at: number,
  single: boolean,
): { readonly stem: string; readonly next: number } | null {
  // "a five-judge bench": the hyphen ties the number to its noun.
  const tied = tokens[at + 1];
  if (tokens[at]?.lower === '-' && tokens[at]?.glued && tied?.glued && tied.kind === 'word')
    return { stem: stem(tied.lower), next: at + 2 };
  let start = at;
  // "three of the children" counts children, "half of patients" patients.
  if (tokens[start]?.lower === 'of') start++;
  if (/^(?:the|these|those|his|her|their|its|my|our|your|all|more|other|further|such)$/.test(tokens[start]?.lower ?? '')) start++;
  let last = -1;
  for (let index = start; index < start + REACH; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.lower === '-' && token.glued) continue;
    if (token.kind !== 'word' || (token.stop && token.lower !== 'more' && token.lower !== 'other')) break;
    if (token.lower === "'" || token.lower === "'s") break;
    last = index;
    if (!single && isPlural(token.lower)) return { stem: stem(token.lower), next: index + 1 };
  }
  const first = tokens[last];
  if (last < 0 || first === undefined) return null;
  if (single) {
    // A run with no end in sight holds more than the noun phrase.
    if (last - start >= REACH - 1) return null;
    // With one there is no plural to stop at: a single word is sure, of several the last that is no verb form.
    const head = last === start || !VERBAL.test(first.lower) ? first : tokens[start];
    return head === undefined || VERBAL.test(head.lower) ? null : { stem: stem(head.lower), next: last + 1 };
  }
  // Without a plural what stands behind the number may as well be its verb ("two died", "five sat").
  return null;
}

export function isPlural(lower: string): boolean {
  return IRREGULAR.has(lower) || (lower.length > 3 && lower.endsWith('s') && !SINGULAR_S.test(lower));
}

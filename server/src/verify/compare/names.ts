/** Names of the claim that the unit lacks, where another name of the same sort stands in their place. */

import { memoised } from '../../text/memo.ts';
import { slice } from '../../text/span.ts';
import type { NameMention } from '../../text/types.ts';
import { type AlignedWord, isCarried, MOST_OF_A_NAME } from '../align.ts';
import type { Reading } from '../reading.ts';
import { samePlaceShallow, sameSlot, tokensUnder } from './places.ts';
import { type CompareInput, inPart, type UnitClash } from './types.ts';

/** Shorter names than this may be two though they differ by a letter. */
const LEAST_SPELT = 6;

/** Clashes of names; a name that the unit has anywhere, also in another form, never clashes. */
export function compareNames(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment, tools } = input;
  const clashes: UnitClash[] = [];
  claim.analysis.names.forEach((name, n) => {
    const own = alignment.words.filter((a) => a.word.class === 'name' && a.word.mention === n);
    if (!inPart(input, name.span) || own.length === 0) return;
    if (unit.members.some((m) => m.reading.analysis.names.some((other) => isMisspelt(name.name, other.name)))) return;
    const elsewhere = mostly(own, (a) => a.partner !== null);
    let best: UnitClash | null = null;
    unit.members.forEach((member, m) => {
      if (mostly(own, (a) => isCarried(a) && a.partner?.member === m)) return;
      for (const other of member.reading.analysis.names) {
        const relation = tools.gazetteer.compare(name.name, other.name);
        // Two hospitals share a word and are two all the same, where the corpus knows both.
        if (relation === 'same' || (relation !== 'different' && shareWord(name, other))) continue;
        if (carriesAnother(input, m, other, n) || isListed(member.reading, other) || mayAbbreviate(name.name, other.name)) continue;
        const mine = tokensUnder(claim, name.span);
        const theirs = tokensUnder(member.reading, other.span);
        const shallow = samePlaceShallow(claim, mine, member, m, theirs, alignment);
        const slot = sameSlot(claim, mine[1], member, m, theirs[1], alignment);
        const different = relation === 'different' ? 0.2 : 0;
        // A name that stands near by is only out of place where the predicates say that another fills its slot.
        if (elsewhere && (slot !== true || !sameSort(name, other))) continue;
        if (slot !== true && !sameSort(name, other)) continue;
        const sureness =
          slot === true
            ? Math.min(1, 0.6 + 0.3 * shallow + different)
            : slot === false
              ? 0
              : shallow >= 0.5
                ? 0.3 + 0.4 * shallow + different
                : 0;
        if (sureness > (best?.sureness ?? 0))
          best = {
            kind: name.form === 'place' || other.form === 'place' ? 'place' : 'name',
            claim: name.span,
            member: m,
            passage: other.span,
            replacement: slice(member.reading.analysis.text, other.span).replace(/['’]s$/, ''),
            sureness: m === 0 ? sureness : sureness * 0.7,
          };
      }
    });
    if (best !== null) clashes.push(best);
  });
  return clashes;
}

/** Whether the greater part of a name's weight answers a question. */
function mostly(words: readonly AlignedWord[], holds: (word: AlignedWord) => boolean): boolean {
  const weight = (list: readonly AlignedWord[]): number => list.reduce((n, a) => n + a.weight, 0);
  return weight(words.filter(holds)) >= weight(words) * MOST_OF_A_NAME;
}

/** The sort of a name is a guess from its words; it only counts against a rival where the slots do not speak for it. */
function sameSort(a: NameMention, b: NameMention): boolean {
  return a.form === 'unknown' || b.form === 'unknown' || a.form === b.form;
}

function shareWord(a: NameMention, b: NameMention): boolean {
  const words = piecesOf(a.name);
  for (const word of piecesOf(b.name)) if (words.has(word)) return true;
  return false;
}

/** A draft and its corpus have fewer names than this by far. */
const MOST_NAMES = 20_000;
const piecesOf = memoised(MOST_NAMES, (name: string): ReadonlySet<string> => new Set(name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));

/** One name of several ("in Iraq, Libya and Nepal"): another name beside them contradicts nothing. "Hollywood, California" is one place. */
function isListed(reading: Reading, name: NameMention): boolean {
  const [first, last] = tokensUnder(reading, name.span);
  const { tokens, names } = reading.analysis;
  const joinAt = (index: number): 'and' | 'comma' | null => {
    const lower = tokens[index]?.lower ?? '';
    return /^(?:and|or|&)$/.test(lower) ? 'and' : lower === ',' ? 'comma' : null;
  };
  const named = (index: number): NameMention | undefined => {
    const token = tokens[index];
    return token === undefined ? undefined : names.find((n) => n.span.start <= token.start && token.end <= n.span.end);
  };
  const joins: ('and' | 'comma')[] = [];
  for (const step of [-1, 1] as const) {
    let edge = step < 0 ? first : last;
    for (;;) {
      const join = joinAt(edge + step);
      const next = join === null ? undefined : named(edge + 2 * step);
      if (join === null || next === undefined) break;
      joins.push(join);
      const [from, to] = tokensUnder(reading, next.span);
      edge = step < 0 ? from : to;
    }
  }
  return joins.includes('and') || (joins.length > 0 && name.form !== 'place' && name.form !== 'unknown') || joins.length > 1;
}

/** "Brazilian" and "Brazillian", "Suarez" and "Suárez": one name spelt in two ways, and no two names. */
function isMisspelt(a: string, b: string): boolean {
  const [x, y] = [plainLetters(a), plainLetters(b)];
  if (x === y) return a !== b && a.toLowerCase() !== b.toLowerCase();
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < LEAST_SPELT || long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(i + (short.length === long.length ? 1 : 0)) === long.slice(i + 1);
}

const plainLetters = memoised(MOST_NAMES, (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** Whether one name may be made of the other's initials. */
function mayAbbreviate(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.includes(' ')) return false;
  const initials = initialsOf(long);
  return initials.length >= 2 && (short.toLowerCase().startsWith(initials) || initials.startsWith(short.toLowerCase()));
}

const initialsOf = memoised(MOST_NAMES, (name: string): string => (name.match(/\b\p{L}/gu) ?? []).join('').toLowerCase());

/** Whether the passage's name already carries a word of the claim outside the name `except`. */
function carriesAnother(input: CompareInput, member: number, name: NameMention, except: number): boolean {
  const reading = input.unit.members[member]?.reading;
  if (reading === undefined) return true;
  const [first, last] = tokensUnder(reading, name.span);
  return input.alignment.words.some(
    (a) =>
      a.partner !== null &&
      !(a.word.class === 'name' && a.word.mention === except) &&
      a.partner.member === member &&
      a.partner.index >= first &&
      a.partner.index <= last &&
      a.partner.how !== 'context',
  );
}

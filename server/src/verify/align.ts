/**
 * Which words of a claim are carried by which words of a unit. Every content word looks for its best partner; values (numbers
 * and dates) are left to the comparers, which know when two of them are equal.
 */
import type { Gazetteer } from '../corpus/domain.ts';
import type { Lexicon } from './lexicon.ts';
import { type Matches, matchesOf, nameOf } from './matches.ts';
import { wordsOfName } from './name-words.ts';
import type { Nearness } from './nearness.ts';
import type { ContentWord, Reading } from './reading.ts';
import type { MatchHow } from './types.ts';
import type { Unit } from './unit.ts';

/** A partner found: which member of the unit, and which of its tokens; member -1 is the context around the unit. */
export interface Partner {
  readonly member: number;
  readonly index: number;
  readonly how: MatchHow;
  /** 0–1: how fully the partner carries the word. */
  readonly credit: number;
}

export interface AlignedWord {
  readonly word: ContentWord;
  readonly partner: Partner | null;
  /** How much the word weighs: rarity in the corpus times what its class tells. */
  readonly weight: number;
}

export interface Alignment {
  readonly words: readonly AlignedWord[];
  /** Weighted share of the claim's content words that are carried, 0–1. Values count when the comparers say so, not here. */
  readonly coverage: number;
}

/** Whether a word of the claim is carried by the unit's own words, and not merely by what surrounds them. */
export function isCarried(aligned: AlignedWord): boolean {
  return aligned.partner !== null && aligned.partner.how !== 'context';
}

/** A name is carried when the greater part of its words is. */
export const MOST_OF_A_NAME = 0.55;

export interface AlignTools {
  readonly lexicon: Lexicon;
  readonly nearness: Nearness;
  readonly gazetteer: Gazetteer;
  /** Rarity of a stem, already bounded. */
  rarity(stem: string): number;
}

const CREDIT: Readonly<Record<MatchHow, number>> = {
  exact: 1,
  inflected: 0.98,
  'number-equal': 1,
  'date-equal': 1,
  alias: 0.95,
  derived: 0.9,
  synonym: 0.8,
  context: 0.7,
};
const CLASS_WEIGHT: Readonly<Record<ContentWord['class'], number>> = { name: 1.3, verb: 1.1, word: 1, number: 0, date: 0, attribution: 0 };

/** Aligns the words of `claim` that lie in `within` (token indices) with the unit. */
export function align(claim: Reading, within: ReadonlySet<number> | null, unit: Unit, tools: AlignTools): Alignment {
  const words: AlignedWord[] = [];
  const matches = unit.members.map((member) => matchesOf(claim, member.reading, tools));
  let total = 0;
  let carried = 0;
  for (const word of claim.words) {
    if (within !== null && !within.has(word.index)) continue;
    const weight = CLASS_WEIGHT[word.class] * tools.rarity(word.token.stem);
    const partner = weight === 0 ? null : partnerOf(claim, word, unit, matches, tools);
    total += weight;
    carried += weight * (partner?.credit ?? 0);
    words.push({ word, partner, weight });
  }
  const whole = words.map((w) =>
    w.word.class === 'name' && w.partner === null ? { ...w, partner: siblingOf(claim, w.word, words, unit, tools) } : w,
  );
  for (const [i, w] of whole.entries()) if (w !== words[i]) carried += w.weight * (w.partner?.credit ?? 0);
  return { words: whole, coverage: total === 0 ? 0 : carried / total };
}

/** Part of a longer name form ("Radio" of "Pandora Radio") goes with the part that is carried, unless the two names surely differ. */
function siblingOf(claim: Reading, word: ContentWord, words: readonly AlignedWord[], unit: Unit, tools: AlignTools): Partner | null {
  const sibling = words.find((w) => w.word.class === 'name' && w.word.mention === word.mention && w.partner !== null);
  const partner = sibling?.partner ?? null;
  const name = claim.analysis.names[word.mention];
  if (partner === null || name === undefined) return null;
  const member = unit.members[partner.member];
  const token = member?.reading.analysis.tokens[partner.index];
  const other =
    token === undefined ? undefined : member?.reading.analysis.names.find((n) => n.span.start <= token.start && token.end <= n.span.end);
  if (other === undefined || tools.gazetteer.compare(name.name, other.name) === 'different') return null;
  // "Pandora" is short for "Pandora Radio", but one hospital is not another because both are called so.
  const own = new Set(wordsOfName(name.name));
  if (!wordsOfName(other.name).every((w) => own.has(w))) return null;
  return { ...partner, how: partner.how === 'context' ? 'context' : 'alias', credit: partner.credit * 0.85 };
}

function partnerOf(claim: Reading, word: ContentWord, unit: Unit, matches: readonly Matches[], tools: AlignTools): Partner | null {
  let best: Partner | null = null;
  const offer = (member: number, index: number, how: MatchHow, factor = 1): void => {
    const credit = CREDIT[how] * factor;
    if (best === null || credit > best.credit) best = { member, index, how, credit };
  };
  matches.forEach((member, m) => {
    const own = member.ownWord(word);
    if (own !== null) offer(m, own.index, own.how, (m === 0 ? 1 : 0.97) * own.share);
  });
  if (best !== null && (best as Partner).credit > 0.9) return best;
  if (word.class === 'name') {
    matches.forEach((member, m) => {
      const alias = member.alias(word);
      if (alias !== null) offer(m, alias, 'alias');
    });
    const name = nameOf(claim, word);
    if (best === null && unit.speakers.some((n) => sameWords(n, word.token.lower) || tools.gazetteer.compare(name, n) === 'same'))
      offer(-1, -1, 'alias');
    if (best === null && unit.contextNames.some((n) => sameWords(n, word.token.lower) || tools.gazetteer.compare(name, n) === 'same'))
      offer(-1, -1, 'context', 1.2);
  }
  if (best === null && word.class === 'name' && unit.opensWithPronoun) offer(-1, -1, 'context', 0.8);
  if (best === null && word.class === 'word' && unit.contextStems.has(word.token.stem)) offer(-1, -1, 'context', 0.6);
  return best;
}

function sameWords(name: string, lower: string): boolean {
  return wordsOfName(name).includes(lower);
}

/** The claim's names, each with whether most of it is carried. */
export function carriedNames(words: readonly AlignedWord[]): ReadonlyMap<number, boolean> {
  const weights = new Map<number, { all: number; carried: number }>();
  for (const { word, partner, weight } of words) {
    if (word.class !== 'name') continue;
    const sum = weights.get(word.mention) ?? { all: 0, carried: 0 };
    weights.set(word.mention, { all: sum.all + weight, carried: sum.carried + (partner === null ? 0 : weight) });
  }
  return new Map([...weights].map(([mention, { all, carried }]) => [mention, carried >= all * MOST_OF_A_NAME]));
}

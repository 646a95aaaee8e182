/** Statements turned over: the same predicate affirmed here and negated there, or an opposite word in the same place. */
import { contains, type Span, slice } from '../../text/span.ts';
import type { Negation, Token } from '../../text/types.ts';
import type { ContentWord, Reading } from '../reading.ts';
import { isActNegated, negatedAt } from './negated.ts';
import { areOpposites, areOutcomes, hasOpposites } from './opposites.ts';
import { samePlaceShallow } from './places.ts';
import type { CompareInput, UnitClash } from './types.ts';

/** How many tokens may stand between a negating word and the word it turns over, for the shallow reading to be sure. */
const TIGHT = 3;
/** How far behind "without" a list of what was lacking reaches, in tokens. */
const LISTED = 6;
const LACKING = 0.7;
/** How sure it is that two words exclude each other before it is asked whether they stand in the same place. */
const OUTCOME = 0.6;
const ANTONYM = 0.45;
const TIED = new Set(['of', 'to', 'from', 'by', 'for', 'with', 'in', 'on', 'at', 'about', 'against', 'between', 'that', 'who', 'which']);

/**
 * Statements of the claim and the unit's own passage of which one is negated and the other is not. The first content
 * word that a negation turns over (its pivot) must be carried by a word under a negation, and the other way about. `sureness` is high where the
 * negation stands right before its pivot and the tree does not read it differently.
 */
export function comparePolarity(input: CompareInput): readonly UnitClash[] {
  return input.unit.members.flatMap((_, member) => polarityOf(input, member));
}

function polarityOf(input: CompareInput, m: number): readonly UnitClash[] {
  const { claim, unit, alignment } = input;
  const other = unit.members[m]?.reading;
  if (other === undefined || claim.analysis.negations.length + other.analysis.negations.length === 0) return [];
  const clashes: UnitClash[] = [];
  const pairs = alignment.words.flatMap((a) => {
    const token =
      a.partner !== null && a.partner.member === m && a.partner.how !== 'context' ? other.analysis.tokens[a.partner.index] : undefined;
    return token === undefined || a.partner === null ? [] : [{ mine: a.word, other: token, otherIndex: a.partner.index }];
  });
  const differs = (pivot: Pivot | undefined): pivot is Pivot =>
    pivot !== undefined && turned(claim, pivot.mine.index) !== (turned(other, pivot.otherIndex) !== unit.answeredNo.has(m));
  for (const negation of claim.analysis.negations) {
    const word = pivotOf(claim, negation);
    const pivot = pairs.find((p) => p.mine.index === word?.index);
    if (differs(pivot))
      clashes.push(clashAt(claim, other, m, pivot, tightness(claim, negation.span.end, pivot.mine.token.start), negation.span.start));
  }
  for (const pivot of pairs) {
    const [here, there] = [lacked(claim, pivot.mine.index), lacked(other, pivot.otherIndex)];
    if (here === there || pivot.mine.class !== 'word') continue;
    // "Had no ladder" is "was without a ladder".
    if (here ? negatedAt(other, pivot.other) : negatedAt(claim, pivot.mine.token)) continue;
    clashes.push({ ...clashAt(claim, other, m, pivot, true, pivot.mine.token.start), sureness: m === 0 ? LACKING : LACKING * 0.8 });
  }
  for (const negation of other.analysis.negations) {
    const word = pivotOf(other, negation);
    const pivot = pairs.find((p) => p.otherIndex === word?.index);
    if (differs(pivot))
      clashes.push(clashAt(claim, other, m, pivot, tightness(other, negation.span.end, pivot.other.start), pivot.mine.token.start));
  }
  return clashes;
}

/**
 * The first content word that a negation turns over; of a denial the verb of what is denied. Nobody's name is turned over ("nothing for
 * Ms Hart to answer"). Undefined for a prefix, which has its own comparer.
 */
function pivotOf(reading: Reading, negation: Negation): ContentWord | undefined {
  if (negation.kind === 'prefix') return undefined;
  const under = reading.words.filter((w) => w.class !== 'name' && contains(negation.scope, w.token));
  return (negation.kind === 'denied' ? under.find((w) => w.class === 'verb') : undefined) ?? under[0];
}

/** Whether a word is one of those that "without" or "no" says there were none of ("without a ladder or field glasses"). */
function lacked(reading: Reading, index: number): boolean {
  const { tokens, negations } = reading.analysis;
  const token = tokens[index];
  // Few sentences say "without": only these are asked for their predicates, which are dear to read.
  const lacking = token === undefined ? [] : negations.filter((n) => n.kind === 'without' && contains(n.scope, token));
  if (token === undefined || lacking.length === 0 || reading.predicates.some((p) => p.head === index)) return false;
  return lacking.some((n) => {
    const between = tokens.filter((t) => t.start >= n.span.end && t.end <= token.start);
    // "Without the knowledge of the team" says of no team that it was lacking.
    const governed = between.some((t) => TIED.has(t.lower) || reading.predicates.some((p) => tokens[p.head] === t));
    return between.length <= LISTED && !governed;
  });
}

/** Whether a word is said not to be so; of a verb also where what it acts on is. */
function turned(reading: Reading, index: number): boolean {
  const token = reading.analysis.tokens[index];
  const predicate = reading.predicates.find((p) => p.head === index);
  return predicate === undefined ? token !== undefined && negatedAt(reading, token) : isActNegated(reading, predicate);
}

interface Pivot {
  readonly mine: ContentWord;
  readonly other: Token;
  readonly otherIndex: number;
}

function clashAt(claim: Reading, core: Reading, member: number, pivot: Pivot, tight: boolean, from: number): UnitClash {
  const mine = negatedByTree(claim, pivot.mine.index);
  const theirs = negatedByTree(core, pivot.otherIndex);
  const agrees = (mine ?? negatedAt(claim, pivot.mine.token)) !== (theirs ?? negatedAt(core, pivot.other));
  // The same word turned over is an opposite; a synonym turned over may be a paraphrase.
  const plain =
    pivot.mine.token.stem === pivot.other.stem &&
    (pivot.mine.class === 'verb' ||
      (mine !== null && theirs !== null) ||
      governs(claim, core, pivot) ||
      sameVerbBefore(claim, core, pivot));
  const span = { start: Math.min(from, pivot.mine.token.start), end: pivot.mine.token.end };
  return {
    kind: 'negation',
    claim: span,
    member,
    passage: pivot.other,
    replacement: null,
    sureness: agrees && tight && plain && member === 0 && !isOnlySince(claim, core) && !isOnlySince(core, claim) ? 0.9 : 0.5,
  };
}

/** "None has been trained since 2015" does not deny that some were trained in 2015. */
export function isOnlySince(denying: Reading, telling: Reading): boolean {
  const { negations, dates } = denying.analysis;
  const since = ({ analysis }: Reading): boolean => analysis.dates.some((d) => d.relation === 'since');
  return negations.some((n) => dates.some((d) => d.relation === 'since' && d.span.start > n.span.end)) && !since(telling);
}

/** Whether the content word right before both is the same verb: "pleaded guilty" and "pleaded not guilty". */
function sameVerbBefore(claim: Reading, other: Reading, pivot: Pivot): boolean {
  const before = (reading: Reading, index: number): ContentWord | undefined => reading.words.filter((w) => w.index < index).at(-1);
  const [mine, theirs] = [before(claim, pivot.mine.index), before(other, pivot.otherIndex)];
  const isVerb = (reading: Reading, word: ContentWord): boolean => reading.predicates.some((p) => p.head === word.index);
  return (
    mine !== undefined && theirs !== undefined && mine.token.stem === theirs.token.stem && isVerb(claim, mine) && isVerb(other, theirs)
  );
}

/** Whether the word completes a predicate ("was a child that was unseen") that the tree reads as negated on one side only. */
function governs(claim: Reading, other: Reading, pivot: Pivot): boolean {
  const polarity = (reading: Reading, token: Token): boolean | null =>
    reading.predicates.find((p) => p.slots.some((s) => s.role === 'complement' && contains(s.span, token)))?.negated ?? null;
  const [mine, theirs] = [polarity(claim, pivot.mine.token), polarity(other, pivot.other)];
  return mine !== null && theirs !== null && mine !== theirs;
}

/** What the predicate that the word heads, or is a part of, says of its polarity; null where the word belongs to none. */
function negatedByTree(reading: Reading, index: number): boolean | null {
  return reading.predicates.find((p) => p.head === index)?.negated ?? null;
}

function tightness(reading: Reading, from: number, to: number): boolean {
  return reading.analysis.tokens.filter((t) => t.start >= from && t.end <= to).length <= TIGHT;
}

/** A carried word that a prefix turns over on one side only: "accidental" against "non-accidental". */
export function comparePrefixes(input: CompareInput): readonly UnitClash[] {
  const clashes: UnitClash[] = [];
  for (const { word, partner } of input.alignment.words) {
    const member = partner === null ? undefined : input.unit.members[partner.member];
    const token = partner === null ? undefined : member?.reading.analysis.tokens[partner.index];
    if (partner === null || member === undefined || token === undefined || token.stem !== word.token.stem) continue;
    const [mine, theirs] = [prefixOf(input.claim, word.token), prefixOf(member.reading, token)];
    // Citizens and non-citizens are other people, of whom the same may be said.
    if ((mine === null) === (theirs === null) || input.tools.lexicon.category(word.token.stem) === 'person') continue;
    const claim = { start: mine ?? word.token.start, end: word.token.end };
    const passage = { start: theirs ?? token.start, end: token.end };
    const replacement = slice(member.reading.analysis.text, passage);
    clashes.push({ kind: 'outcome', claim, member: partner.member, passage, replacement, sureness: 0.85 });
  }
  return clashes;
}

/** Where the "non-" before a word begins; null where there is none. */
function prefixOf(reading: Reading, place: Span): number | null {
  const { negations, text } = reading.analysis;
  const prefix = negations.find(
    (n) => n.kind === 'prefix' && n.span.end <= place.start && /^non-?$/i.test(text.slice(n.span.start, place.start)),
  );
  return prefix?.span.start ?? null;
}

/** Opposite words ("accept"/"reject") of which the claim's is carried by nothing and the passage's stands in its place. */
export function compareOpposites(input: CompareInput): readonly UnitClash[] {
  const { claim, unit, alignment, tools } = input;
  const clashes: UnitClash[] = [];
  for (const { word, partner } of alignment.words) {
    if (word.class !== 'verb' && word.class !== 'word') continue;
    if (partner !== null && partner.how !== 'context' && partner.credit > 0.75) continue;
    if (!hasOpposites(word.token, tools.lexicon)) continue;
    unit.members.forEach((member, m) => {
      for (const other of member.reading.words) {
        if (other.class !== 'verb' && other.class !== 'word') continue;
        if (!areOpposites(word.token, other.token, tools.lexicon)) continue;
        if (
          alignment.words.some(
            (a) => a.partner?.member === m && a.partner.index === other.index && a.partner.how !== 'context' && a.partner.credit > 0.75,
          )
        )
          continue;
        if (negatedAt(claim, word.token) !== negatedAt(member.reading, other.token)) continue;
        const shallow = Math.max(0, samePlaceShallow(claim, [word.index, word.index], member, m, [other.index, other.index], alignment));
        const base = areOutcomes(word.token, other.token) ? OUTCOME : ANTONYM;
        if (base === ANTONYM && shallow === 0) continue;
        clashes.push({
          kind: 'outcome',
          claim: word.token,
          member: m,
          passage: other.token,
          replacement: null,
          sureness: (m === 0 ? 1 : 0.7) * (base + (1 - base) * shallow),
        });
      }
    });
  }
  return clashes;
}

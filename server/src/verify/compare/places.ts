/**
 * Whether a word of the claim and a word of a passage stand in the same place of the same statement. Two readings are asked: the
 * shallow one (what stands left and right of them) and the predicates' slots. Both must agree before anyone is accused.
 */
import { contains } from '../../text/span.ts';
import type { Predicate } from '../../text/types.ts';
import type { Alignment } from '../align.ts';
import type { Reading } from '../reading.ts';
import type { ReadPassage } from '../unit.ts';

/** Closed-class words that say how what follows is tied to what stands before. */
const TIES = new Set([
  'by',
  'in',
  'at',
  'to',
  'from',
  'of',
  'for',
  'with',
  'on',
  'against',
  'under',
  'near',
  'into',
  'about',
  'between',
  'than',
  'as',
]);
const PASS_OVER = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'this', 'that', "'s", 'then', 'former']);

interface Neighbours {
  /** The preposition directly before (articles passed over), or null. */
  readonly tie: string | null;
  /** Token index of the nearest content word before, -1 at the start. */
  readonly left: number;
  readonly right: number;
}

/** How far the surroundings agree where the verb and the preposition before are the same, and what follows is not. */
const VERB_AND_TIE = 0.75;

function isVerb(reading: Reading, index: number): boolean {
  return reading.predicates.some((p) => p.head === index && p.voice !== 'nominal');
}

/** The nearest content words around the tokens `from`..`to` (inclusive). */
function neighbours(reading: Reading, from: number, to: number): Neighbours {
  const { tokens } = reading.analysis;
  let at = from - 1;
  while (at >= 0 && PASS_OVER.has(tokens[at]?.lower ?? '')) at--;
  const before = tokens[at]?.lower ?? '';
  const indices = reading.words.map((w) => w.index);
  const left = indices.filter((i) => i < from).at(-1) ?? -1;
  const right = indices.find((i) => i > to) ?? -1;
  return { tie: TIES.has(before) ? before : null, left, right };
}

/** 0–1: how far the surroundings agree. 1 needs the same preposition (or none) and aligned words on both sides. */
export function samePlaceShallow(
  claim: Reading,
  claimTokens: readonly [number, number],
  other: ReadPassage,
  member: number,
  otherTokens: readonly [number, number],
  alignment: Alignment,
): number {
  const mine = neighbours(claim, ...claimTokens);
  const theirs = neighbours(other.reading, ...otherTokens);
  if (mine.tie !== theirs.tie && mine.tie !== null && theirs.tie !== null) return 0;
  const meets = (index: number, target: number): boolean =>
    target >= 0 &&
    alignment.words.some((a) => a.word.index === index && a.partner !== null && a.partner.member === member && a.partner.index === target);
  const left = meets(mine.left, theirs.left) || (mine.left === -1 && theirs.left === -1);
  const right = meets(mine.right, theirs.right) || (mine.right === -1 && theirs.right === -1);
  // "Born in Trieste", "born in Naples": what stands right behind the same verb and the same preposition answers the same question.
  if (left && !right && mine.tie !== null && mine.tie === theirs.tie && isVerb(claim, mine.left)) return VERB_AND_TIE;
  return (left ? 0.5 : 0) + (right ? 0.5 : 0) - (mine.tie === theirs.tie ? 0 : 0.25);
}

/** Whether both fill the same slot of predicates that are aligned with each other; null where the predicates do not tell. */
export function sameSlot(
  claim: Reading,
  claimToken: number,
  other: ReadPassage,
  member: number,
  otherToken: number,
  alignment: Alignment,
): boolean | null {
  let told: boolean | null = null;
  for (const mine of claim.predicates) {
    const slot = slotOf(mine, claim, claimToken);
    if (slot === null) continue;
    for (const theirs of counterparts(mine, other.reading, member, alignment)) {
      const counterpart = slotOf(theirs, other.reading, otherToken);
      if (counterpart === null) continue;
      if (counterpart.role === slot.role && counterpart.preposition === slot.preposition) return true;
      told = false;
    }
  }
  return told;
}

/** The slot of a predicate that holds a token. */
export function slotOf(predicate: Predicate, reading: Reading, token: number): Predicate['slots'][number] | null {
  const place = reading.analysis.tokens[token];
  if (place === undefined) return null;
  return predicate.slots.find((s) => contains(s.span, place)) ?? null;
}

/** Verbs that with a noun for their object say what the noun's own verb says: "made a booking", "carried out an inspection". */
const CARRYING_OUT: ReadonlySet<string> = new Set(
  'make give take have do carry conduct hold perform undertake deliver issue complete lead'.split(' '),
);

/** Whether two predicates tell the same act: their heads carry each other, or one is told by a noun ("booked", "made the booking"). */
export function alignedHeads(mine: Predicate, theirs: Predicate, member: number, alignment: Alignment): boolean {
  if (mine.lemma === theirs.lemma) return true;
  const meets = (index: number, target: number): boolean =>
    alignment.words.some((a) => a.word.index === index && a.partner !== null && a.partner.member === member && a.partner.index === target);
  return meets(mine.head, theirs.head) || toldByNoun(mine, theirs, meets);
}

/** The noun that names the act of a verb which only carries it out. */
function namedAct(p: Predicate): number | null {
  return CARRYING_OUT.has(p.lemma) ? (p.slots.find((s) => s.role === 'patient')?.head ?? null) : null;
}

/** Whether the object of one predicate names the act of the other. */
function toldByNoun(mine: Predicate, theirs: Predicate, meets: (index: number, target: number) => boolean): boolean {
  const [here, there] = [namedAct(mine), namedAct(theirs)];
  return (here !== null && meets(here, theirs.head)) || (there !== null && meets(mine.head, there));
}

/** The predicates of a member whose heads carry that of `mine`; a member that can have none is not read for its predicates. */
export function counterparts(mine: Predicate, other: Reading, member: number, alignment: Alignment): readonly Predicate[] {
  const heads = [mine.head, namedAct(mine)];
  const carried = alignment.words.some((a) => heads.includes(a.word.index) && a.partner !== null && a.partner.member === member);
  if (!carried && !other.mayTell(mine.lemma)) return [];
  return other.predicates.filter((theirs) => alignedHeads(mine, theirs, member, alignment));
}

/** First and last token under a span. */
export function tokensUnder(reading: Reading, span: { readonly start: number; readonly end: number }): readonly [number, number] {
  const { tokens } = reading.analysis;
  const first = tokens.findIndex((t) => t.end > span.start);
  let last = first;
  for (let i = Math.max(0, first); i < tokens.length && (tokens[i]?.start ?? Infinity) < span.end; i++) last = i;
  return [first, last];
}

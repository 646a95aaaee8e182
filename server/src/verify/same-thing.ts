/**
 * Whether claim and passage speak of the same event, figure or decision: the gate before anything may be called contradicted.
 * Everything else about the clash must agree: the predicate, most of the remaining words, and at least two words that are
 * rare enough to tell one event from another.
 */
import { contains, type Span } from '../text/span.ts';
import type { Quantity } from '../text/types.ts';
import { type Alignment, carriedNames } from './align.ts';
import type { CompareInput, UnitClash, ValueResult } from './compare/types.ts';
import type { ClashKind, SameThing } from './types.ts';

/**
 * Least share of the claim's other words that the unit must carry. A figure that counts the same noun is bound by it; days, names,
 * nouns and negations stand in many sentences that merely resemble each other, and ask for more.
 */
const LEAST_COVERAGE: Readonly<Record<ClashKind, number>> = {
  number: 0.66,
  amount: 0.66,
  comparison: 0.7,
  quantifier: 0.8,
  date: 0.75,
  order: 0.7,
  name: 0.75,
  place: 0.75,
  role: 0.82,
  outcome: 0.7,
  'agent-swap': 0.7,
  negation: 0.82,
};
/** Where the passage has the claim's value for something else, both values are bound to the sentence already. */
const EXCHANGED = 0.55;
/** The sentence that holds the clashing value must hold this share of the claim's other words by itself. */
const LOCAL_COVERAGE = 0.45;
/** So many words in common tell one event even where it has neither name nor figure. */
const TELLING = 8;
const ANCHORS = 2;
/** Of figures the words in common must weigh something besides: "people took part" is said of everything. */
const ANCHOR_WEIGHT = 1.7;
/** What is said beside names must be carried too, where no act ties a figure to the sentence. */
const SAID = 0.6;
/** Where so much else is the same, a figure or an order is about the same act though its verb is another ("was met with", "was found"). */
const UNNAMED_ACT = 0.8;
const NEARLY_WORD_FOR_WORD = 0.88;
/** Verbs that leave it to their objects and complements to say what was done. */
const LIGHT: ReadonlySet<string> = new Set(['be', 'have', 'do', 'become', 'get', 'make', 'take', 'give', 'go', 'come']);

/** Judges the words outside the clash; `about` says whether the unit names those whom the claim's pronouns may mean. */
export function sameThing(input: CompareInput, values: readonly ValueResult[], clash: UnitClash, about: boolean | null): SameThing {
  const { alignment } = input;
  const outside = alignment.words.filter(
    (a) => a.weight > 0 && (a.word.token.end <= clash.claim.start || a.word.token.start >= clash.claim.end),
  );
  let total = 0;
  let carried = 0;
  let anchors = 0;
  let anchored = 0;
  let said = 0;
  let sayable = 0;
  for (const { word, partner, weight } of outside) {
    total += weight;
    carried += weight * (partner?.credit ?? 0);
    if (partner !== null && partner.how !== 'context' && partner.credit >= 0.7) {
      anchors++;
      anchored += weight;
      if (word.class !== 'name') said += weight * partner.credit;
    }
    if (word.class !== 'name') sayable += weight;
  }
  for (const value of values) {
    if (value.claim.start === clash.claim.start || isExchanged(input, value, clash) || isNoneOf(input, value, clash)) continue;
    total += value.weight;
    // What is reckoned may be chance, and binds nothing to anything.
    if ((value.status === 'equal' || value.status === 'compatible') && value.reckonedFrom === null) {
      carried += value.weight;
      anchored += value.weight;
      anchors++;
    }
  }
  const coverage = total === 0 ? 0 : carried / total;
  const verbs = outside.filter((a) => a.word.class === 'verb' && !isEmpty(input, a.word.index, clash));
  const predicate =
    verbs.length === 0 || verbs.some((a) => a.partner !== null && a.partner.member === clash.member && a.partner.credit >= 0.5);
  const otherNames = [...carriedNames(outside).values()].filter((carried) => !carried).length;
  const local = outside.filter((a) => a.partner?.member === clash.member);
  const here = local.reduce((n, a) => n + a.weight * (a.partner?.credit ?? 0), 0);
  const words = outside.reduce((n, a) => n + a.weight, 0);
  // A value that the passage has too, for something else, is no stranger there.
  const isThere = values.some((v) => v.claim.start === clash.claim.start && v.status === 'equal');
  if (words > 0 && !isThere && here / words < LOCAL_COVERAGE)
    return { same: false, score: coverage, because: 'the value stands in another sentence than the rest' };
  if (about === false) return { same: false, score: coverage, because: 'the passage is about somebody else' };
  if ((clash.kind === 'name' || clash.kind === 'place') && !isOneEvent(input, outside, values, clash))
    return { same: false, score: coverage, because: 'several people or places may have this said of them' };
  const measured = clash.kind === 'number' || clash.kind === 'amount' || clash.kind === 'order';
  if (anchors < ANCHORS || (measured && anchored < ANCHOR_WEIGHT))
    return { same: false, score: coverage, because: 'too few words in common to tell one event from another' };
  const told =
    (measured && coverage >= UNNAMED_ACT && said >= sayable * SAID) || (clash.kind === 'outcome' && coverage >= NEARLY_WORD_FOR_WORD);
  if (!predicate && !told) return { same: false, score: coverage, because: 'the passage speaks of something else being done' };
  if (otherNames > 0) return { same: false, score: coverage, because: 'the passage does not name the same people or bodies' };
  if (coverage < (isThere ? Math.min(EXCHANGED, LEAST_COVERAGE[clash.kind]) : LEAST_COVERAGE[clash.kind]))
    return { same: false, score: coverage, because: 'too much of the sentence is not in the passage' };
  return { same: true, score: coverage, because: `${Math.round(coverage * 100)} per cent of the rest of the sentence is in the passage` };
}

/** Whether a verb says no act of its own: a light one, or the one that the clashing word completes ("found guilty", "cleared"). */
function isEmpty({ claim }: CompareInput, index: number, clash: UnitClash): boolean {
  const predicate = claim.predicates.find((p) => p.head === index);
  if (predicate === undefined) return false;
  if (LIGHT.has(predicate.lemma)) return true;
  return clash.kind === 'outcome' && predicate.slots.some((s) => s.role === 'complement' && contains(s.span, clash.claim));
}

/** "23 witnesses over 64 days" against "64 witnesses over 23 days": two figures changed about are one fault, and not two events. */
function isExchanged(input: CompareInput, value: ValueResult, clash: UnitClash): boolean {
  if (value.status === 'equal') return false;
  const theirs = input.unit.members[clash.member]?.reading.analysis.quantities ?? [];
  const number = (quantities: readonly Quantity[], span: Span): number | undefined =>
    quantities.find((q) => contains(span, q.span) || contains(q.span, span))?.value;
  const mine = input.claim.analysis.quantities;
  const [a, b] = [number(mine, value.claim), number(mine, clash.claim)];
  return a !== undefined && a === number(theirs, clash.passage) && theirs.some((q) => q.value === b);
}

/** "Seen on two occasions" against "never seen", "two of them" against "none of them": the passage's figure is none at all. */
function isNoneOf({ claim, unit }: CompareInput, value: ValueResult, clash: UnitClash): boolean {
  if (clash.kind !== 'negation' || value.status !== 'missing') return false;
  const counts = claim.analysis.quantities.some(
    (q) => contains(value.claim, q.span) && (q.kind === 'count' || q.kind === 'frequency') && q.value > 0,
  );
  const { negations = [] } = unit.members[clash.member]?.reading.analysis ?? {};
  return counts && negations.some((n) => (n.kind === 'no' || n.kind === 'never') && contains(n.scope, clash.passage));
}

/**
 * Whether what claim and passage share picks out one event, of which only one name can be right: a name, day or figure beside the
 * clashing one. What is said of its subject may be true of several ("A was convicted", "B was convicted"), and needs two.
 */
function isOneEvent(input: CompareInput, outside: Alignment['words'], values: readonly ValueResult[], clash: UnitClash): boolean {
  const names = new Set(
    outside
      .filter((a) => a.word.class === 'name' && a.partner?.member === clash.member && a.partner.how !== 'context')
      .map((a) => a.word.mention),
  );
  const figures = values.filter((v) => v.blocks && v.status === 'equal').length;
  const isSubject = input.claim.predicates.some((p) =>
    p.slots.some(
      (s) =>
        (s.role === 'agent' || (s.role === 'patient' && p.voice === 'passive')) && s.preposition === null && contains(s.span, clash.claim),
    ),
  );
  const told = outside.filter((a) => a.word.class !== 'name' && a.partner?.member === clash.member && a.partner.credit >= 0.9).length;
  return names.size + figures >= (isSubject ? 2 : 1) || told >= TELLING;
}

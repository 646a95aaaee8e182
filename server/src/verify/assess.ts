/** One part of a claim held against one unit: does it support, contradict, or neither, and why. */
import { type Alignment, type AlignTools, align, carriedNames, isCarried } from './align.ts';
import { compareBoundNames, compareBoundValues } from './compare/binding.ts';
import { compareEventDates } from './compare/dates.ts';
import { compareNames, displacesAWord } from './compare/names.ts';
import { compareOrder } from './compare/order.ts';
import { compareDeniedValues, compareOpposites, comparePolarity, comparePrefixes } from './compare/polarity.ts';
import { compareNumbers } from './compare/quantities.ts';
import { compareRoles } from './compare/roles.ts';
import { compareNouns } from './compare/substitutions.ts';
import type { CompareInput, UnitClash, ValueResult } from './compare/types.ts';
import type { Reading } from './reading.ts';
import { sameThing } from './same-thing.ts';
import type { SameThing, Stance } from './types.ts';
import type { Unit } from './unit.ts';

export interface Assessment {
  readonly unit: Unit;
  readonly alignment: Alignment;
  readonly values: readonly ValueResult[];
  /** Clashes that passed the gate, surest first. */
  readonly clashes: readonly UnitClash[];
  readonly sameThing: SameThing | null;
  readonly stance: Stance | null;
  /** Share of words and values carried, 0–1: how fully the unit states the part. */
  readonly score: number;
}

/** Thresholds of the judgement, measured in docs/quality.md. */
export const LIMITS = {
  /** Least share of the part's weight that must be carried for support. */
  support: 0.58,
  /** The same where the main verb has no counterpart: then nearly everything else must be there. */
  supportWithoutVerb: 0.66,
  /** What is asked in addition for each further sentence read together, for among many words some always fit. */
  joined: 0.04,
  /** Below this the unit is on another topic, and is not compared further. */
  compare: 0.3,
  /** Least share for the comparers that read predicates. */
  close: 0.48,
  /** Least sureness that two values stand in the same place. */
  clash: 0.6,
} as const;

/** A claim of few words is supported by no passage that shares only one of them. */
const ANCHORS = 2;
const ANCHOR_CREDIT = 0.75;
/** Verbs as common as this are light; of a claim with another verb so much must be said beside its names. */
const LIGHT_VERB = 0.6;
const SAID = 0.62;

/** What of a claim is held against units. */
export interface Asked {
  readonly claim: Reading;
  /** Token indices of the part that is judged; null for the whole sentence. */
  readonly within: ReadonlySet<number> | null;
  /** Names of the draft's sentences before it that a "he" or "it" of the claim may mean; empty where it has none. */
  readonly antecedents: readonly string[];
}

export function assess({ claim, within, antecedents }: Asked, unit: Unit, tools: AlignTools): Assessment {
  const alignment = align(claim, within, unit, tools);
  const input: CompareInput = { claim, within, unit, alignment, tools };
  const numbers = compareNumbers(input);
  const dates = compareEventDates(input);
  const values = [...numbers.values, ...dates.values];
  const score = total(alignment, values);
  if (score < LIMITS.compare) return { unit, alignment, values, clashes: [], sameThing: null, stance: null, score };
  const polarity = [...comparePolarity(input), ...compareDeniedValues(input, values)];
  // What reads the passage's predicates is dear, and only told of passages that carry a good part of the claim.
  const close = score >= LIMITS.close;
  const bound = close ? [...compareBoundNames(input), ...compareBoundValues(input, values)] : [];
  const nouns = close ? compareNouns(input) : [];
  const found = [
    // "Seven did not" and "three did" agree: figures of statements that differ in polarity are not compared.
    ...(polarity.length > 0 ? [] : [...numbers.clashes, ...dates.clashes]),
    ...(close ? [...compareNames(input), ...compareRoles(input), ...nouns] : []),
    ...polarity,
    ...comparePrefixes(input),
    ...compareOpposites(input),
    ...compareOrder(input),
    ...bound,
  ]
    .filter((c) => c.sureness >= LIMITS.clash)
    .sort((a, b) => b.sureness - a.sureness || a.claim.start - b.claim.start);
  // What is doubtful accuses nobody, but it is no support either.
  const doubted = polarity.length > 0 || bound.length > 0 || nouns.length > 0 || displacesAWord(input);
  let gate: SameThing | null = null;
  const clashes: UnitClash[] = [];
  const about = isAbout(unit, antecedents);
  for (const clash of found) {
    const answer = sameThing(input, values, clash, about);
    if (gate === null || (answer.same && !gate.same)) gate = answer;
    if (answer.same) clashes.push(clash);
  }
  const stance: Stance | null =
    clashes.length > 0
      ? 'contradicts'
      : found.length === 0 && !doubted && supports(claim, alignment, values, score, unit, tools)
        ? 'supports'
        : null;
  return { unit, alignment, values, clashes, sameThing: gate, stance, score };
}

function total(alignment: Alignment, values: readonly ValueResult[]): number {
  let weight = 0;
  let carried = 0;
  for (const a of alignment.words) {
    weight += a.weight;
    carried += a.weight * (a.partner?.credit ?? 0);
  }
  for (const v of values) {
    weight += v.weight;
    carried += v.weight * (v.status === 'equal' ? 1 : v.status === 'compatible' ? 0.9 : 0);
  }
  return weight === 0 ? 0 : carried / weight;
}

/** Support must be earned: every value, every name, and the predicate or nearly all else. */
function supports(
  claim: Reading,
  alignment: Alignment,
  values: readonly ValueResult[],
  score: number,
  unit: Unit,
  tools: AlignTools,
): boolean {
  if (values.some((v) => v.status === 'clash' || (v.status === 'missing' && v.blocks))) return false;
  if ([...carriedNames(alignment.words).values()].some((carried) => !carried)) return false;
  const anchors =
    alignment.words.filter((a) => isCarried(a) && (a.partner?.credit ?? 0) >= ANCHOR_CREDIT).length +
    values.filter((v) => v.status === 'equal').length;
  if (anchors < ANCHORS && !saysTheSame(claim, alignment, unit)) return false;
  const borrowed = alignment.words.some((a) => a.word.class === 'name' && a.partner?.how === 'context');
  if (borrowed && namesSomebodyElse(alignment, unit)) return false;
  const verbs = alignment.words.filter((a) => a.word.class === 'verb');
  const verb = verbs.length === 0 || verbs.some((a) => a.partner !== null && a.partner.how !== 'context' && a.partner.credit >= 0.5);
  if (!verb && !saidOtherwise(alignment, tools)) return false;
  return score >= (verb ? LIMITS.support : LIMITS.supportWithoutVerb) + LIMITS.joined * (unit.members.length - 1);
}

/**
 * Whether a claim whose main verb the passage lacks may be the same in other words: its verb says little by itself ("gave", "came"),
 * or nearly all that is said beside the names is there. Names alone make no statement.
 */
function saidOtherwise(alignment: Alignment, tools: AlignTools): boolean {
  const verbs = alignment.words.filter((a) => a.word.class === 'verb');
  if (verbs.every((a) => tools.lexicon.commonness(a.word.token.stem) >= LIGHT_VERB)) return true;
  const said = alignment.words.filter((a) => a.word.class === 'word' || a.word.class === 'verb');
  const weight = (list: Alignment['words']): number => list.reduce((n, a) => n + a.weight, 0);
  return weight(said.filter(isCarried)) >= weight(said) * SAID;
}

/** Whether the passage itself names somebody that the claim does not: then a name from its surroundings is no pronoun's. */
function namesSomebodyElse(alignment: Alignment, unit: Unit): boolean {
  const { analysis } = unit.core.reading;
  return analysis.names.some((name) => {
    const carried = alignment.words.some((a) => {
      const token = a.partner?.member === 0 ? analysis.tokens[a.partner.index] : undefined;
      return token !== undefined && token.start >= name.span.start && token.end <= name.span.end;
    });
    return !carried;
  });
}

/**
 * For a report of hardly a word ("She denied injuring him"): whether all of it is carried, and the passage has the words that
 * report it too.
 */
function saysTheSame(claim: Reading, alignment: Alignment, unit: Unit): boolean {
  if (alignment.words.some((a) => a.weight > 0 && !isCarried(a))) return false;
  const there = new Set(unit.core.reading.words.map((w) => w.token.stem));
  const reporting = claim.words.filter((w) => w.class === 'attribution');
  return reporting.length > 0 && reporting.filter((w) => there.has(w.token.stem)).length >= reporting.length / 2;
}

/**
 * Whether the unit, its heading or its speaker names one of those whom the claim's pronouns may mean: true, or false where it names
 * others instead; null where the claim has no pronoun, or the unit names nobody.
 */
function isAbout(unit: Unit, antecedents: readonly string[]): boolean | null {
  if (antecedents.length === 0) return null;
  const named = [...unit.contextNames, ...unit.speakers, ...unit.members.flatMap((m) => m.reading.analysis.names.map((n) => n.name))];
  if (named.length === 0) return null;
  const words = new Set(named.flatMap(nameWords));
  return antecedents.some((name) => nameWords(name).some((w) => words.has(w)));
}

function nameWords(name: string): readonly string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length > 2);
}

/** One part of a claim held against one unit: does it support, contradict, or neither, and why. */
import { type Alignment, type AlignTools, align, carriedNames, isCarried } from './align.ts';
import { clashCandidates } from './clashes.ts';
import { atHome, cohesive } from './cohesion.ts';
import { compareEventDates } from './compare/dates.ts';
import { pairFrames } from './compare/frames.ts';
import { compareNumbers } from './compare/quantities.ts';
import type { CompareInput, UnitClash, ValueResult } from './compare/types.ts';
import { wordsOfName } from './name-words.ts';
import type { Reading } from './reading.ts';
import { sameThing } from './same-thing.ts';
import { supportFeatures, supportLikelihood } from './support-features.ts';
import type { SameThing, Stance } from './types.ts';
import { isQuestion, type Unit } from './unit.ts';

export interface Assessment {
  readonly unit: Unit;
  readonly alignment: Alignment;
  readonly values: readonly ValueResult[];
  /** Clashes that passed the gate, surest first. */
  readonly clashes: readonly UnitClash[];
  /** Clashes that did not pass it, for lack of words in common: surest first. */
  readonly refused: readonly UnitClash[];
  readonly sameThing: SameThing | null;
  readonly stance: Stance | null;
  /** Share of words and values carried, 0–1: how fully the unit states the part. */
  readonly score: number;
  /** 0–1: how likely the unit states the part; 0 where something that must be there is lacking or clashes. */
  readonly support: number;
  /** What that likelihood was reckoned from; null where it was not. */
  readonly features: readonly number[] | null;
}

/** Thresholds of the judgement, measured in docs/quality.md. */
export const LIMITS = {
  /** Least likelihood, by the learned weights, that a unit states the part. */
  support: 0.4,
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
const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'whose']);
/** Share of the words beside names and figures that must be carried, however well these agree. */
const LEAST_SAID = 0.3;
/** Where so much is carried, one word beside the names and figures may be another: "shown" for "will air". */
const NEARLY_ALL = 0.8;

/** What of a claim is held against units. */
export interface Asked {
  readonly claim: Reading;
  /** Token indices of the part that is judged; null for the whole sentence. */
  readonly within: ReadonlySet<number> | null;
  /** Names of the draft's sentences before it that a "he" or "it" of the claim may mean; empty where it has none. */
  readonly antecedents: readonly string[];
}

export function assess({ claim, within, antecedents }: Asked, unit: Unit, tools: AlignTools): Assessment {
  const alignment = cohesive(claim, unit, align(claim, within, unit, tools));
  const input: CompareInput = { claim, within, unit, alignment, tools };
  const numbers = compareNumbers(input);
  const dates = compareEventDates(input);
  const values = atHome(input, [...numbers.values, ...dates.values]);
  const score = total(alignment, values);
  // A short sentence with a figure of its own shares little else with the passage that gives another figure.
  const shared = total(
    alignment,
    values.filter((v) => v.status !== 'clash'),
  );
  if (shared < LIMITS.compare)
    return { unit, alignment, values, clashes: [], refused: [], sameThing: null, stance: null, score, support: 0, features: null };
  const close = shared >= LIMITS.close;
  const pairs = close ? pairFrames(input) : [];
  const { candidates, doubted } = clashCandidates(input, { values, found: [...numbers.clashes, ...dates.clashes], close, pairs });
  const found = candidates.filter((c) => c.sureness >= LIMITS.clash);
  let gate: SameThing | null = null;
  const clashes: UnitClash[] = [];
  const refused: UnitClash[] = [];
  const about = isAbout(unit, antecedents);
  for (const clash of found) {
    const answer = sameThing(input, values, clash, about);
    if (gate === null || (answer.same && !gate.same)) gate = answer;
    (answer.same ? clashes : refused).push(clash);
  }
  const open = found.length === 0 && !doubted && mayState(alignment, values) && !isOnlyAsked(unit, alignment, values);
  const features = open ? supportFeatures({ claim, unit, alignment, values, pairs, score }, tools) : null;
  const support = features === null ? 0 : supportLikelihood(features);
  const stance: Stance | null =
    clashes.length > 0
      ? 'contradicts'
      : support >= LIMITS.support && isStatement(claim, alignment, values, unit, score) && (close || !isOpposed(input, values))
        ? 'supports'
        : null;
  return { unit, alignment, values, clashes, refused, sameThing: gate, stance, score, support, features };
}

/** Whether the predicates of a unit that carries too little to accuse anyone say something else all the same. */
function isOpposed(input: CompareInput, values: readonly ValueResult[]): boolean {
  const { candidates, doubted } = clashCandidates(input, { values, found: [], close: true, pairs: pairFrames(input) });
  return doubted || candidates.some((c) => c.sureness >= LIMITS.clash);
}

/** The assessment as a contradiction by a clash that was refused: for who knows more of the event than the claim says. */
export function asAgainst(a: Assessment, clash: UnitClash): Assessment {
  const because = 'another publication states the sentence, and both tell of the same';
  return { ...a, stance: 'contradicts', clashes: [clash], sameThing: { same: true, score: a.sameThing?.score ?? 0, because } };
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

/** Whether nothing that must be there is lacking: every figure, day and name of the claim. */
function mayState(alignment: Alignment, values: readonly ValueResult[]): boolean {
  if (values.some((v) => v.status === 'clash' || (v.status === 'missing' && v.blocks))) return false;
  return [...carriedNames(alignment.words).values()].every((carried) => carried);
}

/** Whether the words are a question that nobody assented to, and no answer read with it carries any of them. */
function isOnlyAsked(unit: Unit, alignment: Alignment, values: readonly ValueResult[]): boolean {
  const { core, standing } = unit;
  if (!isQuestion(core) || standing.answer === 'yes' || standing.answer === 'no') return false;
  if (standing.speaker !== null && standing.speaker !== core.passage.block.speaker) return false;
  // "What about the children who have died since?" asks nothing of the children's having died.
  const { tokens } = core.reading.analysis;
  const relative = tokens.findIndex((t, i) => i > 0 && RELATIVE.has(t.lower));
  const verbs = alignment.words.filter((a) => a.word.class === 'verb' && isCarried(a) && a.partner?.member === 0);
  const presupposed = relative > 0 && verbs.length > 0 && verbs.every((a) => (a.partner?.index ?? 0) > relative);
  if (presupposed && core.passage.block.turnRole === null) return false;
  const answered = (member: number | undefined): boolean => {
    const other = member === undefined ? undefined : unit.members[member];
    return other !== undefined && !isQuestion(other);
  };
  return !alignment.words.some((a) => isCarried(a) && answered(a.partner?.member)) && !values.some((v) => answered(v.partner?.member));
}

/** What the weights cannot see: words in common that are no statement, and names taken from the surroundings that are somebody else's. */
function isStatement(claim: Reading, alignment: Alignment, values: readonly ValueResult[], unit: Unit, score: number): boolean {
  const anchors =
    alignment.words.filter((a) => isCarried(a) && (a.partner?.credit ?? 0) >= ANCHOR_CREDIT).length +
    values.filter((v) => v.status === 'equal').length;
  if (anchors < ANCHORS && !saysTheSame(claim, alignment, unit)) return false;
  // Names and figures alone make no statement.
  const said = alignment.words.filter((a) => a.weight > 0 && (a.word.class === 'word' || a.word.class === 'verb'));
  const weight = said.reduce((n, a) => n + a.weight, 0);
  const there = said.reduce((n, a) => n + (isCarried(a) ? a.weight * (a.partner?.credit ?? 0) : 0), 0);
  if (there < weight * LEAST_SAID && score < NEARLY_ALL) return false;
  const borrowed = alignment.words.some((a) => a.word.class === 'name' && a.partner?.how === 'context');
  return !(borrowed && namesSomebodyElse(alignment, unit));
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
  return wordsOfName(name).filter((w) => w.length > 2);
}

/**
 * The same act with something else in one of its slots: "rated outstanding" against "rated good", "administered by A" against
 * "administered by B". It withholds support; of all that may differ only a doer told with "by" accuses: measured, what else it saw and no
 * other comparer did was as often a paraphrase as an error.
 */
import { isBodyNoun } from '../../corpus/gazetteer/words.ts';
import { contains } from '../../text/span.ts';
import type { Slot } from '../../text/types.ts';
import { isCarried } from '../align.ts';
import type { Reading } from '../reading.ts';
import type { FramePair } from './frames.ts';
import { MUTUAL } from './roles.ts';
import type { CompareInput, UnitClash } from './types.ts';

const LEAST_CONFIDENCE = 0.6;
/** Acts that many may do, and that may be done to many, tell nothing by their doer. */
const SHARED = 0.75;
const SHORT = 3;
/** How sure it is that two doers are rivals: more where the act was done to one who is named in both. */
const DOER = { plain: 0.75, alone: 0.8 } as const;
const WORD_FOR_WORD = 0.9;

interface Odd {
  readonly pair: FramePair;
  readonly slot: Slot;
  readonly counter: Slot;
  readonly other: Reading;
}

/** Predicates that are otherwise said alike and have another filler in just one of their slots. */
export function filledOtherwise(input: CompareInput, pairs: readonly FramePair[]): readonly Odd[] {
  return pairs.flatMap((pair) => {
    const { mine, theirs, fits } = pair;
    if (mine.confidence < LEAST_CONFIDENCE || theirs.confidence < LEAST_CONFIDENCE) return [];
    if (mine.modality !== theirs.modality || MUTUAL.has(mine.lemma)) return [];
    const odd = fits.filter((f) => f.fit === 'displaced' || f.fit === 'absent');
    const [only] = odd;
    if (only === undefined || odd.length > 1 || !fits.some((f) => f.fit === 'filled') || only.counter === null) return [];
    const other = input.unit.members[pair.member]?.reading;
    const found = other === undefined ? null : { pair, slot: only.slot, counter: only.counter, other };
    return found !== null && exclude(input, found) ? [found] : [];
  });
}

/**
 * "The dose was administered by A", "was administered by B": what was done to one thing was done by one, where both are told as doers.
 * Where the doer only stands before the verb, all else must be the same, nearly word for word ("the minister criticised …", "the coroner …").
 */
export function compareDoers(input: CompareInput, odd: readonly Odd[]): readonly UnitClash[] {
  return odd.flatMap(({ pair, slot, counter, other }): readonly UnitClash[] => {
    if (slot.role !== 'agent' || (slot.preposition !== 'by' && !isAllElseSaid(input, slot))) return [];
    const alone = isDoneToOne(input, pair) && areApart(input, slot, other, counter);
    if (!alone && (!isSomebody(input, input.claim, slot) || !isSomebody(input, other, counter))) return [];
    const sureness = (alone ? DOER.alone : DOER.plain) * (pair.member === 0 ? 1 : 0.8);
    return [{ kind: 'agent-swap', claim: slot.span, member: pair.member, passage: counter.span, replacement: null, sureness }];
  });
}

/** "She was sacked by A" against "she was sacked by B": done to one who is named in both. */
function isDoneToOne({ claim }: CompareInput, { mine, theirs, fits }: FramePair): boolean {
  const patient = fits.find((f) => f.slot.role === 'patient');
  const named = patient !== undefined && claim.analysis.names.some((n) => contains(patient.slot.span, n.span));
  return named && patient.fit === 'filled' && mine.voice === 'passive' && theirs.voice === 'passive';
}

/** A person and a body, or two people: "the secretary" may be Mr Marl, and "the council" the panel's own. */
function areApart({ claim, tools }: CompareInput, slot: Slot, other: Reading, counter: Slot): boolean {
  const [mine, theirs] = [personIn(claim, slot), personIn(other, counter)];
  if (mine !== null && theirs !== null) return tools.gazetteer.compare(mine, theirs) !== 'same';
  return (mine !== null && isBody(other, counter)) || (theirs !== null && isBody(claim, slot));
}

function personIn({ analysis }: Reading, { span, head }: Slot): string | null {
  const token = analysis.tokens[head] ?? span;
  return analysis.names.find((n) => (n.form === 'person' || n.title !== null) && contains(n.span, token))?.name ?? null;
}

function isBody({ analysis }: Reading, { head }: Slot): boolean {
  return isBodyNoun(analysis.tokens[head]?.lower ?? '');
}

function isAllElseSaid({ alignment }: CompareInput, slot: Slot): boolean {
  return alignment.words.every(
    (a) => a.weight === 0 || contains(slot.span, a.word.token) || (isCarried(a) && (a.partner?.credit ?? 0) >= WORD_FOR_WORD),
  );
}

function isSomebody({ tools }: CompareInput, { analysis }: Reading, slot: Slot): boolean {
  const head = analysis.tokens[slot.head];
  if (head === undefined) return false;
  const category = tools.lexicon.category(head.stem);
  return category === 'person' || category === 'group' || analysis.names.some((n) => contains(n.span, head));
}

/** Whether both fillers cannot be meant at once. */
function exclude(input: CompareInput, { pair: { mine }, slot, counter, other }: Odd): boolean {
  const { claim } = input;
  const named = (reading: Reading, s: Slot): boolean => reading.analysis.names.some((n) => contains(s.span, n.span));
  switch (slot.role) {
    case 'agent':
      return input.tools.lexicon.commonness(claim.analysis.tokens[mine.head]?.stem ?? '') < SHARED;
    case 'patient':
    case 'recipient':
      return named(claim, slot) && named(other, counter);
    case 'complement':
      return isShort(claim, slot) && isShort(other, counter);
    case 'oblique':
      return slot.preposition !== null && isShort(claim, slot) && isShort(other, counter);
    default:
      return false;
  }
}

/** A word or two, and no clause: what a thing is called or rated. */
function isShort(reading: Reading, slot: Slot): boolean {
  const words = reading.words.filter((w) => contains(slot.span, w.token));
  return words.length > 0 && words.length <= SHORT && !reading.predicates.some((p) => p.head !== slot.head && contains(slot.span, p.span));
}

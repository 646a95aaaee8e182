/**
 * The same act with something else in one of its slots: "rated outstanding" against "rated good", "administered by A" against
 * "administered by B", "fell to 95" against "fell to 88". Told only where everything else about the act agrees.
 */
import { contains } from '../../text/span.ts';
import type { Slot } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import type { ClashKind } from '../types.ts';
import { type FramePair, headWords, type SlotFit } from './frames.ts';
import { MUTUAL } from './roles.ts';
import type { CompareInput, UnitClash } from './types.ts';

/** How sure it is that two things cannot both fill the slot, by what shows it. */
const SURE = { displaced: 0.75, absent: 0.6, doubtful: 0.5 } as const;
const LEAST_CONFIDENCE = 0.6;
/** Acts that many may do, and that may be done to many, tell nothing by their doer. */
const SHARED = 0.75;

export function compareFillers(input: CompareInput, pairs: readonly FramePair[]): readonly UnitClash[] {
  return pairs.flatMap((pair) => {
    if (pair.mine.confidence < LEAST_CONFIDENCE || pair.theirs.confidence < LEAST_CONFIDENCE) return [];
    if (pair.mine.modality !== pair.theirs.modality || MUTUAL.has(pair.mine.lemma)) return [];
    const odd = pair.fits.filter((f) => f.fit === 'displaced' || f.fit === 'absent');
    const [only] = odd;
    const filled = pair.fits.filter((f) => f.fit === 'filled').length;
    if (only === undefined || odd.length > 1 || filled === 0) return [];
    const clash = clashOf(input, pair, only);
    return clash === null ? [] : [clash];
  });
}

function clashOf(input: CompareInput, pair: FramePair, { slot, counter, fit }: SlotFit): UnitClash | null {
  const other = input.unit.members[pair.member]?.reading;
  if (counter === null || other === undefined) return null;
  const kind = kindOf(input.claim, slot, other, counter);
  if (kind === null || (slot.role === 'agent' && isCommon(input, pair))) return null;
  const alike = comparable(input, slot, other, counter);
  const sureness = !alike ? SURE.doubtful : fit === 'displaced' ? SURE.displaced : SURE.absent;
  const passage = headWords(other, counter);
  return {
    kind,
    claim: headWords(input.claim, slot),
    member: pair.member,
    passage,
    replacement: null,
    sureness: sureness * (pair.member === 0 ? 1 : 0.8),
  };
}

function isCommon(input: CompareInput, { mine }: FramePair): boolean {
  const stem = input.claim.analysis.tokens[mine.head]?.stem ?? '';
  return input.tools.lexicon.commonness(stem) >= SHARED;
}

/** Which kind of clash the two fillers make; null where they may both be true. */
function kindOf(claim: Reading, slot: Slot, other: Reading, counter: Slot): ClashKind | null {
  const named = (reading: Reading, s: Slot): boolean => reading.analysis.names.some((n) => contains(s.span, n.span));
  switch (slot.role) {
    case 'agent':
      return 'agent-swap';
    case 'patient':
    case 'recipient':
      return named(claim, slot) && named(other, counter) ? 'name' : null;
    case 'complement':
      return isShort(claim, slot) && isShort(other, counter) ? 'outcome' : null;
    case 'oblique':
      return slot.preposition !== null && isShort(claim, slot) && isShort(other, counter) ? 'role' : null;
    default:
      return null;
  }
}

/** A word or two, and no clause: what a thing is called or rated. */
function isShort(reading: Reading, slot: Slot): boolean {
  const words = reading.words.filter((w) => contains(slot.span, w.token));
  return words.length > 0 && words.length <= 3 && !reading.predicates.some((p) => p.head !== slot.head && contains(slot.span, p.span));
}

/** Whether the two heads are things of one kind, of which the slot takes one: both names, or nouns of one category. */
function comparable(input: CompareInput, slot: Slot, other: Reading, counter: Slot): boolean {
  const [mine, theirs] = [input.claim.analysis.tokens[slot.head]?.stem ?? '', other.analysis.tokens[counter.head]?.stem ?? ''];
  if (input.tools.lexicon.relate(mine, theirs) !== null) return false;
  const kind = (reading: Reading, s: Slot, stem: string): string | null =>
    reading.analysis.names.some((n) => contains(n.span, reading.analysis.tokens[s.head] ?? s.span))
      ? 'named'
      : input.tools.lexicon.category(stem);
  const [a, b] = [kind(input.claim, slot, mine), kind(other, counter, theirs)];
  const who = (k: string | null): boolean => k === 'named' || k === 'person' || k === 'group';
  return slot.role === 'complement' || (a !== null && (a === b || (who(a) && who(b))));
}

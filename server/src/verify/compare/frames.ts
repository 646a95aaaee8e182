/**
 * The claim's predicates held against the passage's, slot by slot: who did it, to whom, as what, when, how many. That all words of a
 * claim stand somewhere in a passage is no support when the passage's own predicate fills the slot with something else.
 */
import { contains, type Span } from '../../text/span.ts';
import type { Predicate, Slot } from '../../text/types.ts';
import { type AlignedWord, isCarried } from '../align.ts';
import type { Reading } from '../reading.ts';
import { counterparts } from './places.ts';
import { type CompareInput, inPart } from './types.ts';

/** Predicates that are read less surely than this tell nothing. */
const READABLE = 0.5;
/** Share of a slot's words that must be in the counterpart for the slot to be filled. */
const MOST = 0.5;
/** So near by, with an "and" between them, two things are listed together. */
const JOINED = 3;

/** `filled`: said alike; `open`: the passage's predicate leaves the slot empty or has a pronoun there; `displaced`: it has something else there, and the claim's words stand elsewhere; `absent`: it has something else there, and the claim's words are nowhere. */
export type Fit = 'filled' | 'open' | 'displaced' | 'absent';

export interface SlotFit {
  readonly slot: Slot;
  /** The slot of the passage's predicate that answers the same question, or null. */
  readonly counter: Slot | null;
  readonly fit: Fit;
}

/** A predicate of the claim with the passage's predicate that carries it best. */
export interface FramePair {
  readonly mine: Predicate;
  readonly theirs: Predicate;
  readonly member: number;
  readonly fits: readonly SlotFit[];
}

const PRONOUNS = new Set(
  'i we you he she it they him her them his its their me us who whom whose which that this these those one ones there what all both some each'.split(
    ' ',
  ),
);

/** Each predicate of the claim's part that the unit carries, with its best counterpart. */
export function pairFrames(input: CompareInput): readonly FramePair[] {
  const { claim, unit, alignment } = input;
  return claim.predicates.flatMap((mine) => {
    const head = claim.analysis.tokens[mine.head];
    if (head === undefined || !isReadable(mine) || !inPart(input, head)) return [];
    const found: FramePair[] = [];
    unit.members.forEach((member, m) => {
      for (const theirs of counterparts(mine, member.reading, m, alignment))
        if (isReadable(theirs)) found.push(fitted(input, mine, theirs, m));
    });
    found.sort((a, b) => quality(b) - quality(a) || a.member - b.member);
    const [best] = found;
    return best === undefined ? [] : [best];
  });
}

function isReadable(p: Predicate): boolean {
  return p.voice !== 'nominal' && p.confidence >= READABLE;
}

function quality(pair: FramePair): number {
  let sum = 0;
  for (const { fit } of pair.fits) sum += fit === 'filled' ? 1 : fit === 'open' ? 0 : -1;
  return sum;
}

function fitted(input: CompareInput, mine: Predicate, theirs: Predicate, member: number): FramePair {
  const other = input.unit.members[member]?.reading ?? input.unit.core.reading;
  const fits = mine.slots
    // The object of "made a booking" is the act itself.
    .filter(
      (slot) =>
        !isPronoun(input.claim, slot) &&
        (mine.lemma === theirs.lemma || slot.role !== 'patient' || !toldByObject(input, slot, theirs, member)),
    )
    .map((slot) => fitOf(input, slot, theirs, member, other))
    .filter((f) => f !== null);
  return { mine, theirs, member, fits };
}

function toldByObject({ alignment }: CompareInput, { head }: Slot, theirs: Predicate, member: number): boolean {
  return alignment.words.some((a) => a.word.index === head && a.partner?.member === member && a.partner.index === theirs.head);
}

function fitOf(input: CompareInput, slot: Slot, theirs: Predicate, member: number, other: Reading): SlotFit | null {
  const words = input.alignment.words.filter((a) => a.weight > 0 && contains(slot.span, a.word.token));
  if (words.length === 0) return null;
  const counters = theirs.slots.filter((t) => answersAlike(slot, t));
  const places = (aligned: AlignedWord): Span | null => {
    const token = isCarried(aligned) && aligned.partner?.member === member ? other.analysis.tokens[aligned.partner.index] : undefined;
    return token ?? null;
  };
  const within = (t: Slot): boolean => {
    const there = new Set(other.words.filter((w) => contains(t.span, w.token)).map((w) => w.token.stem));
    const says = (a: AlignedWord): boolean => isInside(places(a), t) || there.has(a.word.token.stem);
    const weight = words.reduce((n, a) => n + a.weight, 0);
    const inside = words.reduce((n, a) => n + (says(a) ? a.weight : 0), 0);
    return inside >= weight * MOST || words.some((a) => a.word.index === slot.head && says(a)) || namesAlike(input, slot, other, t);
  };
  // "X is a player who plays for Y": who plays is X.
  const filled = counters.find((t) => within(t) || describedBy(other, t).some(within));
  if (filled !== undefined) return { slot, counter: filled, fit: 'filled' };
  const counter = counters.find((t) => !isPronoun(other, t)) ?? null;
  if (counter === null) return { slot, counter: null, fit: 'open' };
  const head = words.find((a) => a.word.index === slot.head) ?? words[0];
  const carried = head !== undefined && isCarried(head);
  const place = head === undefined ? null : places(head);
  if (place !== null && isJoined(other, place, counter.span)) return { slot, counter, fit: 'filled' };
  return { slot, counter, fit: carried ? 'displaced' : 'absent' };
}

/** Those whom the passage says a slot's filler to be: the subject of what it is the complement of. */
function describedBy(reading: Reading, slot: Slot): readonly Slot[] {
  return reading.predicates.flatMap((p) =>
    p.lemma === 'be' && p.slots.some((s) => s.role === 'complement' && s.head === slot.head)
      ? p.slots.filter((s) => s.role === 'agent')
      : [],
  );
}

/** "Politicians and the media": of things that are listed together the reader may take one for the slot and the other for none. */
function isJoined(reading: Reading, place: Span, slot: Span): boolean {
  const [from, to] = place.start < slot.start ? [place.end, slot.start] : [slot.end, place.start];
  const between = reading.analysis.tokens.filter((t) => t.start >= from && t.end <= to);
  return between.length <= JOINED && between.some((t) => t.lower === 'and' || t.lower === 'or' || t.lower === ',');
}

/** Whether both slots name the same person or body, in whatever form. */
function namesAlike(input: CompareInput, slot: Slot, other: Reading, counter: Slot): boolean {
  const mine = input.claim.analysis.names.filter((n) => contains(slot.span, n.span));
  return other.analysis.names.some(
    (n) => contains(counter.span, n.span) && mine.some((m) => input.tools.gazetteer.compare(m.name, n.name) === 'same'),
  );
}

function isInside(place: Span | null, slot: Slot): boolean {
  return place !== null && contains(slot.span, place);
}

/** Whether two slots answer the same question: the same part in the act, tied by the same preposition. */
function answersAlike(a: Slot, b: Slot): boolean {
  if (a.role !== b.role) return false;
  return a.role === 'agent' || a.role === 'patient' || a.role === 'recipient' || a.preposition === b.preposition;
}

export function isPronoun(reading: Reading, slot: Slot): boolean {
  const head = reading.analysis.tokens[slot.head];
  return head === undefined || PRONOUNS.has(head.lower);
}

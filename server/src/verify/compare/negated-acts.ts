/**
 * The same act, said to be done here and not to be done there, read from the predicates: "nobody asked", "neither of them asked", "we do
 * not find that she was careless". Sure where the tree and the scope of the negating word agree.
 */
import { contains, type Span } from '../../text/span.ts';
import type { Predicate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import type { FramePair } from './frames.ts';
import { isActNegated } from './negated.ts';
import { isOnlySince } from './polarity.ts';
import type { CompareInput, UnitClash } from './types.ts';

const SURE = 0.9;
const HALF_SURE = 0.65;
const DOUBTED = 0.5;
/** Verbs so common that only their complement says what is meant. */
const EMPTY = new Set(['be', 'have', 'do', 'become', 'get']);
/** Not to hold a thing true is to hold it false, of these; not to say it is nothing. */
const HOLDING = new Set(['find', 'think', 'believe', 'accept', 'consider', 'conclude', 'agree', 'suggest', 'see', 'feel', 'regard']);

export function compareNegatedActs(input: CompareInput, pairs: readonly FramePair[]): readonly UnitClash[] {
  return pairs.flatMap((pair): readonly UnitClash[] => {
    const { mine, theirs, member, fits } = pair;
    const other = input.unit.members[member]?.reading;
    const [head, otherHead] = [input.claim.analysis.tokens[mine.head], other?.analysis.tokens[theirs.head]];
    if (other === undefined || head === undefined || otherHead === undefined) return [];
    if (EMPTY.has(mine.lemma) && !fits.some((f) => f.slot.role === 'complement' && f.fit === 'filled')) return [];
    if (fits.some((f) => f.fit === 'displaced' || f.fit === 'absent')) return [];
    const answer = input.unit.answeredNo.has(member);
    const shallow = isActNegated(input.claim, mine) !== (isActNegated(other, theirs) !== answer);
    const tree = negatedByTree(input.claim, mine) !== (negatedByTree(other, theirs) !== answer);
    if (!shallow) return [];
    return [
      {
        kind: 'negation',
        claim: spanOf(input.claim, mine),
        member,
        passage: otherHead,
        replacement: null,
        sureness:
          isOnlySince(input.claim, other) || isOnlySince(other, input.claim)
            ? DOUBTED
            : (tree ? SURE : HALF_SURE) * (member === 0 ? 1 : 0.8),
      },
    ];
  });
}

/** What the predicate, or the one that holds it to be so, says of its polarity. */
function negatedByTree(reading: Reading, predicate: Predicate): boolean {
  const head = reading.analysis.tokens[predicate.head];
  if (predicate.negated || head === undefined) return predicate.negated;
  return reading.predicates.some(
    (p) => p.negated && HOLDING.has(p.lemma) && p.slots.some((s) => s.role === 'complement' && contains(s.span, head)),
  );
}

function spanOf(reading: Reading, predicate: Predicate): Span<'text'> {
  const negation = reading.analysis.negations.find((n) => n.kind !== 'prefix' && contains(n.scope, predicate.span));
  const head = reading.analysis.tokens[predicate.head];
  const [start, end] = [head?.start ?? predicate.span.start, head?.end ?? predicate.span.end];
  return { start: negation === undefined ? start : Math.min(negation.span.start, start), end };
}

/** Whether the words at a place are said not to be so. */
import { contains } from '../../text/span.ts';
import type { Negation, Predicate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';

/** An odd number of negations turns a statement over; "neither … nor" is one. */
export function negatedAt(reading: Reading, place: { readonly start: number; readonly end: number }): boolean {
  const { negations, tokens, text } = reading.analysis;
  // "Not until March" is in March.
  const deferred = (n: Negation): boolean => tokens.some((t) => t.lower === 'until' && t.start >= n.span.end && t.start <= n.scope.end + 1);
  const word = (n: Negation): string => text.slice(n.span.start, n.span.end).toLowerCase();
  const pair = (n: Negation): boolean =>
    word(n) === 'nor' &&
    negations.some((other) => word(other) === 'neither' && other.span.end <= n.span.start && contains(other.scope, n.span));
  return negations.filter((n) => n.kind !== 'prefix' && contains(n.scope, place) && !deferred(n) && !pair(n)).length % 2 === 1;
}

/**
 * "Did not receive any", "received no", "was not careful": whether the verb, what it acts on, or what a thing is said to be is turned over.
 * A clause that somebody says, finds or warns of has its own polarity.
 */
export function isActNegated(reading: Reading, predicate: Predicate): boolean {
  const isClause = (head: number): boolean => reading.predicates.some((p) => p.head === head && p.voice !== 'nominal');
  const objects = predicate.slots.filter(
    (s) => s.role === 'patient' || s.role === 'amount' || (s.role === 'complement' && predicate.lemma === 'be' && !isClause(s.head)),
  );
  return [predicate.head, ...objects.map((s) => s.head)].some((index) => {
    const token = reading.analysis.tokens[index];
    return token !== undefined && negatedAt(reading, token);
  });
}

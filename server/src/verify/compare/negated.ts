/** Whether the words at a place are said not to be so. */
import { contains } from '../../text/span.ts';
import type { Negation, Predicate } from '../../text/types.ts';
import type { Reading } from '../reading.ts';
import type { ReadPassage } from '../unit.ts';

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

/** Whether a passage asks; what it asks is said by nobody until somebody assents. */
export function isQuestion({ passage }: ReadPassage): boolean {
  return passage.text.trimEnd().endsWith('?');
}

/** "Did not receive any" and "received no": whether the verb or what it acts on is turned over. */
export function isActNegated(reading: Reading, predicate: Predicate): boolean {
  const object = (role: string): boolean => role === 'patient' || role === 'complement' || role === 'amount';
  const objects = predicate.slots.filter((s) => object(s.role)).map((s) => s.head);
  return [predicate.head, ...objects].some((index) => {
    const token = reading.analysis.tokens[index];
    return token !== undefined && negatedAt(reading, token);
  });
}

/** Slots of a predicate made from token ranges, and the reading of a phrase as time, place or amount. */
import type { Span } from '../span.ts';
import { overlap } from '../span.ts';
import type { Analysis, Slot } from '../types.ts';

/** Token indices, both inclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The text span of a token range. */
export function spanOf(analysis: Analysis, range: Range): Span<'text'> {
  const first = analysis.tokens[range.from];
  const last = analysis.tokens[range.to];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'across',
  'throughout',
  'around',
  'into',
  'within',
  'beside',
  'behind',
]);
const TIME_NOUNS =
  /^(?:year|month|week|day|hour|minute|morning|afternoon|evening|night|yesterday|today|tomorrow|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|decade|century|summer|winter|spring|autumn|weekend)s?$/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Which part a phrase plays that is neither subject nor object, from its preposition, dates, quantities and names. */
export function adjunctRole(analysis: Analysis, preposition: string | null, range: Range, head: number): Slot['role'] {
  const span = spanOf(analysis, range);
  const headLower = analysis.tokens[head]?.lower ?? '';
  const headSpan = spanOf(analysis, { from: head, to: head });
  if (analysis.dates.some((date) => overlap(date.span, headSpan) > 0)) return 'time';
  const amount = amountIn(analysis, span);
  if (amount === 'duration' && (TIME_NOUNS.test(headLower) || preposition === 'for')) return 'amount';
  if (amount === 'sum' && (preposition === null || /^(?:to|by|of|at|for|from)$/.test(preposition))) return 'amount';
  if (TIME_NOUNS.test(headLower) || YEAR.test(headLower)) return 'time';
  if (preposition !== null && PLACE_PREPOSITIONS.has(preposition)) {
    const named = analysis.names.find((name) => overlap(name.span, headSpan) > 0);
    if (named !== undefined && (named.form === 'place' || (named.form === 'unknown' && preposition !== 'into'))) return 'place';
  }
  return 'oblique';
}

function amountIn(analysis: Analysis, span: Span<'text'>): 'duration' | 'sum' | null {
  const found = analysis.quantities.find((quantity) => overlap(quantity.span, span) > 0);
  if (found === undefined) return null;
  if (found.kind === 'duration') return 'duration';
  return found.kind === 'money' || found.kind === 'percent' || found.kind === 'measure' || found.kind === 'frequency' ? 'sum' : null;
}

/** The role of a bare object: a sum is an amount, a date a time, all else the patient. */
export function objectRole(analysis: Analysis, range: Range, head: number): Slot['role'] {
  const role = adjunctRole(analysis, null, range, head);
  return role === 'amount' || role === 'time' ? role : 'patient';
}

/** A slot over a token range; a time or amount takes in all of the date or quantity that it touches ("two days | later"). */
export function slotOf(analysis: Analysis, role: Slot['role'], preposition: string | null, range: Range, head: number): Slot {
  let span = spanOf(analysis, range);
  const whole = role === 'time' ? analysis.dates : role === 'amount' ? analysis.quantities : [];
  for (const mention of whole) {
    if (overlap(mention.span, span) === 0) continue;
    // A mention that begins with the preposition ("until 4 May") gives it back to the slot.
    const start = preposition === null ? Math.min(span.start, mention.span.start) : span.start;
    span = { start, end: Math.max(span.end, mention.span.end) };
  }
  return { role, preposition, span, head };
}

/** The slots without those that repeat a time already told. */
export function withoutRepeats(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(
    (slot, i) => slot.role !== 'time' || !slots.slice(0, i).some((other) => other.role === 'time' && overlap(other.span, slot.span) > 0),
  );
}

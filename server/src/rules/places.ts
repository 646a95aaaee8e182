/** Places of a sentence's plain text in the draft. */
import type { DraftSentence, DraftSpan } from '../draft/types.ts';
import type { Span } from '../text/span.ts';

/** The draft's span under a span of the plain text; the whole sentence where the span is empty or out of range. */
export function originSpan(sentence: DraftSentence, span: Span<'text'>): DraftSpan {
  const first = sentence.origin[span.start];
  const last = sentence.origin[span.end - 1];
  if (first === undefined || last === undefined || span.end <= span.start) return sentence.span;
  return { start: first, end: last + 1 };
}

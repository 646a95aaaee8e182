/** Which words of its sentence a citation stands beside. */

import { firstFrom } from '../draft/plain-text.ts';
import type { Citation, DraftSentence } from '../draft/types.ts';
import type { Span } from '../text/span.ts';

export interface Reach {
  /** The stretch of the plain text from the citation before to this one; null where that is the whole sentence. */
  readonly span: Span<'text'> | null;
  /** Whether the citation's own words belong to the sentence ("as [Laming](…) found"). */
  readonly woven: boolean;
}

/**
 * The reach of each citation of a sentence, in their order. Citations at one place ("(a; b)") reach equally far. One whose
 * words belong to the sentence is about all of it, and ends no other's reach.
 */
export function reaches(sentence: DraftSentence, citations: readonly Citation[]): readonly Reach[] {
  const places = citations.map((citation) => ({ at: firstFrom(sentence.origin, citation.span.start), woven: isWoven(sentence, citation) }));
  const ends = [...new Set(places.filter(({ woven }) => !woven).map(({ at }) => at))].sort((a, b) => a - b);
  return places.map(({ at, woven }) => {
    if (woven) return { span: null, woven };
    const start = ends.findLast((end) => end < at) ?? 0;
    const all = start === 0 && !/[\p{L}\p{N}]/u.test(sentence.text.slice(at));
    return { span: all || at <= start ? null : { start, end: at }, woven };
  });
}

function isWoven({ origin }: DraftSentence, { span }: Citation): boolean {
  const next = origin[firstFrom(origin, span.start)];
  return next !== undefined && next < span.end;
}

/** Quotations that break off right before the negation of their last words: "guilty or" of "guilty or not". */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation } from '../../draft/types.ts';
import type { QuotationResult, QuotedPlace } from '../types.ts';
import { draftSpan } from './changes.ts';
import type { QuoteUnit } from './words.ts';

/** Words that a negation after them belongs to: auxiliaries, and "or". */
const BOUND =
  /^(?:am|is|are|was|were|be|been|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|need|ought|dare|or)$/;
/** The negation, on the same line or the next; a mark or an empty line before it would make it another clause's. */
const NEGATION = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(not|never)(?![\p{L}\p{N}])/iu;

/** The quotation with the negation left out, where it breaks off before one at every place; null else. */
export function cutNegation(
  quotation: DraftQuotation,
  units: readonly QuoteUnit[],
  places: readonly QuotedPlace[],
  corpus: Corpus,
): QuotationResult | null {
  const last = units.at(-1);
  if (last?.kind !== 'word' || !BOUND.test(last.key)) return null;
  const negations = places.map((place) => {
    const text = corpus.sources.get(place.source)?.source.text ?? '';
    return NEGATION.exec(text.slice(place.span.end, place.span.end + 40))?.[1] ?? null;
  });
  const [negation] = negations;
  if (negation === undefined || negation === null || negations.includes(null)) return null;
  return {
    kind: 'changed',
    quotation,
    places,
    changes: [{ draft: draftSpan(quotation, last.end, last.end), said: '', source: negation }],
    joined: false,
  };
}

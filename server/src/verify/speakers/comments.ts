import type { Evidence, QuotationResult } from '../types.ts';

/** Whether nothing but reader comments and forum posts bears the sentence out. */
export function isCommentOnly(quotations: readonly QuotationResult[], supporting: readonly Evidence[]): boolean {
  if (supporting.length === 0) return false;
  const quoted = quotations.flatMap((q) => (q.kind === 'exact' ? [q.places] : []));
  return (
    supporting.every((e) => e.standing === 'comment') && quoted.every((places) => places.every((place) => place.standing === 'comment'))
  );
}

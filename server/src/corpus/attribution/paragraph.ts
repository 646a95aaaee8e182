/** A block of a document as one text, so that a quotation is seen whole though it runs over several sentences. */
import { findQuotations } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import type { Quotation } from '../../text/types.ts';
import type { Passage } from '../domain.ts';

/** A quotation of a paragraph: `span` counts in the paragraph's text. */
export interface Paragraph {
  readonly passages: readonly Passage[];
  readonly text: string;
  /** Where each passage begins in `text`. */
  readonly starts: readonly number[];
  readonly quotations: readonly Quotation[];
}

export function readParagraph(passages: readonly Passage[]): Paragraph {
  const starts: number[] = [];
  let text = '';
  for (const passage of passages) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    // A blank line inside a passage must not end a quotation, and offsets must not move.
    text += passage.text.replace(/\n/g, ' ');
  }
  const quotations = /["“”‘’'«»„]/.test(text) ? findQuotations(text, []).filter((one) => one.depth === 0) : [];
  return { passages, text, starts, quotations };
}

/** The paragraph's quotations as they stand in one of its passages, clipped to it, with their ordinals. */
export function quotationsOf(paragraph: Paragraph, index: number): readonly { readonly quotation: Quotation; readonly ordinal: number }[] {
  const from = paragraph.starts[index] ?? 0;
  const length = paragraph.passages[index]?.text.length ?? 0;
  const found: { quotation: Quotation; ordinal: number }[] = [];
  for (const [ordinal, one] of paragraph.quotations.entries()) {
    const span = clip(one.span, from, length);
    const inner = clip(one.inner, from, length);
    if (span === null || inner === null) continue;
    found.push({ quotation: { ...one, span, inner }, ordinal });
  }
  return found;
}

function clip(span: Span<'text'>, from: number, length: number): Span<'text'> | null {
  const start = Math.max(0, span.start - from);
  const end = Math.min(length, span.end - from);
  return end > start ? { start, end } : null;
}

/** Groups a document's passages by block, in order. */
export function paragraphsOf(passages: readonly Passage[]): readonly Paragraph[] {
  const groups: Passage[][] = [];
  let last = -1;
  for (const passage of passages) {
    if (passage.blockIndex !== last || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(passage);
    last = passage.blockIndex;
  }
  return groups.map(readParagraph);
}

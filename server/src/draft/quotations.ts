/** Quotations of a draft: words in quotation marks, and block quotations, with their places in the draft. */
import { findQuotations } from '../text/quotations.ts';
import type { Span } from '../text/span.ts';
import { type PlainText, PlainTextBuilder, trimText } from './plain-text.ts';
import type { DraftQuotation } from './types.ts';

/** Dashes that begin the line under a block quotation that names its speaker. */
const ATTRIBUTION_LINE = /^\s*(?:—|–|--|-\s)/;

/**
 * The outermost quotations of a block's text, in the order of their sentences. One that runs over several sentences
 * belongs to the first of them; quotations inside a quotation are its words, not quotations of the draft.
 */
export function inlineQuotations(plain: PlainText, sentences: readonly Span<'text'>[]): readonly (readonly DraftQuotation[])[] {
  const lists = sentences.map((): DraftQuotation[] => []);
  if (!/["“”„«»'‘’‚`]/.test(plain.text)) return lists;
  let at = 0;
  for (const found of findQuotations(plain.text, [])) {
    if (found.depth > 0 || found.inner.end <= found.inner.start) continue;
    // Quotations come in the order of their starts, as the sentences do.
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= found.span.start) at++;
    const sentence = sentences[at];
    if (sentence === undefined) continue;
    lists[at]?.push({
      span: draftSpan(plain, found.span),
      inner: draftSpan(plain, found.inner),
      text: plain.text.slice(found.inner.start, found.inner.end),
      origin: plain.origin.slice(found.inner.start, found.inner.end),
      plain: { start: Math.max(0, found.span.start - sentence.start), end: Math.min(found.span.end, sentence.end) - sentence.start },
      kind: 'inline',
    });
  }
  return lists;
}

/** A block quotation over the texts of its paragraphs; a last line such as "— Annual report, 2009" is not quoted. */
export function blockQuotation(paragraphs: readonly PlainText[], firstSentence: Span<'text'>): DraftQuotation | null {
  const words = paragraphs.filter((one) => one.text.trim() !== '');
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined && ATTRIBUTION_LINE.test(last.text)) words.pop();
  const opening = words[0];
  const closing = words.at(-1);
  if (opening === undefined || closing === undefined) return null;
  const start = opening.origin[opening.text.length - opening.text.trimStart().length] ?? 0;
  const end = closing.until[closing.text.trimEnd().length - 1] ?? start;
  const builder = new PlainTextBuilder();
  for (const one of words) {
    if (builder.length > 0) for (const char of '\n\n') builder.addChar(char, builder.lastOrigin, builder.lastOrigin);
    builder.addText(trimText(one));
  }
  const { text, origin } = builder.build();
  return {
    span: { start, end },
    inner: { start, end },
    text,
    origin,
    plain: { start: 0, end: firstSentence.end - firstSentence.start },
    kind: 'block',
  };
}

function draftSpan(plain: PlainText, span: Span<'text'>): { readonly start: number; readonly end: number } {
  const start = plain.origin[span.start] ?? 0;
  return { start, end: plain.until[span.end - 1] ?? start };
}

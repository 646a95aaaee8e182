/** Quotations of a draft: words in quotation marks, and block quotations, with their places in the draft. */
import { analyse } from '../text/analyse.ts';
import { findQuotations } from '../text/quotations.ts';
import { contains, type Span } from '../text/span.ts';
import { type PlainText, PlainTextBuilder, sliceText, trimText } from './plain-text.ts';
import type { DraftQuotation } from './types.ts';

/** Dashes that begin the line under a block quotation that names its speaker. */
const ATTRIBUTION_LINE = /^\s*(?:—|–|--|-\s)/;
/** The same at the end of the quotation's last paragraph: a dash behind the mark that ends a sentence, and a few words. */
const ATTRIBUTION_TAIL = /(?<=[.!?…]["”’')]{0,2})\s+(?:—|–|--)\s*(?=[\p{L}“"])[^.!?…]{2,100}\.?\s*$/u;
const LONGEST_ATTRIBUTION = 14;
const TELLS = /\b(?:is|are|was|were|has|had|have|did|does|said|says|will|would)\b/i;

/** Who is named by what follows a quotation, without its dash; null where that is no such line. */
function lineOf(after: string): string | null {
  const line = /^\s*(?:—|–|--|-\s)\s*([^.!?…]{2,100})\.?\s*$/u.exec(after)?.[1];
  return line !== undefined && namesSpeaker(line) ? line.trim() : null;
}

/** Where the words that name the speaker begin, with their dash; -1 where the text has none. */
export function attributionTail(text: string): number {
  const tail = ATTRIBUTION_TAIL.exec(text);
  return tail !== null && namesSpeaker(tail[0]) ? tail.index : -1;
}

/** Whether a line may name who is quoted ("Kate Wills, 2014"): a few words that tell nothing. */
export function namesSpeaker(line: string): boolean {
  return line.trim().split(/\s+/).length <= LONGEST_ATTRIBUTION && !TELLS.test(line);
}

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
      attributedTo: lineOf(plain.text.slice(found.span.end)),
    });
  }
  return lists;
}

/** A block quotation over the texts of its paragraphs; a last line such as "— Annual report, 2009" is not quoted. */
export function blockQuotation(paragraphs: readonly PlainText[], firstSentence: Span<'text'>): DraftQuotation | null {
  const words = paragraphs.filter((one) => one.text.trim() !== '');
  const last = words.at(-1);
  const under = words.length > 1 && last !== undefined && ATTRIBUTION_LINE.test(last.text) ? last.text : null;
  if (under !== null) words.pop();
  const opening = words[0];
  const closing = words.at(-1);
  if (opening === undefined || closing === undefined) return null;
  const start = opening.origin[opening.text.length - opening.text.trimStart().length] ?? 0;
  const cut = attributionTail(closing.text);
  const end = closing.until[(cut < 0 ? closing.text : closing.text.slice(0, cut)).trimEnd().length - 1] ?? start;
  const builder = new PlainTextBuilder();
  for (const one of words) {
    if (builder.length > 0) for (const char of '\n\n') builder.addChar(char, builder.lastOrigin, builder.lastOrigin);
    const tail = one === closing ? attributionTail(one.text) : -1;
    builder.addText(trimText(tail < 0 ? one : sliceText(one, 0, tail)));
  }
  const { text, origin } = builder.build();
  return {
    span: { start, end },
    inner: { start, end },
    text,
    origin,
    plain: { start: 0, end: firstSentence.end - firstSentence.start },
    kind: 'block',
    attributedTo: lineOf(under ?? (cut < 0 ? '' : closing.text.slice(cut))),
  };
}

/** Whether a paragraph is words in quotation marks with who says them: “It was me,” said Jean Innis. */
export function tellsWhoSpeaks(text: string): boolean {
  if (!/^[“"]/.test(text)) return false;
  const { quotations, reporting } = analyse(text);
  const outer = quotations.filter((one) => one.depth === 0 && one.closed);
  return (
    outer.length > 0 &&
    reporting.some((one) => one.form === 'direct' && one.speaker !== null && !outer.some((quoted) => contains(quoted.span, one.cue)))
  );
}

function draftSpan(plain: PlainText, span: Span<'text'>): { readonly start: number; readonly end: number } {
  const start = plain.origin[span.start] ?? 0;
  return { start, end: plain.until[span.end - 1] ?? start };
}

/**
 * Longer stretches in another voice: statements printed under a line that names their speaker ("The minister said:") without
 * quotation marks, and letters from "Dear …" to the signature.
 */
import type { Paragraph } from './paragraph.ts';

const FIRST_PERSON = /(?:^|[^\p{L}’'])(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|ourselves|myself)(?=$|[^\p{L}])/u;
const LONGEST = 15;
const OPENS_QUOTED = /^\s*["“‘'«„]/;
const SALUTATION = /^\s*Dear\s+\p{L}[^.?!]{0,80}[,:]?\s*$|^\s*Dear\s+\p{L}[^.?!,]{0,60},/u;
const CLOSING =
  /^\s*(?:yours\s+(?:sincerely|faithfully|truly|ever)|(?:kind|best|warm|kindest|warmest)\s+(?:regards|wishes)|with (?:best|kind) (?:regards|wishes)|sincerely|regards)\b[,.]?\s*(.*)$/i;

/** Whether speech without quotation marks may follow a line that ends with a colon. */
export function opensQuoted(paragraph: Paragraph): boolean {
  return OPENS_QUOTED.test(paragraph.text);
}

/**
 * How many paragraphs after the introduction at `index` are the statement. `returns` tells that the document speaks again: it
 * names the statement's speaker from outside, or introduces the next one. Where nothing marks the end, the statement lasts as
 * long as somebody says "I" or "we", or else for its first paragraph (and the list items under it).
 */
export function statementLength(paragraphs: readonly Paragraph[], index: number, returns: (paragraph: Paragraph) => boolean): number {
  let length = 0;
  let personal = 0;
  for (let at = index + 1; at < paragraphs.length && length < LONGEST; at++) {
    const paragraph = paragraphs[at];
    const block = paragraph?.passages[0]?.block;
    if (paragraph === undefined || block === undefined) break;
    if (block.voice !== 'document' || opensQuoted(paragraph)) break;
    if (block.kind === 'heading' || block.kind === 'stage-direction' || block.kind === 'reference' || block.kind === 'footnote') break;
    // Headings are no passages: a gap between the blocks is where one stands.
    const gap = (paragraph.passages[0]?.blockIndex ?? 0) - (paragraphs[at - 1]?.passages[0]?.blockIndex ?? 0);
    if (gap > 1) break;
    if (returns(paragraph)) return length;
    length++;
    if (FIRST_PERSON.test(paragraph.text)) personal = length;
  }
  if (personal > 0) return personal;
  const first = paragraphs[index + 1];
  if (length === 0 || first === undefined) return 0;
  let items = 1;
  while (
    items < length &&
    paragraphs[index + items]?.passages[0]?.block.kind === 'list-item' &&
    paragraphs[index + items + 1]?.passages[0]?.block.kind === 'list-item'
  )
    items++;
  return items;
}

/** Letters printed in the document: for each paragraph of one, its writer (null where the signature is missing). */
export function lettersIn(paragraphs: readonly Paragraph[]): ReadonlyMap<number, string> {
  const writers = new Map<number, string>();
  let start = -1;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.passages[0]?.block.voice !== 'document') start = -1;
    else if (SALUTATION.test(paragraph.text)) start = index;
    const closing = start >= 0 ? CLOSING.exec(paragraph.text) : null;
    if (closing === null || index - start > 60) continue;
    const signed = (closing[1] ?? '').trim() || (paragraphs[index + 1]?.text ?? '').trim();
    const writer = /^[\p{Lu}][\p{L}.’'-]*(?: [\p{L}.’'-]+){0,4}/u.exec(signed)?.[0];
    if (writer !== undefined && signed.length < 80) for (let at = start; at <= index; at++) writers.set(at, writer);
    start = -1;
  }
  return writers;
}

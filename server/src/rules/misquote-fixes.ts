/** The two ways to mend a misquotation: the source's exact words, or the writer's own words marked as such. */
import { firstFrom } from '../draft/plain-text.ts';
import type { Draft, DraftQuotation } from '../draft/types.ts';
import type { QuoteChange } from '../verify/types.ts';
import type { TextEdit } from './types.ts';
import { onOneLine } from './wording.ts';

const WORD = /[\p{L}\p{N}£$€¥[]/u;

/** Edits that put the source's words in the place of the draft's, in the draft's typography. */
export function exactEdits(changes: readonly QuoteChange[], quotation: DraftQuotation, draft: Draft): readonly TextEdit[] {
  return changes.map((change) => {
    const words = inDraftTypography(change.source, quotation, draft);
    if (change.said === '') {
      const next = nextWord(quotation, change.draft.end);
      // Words left out at the very end go to the last word, inside the mark that closes the quotation.
      if (next >= quotation.inner.end) return { span: change.draft, newText: ` ${words}` };
      return { span: { start: next, end: next }, newText: `${words} ` };
    }
    if (change.source === '') return removal(change, quotation);
    return {
      span: change.draft,
      newText: firstFrom(quotation.origin, change.draft.start) === firstLetter(quotation) ? likeCase(words, change.said) : words,
    };
  });
}

/** Edits that keep the draft's words and mark them: brackets around what is the writer's, an ellipsis where words are left out. */
export function openEdits(changes: readonly QuoteChange[], quotation: DraftQuotation, draft: Draft): readonly TextEdit[] {
  const ellipsis = `${ellipsisOf(quotation, draft)} `;
  return changes.map((change) => {
    if (change.said === '') {
      const next = nextWord(quotation, change.draft.end);
      return { span: { start: next, end: next }, newText: ellipsis };
    }
    const left = wordsIn(change.source) > wordsIn(change.said) + 6 ? ` ${ellipsis.trimEnd()}` : '';
    return { span: change.draft, newText: `[${draft.text.slice(change.draft.start, change.draft.end)}]${left}` };
  });
}

/** The ellipsis that the draft itself uses in quotations; `[…]` where it uses none. */
function ellipsisOf(quotation: DraftQuotation, draft: Draft): string {
  const own = ELLIPSIS.exec(quotation.text)?.[0];
  if (own !== undefined) return own;
  const known = usual.get(draft) ?? ELLIPSIS.exec(draft.text)?.[0] ?? '[…]';
  usual.set(draft, known);
  return known;
}

const ELLIPSIS = /\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\./;
/** The first of a draft is looked for once, not for each quotation. */
const usual = new WeakMap<Draft, string>();

/** A word put in goes with the space (and comma) after it, or before it at the quotation's end. */
function removal(change: QuoteChange, quotation: DraftQuotation): TextEdit {
  const next = nextWord(quotation, change.draft.end);
  if (next < quotation.inner.end && firstFrom(quotation.origin, next) < quotation.text.length)
    return { span: { start: change.draft.start, end: next }, newText: '' };
  const before = quotation.text.slice(0, firstFrom(quotation.origin, change.draft.start)).trimEnd().length;
  const start = before > 0 ? (quotation.origin[before - 1] ?? change.draft.start - 1) + 1 : change.draft.start;
  return { span: { start, end: change.draft.end }, newText: '' };
}

function nextWord(quotation: DraftQuotation, from: number): number {
  const { text, origin } = quotation;
  let at = firstFrom(quotation.origin, from);
  while (at < text.length && !WORD.test(text[at] ?? '')) at++;
  return at < text.length ? (origin[at] ?? quotation.inner.end) : quotation.inner.end;
}

function firstLetter(quotation: DraftQuotation): number {
  return Math.max(0, quotation.text.search(WORD));
}

function likeCase(words: string, said: string): string {
  const first = words.charAt(0);
  const capital = said.charAt(0) !== said.charAt(0).toLowerCase();
  return capital ? first.toUpperCase() + words.slice(1) : words;
}

/** Apostrophes as the draft writes them, and no double marks that would close the quotation. */
function inDraftTypography(words: string, quotation: DraftQuotation, draft: Draft): string {
  const curly = /[’]/.test(quotation.text) ? true : /'/.test(quotation.text) ? false : /[’”]/.test(draft.text);
  const single = curly ? words.replace(/(\p{L})'/gu, '$1’') : words.replace(/’/g, "'");
  return onOneLine(
    single
      .replace(/[“]/g, curly ? '‘' : "'")
      .replace(/[”]/g, curly ? '’' : "'")
      .replace(/"/g, "'"),
  );
}

function wordsIn(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}

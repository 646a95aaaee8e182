/** Sentences of a block quotation that follow each other in the draft, but not in the source. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { Passage } from '../../corpus/domain.ts';
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import type { QuotationResult, QuotedPlace } from '../types.ts';
import { quoteUnits } from './words.ts';

/** An interjection of fewer words is not missed. */
const SHORTEST = 3;
/** More words left out are not offered to be put back. */
const LONGEST_PUT_BACK = 60;
/** How many sentences further on the source is read. */
const REACH = 60;

/**
 * The quotation as a joined one, where it goes on after the quotation `before` it without a mark, and the source has whole
 * sentences of the same voice between the two at every place; null where the two adjoin somewhere, or it is not sure.
 */
export function skippedBetween(
  before: QuotationResult | null,
  quotation: DraftQuotation,
  places: readonly QuotedPlace[],
  corpus: Corpus,
): QuotationResult | null {
  if (before?.kind !== 'exact' || isMarked(before.quotation, 'last') || isMarked(quotation, 'first')) return null;
  let found: { readonly from: QuotedPlace; readonly to: QuotedPlace; readonly between: readonly Passage[] } | null = null;
  for (const from of before.places)
    for (const to of places) {
      const between = passagesBetween(from, to, corpus);
      // One pair that adjoins, or whose order or distance cannot be told, clears the draft.
      if (between === null || between.length === 0) return null;
      if (found === null || between.length < found.between.length) found = { from, to, between };
    }
  if (found === null) return null;
  const { from, to, between } = found;
  const words = between.map((passage) => passage.text.replace(/\s+/g, ' ').trim()).join(' ');
  const short = words.split(' ').length <= LONGEST_PUT_BACK;
  const { start } = quotation.inner;
  return {
    kind: 'changed',
    quotation,
    places: short ? [to] : [from, to],
    changes: [{ draft: { start, end: start }, said: '', source: short ? words : '' }],
    joined: true,
  };
}

/**
 * The sentence of a block quotation that this one follows in the same paragraph, with nothing but a space between; else null.
 * An ellipsis between two sentences belongs to neither of them, so that whatever else stands there may be one.
 */
export function sentenceBefore(sentence: DraftSentence, preceding: readonly DraftSentence[]): DraftSentence | null {
  const before = preceding.at(-1);
  if (before === undefined || sentence.place !== 'blockquote' || before.place !== 'blockquote') return null;
  return before.block === sentence.block && sentence.span.start - before.span.end <= 1 ? before : null;
}

/** Whole sentences of the same voice between two places; null where the second does not follow the first near by. */
function passagesBetween(from: QuotedPlace, to: QuotedPlace, corpus: Corpus): readonly Passage[] | null {
  if (from.citekey !== to.citekey || from.source !== to.source || to.span.start < from.span.end) return null;
  const last = corpus.passage(from.passages.at(-1) ?? -1);
  const next = to.passages[0] ?? -1;
  if (last === null || last.id === next) return last === null ? null : [];
  const between: Passage[] = [];
  for (let id = last.after, step = 0; id !== null && step < REACH; step++) {
    if (id === next) return between;
    const passage = corpus.passage(id);
    if (passage === null) return null;
    const own = passage.block.voice === last.block.voice && passage.block.speaker === last.block.speaker;
    if (own && passage.text.split(/\s+/).length >= SHORTEST) between.push(passage);
    id = passage.after;
  }
  return null;
}

/** Whether an ellipsis or a bracket stands at the edge of the quotation. */
function isMarked({ text }: DraftQuotation, edge: 'first' | 'last'): boolean {
  const units = quoteUnits(text);
  return units.at(edge === 'first' ? 0 : -1)?.kind !== 'word';
}

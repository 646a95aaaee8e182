/**
 * Checks every quotation of a draft sentence against the corpus: word for word, then nearly. Candidates come from the
 * index; the words are compared in the source's own text, over the borders of passages and over interruptions by others.
 */
import type { Corpus } from '../../corpus/corpus.ts';
import { tellsWhoSpeaks } from '../../draft/quotations.ts';
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import type { QuotationResult } from '../types.ts';
import { joinedApart } from './apart.ts';
import { wordWeights } from './candidates.ts';
import { changesOf, differences, isJoined } from './changes.ts';
import { byCitation } from './cited.ts';
import { cutNegation } from './cut.ts';
import { QuoteSearch } from './search.ts';
import { sentenceBefore, skippedBetween } from './skipped.ts';
import { isTitle } from './titles.ts';
import { type PassageWords, passageWords } from './window.ts';
import { type QuoteUnit, quoteUnits, wordCount } from './words.ts';

/** Fewer words are a phrase that anyone may use. */
const SHORTEST_QUOTATION = 4;
/** A longer quotation is checked in pieces, for alignment costs the square of its length. */
const LONGEST_PIECE = 300;

/** What became of each quotation of the sentence, in their order; `preceding` are the sentences before it, nearest last. */
export function checkQuotations(
  sentence: DraftSentence,
  corpus: Corpus,
  preceding: readonly DraftSentence[] = [],
): readonly QuotationResult[] {
  const quotations = quotationsOf(sentence);
  if (quotations.length === 0) return [];
  const words = passageWords(corpus);
  return quotations.map((quotation) => {
    const result = checkQuotation(quotation, sentence, corpus, words);
    const before = result.kind === 'exact' ? sentenceBefore(sentence, preceding) : null;
    const [quoted] = before === null ? [] : quotationsOf(before);
    if (result.kind !== 'exact' || before === null || quoted === undefined) return result;
    return skippedBetween(checkQuotation(quoted, before, corpus, words), quotation, result.places, corpus) ?? result;
  });
}

/**
 * The quotations to check, in the order of the results: in a block quotation every sentence is one, so that each has its
 * own verdict; elsewhere those that the draft marks.
 */
export function quotationsOf(sentence: DraftSentence): readonly DraftQuotation[] {
  const { text, origin, span } = sentence;
  const block = sentence.place === 'blockquote' && !/^\s*(?:—|–|--)/.test(text) && !tellsWhoSpeaks(text);
  if (!block) return sentence.quotations;
  return [
    {
      span,
      inner: span,
      text,
      origin,
      plain: { start: 0, end: text.length },
      kind: 'block',
      attributedTo: sentence.quotations.find((one) => one.kind === 'block')?.attributedTo ?? null,
    },
  ];
}

function checkQuotation(quotation: DraftQuotation, sentence: DraftSentence, corpus: Corpus, words: PassageWords): QuotationResult {
  const units = quoteUnits(quotation.text);
  if (wordCount(units) < SHORTEST_QUOTATION) return { kind: 'not-checked', quotation, why: 'too-short' };
  if (isTitle(quotation, sentence, corpus)) return { kind: 'not-checked', quotation, why: 'title' };
  const result = together(
    pieces(units).map((piece) => checkUnits(quotation, piece, corpus, words)),
    quotation,
  );
  return result.kind === 'exact' || result.kind === 'changed' ? { ...result, places: byCitation(result.places, sentence, corpus) } : result;
}

function checkUnits(quotation: DraftQuotation, units: readonly QuoteUnit[], corpus: Corpus, words: PassageWords): QuotationResult {
  const search = new QuoteSearch(quotation.text, units, corpus, words);
  const exact = search.exact();
  if (exact.length > 0) return cutNegation(quotation, units, exact, corpus) ?? { kind: 'exact', quotation, places: exact };
  const turned = search.outOfOrder();
  if (turned.length > 0) return { kind: 'changed', quotation, places: turned, changes: [], joined: true };
  const near = search.near();
  if (near === null) {
    const joined = joinedApart(quotation, units, wordWeights(quotation.text, corpus), search.windows(), corpus);
    return joined ?? { kind: 'not-found', quotation };
  }
  const all = differences(near.alignment.steps);
  const changes = changesOf(all, units, near.window, quotation, corpus);
  return { kind: 'changed', quotation, places: near.places, changes, joined: isJoined(all, near.window.words) };
}

/** The units in pieces of about equal length. */
function pieces(units: readonly QuoteUnit[]): readonly (readonly QuoteUnit[])[] {
  const count = Math.ceil(units.length / LONGEST_PIECE);
  const size = Math.ceil(units.length / count);
  return Array.from({ length: count }, (_, i) => units.slice(i * size, (i + 1) * size));
}

/** The result of a quotation from those of its pieces: nowhere where most of them are, else all their differences. */
function together(results: readonly QuotationResult[], quotation: DraftQuotation): QuotationResult {
  const [only] = results;
  if (results.length === 1 && only !== undefined) return only;
  const placed = results.flatMap((result) => (result.kind === 'exact' || result.kind === 'changed' ? [result] : []));
  if (placed.length * 2 < results.length) return { kind: 'not-found', quotation };
  const changed = placed.flatMap((result) => (result.kind === 'changed' ? [result] : []));
  const [first] = changed.length > 0 ? changed : placed;
  const places = first?.places ?? [];
  if (changed.length === 0) return { kind: 'exact', quotation, places };
  return {
    kind: 'changed',
    quotation,
    places,
    changes: changed.flatMap((result) => result.changes),
    joined: changed.some((result) => result.joined),
  };
}

/** Titles in quotation marks name a work; they quote nobody. */
import type { Corpus } from '../../corpus/corpus.ts';
import type { DraftQuotation, DraftSentence } from '../../draft/types.ts';
import { sourceWords } from './words.ts';

const INTRODUCES =
  /\b(?:titled|entitled|headed|headlined|subtitled|under the (?:title|heading|headline)|headline|title|heading)\s*[,:]?\s*$/i;
const MAY_INTRODUCE =
  /\b(?:called|named|article|book|film|documentary|programme|program|paper|report|chapter|section|episode|series|poem|play|novel|song|column|blog|post|leaflet|pamphlet|guide|guidance|study|thesis|essay|podcast|module|course|policy|strategy)\s*,?\s*$/i;
const SMALL_WORD = /^(?:a|an|the|and|or|but|nor|for|of|in|on|at|to|by|from|with|as|is|it|its|vs|into|over|per|via)$/i;

/** The titles of the corpus as word sequences, for one check; made once per corpus. */
const titlesOf = new WeakMap<Corpus, ReadonlySet<string>>();

/** Whether the quotation is the title of a work: one of the corpus's own, or words that the draft introduces as a title. */
export function isTitle(quotation: DraftQuotation, sentence: DraftSentence, corpus: Corpus): boolean {
  if (quotation.kind === 'block') return false;
  if (corpusTitles(corpus).has(keys(quotation.text))) return true;
  const before = sentence.text.slice(Math.max(0, quotation.plain.start - 60), quotation.plain.start);
  if (INTRODUCES.test(before)) return true;
  return MAY_INTRODUCE.test(before) && isTitleCase(quotation.text);
}

function corpusTitles(corpus: Corpus): ReadonlySet<string> {
  const known = titlesOf.get(corpus);
  if (known !== undefined) return known;
  const titles = new Set<string>();
  for (const { title } of corpus.documents.values()) {
    titles.add(keys(title));
    // "Title: subtitle" and "Title - publisher" are cited by their first half too.
    for (const half of title.split(/\s*[:–—|]\s+|\s+-\s+/)) if (sourceWords(half).length >= 4) titles.add(keys(half));
  }
  titlesOf.set(corpus, titles);
  return titles;
}

function keys(text: string): string {
  return sourceWords(text)
    .map((word) => word.key)
    .join(' ');
}

/** Most words that are not small begin with a capital. */
function isTitleCase(text: string): boolean {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)].map((match) => match[0]).filter((word) => !SMALL_WORD.test(word));
  const capital = words.filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= 2 && capital.length * 5 >= words.length * 4;
}

/** Pieces of text that state nothing: labels, captions, entries of a bibliography, table cells. */
import type { DraftSentence } from '../types.ts';
import { isFiniteVerb, type SentenceView } from './view.ts';

/** Whether a text is no sentence. Running paragraphs are taken for sentences more readily than list items and cells. */
export function isFragment(view: SentenceView, place: DraftSentence['place']): boolean {
  const words = view.words.filter((word) => word.tag.upos !== 'PUNCT');
  if (words.length < 2 || !/\p{L}/u.test(view.text)) return true;
  const stopped = /[.!?…][”"’')\]]*$/.test(view.text);
  const finite = view.words.some((word, i) => isFiniteVerb(word) || (i > 0 && looksFinite(view, i)));
  if (place === 'table-cell') return !(stopped && finite && words.length >= 4);
  if (place === 'footnote') return !finite || words.length < 4;
  if (view.quotedWords >= 4) return false;
  if (/^(?:table|figure|box|chart|appendix|annex|map|photo|source|note)s? [\dA-Z]+\.?$/i.test(view.text)) return true;
  if (place === 'list-item') return !finite && (!stopped || words.length < 5);
  return !finite && (!stopped || words.length < 4);
}

/** A word in -s after a noun and before a determiner may be a verb that rules alone take for a plural: "the board meets the …". */
function looksFinite(view: SentenceView, i: number): boolean {
  const word = view.words[i];
  const before = view.words[i - 1]?.tag.upos;
  return word !== undefined && !word.quoted && /[^s]s$/.test(word.lower) && (before === 'NOUN' || before === 'PROPN' || before === 'PRON');
}

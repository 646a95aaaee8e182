/** A selection in a source as something that can be cited: exactly which words, and how they are cited where no draft is. */
import type { Corpus } from '../../corpus/corpus.ts';
import { placeInWords } from '../../corpus/places.ts';
import { documentInWords } from '../../corpus/words.ts';
import type { SourcePlaceResult } from '../protocol.ts';
import type { SourcePlace } from './at-place.ts';

/** More than this is no quotation any more, but a copy of the source. */
const LONGEST = 4000;

export function describedPlace({ source, span, documents, passages }: SourcePlace, corpus: Corpus): SourcePlaceResult {
  const [document] = documents;
  if (document === undefined)
    return { ok: false, why: 'These words belong to no document of the file (a menu, a heading of the site), so they cannot be cited.' };
  if (documents.length > 1) return { ok: false, why: 'The selection reaches over two documents of the file. Select words of one of them.' };
  const [first] = passages;
  const empty = source.text.slice(span.start, span.end).trim() === '';
  if (empty && first === undefined) return { ok: false, why: 'Select the words to cite, or put the cursor into a sentence.' };
  const { start, end } = empty && first !== undefined ? first.span : trimmed(source.text, span.start, span.end);
  if (end - start > LONGEST)
    return { ok: false, why: `The selection has more than ${LONGEST} characters. Select the words that the draft rests on.` };
  const words = source.text.slice(start, end);
  const place = placeInWords(source, { span: { start }, line: corpus.lineOf(source.id, start) });
  const cite = [documentInWords(document, source.id), ...(place === null ? [] : [place])].join(', ');
  const quote = `“${words.replace(/\s+/g, ' ')}” (${cite})`;
  return { ok: true, what: { citekey: document.citekey, words, start }, title: document.title.trim() || source.id, plain: { cite, quote } };
}

function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
}

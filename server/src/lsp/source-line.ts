/** One line that says where a passage is from, for a hover with a link that opens it there. */
import type { Corpus } from '../corpus/corpus.ts';
import type { Passage } from '../corpus/domain.ts';
import { placeInWords } from '../corpus/places.ts';
import { dateInWords } from '../corpus/words.ts';
import type { Evidence } from '../verify/types.ts';
import { escapeMarkdown, markdownLink } from './markdown.ts';
import { placeInSource } from './places.ts';
import { pathOf, uriAt } from './uris.ts';

/** What such a line needs to know of a piece of evidence or a quoted place. */
export type InSource = Pick<Evidence, 'citekey' | 'source' | 'span' | 'line'>;

/**
 * `[Title](…), Publisher, 12 March 2009, line 12` as Markdown; what is not known is left out. A page in the editor's preview
 * is words alone, for it follows no link to a file.
 */
export function sourceLine(at: InSource, corpus: Corpus, as: 'link' | 'words' = 'link'): string {
  const document = corpus.documents.get(at.citekey);
  const about = [document?.publisher ?? null, dateInWords(document?.date ?? null)].filter((part) => part !== null && part !== '');
  const where = placeInWords(corpus.sources.get(at.source)?.source, at);
  const name = document?.title ?? at.citekey;
  const title = as === 'link' ? link(name, at, corpus) : `*${escapeMarkdown(name)}*`;
  return [title, ...about.map((part) => escapeMarkdown(String(part))), ...(where === null ? [] : [where])].join(', ');
}

function link(title: string, { source, span }: InSource, corpus: Corpus): string {
  const place = placeInSource(corpus, source, span);
  const file = place === null ? null : pathOf(place.uri);
  if (place === null || file === null) return `*${escapeMarkdown(title)}*`;
  const { line, character } = place.range.start;
  // A PDF has no first line; any file opens at its beginning where the link names no place.
  return markdownLink(title, line === 0 && character === 0 ? place.uri : uriAt(file, line + 1, character + 1));
}

/** A passage that nothing was concluded of, told like one that something was. */
export function evidenceOf({ id, source, citekey, span, text }: Passage, corpus: Corpus): Evidence {
  const { standing, speaker } = corpus.standing(id);
  const line = corpus.lineOf(source, span.start);
  return { passage: id, citekey, source, span, line, quote: text, standing, speaker, stance: 'supports', score: 0 };
}

/** Where a passage stands, in words and in a form that a terminal or another program can open. */
import type { Corpus } from '../corpus/corpus.ts';
import { isFileText, placeAt, placeName } from '../corpus/places.ts';
import { documentInWords } from '../corpus/words.ts';
import type { Evidence } from '../verify/types.ts';
import { printable } from './terminal.ts';

export interface Sources {
  readonly corpus: Corpus;
  /** The path of a source as a person in the working folder would write it, by its id. */
  readonly pathOf: (source: string) => string;
}

/** The file of a passage; `line` (1-based) is the file's own, null where it has none; `name` is its page or paragraph. */
export interface FilePlace {
  readonly path: string;
  readonly line: number | null;
  readonly name: string | null;
}

export function filePlace({ source: id, span, line }: Pick<Evidence, 'source' | 'span' | 'line'>, { corpus, pathOf }: Sources): FilePlace {
  const source = corpus.sources.get(id)?.source;
  if (source === undefined || isFileText(source)) return { path: pathOf(id), line, name: null };
  const place = placeAt(source, span.start);
  return { path: pathOf(id), line: place?.position === undefined ? null : place.position.line + 1, name: placeName(place) };
}

/** `path:line`, with the line of the file itself; `path, page 3` where it has no lines. */
export function fileInWords({ path, line, name }: FilePlace): string {
  return `${path}${line === null ? '' : `:${line}`}${name === null ? '' : `, ${name}`}`;
}

/** `Title, Publisher, date, path:line`. */
export function placeOf(evidence: Pick<Evidence, 'citekey' | 'source' | 'span' | 'line'>, sources: Sources): string {
  const { citekey } = evidence;
  const document = documentInWords(sources.corpus.documents.get(citekey), citekey);
  return printable(`${document}, ${fileInWords(filePlace(evidence, sources))}`);
}

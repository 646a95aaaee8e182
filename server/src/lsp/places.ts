/** Where in its file a stretch of a source stands, as the protocol counts. */
import type { Location, Range } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import type { Source, SourceSpan } from '../corpus/domain.ts';
import { isFileText, placeAt } from '../corpus/places.ts';
import { LineMap } from '../text/lines.ts';
import { uriOf } from './uris.ts';

/** Line maps of sources, made on first use and let go with the source. */
const maps = new WeakMap<Source, LineMap>();

function linesOfSource(source: Source): LineMap {
  const known = maps.get(source);
  if (known !== undefined) return known;
  const map = new LineMap(source.text);
  maps.set(source, map);
  return map;
}

/** The place of a span in the file it came from; null where the corpus has no such source. */
export function placeInSource(corpus: Corpus, id: string, span: SourceSpan): Location | null {
  const source = corpus.sources.get(id)?.source;
  return source === undefined ? null : { uri: uriOf(source.path), range: rangeInSource(source, span) };
}

/** The lines (1-based, inclusive) of a source as a place; lines that it does not have are brought back to its last one. */
export function placeAtLines(corpus: Corpus, id: string, [first, last]: readonly [number, number]): Location | null {
  const source = corpus.sources.get(id)?.source;
  if (source === undefined) return null;
  const lines = linesOfSource(source);
  const within = (line: number) => Math.max(0, Math.min(line, lines.lineCount) - 1);
  const end = lines.start(within(last)) + lines.content(within(last)).length;
  return placeInSource(corpus, id, { start: lines.start(within(first)), end });
}

/**
 * Text that was extracted has other lines than the file that the editor opens. There the place is where the words come
 * from in the file, as far as that is text (HTML); else its beginning, which is at least not a wrong one.
 */
function rangeInSource(source: Source, span: SourceSpan): Range {
  if (isFileText(source)) return linesOfSource(source).range(span);
  const start = placeAt(source, span.start)?.position ?? { line: 0, character: 0 };
  return { start, end: start };
}

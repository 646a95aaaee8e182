/** Over each cited sentence of a source: how many sentences of which drafts cite it. */

import type { CodeLens, Location } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import { counted } from '../../rules/wording.ts';
import { placeAtLines } from '../places.ts';
import { SHOW_REFERENCES_COMMAND } from '../protocol.ts';
import type { FoundCitation } from './library.ts';
import { citingPlaces } from './references.ts';

/** The lenses of a source file, by the first lines of the places that are cited; citations of the whole stand at its first line. */
export function citingLenses(found: readonly FoundCitation[], id: string, uri: string, corpus: Corpus): CodeLens[] {
  const byLine = new Map<number, FoundCitation[]>();
  for (const one of found) {
    if (one.resolution.source !== id) continue;
    const line = one.resolution.lines?.[0] ?? 1;
    byLine.set(line, [...(byLine.get(line) ?? []), one]);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, citations]): readonly CodeLens[] => {
      const place = placeAtLines(corpus, id, [line, line]);
      if (place === null) return [];
      const places = citingPlaces(citations);
      const { start } = place.range;
      const command = { title: citedBy(places), command: SHOW_REFERENCES_COMMAND, arguments: [uri, start, places] };
      return [{ range: { start, end: start }, command }];
    });
}

/** `Cited by 3 sentences in 2 drafts`. */
function citedBy(places: readonly Location[]): string {
  const drafts = new Set(places.map(({ uri }) => uri)).size;
  return `Cited by ${counted(places.length, 'sentence')} in ${counted(drafts, 'draft')}`;
}

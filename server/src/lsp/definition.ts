/** From a citation in the draft to the place it leads to. */
import type { Location } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import type { Citation } from '../draft/types.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { CheckedDraft } from './checks.ts';
import { citationsAt } from './citing/at-place.ts';
import { placeAtLines, placeInSource } from './places.ts';

/** The places that the citations at an offset lead to (a footnote's marker may hold several); empty where none stands there. */
export function definitionAt({ report, project }: CheckedDraft, offset: number): Location[] {
  return citationsAt(report.draft, offset).flatMap((citation) => placeOf(citation, report.draft.path, project.corpus) ?? []);
}

function placeOf(citation: Citation, draftPath: string, corpus: Corpus): Location | null {
  const resolution = resolveCitation(citation, draftPath, corpus);
  if (resolution.kind !== 'found') return null;
  const { source, citekeys, lines } = resolution;
  if (lines !== null && resolution.placeExists) return placeAtLines(corpus, source, lines);
  const [citekey] = citekeys;
  const start = (citekey === undefined ? undefined : corpus.documents.get(citekey)?.ranges[0]?.start) ?? 0;
  return placeInSource(corpus, source, { start, end: start });
}

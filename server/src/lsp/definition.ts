/** From a citation in the draft to the place it leads to. */
import type { Location } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import type { Citation, Draft } from '../draft/types.ts';
import { resolveCitation } from '../verify/citations/resolve.ts';
import type { CheckedDraft } from './checks.ts';
import { placeAtLines, placeInSource } from './places.ts';

/** The places that the citation at an offset leads to; empty where none stands there or it leads nowhere. */
export function definitionAt({ report, project }: CheckedDraft, offset: number): Location[] {
  const citation = citationAt(report.draft, offset);
  if (citation === null) return [];
  const place = placeOf(citation, report.path, project.corpus);
  return place === null ? [] : [place];
}

function citationAt(draft: Draft, offset: number): Citation | null {
  const all = [...draft.sentences.flatMap((sentence) => sentence.citations), ...draft.citations];
  const holds = ({ span, targetSpan }: Citation) =>
    (span.start <= offset && offset <= span.end) || (targetSpan.start <= offset && offset <= targetSpan.end);
  return all.find(holds) ?? null;
}

function placeOf(citation: Citation, draftPath: string, corpus: Corpus): Location | null {
  const resolution = resolveCitation(citation, draftPath, corpus);
  if (resolution.kind !== 'found') return null;
  if (resolution.lines !== null) return placeAtLines(corpus, resolution.source, resolution.lines);
  const [citekey] = resolution.citekeys;
  const start = (citekey === undefined ? undefined : corpus.documents.get(citekey)?.ranges[0]?.start) ?? 0;
  return placeInSource(corpus, resolution.source, { start, end: start });
}

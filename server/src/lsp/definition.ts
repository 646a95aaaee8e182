/** From a citation in the draft to the place it leads to. */
import * as path from 'node:path';
import type { Location } from 'vscode-languageserver/node';
import type { Corpus } from '../corpus/corpus.ts';
import type { Source } from '../corpus/domain.ts';
import { locatorLines } from '../draft/citation-targets.ts';
import type { Citation, CitationTarget, Draft } from '../draft/types.ts';
import type { CheckedDraft } from './checks.ts';
import { linesOfSource, placeInSource } from './places.ts';
import { uriOf } from './uris.ts';

/** The places that the citation at an offset leads to; empty where none stands there or it leads nowhere. */
export function definitionAt({ report, project, ...draft }: CheckedDraft & { readonly path: string }, offset: number): Location[] {
  const citation = citationAt(report.draft, offset);
  if (citation === null) return [];
  const place = placeOf(citation.target, project.corpus, draft.path);
  return place === null ? [] : [place];
}

function citationAt(draft: Draft, offset: number): Citation | null {
  const all = [...draft.sentences.flatMap((sentence) => sentence.citations), ...draft.citations];
  const holds = ({ span, targetSpan }: Citation) =>
    (span.start <= offset && offset <= span.end) || (targetSpan.start <= offset && offset <= targetSpan.end);
  return all.find(holds) ?? null;
}

function placeOf(target: CitationTarget, corpus: Corpus, draft: string): Location | null {
  switch (target.kind) {
    case 'missing-footnote':
      return null;
    case 'citekey': {
      const document = corpus.documents.get(target.citekey);
      const source = document === undefined ? undefined : corpus.sources.get(document.source)?.source;
      if (document === undefined || source === undefined) return null;
      const lines = locatorLines(target.locator);
      if (lines !== null) return placeAtLines(source, lines);
      return placeInSource(corpus, document.source, { start: document.ranges[0]?.start ?? 0, end: document.ranges[0]?.start ?? 0 });
    }
    case 'path': {
      const source = sourceOfPath(target.path, corpus, draft);
      if (source === null) return null;
      if (target.lines !== null) return placeAtLines(source, target.lines);
      return placeAtWords(source, target.textFragment, corpus);
    }
  }
}

/** A path counts from the draft's folder; a web address is that of a document. */
function sourceOfPath(target: string, corpus: Corpus, draft: string): Source | null {
  if (/^https?:/i.test(target)) {
    const document = [...corpus.documents.values()].find(({ url }) => url === target);
    return document === undefined ? null : (corpus.sources.get(document.source)?.source ?? null);
  }
  const file = path.resolve(path.dirname(draft), target).split(path.sep).join('/');
  return [...corpus.sources.values()].find(({ source }) => source.path === file)?.source ?? null;
}

function placeAtLines(source: Source, [first, last]: readonly [number, number]): Location {
  const lines = linesOfSource(source);
  const count = lines.lineCount;
  const from = Math.min(first, count) - 1;
  const to = Math.min(last, count) - 1;
  return {
    uri: uriOf(source.path),
    range: { start: { line: Math.max(0, from), character: 0 }, end: { line: Math.max(0, to), character: lines.content(to).length } },
  };
}

function placeAtWords(source: Source, words: string | null, corpus: Corpus): Location | null {
  const at = words === null ? -1 : source.text.indexOf(words);
  return placeInSource(corpus, source.id, at < 0 || words === null ? { start: 0, end: 0 } : { start: at, end: at + words.length });
}

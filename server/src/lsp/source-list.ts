/** The documents of the corpora that drafts are checked against, with what the drafts make of them. */
import * as path from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/domain.ts';
import { dateInWords } from '../corpus/words.ts';
import type { Project } from '../project/project.ts';
import type { DraftUse } from './draft-use.ts';
import { placeInSource } from './places.ts';
import type { WireCorpus, WireDocument, WireSource } from './protocol-review.ts';
import { uriOf } from './uris.ts';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `uses`: of all drafts that were checked, those on other corpora among them. */
export function sourcesOf(project: Project, uses: readonly DraftUse[]): WireCorpus {
  const { corpus, roots, problems } = project;
  const own = uses.filter((use) => use.project === project);
  const known = [...corpus.sources.values()].map(
    ({ source, documents }): WireSource => ({
      name: source.id,
      uri: uriOf(source.path),
      documents: documents.map((document) => documentOf(document, corpus, own)),
      problems: problems.filter((problem) => problem.source === source.id),
    }),
  );
  const lost = new Map<string, WireSource>();
  for (const { source } of problems) {
    if (corpus.sources.has(source)) continue;
    const uri = uriOf(path.resolve(roots[0] ?? '', source));
    lost.set(source, { name: source, uri, documents: [], problems: problems.filter((one) => one.source === source) });
  }
  return { roots, sources: [...known, ...lost.values()], drafts: own.length };
}

function documentOf(document: CorpusDocument, corpus: Corpus, uses: readonly DraftUse[]): WireDocument {
  const { citekey, title, publisher, kind, date, source, ranges } = document;
  const of = uses.flatMap((use) => use.documents.get(citekey) ?? []);
  const start = ranges[0]?.start ?? 0;
  const place = placeInSource(corpus, source, { start, end: start });
  return {
    citekey,
    title,
    publisher,
    kind,
    date: dateInWords(date),
    passages: corpus.passagesOf(citekey).length,
    citations: of.reduce((sum, { citations }) => sum + citations, 0),
    passagesCited: new Set(of.flatMap(({ passages }) => [...passages])).size,
    claims: of.reduce((sum, { claims }) => sum + claims, 0),
    uri: place?.uri ?? '',
    range: place?.range ?? START,
  };
}

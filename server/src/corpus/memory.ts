/** Corpora from strings, for tests and other callers that hold their sources in memory. */
import { buildCorpus } from './build.ts';
import type { Corpus } from './corpus.ts';
import type { Source } from './domain.ts';
import { sourceFormat } from './formats.ts';
import { structureSource } from './structure/structure.ts';
import { shortHash } from './unique-citekeys.ts';

/** A source as if a file of this name (below `root`) held this text. */
export function sourceOf(id: string, text: string, root = '/corpus/seeds'): Source {
  return { id, path: `${root}/${id}`, text, hash: shortHash(text, 0), format: sourceFormat(id) ?? 'text', places: [] };
}

/** A corpus of named texts: `corpusOf({ 'a.txt': 'The council met on 3 May.' })`. */
export function corpusOf(files: Readonly<Record<string, string>>): Corpus {
  return buildCorpus(Object.entries(files).map(([id, text]) => structureSource(sourceOf(id, text))));
}

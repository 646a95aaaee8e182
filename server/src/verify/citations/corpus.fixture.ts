/** A corpus for tests of citations: one document a file, named after it, whatever the reading of layouts makes of such texts. */
import { buildCorpus } from '../../corpus/build.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Block, PlaceMark } from '../../corpus/domain.ts';
import { sourceOf } from '../../corpus/memory.ts';

/** `places` are those of files whose text was extracted, by name. */
export type Places = Readonly<Record<string, readonly PlaceMark[]>>;

export function plainCorpus(files: Readonly<Record<string, string>>, places: Places = {}): Corpus {
  return buildCorpus(
    Object.entries(files).map(([id, text]) => {
      const source = { ...sourceOf(id, text), places: places[id] ?? [] };
      const name = id.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
      const ranges = [{ start: 0, end: text.length }];
      const described = { publisher: null, author: null, date: null, url: null, parent: null };
      return {
        source,
        documents: [{ citekey: name, source: id, title: name, kind: 'report', ranges, blocks: paragraphs(text), ...described }],
        furniture: [],
        problems: [],
      };
    }),
  );
}

function paragraphs(text: string): readonly Block[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => ({
    kind: 'paragraph',
    span: { start: match.index, end: match.index + match[0].length },
    voice: 'document',
    speaker: null,
    turnRole: null,
    date: null,
  }));
}

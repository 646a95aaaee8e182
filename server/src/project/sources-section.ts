/** The list of sources of a draft, written in a style: what a command of either face needs to write it and keep it up to date. */
import { dirname, resolve } from 'node:path';
import { citedDocuments } from '../bibliography/cited.ts';
import { plainEntries } from '../bibliography/plain-style.ts';
import { referenceOf } from '../bibliography/reference.ts';
import { sectionEdits } from '../bibliography/section.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { DraftEdit } from '../draft/citation-style.ts';
import type { Draft } from '../draft/types.ts';
import { styledEntries } from './pandoc.ts';

/** Style names that are no files. */
export const BUILT_IN_STYLE = 'author-date';
export const PANDOC_STYLE = 'pandoc';

export type SourcesList =
  | { readonly ok: true; readonly edits: readonly DraftEdit[]; readonly sources: number; readonly unknown: number }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/**
 * The edits that write the list of what `draft` cites, or bring it up to date (none where it is). `draft.path` is absolute.
 * `style` is "author-date", "pandoc" (Pandoc's own) or the path of a CSL file; null for what the draft's front matter says
 * (`csl:`, as Pandoc reads it, relative to the draft), else "author-date".
 */
export async function sourcesSection(draft: Draft, corpus: Corpus, style: string | null): Promise<SourcesList> {
  const { documents, unknown } = citedDocuments(draft, corpus);
  const references = documents.map(referenceOf);
  const wanted = style ?? fromFrontMatter(draft) ?? BUILT_IN_STYLE;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(wanted)) {
    return { ok: false, message: `${wanted} is on the web, and nothing is fetched`, remedy: 'Save the style as a file and name that.' };
  }
  if (wanted === BUILT_IN_STYLE) {
    return { ok: true, edits: sectionEdits(draft, plainEntries(references)), sources: references.length, unknown: unknown.length };
  }
  const styled = await styledEntries(references, wanted === PANDOC_STYLE ? null : resolve(dirname(draft.path), wanted));
  if (!styled.ok) return styled;
  return { ok: true, edits: sectionEdits(draft, styled.entries), sources: references.length, unknown: unknown.length };
}

function fromFrontMatter({ frontMatter }: Draft): string | null {
  const style = frontMatter['csl'] ?? frontMatter['citation-style'];
  // The form of citations in the draft ("link", "footnote") has the same name.
  return typeof style === 'string' && /\.csl$/i.test(style) ? style : null;
}

/** The edits of corpus.json that give a document another citekey, in the file's own layout. */
import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import type { Corpus } from '../../corpus/corpus.ts';
import { createDescriber } from '../../corpus/describe.ts';
import type { CorpusDocument, StructuredSource } from '../../corpus/domain.ts';
import { type Manifest, type ManifestDocument, parseManifest } from '../../corpus/manifest.ts';
import { structureSource } from '../../corpus/structure/structure.ts';
import type { Span } from '../../text/span.ts';
import type { Refusable } from './rename.ts';

/** The corpus.json of one root of the sources; `text` is null where there is none yet. */
export interface ManifestFile {
  readonly file: string;
  /** The folder it stands in, with forward slashes and one at the end. */
  readonly folder: string;
  readonly text: string | null;
}

export interface ManifestEdit {
  readonly file: string;
  readonly before: string | null;
  readonly edits: readonly { readonly span: Span<'manifest'>; readonly newText: string }[];
}

/** The edits of all manifests: the document's own entry, and whatever names it as its parent. */
export function manifestEdits(
  document: CorpusDocument,
  name: string,
  corpus: Corpus,
  manifests: readonly ManifestFile[],
): Refusable<readonly ManifestEdit[]> {
  const structured = corpus.sources.get(document.source);
  const path = structured?.source.path ?? '';
  const own = manifests.find(({ folder }) => path.startsWith(folder));
  if (structured === undefined || own === undefined)
    return refused(
      'The source of this document is named as a single file, and has no corpus.json that could hold another citekey. Name its folder instead.',
    );
  const edits: ManifestEdit[] = [];
  for (const manifest of manifests) {
    const parsed = manifest.text === null ? null : parseManifest(manifest.text, 'corpus.json').manifest;
    if (manifest.text !== null && parsed === null)
      return refused(`${manifest.file} cannot be read, so nothing was renamed. Mend it first.`);
    const changes = [
      ...(manifest === own ? ownChanges(document, name, structured, path.slice(own.folder.length), parsed) : []),
      ...parentChanges(document.citekey, name, parsed),
    ];
    if (changes.length === 0) continue;
    const before = manifest.text ?? '';
    const after = changes.reduce(
      (text, { at, value }) => applyEdits(text, modify(text, at, value, { formattingOptions: layoutOf(text) })),
      before === '' ? EMPTY : before,
    );
    if (manifest === own && !givesName(after, path.slice(own.folder.length), structured, name, document))
      return refused(
        `${manifest.file} describes this source in a way that leaves no place for another citekey. Give the document its lines there first.`,
      );
    edits.push({ file: manifest.file, before: manifest.text, edits: [smallestEdit(before, after)] });
  }
  return { ok: true, value: edits };
}

const EMPTY = '{\n  "version": 1,\n  "sources": {}\n}\n';

interface Change {
  readonly at: JSONPath;
  readonly value: unknown;
}

function ownChanges(
  document: CorpusDocument,
  name: string,
  structured: StructuredSource,
  entryName: string,
  manifest: Manifest | null,
): readonly Change[] {
  const hashed = `sha256:${structured.source.hash}`;
  const key = manifest?.sources[entryName] === undefined && manifest?.sources[hashed] !== undefined ? hashed : entryName;
  const entries = manifest?.sources[key]?.documents ?? [];
  // What the program itself calls the document: the name by which an entry can speak of it.
  const found = structureSource(structured.source).documents;
  const base = found.find(({ ranges }) => ranges[0]?.start === document.ranges[0]?.start)?.citekey ?? null;
  const index = entries.findIndex((entry) => isEntryOf(entry, document, base, structured, found.length === 1));
  if (index >= 0) return [{ at: ['sources', key, 'documents', index, 'citekey'], value: name }];
  const entry = found.length === 1 ? { citekey: name } : { found: base ?? document.citekey, citekey: name };
  if (manifest?.sources[key]?.documents === undefined) return [{ at: ['sources', key, 'documents'], value: [entry] }];
  return [{ at: ['sources', key, 'documents', entries.length], value: entry }];
}

function isEntryOf(
  entry: ManifestDocument,
  document: CorpusDocument,
  base: string | null,
  { source }: StructuredSource,
  alone: boolean,
): boolean {
  // A key that two sources claimed was given a mark behind it.
  if (entry.citekey !== undefined) return entry.citekey === document.citekey || document.citekey.startsWith(`${entry.citekey}-`);
  if (entry.found !== undefined) return entry.found === base;
  const start = document.ranges[0]?.start ?? 0;
  if (entry.lines === undefined) return alone;
  const line = source.text.slice(0, start).split(/\r\n|\n|\r/).length;
  return entry.lines.some(([from, to]) => from <= line && line <= to);
}

function parentChanges(citekey: string, name: string, manifest: Manifest | null): readonly Change[] {
  return Object.entries(manifest?.sources ?? {}).flatMap(([source, { documents = [] }]) =>
    documents.flatMap(({ parent }, index) =>
      parent === citekey ? [{ at: ['sources', source, 'documents', index, 'parent'], value: name }] : [],
    ),
  );
}

/** Whether the changed manifest gives just this document the new name: what would do anything else is not done. */
function givesName(text: string, entryName: string, structured: StructuredSource, name: string, document: CorpusDocument): boolean {
  const prefix = structured.source.id.slice(0, structured.source.id.length - entryName.length);
  const { documents } = createDescriber([{ path: '', prefix, text }]).structure(structured.source);
  const starts = ({ ranges }: CorpusDocument) => ranges[0]?.start;
  return (
    documents.length === structured.documents.length &&
    documents.filter(({ citekey }) => citekey === name).length === 1 &&
    documents.some((one) => one.citekey === name && starts(one) === starts(document))
  );
}

/** What differs, as one replacement: the rest of the file keeps its layout, and the cursor its place. */
function smallestEdit(before: string, after: string): { readonly span: Span<'manifest'>; readonly newText: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}

/** How the file is laid out already. */
function layoutOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number; readonly eol: string } {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function refused(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

/** Renaming a citekey: in every draft that cites it and in corpus.json, as one edit that one undo takes back. */
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/domain.ts';
import { CITEKEY } from '../../corpus/manifest.ts';
import { pandocKey } from '../../draft/citation-text.ts';
import type { Citation, Draft, DraftSpan } from '../../draft/types.ts';
import type { Range } from '../../text/lines.ts';
import { LineMap } from '../../text/lines.ts';
import { uriOf } from '../uris.ts';
import { citationsAt } from './at-place.ts';
import type { FoundCitation } from './library.ts';
import { type ManifestFile, manifestEdits } from './rename-manifest.ts';

/** Why nothing is renamed, in words for the person; or what is. */
export type Refusable<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export interface RenameTarget {
  readonly document: CorpusDocument;
  readonly range: Range;
}

/** The citekey at an offset of a draft, if it is one that can be renamed. */
export function renameTarget(draft: Draft, lines: LineMap, offset: number, corpus: Corpus): Refusable<RenameTarget> {
  const citation = citationsAt(draft, offset).find(({ target, form }) => target.kind === 'citekey' && form === 'pandoc');
  if (citation === undefined || citation.target.kind !== 'citekey')
    return refused('Put the cursor on a citekey, such as @laming-2009, to rename it.');
  const document = corpus.documents.get(citation.target.citekey);
  if (document === undefined) return refused(`The sources have no document @${citation.target.citekey}, so there is nothing to rename.`);
  return { ok: true, value: { document, range: lines.range(keySpan(citation.targetSpan, draft.text)) } };
}

/** The new key as it is to be written, without the at sign that a person may have typed. */
export function newCitekey(typed: string, document: CorpusDocument, corpus: Corpus): Refusable<string> {
  const name = typed
    .trim()
    .replace(/^@?\{(.*)\}$/, '$1')
    .replace(/^@/, '');
  if (name === '') return refused('A citekey cannot be empty.');
  if (!CITEKEY.test(name))
    return refused(
      `“${name}” cannot be a citekey: it begins with a letter or a digit and holds letters, digits and marks such as - and _, and no space.`,
    );
  if (name === document.citekey) return refused(`The document is called @${name} already.`);
  const other = corpus.documents.get(name);
  if (other !== undefined) return refused(`@${name} is the citekey of “${other.title || other.source}” already.`);
  return { ok: true, value: name };
}

export interface RenameRequest {
  readonly document: CorpusDocument;
  readonly name: string;
  readonly corpus: Corpus;
  /** Every citation of the document in the drafts of the workspace. */
  readonly found: readonly FoundCitation[];
  readonly manifests: readonly ManifestFile[];
  /** Whether the client can make a file. */
  readonly createsFiles: boolean;
}

/** The edit of all files, or why it cannot be made. */
export function renameEdit({ document, name, corpus, found, manifests, createsFiles }: RenameRequest): Refusable<WorkspaceEdit> {
  const inManifests = manifestEdits(document, name, corpus, manifests);
  if (!inManifests.ok) return inManifests;
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const { file, before, edits } of inManifests.value) {
    const uri = uriOf(file);
    if (before === null) {
      if (!createsFiles)
        return refused(
          'There is no corpus.json beside the sources, and this editor cannot make one. Run “corroborate sources --write” first.',
        );
      changes.push({ kind: 'create', uri, options: { ignoreIfExists: false, overwrite: false } });
    }
    const lines = new LineMap(before ?? '');
    changes.push(
      edited(
        uri,
        null,
        edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
      ),
    );
  }
  const drafts = new Map<string, { readonly version: number | null; readonly edits: Map<number, TextEdit> }>();
  for (const { draft, citation } of found) {
    if (citation.target.kind !== 'citekey' || citation.target.citekey !== document.citekey) continue;
    const span = citedKey(citation, draft.draft);
    if (span === null) continue;
    const known = drafts.get(draft.uri) ?? { version: draft.version, edits: new Map<number, TextEdit>() };
    const braced = draft.draft.text[span.start - 1] === '{';
    known.edits.set(span.start, { range: draft.lines.range(span), newText: braced ? name : pandocKey(name) });
    drafts.set(draft.uri, known);
  }
  for (const [uri, { version, edits }] of drafts) changes.push(edited(uri, version, [...edits.values()]));
  return { ok: true, value: { documentChanges: changes } };
}

/** Where the key of a citation stands, in a footnote's definition for its marker; null where it is not there as expected. */
function citedKey({ target, targetSpan }: Citation, { text }: Draft): DraftSpan | null {
  const { start, end } = keySpan(targetSpan, text);
  return target.kind === 'citekey' && text.slice(start, end) === target.citekey ? { start, end } : null;
}

/** The key without its at sign and braces. */
function keySpan({ start, end }: DraftSpan, text: string): DraftSpan {
  const written = text.slice(start, end);
  const key = written.replace(/^@?\{?/, '');
  return { start: end - key.length, end: end - (key.endsWith('}') ? 1 : 0) };
}

function edited(uri: string, version: number | null, edits: TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits };
}

function refused(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}

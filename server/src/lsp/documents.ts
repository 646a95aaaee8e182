/**
 * The drafts that are open in the editor, kept in step by incremental changes. What a client sends is not trusted: a
 * change that does not fit the text is told, because from then on the two sides may hold different texts.
 */

import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What became of a change. `doubt` says in words why the texts may have come apart; null where all is well. */
export interface ChangeOutcome {
  readonly document: TextDocument | null;
  readonly doubt: string | null;
  /** Offset of the last change; null where the whole text was changed. */
  readonly place: number | null;
}

export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): readonly TextDocument[] {
    return [...this.#documents.values()];
  }

  open({ textDocument }: DidOpenTextDocumentParams): TextDocument {
    const { uri, languageId, version, text } = textDocument;
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    return document;
  }

  /** Applies the changes in order. A range beyond the text is brought back to its nearest place, and told. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): ChangeOutcome {
    const old = this.#documents.get(textDocument.uri);
    if (old === undefined) return { document: null, doubt: `a change arrived for ${textDocument.uri}, which is not open`, place: null };
    let document = old;
    let doubt: string | null = null;
    let place: number | null = null;
    for (const change of contentChanges) {
      doubt ??= doubtOf(document, change);
      const whole = sound(change);
      document = TextDocument.update(document, [whole], textDocument.version);
      place = 'range' in whole ? document.offsetAt(whole.range.start) : null;
    }
    this.#documents.set(textDocument.uri, document);
    return { document, doubt, place };
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    this.#documents.delete(textDocument.uri);
  }
}

function doubtOf(document: TextDocument, change: TextDocumentContentChangeEvent): string | null {
  if (!('range' in change) || change.range === undefined) return null;
  const { start, end } = change.range;
  for (const position of [start, end]) {
    const whole =
      Number.isInteger(position?.line) && Number.isInteger(position?.character) && position.line >= 0 && position.character >= 0;
    // A character beyond the end of its line is allowed by the protocol and means the line's end.
    if (!whole || position.line >= document.lineCount) return `a change to ${document.uri} lies outside the text (line ${position?.line})`;
  }
  if (start.line > end.line || (start.line === end.line && start.character > end.character))
    return `a change to ${document.uri} ends before it starts`;
  return null;
}

/** The change with numbers that are numbers and a text that is a text. */
function sound(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  const text = typeof change.text === 'string' ? change.text : '';
  if (!('range' in change) || change.range === undefined) return { text };
  const whole = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0);
  const place = (position: { line: number; character: number } | undefined) => ({
    line: whole(position?.line),
    character: whole(position?.character),
  });
  return { text, range: { start: place(change.range.start), end: place(change.range.end) } };
}

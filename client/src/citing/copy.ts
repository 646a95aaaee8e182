/**
 * Copy as Citation in a source, and what becomes of it when it is pasted: in a draft a citation that leads from there to
 * the words, in the draft's own style; anywhere else words that say where it stands.
 */
import * as vscode from 'vscode';
import {
  CITE_REQUEST,
  type CitedWords,
  type CiteParams,
  type CiteResult,
  SOURCE_PLACE_REQUEST,
  type SourcePlaceParams,
  type SourcePlaceResult,
} from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';
import type { Server } from '../server.ts';

type As = CiteParams['as'];

/** What was copied last, kept so that another window can paste it. */
interface Copied {
  readonly text: string;
  readonly what: CitedWords;
  readonly as: As;
}

const KEY = 'corroborate.copied';
const PLAIN = 'text/plain';

export async function copyAsCitation(server: Server, memory: vscode.Memento, as: As): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage('Open a source and select the words to cite.');
    return;
  }
  const { selection, document } = editor;
  const position = ({ line, character }: vscode.Position) => ({ line, character });
  const params: SourcePlaceParams = {
    textDocument: { uri: document.uri.toString() },
    range: { start: position(selection.start), end: position(selection.end) },
  };
  const place = await server.request<SourcePlaceResult>(SOURCE_PLACE_REQUEST, params);
  if (place === null) return;
  if (!place.ok) {
    void vscode.window.showWarningMessage(place.why);
    return;
  }
  const text = place.plain[as];
  await memory.update(KEY, { text, what: place.what, as } satisfies Copied);
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(quote) Copied a citation of “${place.title}”; paste it into a draft.`, SHOWN);
}

/** Milliseconds. */
const SHOWN = 5000;

/** Offers, where such a citation is pasted into a draft, the citation and the quotation with it, the one that was asked for first. */
export function createPasteProvider(server: Server, memory: vscode.Memento): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('corroborate');
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, [range], data, _context, token) {
      const copied = memory.get<Copied>(KEY);
      const text = copied === undefined ? undefined : await data.get(PLAIN)?.asString();
      if (range === undefined || copied === undefined || text?.replace(/\r\n/g, '\n') !== copied.text.replace(/\r\n/g, '\n'))
        return undefined;
      const order: readonly As[] = copied.as === 'cite' ? ['cite', 'quote'] : ['quote', 'cite'];
      const edits: vscode.DocumentPasteEdit[] = [];
      for (const as of order) {
        const edit = await pasteEdit(document, range, copied.what, as);
        if (token.isCancellationRequested) return undefined;
        if (edit !== null) edits.push(edit);
      }
      return edits;
    },
  };
  async function pasteEdit(document: vscode.TextDocument, { start }: vscode.Range, what: CitedWords, as: As) {
    const position = { line: start.line, character: start.character };
    const params: CiteParams = { textDocument: { uri: document.uri.toString() }, position, what, as, exactlyThere: true };
    const written = await server.request<CiteResult>(CITE_REQUEST, params);
    if (written?.ok !== true || written.version !== document.version) return null;
    const title = as === 'cite' ? 'Insert Citation' : 'Insert Quotation with Citation';
    const edit = new vscode.DocumentPasteEdit(written.newText, title, kind.append(as));
    if (written.also.length > 0) {
      const also = new vscode.WorkspaceEdit();
      for (const { range, newText } of written.also) also.insert(document.uri, toRange(range).start, newText);
      edit.additionalEdit = also;
    }
    return edit;
  }
  return vscode.languages.registerDocumentPasteEditProvider({ language: 'markdown' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [PLAIN],
  });
}

/** Insert Citation, Cite and Quote, Open Source at Passage: all begin with the passages that the server ranks for the sentence at the cursor. */
import * as vscode from 'vscode';
import {
  CITE_REQUEST,
  type CitablePassage,
  type CitedWords,
  type CiteParams,
  type CiteResult,
  PASSAGES_REQUEST,
  type PassagesParams,
  type PassagesResult,
} from '../../../server/src/lsp/protocol.ts';
import { openAt, toRange } from '../ranges.ts';
import type { Server } from '../server.ts';
import { pickPassage } from './picker.ts';
import type { Recent } from './recent.ts';

const TYPE = 'Type words of the passage, its title, speaker, publisher or date';
const CHANGED = 'The draft has changed meanwhile. Cite again.';

export async function insertCitation(server: Server, recent: Recent): Promise<void> {
  const ranked = await rankedPassages(server, recent);
  if (ranked === null) return;
  const { editor, result, search } = ranked;
  if (result.sentence === null) {
    void vscode.window.showInformationMessage('Put the cursor into the sentence that you want to cite a source for.');
    return;
  }
  const passage = await pickPassage(result.passages, { title: 'Insert Citation', placeholder: TYPE, search });
  if (passage === null || !(await isStill(editor, result.version))) return;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of passage.edits) edit.insert(editor.document.uri, toRange(range).start, newText);
  if (await vscode.workspace.applyEdit(edit)) await recent.remember(wordsOf(passage));
}

export async function citeAndQuote(server: Server, recent: Recent): Promise<void> {
  const ranked = await rankedPassages(server, recent);
  if (ranked === null) return;
  const { editor, result, search, position, textDocument } = ranked;
  const passage = await pickPassage(result.passages, { title: 'Cite and Quote', placeholder: TYPE, search });
  if (passage === null || !(await isStill(editor, result.version))) return;
  const params: CiteParams = { textDocument, position, what: wordsOf(passage), as: 'quote', exactlyThere: false };
  const written = await server.request<CiteResult>(CITE_REQUEST, params);
  if (written === null) return;
  if (!written.ok) {
    void vscode.window.showWarningMessage(written.why);
    return;
  }
  if (!(await isStill(editor, written.version))) return;
  const at = new vscode.Position(written.position.line, written.position.character);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(editor.document.uri, at, written.newText);
  for (const { range, newText } of written.also) edit.insert(editor.document.uri, toRange(range).start, newText);
  const end = editor.document.offsetAt(at) + written.newText.length;
  if (!(await vscode.workspace.applyEdit(edit))) return;
  // Writing goes on behind the quotation.
  const behind = editor.document.positionAt(end);
  editor.selection = new vscode.Selection(behind, behind);
  await recent.remember(wordsOf(passage));
}

export async function openSource(server: Server, recent: Recent): Promise<void> {
  const ranked = await rankedPassages(server, recent);
  if (ranked === null) return;
  const bearing = ranked.result.passages.filter((passage) => passage.stance !== null);
  const [only] = bearing;
  const title = 'Open Source at Passage';
  const passage =
    only !== undefined && bearing.length === 1
      ? only
      : await pickPassage(bearing.length > 0 ? bearing : ranked.result.passages, { title, placeholder: TYPE, search: ranked.search });
  if (passage !== null) await openAt(passage.uri, passage.range, { viewColumn: vscode.ViewColumn.Beside });
}

interface Ranked extends PassagesParams {
  readonly editor: vscode.TextEditor;
  readonly result: PassagesResult;
  readonly search: (typed: string) => Promise<readonly CitablePassage[]>;
}

/** The passages for the place at the cursor; null, with a word of why, where no draft is. */
async function rankedPassages(server: Server, recent: Recent): Promise<Ranked | null> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open a Markdown draft and put the cursor into a sentence first.');
    return null;
  }
  const { line, character } = editor.selection.active;
  const params: PassagesParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
  const result = await server.request<PassagesResult>(PASSAGES_REQUEST, { ...params, recent: recent.words });
  if (result === null) return null;
  const search = async (query: string): Promise<readonly CitablePassage[]> => {
    const found = await server.request<PassagesResult>(PASSAGES_REQUEST, { ...params, query });
    // Edits fit one version of the draft; those for another are of no use.
    return found?.version === result.version ? found.passages : [];
  };
  return { ...params, editor, result, search };
}

function wordsOf({ citekey, quote, start }: CitablePassage): CitedWords {
  return { citekey, words: quote, start };
}

/** Brings the draft to the front again; false, and told, where it is not as it was. */
async function isStill(editor: vscode.TextEditor, version: number): Promise<boolean> {
  await vscode.window.showTextDocument(editor.document, editor.viewColumn ?? vscode.ViewColumn.Active);
  if (editor.document.version === version) return true;
  void vscode.window.showWarningMessage(CHANGED);
  return false;
}

/** Insert Citation and Open Source at Passage: both begin with the passages that the server ranks for the sentence at the cursor. */
import * as vscode from 'vscode';
import { type CitablePassage, PASSAGES_REQUEST, type PassagesParams, type PassagesResult } from '../../server/src/lsp/protocol.ts';
import { pickPassage, toRange } from './picker.ts';
import type { Server } from './server.ts';

interface Ranked {
  readonly editor: vscode.TextEditor;
  readonly result: PassagesResult;
}

export async function insertCitation(server: Server): Promise<void> {
  const ranked = await rankedPassages(server);
  if (ranked === null) return;
  const { editor, result } = ranked;
  const passage = await pickPassage(result.passages, {
    title: 'Insert Citation',
    placeholder: 'Type words of the passage, its title, publisher or date',
    beside: true,
  });
  if (passage === null) return;
  await vscode.window.showTextDocument(editor.document, editor.viewColumn ?? vscode.ViewColumn.Active);
  if (editor.document.version !== result.version) {
    void vscode.window.showWarningMessage('The draft has changed meanwhile. Insert the citation again.');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of passage.edits) edit.insert(editor.document.uri, toRange(range).start, newText);
  await vscode.workspace.applyEdit(edit);
}

export async function openSource(server: Server): Promise<void> {
  const ranked = await rankedPassages(server);
  if (ranked === null) return;
  const { passages } = ranked.result;
  const bearing = passages.filter((passage) => passage.stance !== null);
  const [only] = bearing;
  const passage =
    only !== undefined && bearing.length === 1
      ? only
      : await pickPassage(bearing.length > 0 ? bearing : passages, {
          title: 'Open Source at Passage',
          placeholder: 'Choose a passage',
          beside: true,
        });
  if (passage !== null) await open(passage);
}

async function open(passage: CitablePassage): Promise<void> {
  try {
    const uri = vscode.Uri.parse(passage.uri, true);
    await vscode.workspace.fs.stat(uri);
    // Unlike showTextDocument, this opens a PDF or a Word document too, in whatever the editor has for it.
    const options: vscode.TextDocumentShowOptions = { viewColumn: vscode.ViewColumn.Beside, selection: toRange(passage.range) };
    await vscode.commands.executeCommand('vscode.open', uri, options);
  } catch {
    void vscode.window.showWarningMessage(`The source of “${passage.title}” cannot be opened. It may have been moved or deleted.`);
  }
}

/** The passages for the sentence at the cursor; null, with a word of why, where there are none to choose from. */
async function rankedPassages(server: Server): Promise<Ranked | null> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open a Markdown draft and put the cursor into a sentence first.');
    return null;
  }
  const { line, character } = editor.selection.active;
  const params: PassagesParams = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
  const result = await server.request<PassagesResult>(PASSAGES_REQUEST, params);
  if (result === null) return null;
  if (result.sentence === null)
    void vscode.window.showInformationMessage('Put the cursor into the sentence that you want to cite a source for.');
  else if (result.passages.length === 0)
    void vscode.window.showInformationMessage('No passage of the sources has anything in common with this sentence.');
  return result.passages.length === 0 ? null : { editor, result };
}

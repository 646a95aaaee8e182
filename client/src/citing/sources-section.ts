/** Update Sources Section: the list of what the draft cites, written into it or brought up to date. */
import * as vscode from 'vscode';
import { SOURCES_SECTION_REQUEST, type SourcesSectionParams, type SourcesSectionResult } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';
import type { Server } from '../server.ts';
import { count } from '../wording.ts';

export async function updateSourcesSection(server: Server): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open a Markdown draft first.');
    return;
  }
  const { document } = editor;
  const params: SourcesSectionParams = { textDocument: { uri: document.uri.toString() } };
  const list = await server.request<SourcesSectionResult>(SOURCES_SECTION_REQUEST, params);
  if (list === null) return;
  if (!list.ok) {
    void vscode.window.showWarningMessage(list.why);
    return;
  }
  if (list.version !== document.version) {
    void vscode.window.showWarningMessage('The draft has changed meanwhile. Update the list of sources again.');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of list.edits) edit.replace(document.uri, toRange(range), newText);
  if (list.edits.length > 0 && !(await vscode.workspace.applyEdit(edit))) return;
  const left =
    list.unknown === 0
      ? ''
      : ` ${count(list.unknown, 'citation')} ${list.unknown === 1 ? 'leads' : 'lead'} to no source, and ${list.unknown === 1 ? 'is' : 'are'} left out.`;
  if (list.sources === 0 && list.edits.length === 0) {
    void vscode.window.showInformationMessage(`This draft cites no source, and needs no list.${left}`);
    return;
  }
  const done = list.edits.length === 0 ? 'The list of sources is up to date' : 'The list of sources was written';
  void vscode.window.showInformationMessage(`${done}: ${count(list.sources, 'source')}.${left}`);
}

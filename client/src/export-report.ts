/** Export Evidence Report: the draft with all that it rests on, as one HTML file for readers without this program. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { type ClaimsParams, REPORT_REQUEST, type ReportResult } from '../../server/src/lsp/protocol-review.ts';
import type { ReviewModel } from './review-model.ts';
import type { Server } from './server.ts';

const OPEN = 'Open';

/** Asks where to, unless `target` says it. */
export async function exportReport(server: Server, model: ReviewModel, target?: vscode.Uri): Promise<void> {
  const { uri } = model;
  const params: ClaimsParams | null = uri === null ? null : { textDocument: { uri: uri.toString() } };
  const result = params === null ? null : await server.request<ReportResult>(REPORT_REQUEST, params);
  if (uri === null || result === null || result.html === null) {
    void vscode.window.showInformationMessage('Open a draft that is checked first; the report is about it.');
    return;
  }
  const name = `${path.posix.basename(uri.path).replace(/\.[^.]*$/, '')}-evidence.html`;
  const usual = uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..', name) : vscode.workspace.workspaceFolders?.[0]?.uri;
  const file =
    target ??
    (await vscode.window.showSaveDialog({
      title: 'Export Evidence Report',
      filters: { HTML: ['html'] },
      ...(usual === undefined ? {} : { defaultUri: usual }),
    }));
  if (file === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(result.html));
  } catch (error) {
    void vscode.window.showErrorMessage(`The report was not written: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  const written = vscode.window.showInformationMessage(`The evidence report is in ${vscode.workspace.asRelativePath(file)}.`, OPEN);
  void written.then((chosen) => (chosen === OPEN ? vscode.env.openExternal(file) : undefined));
}

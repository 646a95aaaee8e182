/** Commands about the workspace as a whole: check all drafts, add a source. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { RELOAD_REQUEST } from '../../server/src/lsp/protocol.ts';
import { CHECK_WORKSPACE_REQUEST, type WorkspaceResult } from '../../server/src/lsp/protocol-review.ts';
import type { ReviewModel } from './review-model.ts';
import type { Server } from './server.ts';
import { count } from './wording.ts';

export async function checkWorkspace(server: Server): Promise<void> {
  const result = await server.request<WorkspaceResult>(CHECK_WORKSPACE_REQUEST, {});
  if (result === null || result.cancelled) return;
  const { drafts, claims, supported, findings, unmatched } = result;
  if (drafts === 0) {
    void vscode.window.showInformationMessage('There is no draft to check: no Markdown file here has sources to be checked against.');
    return;
  }
  const idle = unmatched === 0 ? '' : ` ${count(unmatched, 'ignore')} match${unmatched === 1 ? 'es' : ''} nothing any more.`;
  const told = `Checked ${count(drafts, 'draft')}: ${supported} of ${count(claims, 'claim')} supported, ${count(findings, 'finding')}.${idle}`;
  const actions = [...(findings > 0 ? [SHOW_PROBLEMS] : []), ...(unmatched > 0 ? [SHOW_IGNORES] : [])];
  const chosen = await vscode.window.showInformationMessage(told, ...actions);
  if (chosen === SHOW_PROBLEMS) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === SHOW_IGNORES) await vscode.commands.executeCommand('corroborate.showIgnores');
}

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_IGNORES = 'Show What is Ignored';

/** Copies files into the folder of the sources, which is made where there is none; what is there already stays. */
export async function addSource(server: Server, model: ReviewModel): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const root = model.sources.corpora[0]?.roots[0];
  const target = root !== undefined ? vscode.Uri.file(root) : folder === undefined ? null : vscode.Uri.joinPath(folder.uri, 'sources');
  if (target === null) {
    void vscode.window.showInformationMessage('Open the folder of your review first (File > Open Folder).');
    return;
  }
  const name = vscode.workspace.asRelativePath(target);
  const files = await vscode.window.showOpenDialog({
    title: `Add Sources to “${name}”`,
    openLabel: 'Add',
    canSelectMany: true,
    filters: { Sources: EXTENSIONS, 'All files': ['*'] },
  });
  const failed: string[] = [];
  for (const file of files ?? []) if (!(await copied(file, target))) failed.push(path.posix.basename(file.path));
  if (failed.length > 0)
    void vscode.window.showWarningMessage(
      `${failed.join(', ')} ${failed.length === 1 ? 'was' : 'were'} not added to “${name}”: a file of that name is there already, or the folder cannot be written to.`,
    );
  if (files !== undefined && failed.length < files.length) await server.request(RELOAD_REQUEST, null);
}

async function copied(file: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const target = vscode.Uri.joinPath(folder, path.posix.basename(file.path));
  return vscode.workspace.fs.copy(file, target, { overwrite: false }).then(
    () => true,
    () => false,
  );
}

const EXTENSIONS = ['txt', 'md', 'markdown', 'rst', 'html', 'htm', 'pdf', 'docx', 'srt', 'vtt', 'eml', 'json', 'csv'];

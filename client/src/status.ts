/** The status bar item, and the list behind it: what was read, what is wrong, and what can be done. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { count, statusLine } from './wording.ts';

const BACKGROUND = { calm: undefined, warning: 'statusBarItem.warningBackground', error: 'statusBarItem.errorBackground' } as const;

export function createStatusBar(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('corroborate.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Corroborate';
  item.command = 'corroborate.showStatus';
  const update = () => {
    const line = statusLine(server.state, server.status, activeMarkdown()?.uri.toString() ?? null);
    if (line === null) return item.hide();
    item.text = line.text;
    item.tooltip = line.tooltip;
    item.accessibilityInformation = { label: `Corroborate: ${line.text.replace(/\$\([^)]*\)\s*/, '')}` };
    const background = BACKGROUND[line.level];
    item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    item.show();
  };
  update();
  return vscode.Disposable.from(item, server.onChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}

export function activeMarkdown(): vscode.TextDocument | null {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document : null;
}

interface StatusEntry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** Shows what the server knows and what a person can do about it. */
export async function showStatus(server: Server): Promise<void> {
  const picked = await vscode.window.showQuickPick(entries(server), {
    title: 'Corroborate',
    placeHolder: statusWords(server),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.run?.();
}

function statusWords(server: Server): string {
  const line = statusLine(server.state, server.status, activeMarkdown()?.uri.toString() ?? null);
  return line === null ? 'No draft is open' : line.text.replace(/\$\([^)]*\)\s*/, '');
}

function entries(server: Server): readonly StatusEntry[] {
  const corpora = server.status?.corpora ?? [];
  const problems = corpora.flatMap((corpus) => corpus.problems.map((problem) => ({ ...problem, root: corpus.roots[0] ?? '' })));
  const section = (label: string): StatusEntry => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    section('Sources'),
    ...corpora.map(
      (corpus): StatusEntry => ({
        label: `$(library) ${corpus.roots.map((root) => vscode.workspace.asRelativePath(root)).join(', ')}`,
        description: `${count(corpus.sources, 'file')}, ${count(corpus.documents, 'document')}, ${count(corpus.passages, 'passage')}`,
        ...detail(corpus.message === '' ? corpus.searchServer : corpus.message),
      }),
    ),
    ...problems.map(
      (problem): StatusEntry => ({
        label: `$(warning) ${problem.source}${problem.line === null ? '' : `, line ${problem.line}`}`,
        description: problem.message,
        detail: problem.remedy,
        run: () => openProblem(problem.root, problem.source, problem.line),
      }),
    ),
    ...(server.status?.troubles ?? []).map(
      (trouble): StatusEntry => ({ label: '$(error) Trouble', detail: trouble, run: () => server.output.show() }),
    ),
    section('Do'),
    { label: '$(refresh) Read the sources again', run: () => vscode.commands.executeCommand('corroborate.reload') },
    { label: '$(debug-restart) Restart the server', run: () => vscode.commands.executeCommand('corroborate.restartServer') },
    { label: '$(checklist) Check all drafts of the workspace', run: () => vscode.commands.executeCommand('corroborate.checkWorkspace') },
    { label: '$(circle-slash) Show what is ignored', run: () => vscode.commands.executeCommand('corroborate.showIgnores') },
    { label: '$(output) Open the log', run: () => server.output.show() },
    {
      label: '$(gear) Open the settings',
      run: () => vscode.commands.executeCommand('workbench.action.openSettings', '@ext:corroborate.corroborate'),
    },
  ];
}

function detail(words: string | null): { readonly detail?: string } {
  return words === null ? {} : { detail: words };
}

async function openProblem(root: string, source: string, line: number | null): Promise<void> {
  const at = new vscode.Position(Math.max(0, (line ?? 1) - 1), 0);
  try {
    const uri = vscode.Uri.file(path.join(root, source));
    await vscode.workspace.fs.stat(uri);
    const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at) };
    await vscode.commands.executeCommand('vscode.open', uri, options);
  } catch {
    await vscode.window.showWarningMessage(`${source} cannot be opened.`);
  }
}

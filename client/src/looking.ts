/** Tells the server which part of a draft the person sees, so that it is checked first. */
import * as vscode from 'vscode';
import { LOOKING_NOTIFICATION, type LookingParams } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** Milliseconds; scrolling says where it is many times a second. */
const GATHER = 100;

export function tellWhatIsSeen(server: Server): vscode.Disposable {
  let timer: NodeJS.Timeout | null = null;
  let wasRunning = false;
  const tell = (editor: vscode.TextEditor | undefined): void => {
    const [seen] = editor?.visibleRanges ?? [];
    if (editor?.document.languageId !== 'markdown' || seen === undefined) return;
    const params: LookingParams = { uri: editor.document.uri.toString(), line: (seen.start.line + seen.end.line) >> 1 };
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => server.tell(LOOKING_NOTIFICATION, params), GATHER);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => tell(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(tell),
    server.onChange(() => {
      const isRunning = server.state === 'running';
      if (isRunning && !wasRunning) tell(vscode.window.activeTextEditor);
      wasRunning = isRunning;
    }),
    new vscode.Disposable(() => {
      if (timer !== null) clearTimeout(timer);
    }),
  );
}

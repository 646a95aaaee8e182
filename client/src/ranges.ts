/** Ranges of the server's messages as the editor's, and editors that show a place. */
import * as vscode from 'vscode';
import type { WireRange } from '../../server/src/lsp/protocol.ts';

export function toRange({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Opens a file at a place, in whatever the editor has for it; says so where it cannot. */
export async function openAt(uri: string, range: WireRange, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  try {
    const parsed = vscode.Uri.parse(uri, true);
    await vscode.workspace.fs.stat(parsed);
    // Unlike showTextDocument, this opens a PDF or a Word document too.
    await vscode.commands.executeCommand('vscode.open', parsed, { ...options, selection: toRange(range) });
  } catch {
    void vscode.window.showWarningMessage('This file cannot be opened. It may have been moved or deleted.');
  }
}

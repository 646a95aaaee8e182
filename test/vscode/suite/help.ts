/** What the cases share: waiting, and files of the workspace. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

export interface Case {
  readonly name: string;
  readonly test: () => Promise<void>;
}

/** Milliseconds; a busy machine starts the server slowly. */
const PATIENCE = 30_000;

export async function until<T>(what: string, attempt: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const value = await attempt();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it never came to this: ${what}`);
}

export function workspaceUri(...parts: readonly string[]): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, ...parts);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

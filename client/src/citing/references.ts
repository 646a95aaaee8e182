/** What the editor's own commands need of references and renaming that the protocol does not give them. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { WirePosition, WireRange } from '../../../server/src/lsp/protocol.ts';
import { toRange } from '../ranges.ts';

interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

/** The command of a code lens: its places in the editor's own list. */
export async function showReferences(uri: string, { line, character }: WirePosition, places: readonly WireLocation[]): Promise<void> {
  const locations = places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri, true), toRange(place.range)));
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri, true),
    new vscode.Position(line, character),
    locations,
  );
}

/**
 * A refusal to rename is told, and ends there: VS Code would ask its own Markdown support next, which knows nothing of
 * citekeys and would change the words of this one bracket.
 */
export const renaming: Pick<Middleware, 'provideRenameEdits'> = {
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      // The server reads corpus.json from disk; its edits would fall into the wrong places of one that is changed and not saved.
      const changed = vscode.workspace.textDocuments.find(({ isDirty, uri }) => isDirty && uri.path.endsWith('/corpus.json'));
      if (changed !== undefined) throw new Error('Save corpus.json first: it holds changes, and renaming a citekey changes it too.');
      return await next(document, position, newName, token);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return new vscode.WorkspaceEdit();
    }
  },
};

/**
 * VS Code asks those first who came last. Its own Markdown support takes `[@key]` for the name of a link and would rename
 * that; so what it brings must be there before ours comes.
 */
export async function markdownSupport(): Promise<void> {
  const own = vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.resolve(own).catch(() => {}), patience]);
}

/** Milliseconds. */
const PATIENCE = 3000;

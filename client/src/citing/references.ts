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

/** The server reads corpus.json from disk; edits of it would fall into the wrong places of one that is changed and not saved. */
export const renaming: Pick<Middleware, 'provideRenameEdits'> = {
  provideRenameEdits: (document, position, newName, token, next) => {
    const changed = vscode.workspace.textDocuments.find(({ isDirty, uri }) => isDirty && uri.path.endsWith('/corpus.json'));
    if (changed !== undefined) throw new Error('Save corpus.json first: it holds changes, and renaming a citekey changes it too.');
    return next(document, position, newName, token);
  },
};

/** The VS Code face: starts the server and registers commands and the status bar. It checks nothing itself. */
import * as vscode from 'vscode';
import { RELOAD_REQUEST, SHOW_REFERENCES_COMMAND } from '../../server/src/lsp/protocol.ts';
import { citeAndQuote, insertCitation, openSource } from './citing/commands.ts';
import { copyAsCitation, createPasteProvider } from './citing/copy.ts';
import { Recent } from './citing/recent.ts';
import { markdownSupport, showReferences } from './citing/references.ts';
import { updateSourcesSection } from './citing/sources-section.ts';
import { clearIndexes } from './kept-indexes.ts';
import { tellWhatIsSeen } from './looking.ts';
import { registerReview } from './review.ts';
import { Server } from './server.ts';
import { createStatusBar, showStatus } from './status.ts';

let server: Server | null = null;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Server(context.asAbsolutePath('dist/main.cjs'));
  server = started;
  const recent = new Recent(context.workspaceState);
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(`corroborate.${name}`, run);
  context.subscriptions.push(
    started,
    createStatusBar(started),
    tellWhatIsSeen(started),
    registerReview(started, context.workspaceState),
    command('insertCitation', () => insertCitation(started, recent)),
    command('citeAndQuote', () => citeAndQuote(started, recent)),
    command('openSource', () => openSource(started, recent)),
    command('updateSourcesSection', () => updateSourcesSection(started)),
    command('copyCitation', () => copyAsCitation(started, context.globalState, 'cite')),
    command('copyQuotation', () => copyAsCitation(started, context.globalState, 'quote')),
    vscode.commands.registerCommand(SHOW_REFERENCES_COMMAND, showReferences),
    createPasteProvider(started, context.globalState),
    command('restartServer', () => started.restart()),
    command('reload', () => started.request(RELOAD_REQUEST, null)),
    command('clearIndexes', () => clearIndexes(started)),
    command('openLog', () => started.output.show()),
    command('showStatus', () => (started.state === 'stopped' ? started.restart() : showStatus(started))),
    // What may be read depends on it, and is settled when the server starts.
    vscode.workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // When to pull is settled when the client starts.
      if (event.affectsConfiguration('corroborate.run')) void started.restart();
    }),
  );
  await markdownSupport();
  await started.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

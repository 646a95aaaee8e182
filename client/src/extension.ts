/** The VS Code face: starts the server and registers commands and the status bar. It checks nothing itself. */
import * as vscode from 'vscode';
import { RELOAD_REQUEST } from '../../server/src/lsp/protocol.ts';
import { insertCitation, openSource } from './commands.ts';
import { Server } from './server.ts';
import { createStatusBar, showStatus } from './status.ts';

let server: Server | null = null;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Server(context.asAbsolutePath('dist/main.cjs'));
  server = started;
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(`corroborate.${name}`, run);
  context.subscriptions.push(
    started,
    createStatusBar(started),
    command('insertCitation', () => insertCitation(started)),
    command('openSource', () => openSource(started)),
    command('restartServer', () => started.restart()),
    command('reload', () => started.request(RELOAD_REQUEST, null)),
    command('showOutput', () => started.output.show()),
    command('showStatus', () => (started.state === 'stopped' ? started.restart() : showStatus(started))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // When to pull is settled when the client starts.
      if (event.affectsConfiguration('corroborate.run')) void started.restart();
    }),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

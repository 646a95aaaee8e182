/** `corroborate lsp`: the language server over standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LanguageServer } from './server.ts';

/** Starts the server; it ends with the exit notification, or when the client closes the pipe. `--stdio` is the only transport and may be named or not. */
export function startServer(_args: readonly string[]): void {
  // A client that is gone cannot be written to; the end of standard input then ends the process.
  process.stdout.on('error', () => process.exit(1));
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const server = new LanguageServer(connection);
  process.on('uncaughtException', (error) => server.fault(error));
  process.on('unhandledRejection', (reason) => server.fault(reason));
  server.listen();
}

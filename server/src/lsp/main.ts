/** `corroborate lsp`: the language server over standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { LanguageServer } from './server.ts';

/**
 * Starts the server; it ends with the exit notification, or when the client closes the pipe. Standard input and output are
 * the only transport, so that `--stdio`, which clients like to say, may be left out.
 */
export function startServer(args: readonly string[]): void {
  // The library finds its transport in the process's own arguments.
  if (!args.includes('--stdio')) process.argv.push('--stdio');
  const connection = createConnection(ProposedFeatures.all);
  const server = new LanguageServer(connection);
  process.on('uncaughtException', (error) => server.fault(error));
  process.on('unhandledRejection', (reason) => server.fault(reason));
  server.listen();
}

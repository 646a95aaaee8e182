/** `corroborate lsp --help`. The server itself is another face of the program, which main.ts starts. */
import type { Command } from './command.ts';
import { UsageError } from './command.ts';

export const command: Command = {
  name: 'lsp',
  usage: ['[--stdio]'],
  description:
    'Starts the language server, for an editor to talk to over standard input and output: findings as you type, the sources’ own words on hover, quick fixes, and the passages to cite. The VS Code extension brings its own and needs no setting up.',
  options: { stdio: { value: null, help: 'Talk over standard input and output, which is the only way and need not be said.' } },
  notes: [
    {
      heading: 'In other editors',
      lines: [
        'Tell the language client to run "corroborate lsp --stdio" for Markdown files, from the folder that holds drafts and sources.',
      ],
    },
  ],
  positionals: 'none',
  run() {
    throw new UsageError('Use "corroborate lsp --stdio".');
  },
};

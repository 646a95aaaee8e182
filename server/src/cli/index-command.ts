/** `corroborate index`: where the indexes of large corpora are kept, and how to clear them. */
import { counted } from '../rules/wording.ts';
import { clearIndexes, indexesFolder, type KeptIndex, keptIndexes } from '../store/cache-folder.ts';
import type { Arguments, Command } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { printable } from './terminal.ts';

export const command: Command = {
  name: 'index',
  usage: ['', '--clear'],
  description: 'Says where the indexes of large corpora are kept and how much room they take.',
  options: { clear: { value: null, help: 'remove them all; each is built again when it is needed.' } },
  notes: [
    {
      heading: 'Which corpora are kept, and how much room they may take',
      lines: ['in corroborate.json: { "reading": { "index": { "above": 8, "memory": 32, "disk": 4096 } } }, in megabytes'],
    },
  ],
  positionals: 'none',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const folder = indexesFolder();
  if (args.has('clear')) {
    const removed = clearIndexes(folder);
    io.out(removed.length === 0 ? 'There was no index to remove.\n' : `Removed ${sum(removed)} from ${printable(folder)}.\n`);
    return EXIT.clean;
  }
  const kept = keptIndexes(folder);
  io.out(kept.length === 0 ? `No index is kept in ${printable(folder)}.\n` : `${sum(kept)} in ${printable(folder)}.\n`);
  return EXIT.clean;
}

function sum(kept: readonly KeptIndex[]): string {
  const megabytes = kept.reduce((total, { bytes }) => total + bytes, 0) / 1024 / 1024;
  return `${counted(kept.length, 'index', 'indexes')}, ${megabytes.toFixed(1)} MB`;
}

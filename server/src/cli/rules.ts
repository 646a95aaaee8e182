/** `corroborate rules`: lists the kinds of findings. */
import { RULES } from '../rules/registry.ts';
import type { Arguments, Command } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { paintFor } from './terminal.ts';

export const command: Command = {
  name: 'rules',
  usage: ['[--format json]'],
  description: 'Lists the kinds of findings, how serious each is by itself, and what it means.',
  options: { format: { value: 'NAME', choices: ['table', 'json'], help: 'table (the usual one) or json.' } },
  notes: [
    {
      heading: 'To change how serious a kind of finding is',
      lines: ['on the command line: --rule weak-source:off', 'for good, in corroborate.json: { "rules": { "weak-source": "off" } }'],
    },
  ],
  positionals: 'none',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  if (args.value('format') === 'json') {
    io.out(
      `${JSON.stringify(
        RULES.map(({ code, severity, summary }) => ({ code, severity, summary })),
        null,
        2,
      )}\n`,
    );
    return EXIT.clean;
  }
  const paint = paintFor(io);
  const width = Math.max(...RULES.map(({ code }) => code.length)) + 2;
  for (const { code, severity, summary } of RULES) {
    io.out(`${paint.bold(code.padEnd(width))}${severity.padEnd('information'.length + 2)}${summary}\n`);
  }
  return EXIT.clean;
}

/** `corroborate rules`: lists the kinds of findings, and describes one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closest } from '../config/closest.ts';
import { reason } from '../corpus/load/reason.ts';
import { RULES } from '../rules/registry.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { paintFor, printable } from './terminal.ts';

export const command: Command = {
  name: 'rules',
  usage: ['[--format json]', 'CODE'],
  description:
    'Lists the kinds of findings, how serious each is by itself, and what it means. With the CODE of one, describes it: when it speaks, what it leaves alone, examples, and what can be done.',
  options: { format: { value: 'NAME', choices: ['table', 'json'], help: 'table (the usual one) or json.' } },
  notes: [
    {
      heading: 'To change how serious a kind of finding is',
      lines: ['on the command line: --rule weak-source:off', 'for good, in corroborate.json: { "rules": { "weak-source": "off" } }'],
    },
  ],
  positionals: { least: 0, most: 1 },
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const [code] = args.positionals;
  if (code !== undefined) {
    io.out(await described(code));
    return EXIT.clean;
  }
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

/** The rule's page, which travels with the program; it is Markdown, made to be read as it is. */
async function described(code: string): Promise<string> {
  const codes = RULES.map((rule) => rule.code);
  if (!codes.some((known) => known === code)) {
    const near = closest(code, codes);
    throw new UsageError(`There is no rule "${code}". ${near === null ? '"corroborate rules" lists them.' : `Did you mean "${near}"?`}`);
  }
  try {
    const page = await readFile(join(__dirname, '..', 'docs', 'rules', `${code}.md`), 'utf8');
    return `${page.trimEnd().split('\n').map(printable).join('\n')}\n`;
  } catch (error) {
    throw new UsageError(`The page on ${code} did not come with this program (${reason(error)}).`);
  }
}

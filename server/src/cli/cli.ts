/** The command line: finds the subcommand, reads its arguments, runs it, and turns every outcome into an exit code. */
import { version } from '../../../package.json';
import { closest } from '../config/closest.ts';
import { readArguments } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { commandHelp, type Listed, programHelp } from './help.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';

/** Loaded when called, so that `--version` and `lsp` do not wait for the engine. */
const COMMANDS: readonly (Listed & { readonly load: () => Promise<{ readonly command: Command }> })[] = [
  { name: 'lint', summary: 'Check drafts against their sources and list what was found.', load: () => import('./lint.ts') },
  {
    name: 'report',
    summary: 'Write an evidence report (HTML) for readers without this program.',
    load: () => import('./report-command.ts'),
  },
  { name: 'explain', summary: 'Say why the sentences on a line of a draft got their verdicts.', load: () => import('./explain.ts') },
  {
    name: 'sources',
    summary: 'List the sources: their documents, kinds, dates, and problems in reading them.',
    load: () => import('./sources.ts'),
  },
  { name: 'ignores', summary: 'List what is ignored, why, and what of it is out of date.', load: () => import('./ignores.ts') },
  { name: 'init', summary: 'Write a first configuration.', load: () => import('./init.ts') },
  { name: 'doctor', summary: 'Say what the program sees here, and why nothing is checked.', load: () => import('./doctor.ts') },
  {
    name: 'bibliography',
    summary: 'Write the list of sources into drafts, and keep it up to date.',
    load: () => import('./bibliography.ts'),
  },
  { name: 'export', summary: 'Write the corpus, or what drafts cite, as CSL-JSON, BibTeX or RIS.', load: () => import('./export.ts') },
  {
    name: 'index',
    summary: 'Say where the indexes of large corpora are kept, or clear them.',
    load: () => import('./index-command.ts'),
  },
  { name: 'rules', summary: 'List the kinds of findings and how serious they are.', load: () => import('./rules.ts') },
  { name: 'lsp', summary: 'Start the language server for an editor (corroborate lsp --stdio).', load: () => import('./lsp.ts') },
];

/** Runs `corroborate ARGV…`. Never throws: what fails is told on standard error, with exit code 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help')
      return await help(name === 'help' ? rest[0] : undefined, io, name === undefined);
    if (name === '--version' || name === '-v' || name === '-V') {
      io.out(`${version}\n`);
      return EXIT.clean;
    }
    const command = await find(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(commandHelp(command, io.columns));
      return EXIT.clean;
    }
    return await command.run(readArguments(rest, command), io);
  } catch (error) {
    io.note(`corroborate: ${error instanceof UsageError ? error.message : unexpected(error)}\n`);
    return EXIT.incomplete;
  }
}

async function help(name: string | undefined, io: Io, missing: boolean): Promise<ExitCode> {
  const text = name === undefined ? programHelp(COMMANDS, version, io.columns) : commandHelp(await find(name), io.columns);
  if (missing) {
    io.note(text);
    return EXIT.incomplete;
  }
  io.out(text);
  return EXIT.clean;
}

async function find(name: string): Promise<Command> {
  const entry = COMMANDS.find((command) => command.name === name);
  if (entry === undefined) {
    const near = closest(
      name,
      COMMANDS.map((command) => command.name),
    );
    const path = /[./\\*]/.test(name) ? `To check it, write "corroborate lint ${name}".` : '"corroborate --help" lists the commands.';
    throw new UsageError(`There is no command "${name}". ${near === null ? path : `Did you mean "${near}"?`}`);
  }
  return (await entry.load()).command;
}

function unexpected(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something went wrong inside the program. Please report it with these lines:\n${detail}`;
}

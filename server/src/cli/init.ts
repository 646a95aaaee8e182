/** `corroborate init`: a first configuration, with few questions. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reason } from '../corpus/load/reason.ts';
import { CONFIG_NAMES, CORPUS_FOLDERS, findConfigFile, kindOf } from '../project/discover.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { printable } from './terminal.ts';

const FILE = CONFIG_NAMES[0];
const DRAFTS_FOLDERS = ['drafts', 'reviews'];

export const command: Command = {
  name: 'init',
  usage: ['[OPTIONS]'],
  description: `Writes a ${FILE} into the current folder, after asking where the sources and the drafts are. A file that is there is never changed.`,
  options: {
    yes: { value: null, help: 'Ask nothing: take what is there, or the usual folders.' },
    sources: { value: 'DIR', repeatable: true, help: 'The folder with the sources.' },
    drafts: { value: 'PATTERN', repeatable: true, help: 'Which files are drafts, such as "drafts/**/*.md".' },
  },
  notes: [{ heading: 'Example', lines: ['  corroborate init --yes --sources evidence'] }],
  positionals: 'none',
  run,
};

interface Answers {
  readonly sources: readonly string[];
  readonly drafts: readonly string[];
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  for (const name of CONFIG_NAMES) {
    if ((await kindOf(join(io.cwd, name))) !== null)
      throw new UsageError(`There is a ${name} in this folder already; it was left as it is.`);
  }
  const answers = args.has('yes') ? await usual(args, io) : await asked(args, io);
  const config = { $schema: schemaAddress(io.cwd), sources: answers.sources, drafts: answers.drafts };
  try {
    // Written only where nothing is, also when somebody else writes one between the question and now.
    await writeFile(join(io.cwd, FILE), `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${FILE} was not written (${reason(error)}).`);
  }
  io.out(`${FILE} was written.\n`);
  for (const folder of answers.sources) await makeFolder(folder, io);
  const above = await findConfigFile(dirname(resolve(io.cwd)));
  if (above !== null) io.out(`In this folder it holds instead of ${printable(above)}.\n`);
  io.out(
    [
      '',
      `Next: put the sources (text, PDF, Word, saved web pages …) into ${printable(answers.sources.join(', '))}, and then`,
      '  corroborate sources     shows what was understood of them',
      '  corroborate lint        checks the drafts',
      '',
    ].join('\n'),
  );
  return EXIT.clean;
}

async function usual(args: Arguments, io: Io): Promise<Answers> {
  const given = { sources: args.values('sources'), drafts: args.values('drafts') };
  return {
    sources: given.sources.length > 0 ? given.sources : [(await firstFolder(CORPUS_FOLDERS, io)) ?? 'sources'],
    drafts: given.drafts.length > 0 ? given.drafts : await usualDrafts(io),
  };
}

async function usualDrafts(io: Io): Promise<readonly string[]> {
  const folder = await firstFolder(DRAFTS_FOLDERS, io);
  return [folder === null ? '**/*.md' : `${folder}/**/*.md`];
}

async function asked(args: Arguments, io: Io): Promise<Answers> {
  if (io.ask === null) throw new UsageError('Nobody is there to answer questions: use "corroborate init --yes".');
  const fallback = await usual(args, io);
  const ask = async (given: readonly string[], question: string, usually: readonly string[]) => {
    if (given.length > 0) return given;
    const answer = (await io.ask?.(`${question} [${usually.join(', ')}] `)) ?? '';
    const parts = answer.split(',').map((part) => part.trim());
    const named = parts.filter((part) => part !== '');
    return named.length === 0 ? usually : named;
  };
  return {
    sources: await ask(args.values('sources'), 'In which folder are the sources?', fallback.sources),
    drafts: await ask(args.values('drafts'), 'Which files are drafts?', fallback.drafts),
  };
}

async function makeFolder(folder: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, folder);
  if ((await kindOf(path)) !== null) return;
  try {
    await mkdir(path, { recursive: true });
    io.out(`The folder ${printable(folder)} was made; it is empty.\n`);
  } catch (error) {
    io.note(`corroborate: The folder ${printable(folder)} could not be made (${reason(error)}). Make it before the first check.\n`);
  }
}

/** The schema that came with this program: by a path from the folder where it is installed below it, else by its address on this machine. */
function schemaAddress(cwd: string): string {
  const schema = join(__dirname, '..', 'schemas', 'config.schema.json');
  const below = relative(cwd, schema);
  return below.startsWith('..') || below.includes(':') ? pathToFileURL(schema).href : `./${below.split(sep).join('/')}`;
}

async function firstFolder(names: readonly string[], io: Io): Promise<string | null> {
  for (const name of names) if ((await kindOf(join(io.cwd, name))) !== null) return name;
  return null;
}

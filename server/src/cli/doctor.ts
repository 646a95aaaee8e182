/** `corroborate doctor`: what the program sees from a folder, and why nothing would be checked there. */

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { configMessage } from '../config/load.ts';
import { parseDraft } from '../draft/parse.ts';
import { loadIgnoresFor } from '../project/ignore-files.ts';
import { counted } from '../rules/wording.ts';
import { permission } from '../search/access.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { findDrafts, readDraft, tellUnread } from './drafts.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { otherFiles } from './other-files.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { paintFor, printable } from './terminal.ts';

/** Longer lists are cut: they are to be read. */
const SHOWN = 12;

export const command: Command = {
  name: 'doctor',
  usage: ['[OPTIONS] [PATH]'],
  description:
    'Says what the program sees from the current folder (or from PATH, a folder or a draft): configuration, sources, index, drafts, ignores and versions; and what keeps drafts from being checked.',
  options: CORPUS_OPTIONS,
  notes: [
    CORPUS_NOTE,
    { heading: 'Exit codes', lines: ['0  drafts can be checked', '2  something is in the way; the last lines say what'] },
  ],
  positionals: { least: 0, most: 1 },
  run,
};

/** A heading and the lines below it. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const paint = paintFor(io);
  const from = resolve(io.cwd, args.positionals[0] ?? '.');
  const found = await stat(from).catch(() => null);
  // What is wrong is told in its own section, in the order of the list, and not on the way.
  const session = new Session(args, { ...io, note: () => {} });
  if (found === null) throw new UsageError(`${session.shown(from)} is not there. Name a draft or a folder.`);
  const sections = [
    { title: 'Program', lines: [`Corroborate ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`] },
    await configuration(from, session),
    await sources(from, session),
    await index(from, session),
    await drafts(args.positionals[0] ?? '.', session, io),
    await ignores(from, found.isDirectory(), session),
  ];
  for (const { title, lines } of sections) io.out(`${paint.bold(title)}\n${lines.map((line) => `  ${printable(line)}\n`).join('')}\n`);
  const failed = session.notes.filter((note) => note.failed);
  const remarks = session.notes.filter((note) => !note.failed);
  if (remarks.length > 0) io.out(`${paint.bold('Worth knowing')}\n${list(remarks.map(({ message }) => message))}\n`);
  if (failed.length === 0) {
    io.out(`${paint.green('Drafts can be checked: "corroborate lint".')}\n`);
    return EXIT.clean;
  }
  io.out(`${paint.bold(paint.red('In the way'))}\n${list(failed.map(({ message }) => message))}`);
  return EXIT.incomplete;
}

function list(messages: readonly string[]): string {
  const more = messages.length > SHOWN ? [`and ${messages.length - SHOWN} more`] : [];
  return [...messages.slice(0, SHOWN), ...more].map((message) => `  ! ${printable(message)}\n`).join('');
}

async function configuration(from: string, session: Session): Promise<Section> {
  const { path, config, problems } = await session.config(from);
  const changed = Object.entries(config.rules).map(([code, level]) => `${code}: ${level}`);
  return {
    title: 'Configuration',
    lines: [
      path === null ? 'no corroborate.json here or above: the usual settings hold' : session.shown(path),
      ...problems.map((problem) => `not obeyed: ${configMessage(session.shown(path ?? ''), problem)}`),
      ...(changed.length === 0 ? [] : [`rules changed: ${changed.join(', ')}`]),
      `a check fails from: ${config.failOn}`,
    ],
  };
}

const FOUND_BY = {
  option: 'named by --sources',
  config: 'named by the configuration',
  folder: 'the nearest folder of that name',
} as const;

async function sources(from: string, session: Session): Promise<Section> {
  const location = await session.locate(from);
  const opened = await session.open(from);
  if (location === null) return { title: 'Sources', lines: ['none were found'] };
  const roots = location.roots.map((root) => `${session.shown(root)} (${FOUND_BY[location.foundBy]})`);
  const corpus = opened?.project.corpus;
  const read =
    corpus === undefined
      ? ['nothing to check against was read']
      : [
          `${counted(corpus.sources.size, 'file')}, ${counted(corpus.documents.size, 'document')}, ${counted(corpus.passageCount, 'passage')}`,
        ];
  const others = await otherFiles(location.roots);
  const left =
    others.length === 0 ? [] : [`not read, being of other kinds: ${others.slice(0, SHOWN).join(', ')}${others.length > SHOWN ? ' …' : ''}`];
  return { title: 'Sources', lines: [...roots, ...read, ...left] };
}

async function index(from: string, session: Session): Promise<Section> {
  const { config } = await session.config(from);
  const server = (await session.open(from))?.project.searchServer ?? null;
  if (server !== null) return { title: 'Index', lines: [server] };
  const { refusal } = permission(config.reading);
  return {
    title: 'Index',
    lines: [refusal === null ? 'the program’s own' : `the program’s own: the search server is not asked, because ${refusal}`],
  };
}

async function drafts(given: string, session: Session, io: Io): Promise<Section> {
  const found = await findDrafts([given], io.cwd, session);
  for (const { path } of found) {
    const text = await readDraft(path, session);
    if (text !== null) tellUnread(parseDraft(path, text), session.shown(path), session);
  }
  const names = found.slice(0, SHOWN).map(({ path }) => session.shown(path));
  const more = found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [];
  return { title: `Drafts (${found.length})`, lines: found.length === 0 ? ['none were found'] : [...names, ...more] };
}

async function ignores(from: string, folder: boolean, session: Session): Promise<Section> {
  // The ignore file is looked for from a draft upwards; from a folder, as for a draft in it.
  const { file, ignores: entries, problem } = await loadIgnoresFor(folder ? resolve(from, 'draft.md') : from);
  if (problem !== null) session.failed(`${session.shown(file)}:${problem.line} was not obeyed: ${problem.words}`);
  const told =
    problem !== null
      ? `${session.shown(file)}: not obeyed`
      : entries.length === 0
        ? 'no ignore file is in use'
        : `${session.shown(file)}: ${counted(entries.length, 'decision')}`;
  return { title: 'Ignores', lines: [told, '"corroborate ignores" lists them, and the comments in drafts'] };
}

/** `corroborate lint`: checks drafts and prints what was found. */
import { resolve } from 'node:path';
import { FAIL_ON, type FailOn } from '../config.ts';
import type { Severity } from '../rules/types.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { decodeDraft, findDrafts, readDraft, tellProblems } from './drafts.ts';
import { FORMATS, isFormat } from './formats/formats.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import type { LintedDraft } from './linted.ts';
import { RULE_OPTION } from './rule-option.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';

export const command: Command = {
  name: 'lint',
  usage: ['[OPTIONS] [PATHS]', '[OPTIONS] --stdin-filename FILE < DRAFT'],
  description:
    'Checks drafts (Markdown) against their sources: which sentences the sources support, contradict or do not have, and whether quotations and citations are right. PATHS are files, folders or patterns such as "reviews/**/*.md"; without any, the current folder is searched.',
  options: {
    ...CORPUS_OPTIONS,
    format: {
      value: 'NAME',
      choices: Object.keys(FORMATS),
      help: 'How findings are printed: stylish (for reading, the usual one) or json (for programs; docs/report-format.md describes it).',
    },
    'fail-on': {
      value: 'LEVEL',
      choices: FAIL_ON,
      help: 'The least serious finding that makes the exit code 1: error, warning (the usual one), information, or never.',
    },
    rule: RULE_OPTION,
    'stdin-filename': { value: 'FILE', help: 'Check what comes on standard input as if it were this file.' },
  },
  notes: [
    CORPUS_NOTE,
    {
      heading: 'Exit codes',
      lines: [
        '0  every draft was checked, and nothing was found that counts (see --fail-on)',
        '1  every draft was checked, and there are findings',
        '2  not everything could be done: a wrong option or configuration, a draft or source that cannot be read. The rest is checked all the same, and standard error says what was not.',
      ],
    },
    {
      heading: 'Examples',
      lines: [
        '  corroborate lint drafts/',
        '  corroborate lint --sources evidence --rule missing-citation:off review.md',
        '  corroborate lint --format json drafts/ > report.json',
      ],
    },
  ],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const format = args.value('format') ?? 'stylish';
  if (!isFormat(format)) throw new UsageError(`--format cannot be "${format}".`);
  const session = new Session(args, io);
  const asked = FAIL_ON.find((level) => level === args.value('fail-on')) ?? null;
  const linted: LintedDraft[] = [];
  let failing = false;
  for await (const { path, text } of drafts(args, io, session)) {
    const opened = await session.open(path);
    if (opened === null) continue;
    const { project, settings, config } = opened;
    if (project.sourceAt(path) !== null) {
      session.failed(`${session.shown(path)} was not checked: it is one of the sources.`);
      continue;
    }
    const { corpus } = project;
    const report = project.check(path, text, settings);
    tellProblems(report.draft, session.shown(path), session);
    const draft = { name: session.shown(path), text, report, corpus, pathOf: (source: string) => session.sourcePath(corpus, source) };
    linted.push(draft);
    failing ||= fails(draft, asked ?? config.failOn);
  }
  io.out(FORMATS[format]({ drafts: linted, notChecked: session.messages, incomplete: session.incomplete }, io));
  return session.incomplete ? EXIT.incomplete : failing ? EXIT.findings : EXIT.clean;
}

async function* drafts(args: Arguments, io: Io, session: Session): AsyncGenerator<{ readonly path: string; readonly text: string }> {
  const stdin = args.value('stdin-filename');
  if (stdin !== null) {
    if (args.positionals.length > 0) throw new UsageError('With --stdin-filename, give no other paths.');
    const text = decodeDraft(await io.readStdin(), stdin, session);
    if (text !== null) yield { path: resolve(io.cwd, stdin), text };
    return;
  }
  for (const { path } of await findDrafts(args.positionals.length === 0 ? ['.'] : args.positionals, io.cwd, session)) {
    const text = await readDraft(path, session);
    if (text !== null) yield { path, text };
  }
}

const WEIGHT: Readonly<Record<Severity, number>> = { information: 1, warning: 2, error: 3 };

function fails({ report }: LintedDraft, failOn: FailOn): boolean {
  return failOn !== 'never' && report.findings.some(({ severity }) => WEIGHT[severity] >= WEIGHT[failOn]);
}

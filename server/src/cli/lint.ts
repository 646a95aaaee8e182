/** `corroborate lint`: checks drafts and prints what was found. */
import { FAIL_ON } from '../config.ts';
import { type Arguments, type Command, UsageError } from './command.ts';
import { FORMATS, isFormat } from './formats/formats.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { type LintOptions, lintOnce } from './lint-run.ts';
import { OUTPUT_OPTION, outputIo, put } from './output.ts';
import { RULE_OPTION } from './rule-option.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { watch } from './watch.ts';

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
      help: 'How findings are printed: stylish (for reading, the usual one), html (a report for readers without this program), json (for programs; docs/report-format.md describes it), sarif, github, junit (for build servers) or unix (a line each).',
    },
    output: OUTPUT_OPTION,
    quiet: { value: null, help: 'Leave out findings that do not count (see --fail-on), and say nothing where nothing is left.' },
    rule: RULE_OPTION,
    'fail-on': {
      value: 'LEVEL',
      choices: FAIL_ON,
      help: 'The least serious finding that makes the exit code 1: error, warning (the usual one), information, or never.',
    },
    'max-warnings': { value: 'NUMBER', help: 'Let so many warnings pass; errors count as ever.' },
    baseline: { value: 'FILE', help: 'Leave out the findings that this file holds, so that only new ones count.' },
    'write-baseline': { value: null, help: 'Write all findings there are into the file of --baseline, and count none.' },
    fix: {
      value: null,
      help: 'Put right what can be put right for sure (a misquotation, a citation that moved), and say what was changed.',
    },
    'fix-dry-run': { value: null, help: 'Say what --fix would change, and change nothing.' },
    'changed-since': {
      value: 'REF',
      help: 'Check only drafts that changed since this commit, branch or tag of git, or whose sources did.',
    },
    cache: { value: null, help: 'Remember results in .corroborate-cache.json, and check only what changed since.' },
    watch: { value: null, help: 'Check again whenever a draft or a source changes, until it is stopped with Ctrl+C.' },
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
        '  corroborate lint --format html --output report.html review.md',
        '  corroborate lint --baseline known.json --write-baseline drafts/',
      ],
    },
  ],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const options = lintOptions(args);
  if (options.watch) return watch(options, args, io);
  const session = new Session(args, io);
  const { result, failed } = await lintOnce(options, args.positionals, session, io);
  const text = FORMATS[options.format](result, outputIo(io, options.output), options);
  if (args.positionals.length === 0 && result.drafts.length === 0 && session.incomplete) {
    session.say('"corroborate doctor" says what is seen here; "corroborate init" writes a first configuration.');
  }
  // Into a file also nothing is written, for what stands there may be older.
  if (text !== '' || options.output !== null) await put(text, options.output, session, io);
  return session.incomplete ? EXIT.incomplete : failed ? EXIT.findings : EXIT.clean;
}

/** Throws a UsageError for options that exclude each other. */
function lintOptions(args: Arguments): LintOptions {
  const format = args.value('format') ?? 'stylish';
  if (!isFormat(format)) throw new UsageError(`--format cannot be "${format}".`);
  const stdin = args.value('stdin-filename');
  const fix = args.has('fix') ? 'write' : args.has('fix-dry-run') ? 'tell' : null;
  const excluded: readonly (readonly [boolean, string])[] = [
    [stdin !== null && args.positionals.length > 0, 'With --stdin-filename, give no other paths.'],
    [stdin !== null && fix === 'write', 'With --stdin-filename there is no file to change: use --fix-dry-run.'],
    [stdin !== null && args.has('changed-since'), 'With --stdin-filename, leave --changed-since out.'],
    [stdin !== null && args.has('watch'), 'With --stdin-filename there is no file to watch.'],
    [args.has('fix') && args.has('fix-dry-run'), 'Use --fix or --fix-dry-run, not both.'],
    [args.has('write-baseline') && args.value('baseline') === null, 'Name the file to write: --baseline FILE --write-baseline.'],
    [args.has('write-baseline') && fix !== null, 'Use --fix first, and then --write-baseline.'],
    [args.has('write-baseline') && args.has('watch'), 'Use --write-baseline without --watch.'],
    [args.has('watch') && fix === 'write', '--fix changes the files that --watch looks at: use one of them.'],
  ];
  const wrong = excluded.find(([applies]) => applies);
  if (wrong !== undefined) throw new UsageError(wrong[1]);
  return {
    format,
    output: args.value('output'),
    quiet: args.has('quiet'),
    failOn: FAIL_ON.find((level) => level === args.value('fail-on')) ?? null,
    maxWarnings: maxWarnings(args.value('max-warnings')),
    baseline: args.value('baseline'),
    writeBaseline: args.has('write-baseline'),
    fix,
    changedSince: args.value('changed-since'),
    cache: args.has('cache'),
    watch: args.has('watch'),
    stdin,
  };
}

function maxWarnings(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings ${text}: give a whole number, 0 or more.`);
  return Number(text);
}

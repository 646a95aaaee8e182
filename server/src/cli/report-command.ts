/** `corroborate report`: the evidence report of drafts, for readers without this program. */
import { counted } from '../rules/wording.ts';
import type { Arguments, Command } from './command.ts';
import { FORMATS } from './formats/formats.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { lintOnce } from './lint-run.ts';
import { OUTPUT_OPTION, outputIo, put } from './output.ts';
import { RULE_OPTION } from './rule-option.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';

const USUAL_FILE = 'evidence-report.html';

export const command: Command = {
  name: 'report',
  usage: ['[OPTIONS] [PATHS]'],
  description:
    'Writes an evidence report: one HTML file with the drafts, what became of each claim, the passages behind it, the sources and their use, and what was left out. It needs nothing but a browser, and prints.',
  options: {
    ...CORPUS_OPTIONS,
    output: { ...OUTPUT_OPTION, help: `The file to write (usually ${USUAL_FILE}).` },
    rule: RULE_OPTION,
    baseline: { value: 'FILE', help: 'Show the findings that this file holds as left out.' },
  },
  notes: [
    CORPUS_NOTE,
    {
      heading: 'Exit codes',
      lines: ['0  the report was written, whatever it says', '2  not everything could be checked or written; the report says so too'],
    },
    { heading: 'Example', lines: ['  corroborate report --output review.html drafts/review.md'] },
  ],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const session = new Session(args, io);
  const output = args.value('output') ?? USUAL_FILE;
  const options = {
    format: 'html',
    output,
    quiet: false,
    failOn: null,
    maxWarnings: null,
    baseline: args.value('baseline'),
    writeBaseline: false,
    fix: null,
    changedSince: null,
    cache: false,
    watch: false,
    stdin: null,
  } as const;
  const { result } = await lintOnce(options, args.positionals, session, io);
  // A page about nothing would take the place of an earlier report.
  if (result.drafts.length === 0) {
    session.say('No report was written, for no draft was checked.');
    return EXIT.incomplete;
  }
  const done = await put(FORMATS.html(result, outputIo(io, output), options), output, session, io);
  if (done) session.say(`The report on ${counted(result.drafts.length, 'draft')} is in ${output}.`);
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

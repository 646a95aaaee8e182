/** `corroborate ignores`: everything that somebody has said to leave be, and what of it is out of date. */

import { dirname } from 'node:path';
import { unmatchedIgnores } from '../ignores/apply.ts';
import { commentRemarks } from '../ignores/comments.ts';
import { ignoreInWords } from '../ignores/types.ts';
import { counted } from '../rules/wording.ts';
import type { Arguments, Command } from './command.ts';
import { type CheckedForIgnores, checkForIgnores } from './ignored.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { CORPUS_NOTE, CORPUS_OPTIONS, Session } from './session.ts';
import { paintFor, printable } from './terminal.ts';

interface Listed {
  /** The draft with its line, or the ignore file. */
  readonly where: string;
  readonly what: string;
  readonly reason: string | null;
  /** How many findings it keeps from being told. */
  readonly findings: number;
  /** It matches nothing any more. */
  readonly outOfDate: boolean;
}

export const command: Command = {
  name: 'ignores',
  usage: ['[OPTIONS] [PATHS]'],
  description:
    'Lists what is ignored: comments in the drafts (<!-- corroborate-disable-next-line … -->) and the entries of corroborate-ignores.json, each with its reason, how many findings it keeps back, and whether it still matches anything.',
  options: { ...CORPUS_OPTIONS, format: { value: 'NAME', choices: ['table', 'json'], help: 'table (the usual one) or json.' } },
  notes: [CORPUS_NOTE],
  positionals: 'any',
  run,
};

async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const session = new Session(args, io);
  const checked = await checkForIgnores(args.positionals, session, io);
  // Only where every draft was looked at can it be said of an ignore for all drafts that it matches none.
  const whole = args.positionals.length === 0 ? io.cwd : null;
  const listed = [...checked.flatMap((one) => commentsOf(one)), ...entriesOf(checked, whole, session)];
  if (args.value('format') === 'json') io.out(`${JSON.stringify({ version: 1, ignores: listed }, null, 2)}\n`);
  else io.out(table(listed, io));
  return session.incomplete ? EXIT.incomplete : EXIT.clean;
}

function commentsOf({ name, lines, report, settings }: CheckedForIgnores): readonly Listed[] {
  const remarks = commentRemarks(report.draft, report.silenced, settings);
  return report.draft.ignores.map((one) => {
    const unchecked = report.draft.sentences.filter(
      ({ checkable, span }) => !checkable.check && checkable.why === 'ignored' && one.span.start <= span.start && span.start < one.span.end,
    ).length;
    const what = one.rules === null ? `every check (${counted(unchecked, 'sentence')} left unchecked)` : one.rules.join(', ');
    return {
      where: `${name}:${lines.lineNumber(one.comment.start)}`,
      what,
      reason: one.reason,
      findings: report.silenced.filter(({ by }) => by.comment.start === one.comment.start).length,
      outOfDate: remarks.some(({ span }) => span.start === one.comment.start),
    };
  });
}

/** The entries of each ignore file once, whichever drafts it holds for. */
function entriesOf(checked: readonly CheckedForIgnores[], whole: string | null, session: Session): readonly Listed[] {
  const files = new Map(checked.map(({ ignores }) => [ignores.file, ignores.entries]));
  return [...files].flatMap(([file, entries]) => {
    const drafts = checked.filter(({ ignores }) => ignores.file === file);
    const gone = unmatchedIgnores(
      entries,
      drafts.map(({ ignores, ignored }) => ({ name: ignores.draft, ignored })),
      whole === dirname(file),
    );
    const uses = drafts.flatMap(({ ignored }) => ignored.map(({ ignore }) => JSON.stringify(ignore)));
    return entries.map((entry) => ({
      where: session.shown(file),
      what: ignoreInWords(entry),
      reason: entry.reason,
      findings: uses.filter((used) => used === JSON.stringify(entry)).length,
      outOfDate: gone.some((one) => JSON.stringify(one) === JSON.stringify(entry)),
    }));
  });
}

function table(listed: readonly Listed[], io: Io): string {
  if (listed.length === 0) return 'Nothing is ignored.\n';
  const paint = paintFor(io);
  const rows = listed.map(({ where, what, reason, findings, outOfDate }) => {
    const state = outOfDate ? paint.yellow('matches nothing any more') : `${counted(findings, 'finding')} kept back`;
    const why = reason === null ? paint.dim('no reason was given') : printable(reason);
    return `${paint.underline(printable(where))}\n  ${printable(what)}: ${state}\n  ${why}\n`;
  });
  const old = listed.filter(({ outOfDate }) => outOfDate).length;
  const total = `${counted(listed.length, 'decision')} to ignore${old === 0 ? '' : `, ${old} of them out of date`}.`;
  return `${[...rows, paint.bold(total)].join('\n')}\n`;
}

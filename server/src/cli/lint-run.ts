/** One run of `corroborate lint` over its drafts. */

import { resolve } from 'node:path';
import type { DraftReport } from '../checker.ts';
import type { FailOn } from '../config.ts';
import { unmatchedIgnores } from '../ignores/apply.ts';
import { ignoreInWords } from '../ignores/types.ts';
import { loadIgnoresFor } from '../project/ignore-files.ts';
import type { Severity } from '../rules/types.ts';
import { counted } from '../rules/wording.ts';
import { BaselineFile } from './baseline-file.ts';
import { onlyChanged } from './changed.ts';
import { decodeDraft, findDrafts, readDraft, tellProblems } from './drafts.ts';
import { fixDraft } from './fix-draft.ts';
import type { FORMATS } from './formats/formats.ts';
import type { Io } from './io.ts';
import { lintDraft } from './lint-draft.ts';
import type { LintedDraft, LintResult } from './linted.ts';
import { ResultCache } from './result-cache.ts';
import type { Opened, Session } from './session.ts';

export interface LintOptions {
  readonly format: keyof typeof FORMATS;
  readonly output: string | null;
  readonly quiet: boolean;
  /** Null where the configuration says it. */
  readonly failOn: FailOn | null;
  readonly maxWarnings: number | null;
  readonly baseline: string | null;
  readonly writeBaseline: boolean;
  readonly fix: 'write' | 'tell' | null;
  readonly changedSince: string | null;
  readonly cache: boolean;
  readonly watch: boolean;
  /** The name of the draft that comes on standard input. */
  readonly stdin: string | null;
}

export interface LintRun {
  readonly result: LintResult;
  /** Whether there are findings that count. */
  readonly failed: boolean;
}

interface DraftToCheck {
  readonly path: string;
  /** Null, and told, where it cannot be read. */
  readonly read: () => Promise<string | null>;
}

export async function lintOnce(options: LintOptions, paths: readonly string[], session: Session, io: Io): Promise<LintRun> {
  const baseline = await BaselineFile.open(options, io, session);
  const cache = await ResultCache.open(options, io);
  const linted: LintedDraft[] = [];
  const wanted = await drafts(options, paths, io, session);
  for (const [index, { path, read }] of wanted.entries()) {
    session.progress.show(`Checking ${session.shown(path)} (${index + 1} of ${wanted.length})`);
    const text = await read();
    if (text === null) continue;
    const draft = await cache.remembered(path, text, session, () => checkDraft(path, text, options, session, baseline));
    if (draft !== null) linted.push(baseline.withoutKnown(draft, path));
  }
  session.progress.clear();
  await cache.write();
  await baseline.finish(linted, session);
  const judged = withTooManyWarnings(linted, options.maxWarnings, session);
  const result = { drafts: options.quiet ? judged.map(onlyFailing) : judged, notes: session.notes, incomplete: session.incomplete };
  return { result, failed: !options.writeBaseline && judged.some(fails) };
}

/** Null, and told, where the draft cannot be checked. */
async function checkDraft(
  path: string,
  given: string,
  options: LintOptions,
  session: Session,
  baseline: BaselineFile,
): Promise<LintedDraft | null> {
  const opened = await session.open(path);
  if (opened === null) return null;
  const { project, settings } = opened;
  const name = session.shown(path);
  if (project.sourceAt(path) !== null) {
    session.failed(`${name} was not checked: it is one of the sources.`);
    return null;
  }
  const { ignores, file, name: ignoreName, problem } = await loadIgnoresFor(path);
  if (problem !== null) session.failed(`${session.shown(file)}:${problem.line} was not obeyed: ${problem.words}`);
  const { corpus } = project;
  const sources = { corpus, pathOf: (source: string) => session.sourcePath(corpus, source) };
  const check = (text: string) => {
    const report = inSteps(project.steps(path, text, settings), name, session);
    const failing = failingSeverities(opened, options);
    return { report, ...lintDraft({ name, text, report, sources, failing, ignores: { entries: ignores, draft: ignoreName } }) };
  };
  if (project.asksAhead) {
    session.progress.show(`Asking the search server about ${name}`);
    await project.ahead(path, given, settings);
  }
  const text =
    options.fix === null ? given : await fixDraft(path, given, options.fix, (words) => baseline.mendable(check(words), path), session);
  const { report, linted, ignored } = check(text);
  if (!tellProblems(report, settings, name, session)) return null;
  for (const one of unmatchedIgnores(ignores, [{ name: ignoreName, ignored }], false)) {
    session.noted(`${session.shown(file)} ignores ${ignoreInWords(one)}, which matches nothing any more. Take the entry out.`);
  }
  return linted;
}

/** A long draft takes seconds; whoever waits sees that it goes on. */
function inSteps(steps: Generator<unknown, DraftReport, undefined>, name: string, session: Session): DraftReport {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done === true) return step.value;
    session.progress.show(`Checking ${name}: ${counted(count, 'sentence')}`);
  }
}

async function drafts(options: LintOptions, paths: readonly string[], io: Io, session: Session): Promise<readonly DraftToCheck[]> {
  const { stdin, changedSince, quiet } = options;
  if (stdin !== null) return [{ path: resolve(io.cwd, stdin), read: async () => decodeDraft(await io.readStdin(), stdin, session) }];
  const found = await findDrafts(paths.length === 0 ? ['.'] : paths, io.cwd, session);
  const wanted = changedSince === null ? found : await onlyChanged(found, changedSince, quiet, session, io);
  return wanted.map(({ path }) => ({ path, read: () => readDraft(path, session) }));
}

const WEIGHT: Readonly<Record<Severity, number>> = { information: 1, warning: 2, error: 3 };
const SEVERITIES = ['error', 'warning', 'information'] as const;

/** Where warnings are counted, no single one makes the run fail. */
function failingSeverities({ config }: Opened, { failOn: asked, maxWarnings }: LintOptions): readonly Severity[] {
  const failOn = asked ?? config.failOn;
  if (failOn === 'never') return [];
  return SEVERITIES.filter((severity) => WEIGHT[severity] >= WEIGHT[failOn] && !(severity === 'warning' && maxWarnings !== null));
}

/** Where there are more warnings than may pass, each of them counts. */
function withTooManyWarnings(linted: readonly LintedDraft[], most: number | null, session: Session): readonly LintedDraft[] {
  const warnings = linted.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'warning')).length;
  if (most === null || warnings <= most) return linted;
  session.say(`${counted(warnings, 'warning')}: --max-warnings lets ${most} pass.`);
  return linted.map((draft) => ({ ...draft, failing: [...draft.failing, 'warning'] }));
}

function fails({ findings, failing }: LintedDraft): boolean {
  return findings.some(({ severity }) => failing.includes(severity));
}

function onlyFailing(draft: LintedDraft): LintedDraft {
  return { ...draft, findings: draft.findings.filter(({ severity }) => draft.failing.includes(severity)) };
}

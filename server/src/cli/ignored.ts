/** Drafts checked to see what comments and ignore files do to them. */
import type { CheckSettings, DraftReport } from '../checker.ts';
import { applyIgnores } from '../ignores/apply.ts';
import type { Ignore, IgnoredFinding } from '../ignores/types.ts';
import { loadIgnoresFor } from '../project/ignore-files.ts';
import { LineMap } from '../text/lines.ts';
import { findDrafts, readDraft } from './drafts.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';

export interface CheckedForIgnores {
  readonly name: string;
  readonly lines: LineMap;
  readonly report: DraftReport;
  readonly settings: CheckSettings;
  readonly ignores: { readonly file: string; readonly draft: string; readonly entries: readonly Ignore[] };
  readonly ignored: readonly IgnoredFinding[];
}

/** What cannot be read or checked is told. */
export async function checkForIgnores(paths: readonly string[], session: Session, io: Io): Promise<readonly CheckedForIgnores[]> {
  const checked: CheckedForIgnores[] = [];
  for (const { path } of await findDrafts(paths.length === 0 ? ['.'] : paths, io.cwd, session)) {
    const text = await readDraft(path, session);
    const opened = text === null ? null : await session.open(path);
    if (text === null || opened === null) continue;
    const { project, settings } = opened;
    await project.ahead(path, text, settings);
    const report = project.check(path, text, settings);
    const { file, name, ignores, problem } = await loadIgnoresFor(path);
    if (problem !== null) session.failed(`${session.shown(file)}:${problem.line} was not obeyed: ${problem.words}`);
    const { ignored } = applyIgnores(report.draft, name, report.findings, ignores);
    const own = { file, draft: name, entries: ignores };
    checked.push({ name: session.shown(path), lines: new LineMap(text), report, settings, ignores: own, ignored });
  }
  return checked;
}

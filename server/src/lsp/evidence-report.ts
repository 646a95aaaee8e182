/** The evidence report of an open draft, as the command line writes it. */
import * as path from 'node:path';
import { version } from '../../../package.json';
import { isPartlyUnread } from '../draft/parse.ts';
import { ignoreInWords } from '../ignores/types.ts';
import { evidenceReport } from '../report/report.ts';
import type { LeftOut } from '../report/types.ts';
import { LineMap } from '../text/lines.ts';
import type { CheckedDraft } from './checks.ts';

/** One self-contained HTML file. */
export function reportOf({ report, ignored, ignores, project }: CheckedDraft): string {
  const leftOut: readonly LeftOut[] = [
    ...report.silenced.map(({ finding, by }) => ({ finding, by: 'a comment in the draft', reason: by.reason })),
    ...ignored.map(({ finding, ignore }) => ({ finding, by: `the ignore file (${ignoreInWords(ignore)})`, reason: ignore.reason })),
  ];
  const name = ignores?.name ?? path.basename(report.path);
  const draft = { name, report, corpus: project.corpus, findings: report.findings, leftOut };
  const lines = new LineMap(report.draft.text);
  const notes = report.draft.problems.map(({ span, message }) => `${name}:${lines.lineNumber(span.start)} ${message}`);
  return evidenceReport({ drafts: [draft], notes, incomplete: isPartlyUnread(report.draft), version });
}

/** The evidence report: a page for readers without this program. */
import { version } from '../../../../package.json';
import { evidenceReport } from '../../report/report.ts';
import type { LeftOut, ReportedDraft } from '../../report/types.ts';
import type { Finding } from '../../rules/types.ts';
import type { LintedDraft, LintedFinding, SilencedFinding } from '../linted.ts';
import type { Format } from './formats.ts';

export const html: Format = ({ drafts, notes, incomplete }) =>
  evidenceReport({ drafts: drafts.flatMap(reported), notes: notes.map(({ message }) => message), incomplete, version });

const BY: Readonly<Record<SilencedFinding['by'], string>> = {
  comment: 'a comment in the draft',
  'ignore file': 'the ignore file',
  baseline: 'the baseline (it was known before)',
};

function reported({ name, checked, findings, silenced }: LintedDraft): readonly ReportedDraft[] {
  if (checked === null) return [];
  const { report, corpus, behind } = checked;
  const domain = ({ fingerprint }: LintedFinding): readonly Finding[] => {
    const finding = behind.get(fingerprint);
    return finding === undefined ? [] : [finding];
  };
  const leftOut = silenced.flatMap((one): readonly LeftOut[] =>
    domain(one).map((finding) => ({ finding, by: BY[one.by], reason: one.reason })),
  );
  return [{ name, report, corpus, findings: findings.flatMap(domain), leftOut }];
}

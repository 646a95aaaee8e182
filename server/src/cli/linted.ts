/** What the formats print. */
import type { DraftReport } from '../checker.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Severity } from '../rules/types.ts';
import type { Verdict } from '../verify/types.ts';

export interface LintedDraft {
  /** The path as a person in the working folder would write it, with forward slashes. */
  readonly name: string;
  readonly text: string;
  readonly report: DraftReport;
  readonly corpus: Corpus;
  /** The path of a source as a person in the working folder would write it, by its id. */
  readonly pathOf: (source: string) => string;
}

export interface LintResult {
  readonly drafts: readonly LintedDraft[];
  /** In words: what was not done or read with doubt. */
  readonly notChecked: readonly string[];
  readonly incomplete: boolean;
}

export interface Totals {
  readonly drafts: number;
  readonly claims: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
}

export function totals(drafts: readonly LintedDraft[]): Totals {
  const claims = { supported: 0, contradicted: 0, disputed: 0, unsupported: 0 };
  const findings = { error: 0, warning: 0, information: 0 };
  for (const { report } of drafts) {
    for (const { verdict } of report.judgements) claims[verdict]++;
    for (const { severity } of report.findings) findings[severity]++;
  }
  return { drafts: drafts.length, claims, findings };
}

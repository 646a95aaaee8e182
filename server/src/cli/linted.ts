/** What the formats print: plain values, so that what was concluded yesterday can be printed without reading the sources again. */
import type { DraftReport } from '../checker.ts';
import type { DraftSpan } from '../draft/types.ts';
import type { Finding, Fix, RuleCode, Severity } from '../rules/types.ts';
import type { Verdict } from '../verify/types.ts';
import type { FilePlace, Sources } from './places.ts';
import type { ReportDraft } from './report-schema.ts';

export interface LintedEvidence {
  readonly quote: string;
  /** Empty where the document has none. */
  readonly title: string;
  /** Title, publisher and date, as far as they are known. */
  readonly document: string;
  readonly place: FilePlace;
}

export interface LintedFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly span: DraftSpan;
  readonly message: string;
  /** The sentence it belongs to, as a reader sees it. */
  readonly sentence: string;
  /** The same for the same rule and sentence, whatever stands around it and however the message is worded. */
  readonly fingerprint: string;
  /** Best first. */
  readonly evidence: readonly LintedEvidence[];
  readonly fixes: readonly Fix[];
}

/** A finding that somebody has said to leave be. */
export interface SilencedFinding extends LintedFinding {
  /** A comment in the draft, an entry of an ignore file, or of a baseline. */
  readonly by: 'comment' | 'ignore file' | 'baseline';
  readonly reason: string | null;
}

export interface LintedDraft {
  /** The path as a person in the working folder would write it, with forward slashes. */
  readonly name: string;
  readonly text: string;
  readonly claims: ReportDraft['claims'];
  readonly findings: readonly LintedFinding[];
  readonly silenced: readonly SilencedFinding[];
  /** The severities that make the run fail. */
  readonly failing: readonly Severity[];
  /** Everything behind it, the checker's own findings by fingerprint; null where the draft was not checked anew because nothing had changed. */
  readonly checked: (Sources & { readonly report: DraftReport; readonly behind: ReadonlyMap<string, Finding> }) | null;
}

/** Something that was not done (`failed`), or done with doubt. */
export interface Note {
  readonly message: string;
  readonly failed: boolean;
}

export interface LintResult {
  readonly drafts: readonly LintedDraft[];
  readonly notes: readonly Note[];
  readonly incomplete: boolean;
}

export interface Totals {
  readonly drafts: number;
  readonly claims: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly silenced: Readonly<Record<SilencedFinding['by'], number>>;
}

export function totals(drafts: readonly LintedDraft[]): Totals {
  const claims = { supported: 0, contradicted: 0, disputed: 0, unsupported: 0 };
  const findings = { error: 0, warning: 0, information: 0 };
  const silenced = { comment: 0, 'ignore file': 0, baseline: 0 };
  for (const draft of drafts) {
    for (const { verdict } of draft.claims) claims[verdict]++;
    for (const { severity } of draft.findings) findings[severity]++;
    for (const { by } of draft.silenced) silenced[by]++;
  }
  return { drafts: drafts.length, claims, findings, silenced };
}

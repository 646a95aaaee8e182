/** What an evidence report is made of. Whoever has checked drafts, the editor or the command line, can fill it. */
import type { DraftReport } from '../checker.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Finding } from '../rules/types.ts';

/** A finding that somebody has said to leave be. */
export interface LeftOut {
  readonly finding: Finding;
  /** In words: `a comment in the draft`, `the ignore file`, `the baseline`. */
  readonly by: string;
  readonly reason: string | null;
}

export interface ReportedDraft {
  /** What the reader knows the draft as: its path from the folder that the reader knows. */
  readonly name: string;
  readonly report: DraftReport;
  readonly corpus: Corpus;
  /** The findings to tell, in the draft's order. */
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
}

export interface EvidenceReport {
  readonly drafts: readonly ReportedDraft[];
  /** In words: what was not done, or done with doubt. */
  readonly notes: readonly string[];
  /** Whether something could not be done. */
  readonly incomplete: boolean;
  /** The version of the program. */
  readonly version: string;
}

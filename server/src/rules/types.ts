/** A finding: one thing to tell the writer, in domain terms. Only the faces turn it into diagnostics, lines or JSON. */
import type { Draft, DraftSpan } from '../draft/types.ts';
import type { Evidence } from '../verify/types.ts';

export const RULE_CODES = [
  'contradicted-claim',
  'disputed-claim',
  'unsupported-claim',
  'misquote',
  'misattribution',
  'missing-attribution',
  'weak-source',
  'missing-citation',
  'wrong-citation',
  'unknown-source',
  'stale-citation',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

export type Severity = 'error' | 'warning' | 'information';
export type RuleSetting = Severity | 'off' | 'default';

export interface TextEdit {
  readonly span: DraftSpan;
  readonly newText: string;
}

/** `sure` fixes may be applied unseen (`--fix`, fix all); others are offered. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly sure: boolean;
}

export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly span: DraftSpan;
  /** The sentence it belongs to. */
  readonly sentence: DraftSpan;
  /** One plain sentence. */
  readonly message: string;
  /** Every passage it rests on, best first. */
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** A finding that a comment in the draft silences. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly by: Draft['ignores'][number];
}

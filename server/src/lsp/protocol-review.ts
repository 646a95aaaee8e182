/**
 * The server's own messages about a whole review: its claims, its sources, what is ignored, all drafts at once. Like
 * protocol.ts, plain shapes that import nothing but its.
 */
import type { WirePosition, WireRange } from './protocol.ts';

export type WireVerdict = 'supported' | 'contradicted' | 'disputed' | 'unsupported';
export type WireSeverity = 'error' | 'warning' | 'information';

/** Request, client → server: the claims of an open draft. Answer: `ClaimsResult`. */
export const CLAIMS_REQUEST = 'corroborate/claims';

export interface ClaimsParams {
  readonly textDocument: { readonly uri: string };
}

export interface WireFinding {
  readonly rule: string;
  readonly severity: WireSeverity;
  readonly message: string;
  readonly range: WireRange;
}

export interface WireClaim {
  readonly range: WireRange;
  /** The sentence as a reader sees it, on one line. */
  readonly text: string;
  readonly verdict: WireVerdict;
  readonly inWords: string;
  readonly findings: readonly WireFinding[];
  /** What is not told of it, in words. */
  readonly ignored: readonly string[];
  /** How many passages it rests on. */
  readonly passages: number;
  /** The heading that it stands under, or null. */
  readonly heading: string | null;
}

export interface ClaimsResult {
  /** False where the draft is not checked; the status says why. */
  readonly checked: boolean;
  readonly claims: readonly WireClaim[];
  /** Findings that belong to no claim, such as a citation in a heading. */
  readonly others: readonly WireFinding[];
}

/** Request, client → server: the documents that drafts are checked against. No parameters. Answer: `SourcesResult`. */
export const SOURCES_REQUEST = 'corroborate/sources';

export interface WireDocument {
  readonly citekey: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: string;
  readonly date: string | null;
  readonly passages: number;
  /** Citations of it in the drafts that were checked. */
  readonly citations: number;
  /** Passages that those citations lead to. */
  readonly passagesCited: number;
  /** Claims that it supports. */
  readonly claims: number;
  readonly uri: string;
  readonly range: WireRange;
}

export interface WireSource {
  /** Its path below the corpus’s folder. */
  readonly name: string;
  readonly uri: string;
  readonly documents: readonly WireDocument[];
  readonly problems: readonly { readonly line: number | null; readonly message: string; readonly remedy: string }[];
}

export interface WireCorpus {
  /** Absolute paths. */
  readonly roots: readonly string[];
  readonly sources: readonly WireSource[];
  /** How many drafts the counts are from. */
  readonly drafts: number;
}

export interface SourcesResult {
  readonly corpora: readonly WireCorpus[];
}

/** Request, client → server: why a sentence has its verdict, as Markdown. Answer: `ExplainResult`. */
export const EXPLAIN_REQUEST = 'corroborate/explain';

export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
  readonly position: WirePosition;
}

export interface ExplainResult {
  /** Null where no sentence stands there. */
  readonly markdown: string | null;
}

export type WireIgnoreScope = 'finding' | 'sentence' | 'draft' | 'everywhere';

/** Command (workspace/executeCommand): keep the decision to ignore a finding. Argument: `IgnoreParams`. */
export const IGNORE_COMMAND = 'corroborate.ignoreFinding';

export interface IgnoreParams {
  readonly uri: string;
  /** What the finding’s diagnostic has under `data`. */
  readonly finding: string;
  readonly scope: WireIgnoreScope;
  readonly reason?: string;
}

/** Request, client → server: everything that is ignored. No parameters. Answer: `IgnoresResult`. */
export const IGNORES_REQUEST = 'corroborate/ignores';

/** What makes an ignore the one that it is. */
export interface WireIgnoreId {
  readonly rule: string;
  readonly draft: string | null;
  readonly sentence: string | null;
  readonly finding: string | null;
}

export interface WireIgnore {
  readonly id: WireIgnoreId;
  readonly inWords: string;
  readonly reason: string | null;
  /** Whether it matches nothing any more; null where the draft that it was made in was not checked. */
  readonly matchesNothing: boolean | null;
  readonly range: WireRange;
}

export interface WireIgnoreFile {
  readonly uri: string;
  /** Why it is not obeyed, or null. */
  readonly problem: string | null;
  readonly ignores: readonly WireIgnore[];
}

/** A comment in a draft. */
export interface WireIgnoreComment {
  readonly uri: string;
  readonly range: WireRange;
  /** Null for all rules. */
  readonly rules: readonly string[] | null;
  readonly reason: string | null;
}

export interface IgnoresResult {
  readonly files: readonly WireIgnoreFile[];
  readonly comments: readonly WireIgnoreComment[];
}

/** Request, client → server: take ignores out of their file, or give one a reason. Answer: null, or what went wrong in words. */
export const CHANGE_IGNORES_REQUEST = 'corroborate/changeIgnores';

export interface ChangeIgnoresParams {
  readonly uri: string;
  readonly remove?: readonly WireIgnoreId[];
  readonly explain?: { readonly id: WireIgnoreId; readonly reason: string };
}

/** Request, client → server: check all drafts of the workspace. No parameters. Answer: `WorkspaceResult`. */
export const CHECK_WORKSPACE_REQUEST = 'corroborate/checkWorkspace';

export interface WorkspaceResult {
  readonly drafts: number;
  readonly claims: number;
  readonly supported: number;
  readonly findings: number;
  /** Ignores that no draft needs any more. */
  readonly unmatched: number;
  readonly cancelled: boolean;
}

/** Request, client → server: the evidence report of a draft as one HTML file. Parameters: `ClaimsParams`. Answer: `ReportResult`. */
export const REPORT_REQUEST = 'corroborate/evidenceReport';

export interface ReportResult {
  /** Null where the draft is not checked. */
  readonly html: string | null;
}

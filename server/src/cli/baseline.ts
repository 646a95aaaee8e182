/**
 * A baseline: findings that are known, so that only new ones make a run fail. They are known by rule, sentence and how
 * often, not by message or line, so that edits elsewhere and better wording bring no old finding back.
 */
import * as z from 'zod';
import { RULE_CODES } from '../rules/types.ts';
import { readJson } from '../text/json.ts';
import { LineMap } from '../text/lines.ts';
import type { LintedDraft, LintedFinding, SilencedFinding } from './linted.ts';

const entry = z.strictObject({
  rule: z.enum(RULE_CODES),
  sentence: z.string().describe('As it was when the baseline was written; for people, the fingerprint is what counts.'),
  fingerprint: z.string().min(1),
});

const schema = z.strictObject({
  version: z.literal(1),
  drafts: z.record(z.string(), z.array(entry)).describe('By path from the folder of this file, with forward slashes.'),
});

export type Baseline = z.output<typeof schema>;
export type BaselineEntry = z.output<typeof entry>;

export type ReadBaseline = { readonly ok: true; readonly baseline: Baseline } | { readonly ok: false; readonly problem: string };

export function parseBaseline(text: string): ReadBaseline {
  const read = readJson(text);
  if (!read.ok) return { ok: false, problem: `it is not JSON from line ${new LineMap(text).lineNumber(read.offset)} on` };
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return { ok: true, baseline: parsed.data };
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return { ok: false, problem: at === '' ? 'it is no baseline' : `“${at}” is not as a baseline has it` };
}

/** The same findings give the same text. */
export function formatBaseline(baseline: Baseline): string {
  const drafts = Object.entries(baseline.drafts)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, drafts: Object.fromEntries(drafts) }, null, 2)}\n`;
}

/** The findings of a draft as entries. */
export function entriesOf(findings: readonly LintedFinding[]): readonly BaselineEntry[] {
  const entries = findings.map(({ rule, sentence, fingerprint }) => ({ rule, sentence, fingerprint }));
  return entries.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0));
}

export interface Compared {
  readonly draft: LintedDraft;
  /** Entries that match nothing any more. */
  readonly gone: readonly BaselineEntry[];
}

/** The draft with its known findings set aside. */
export function withoutKnown(draft: LintedDraft, entries: readonly BaselineEntry[]): Compared {
  const known = new Set(entries.map(({ fingerprint }) => fingerprint));
  const old: SilencedFinding[] = draft.findings
    .filter(({ fingerprint }) => known.has(fingerprint))
    .map((finding) => ({ ...finding, by: 'baseline', reason: null }));
  const found = new Set([...draft.findings, ...draft.silenced].map(({ fingerprint }) => fingerprint));
  return {
    draft: {
      ...draft,
      findings: draft.findings.filter(({ fingerprint }) => !known.has(fingerprint)),
      silenced: [...draft.silenced, ...old].sort((a, b) => a.span.start - b.span.start),
    },
    gone: entries.filter(({ fingerprint }) => !found.has(fingerprint)),
  };
}

/** Domain values to the public report. */
import type { Corpus } from '../corpus/corpus.ts';
import type { DraftSentence } from '../draft/types.ts';
import type { Finding } from '../rules/types.ts';
import { LineMap } from '../text/lines.ts';
import { slice } from '../text/span.ts';
import type { Evidence, Judgement, PartReason } from '../verify/types.ts';
import { type LintedDraft, type LintResult, totals } from './linted.ts';
import type { Report, ReportDraft } from './report-schema.ts';

type Claim = ReportDraft['claims'][number];

export function toReport(result: LintResult): Report {
  const { drafts, claims, findings } = totals(result.drafts);
  return {
    version: 1,
    drafts: result.drafts.map(toReportDraft),
    summary: { drafts, claims: { ...claims }, findings: { ...findings }, complete: !result.incomplete, notes: [...result.notChecked] },
  };
}

function toReportDraft({ name, text, report, corpus }: LintedDraft): ReportDraft {
  const lines = new LineMap(text);
  return {
    path: name,
    claims: report.judgements.map((judgement) => toClaim(judgement, text, lines, corpus)),
    findings: report.findings.map((finding) => toFinding(finding, lines)),
  };
}

function toClaim({ sentence, verdict, evidence, parts }: Judgement, text: string, lines: LineMap, corpus: Corpus): Claim {
  return {
    text: slice(text, sentence.span),
    range: lines.range(sentence.span),
    verdict,
    evidence: evidence.map((one) => toEvidence(one, corpus)),
    reasons: parts.map((part) => toReason(part, sentence)),
  };
}

/** Line maps of sources, for a source is cited by many claims. */
const maps = new WeakMap<object, LineMap>();

function toEvidence(
  { source, citekey, line, span, quote, standing, speaker, stance }: Evidence,
  corpus: Corpus,
): Claim['evidence'][number] {
  const file = corpus.sources.get(source)?.source;
  const map = (file === undefined ? undefined : maps.get(file)) ?? new LineMap(file?.text ?? '');
  if (file !== undefined) maps.set(file, map);
  return { source, document: citekey, line, range: map.range(span), quote, standing, speaker, stance };
}

function toReason({ span, verdict, summary, matched, clashes, missing }: PartReason, { text }: DraftSentence): Claim['reasons'][number] {
  return {
    text: slice(text, span),
    verdict,
    summary,
    matched: matched.map(({ claim, how }) => ({ text: slice(text, claim), how })),
    clashes: clashes.map(({ kind, claim, replacement }) => ({ kind, text: slice(text, claim), replacement })),
    missing: missing.map((words) => slice(text, words)),
  };
}

function toFinding({ rule, severity, message, span, fixes }: Finding, lines: LineMap): ReportDraft['findings'][number] {
  return {
    rule,
    severity,
    message,
    range: lines.range(span),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ range: lines.range(edit.span), newText: edit.newText })),
    })),
  };
}

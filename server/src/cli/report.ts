/** Domain values to the public report. */
import type { DraftReport } from '../checker.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { DraftSentence } from '../draft/types.ts';
import { LineMap } from '../text/lines.ts';
import { slice } from '../text/span.ts';
import type { Evidence, Judgement, PartReason } from '../verify/types.ts';
import { type LintedDraft, type LintedFinding, type LintResult, type SilencedFinding, totals } from './linted.ts';
import type { Report, ReportDraft } from './report-schema.ts';

type Claim = ReportDraft['claims'][number];

type ReportFinding = ReportDraft['findings'][number];

export function toReport(result: LintResult): Report {
  const { drafts, claims, findings, silenced } = totals(result.drafts);
  return {
    version: 1,
    drafts: result.drafts.map(toReportDraft),
    summary: {
      drafts,
      claims: { ...claims },
      findings: { ...findings },
      silenced: Object.values(silenced).reduce((sum, n) => sum + n, 0),
      complete: !result.incomplete,
      notes: result.notes.map(({ message }) => message),
    },
  };
}

function toReportDraft({ name, text, claims, findings, silenced }: LintedDraft): ReportDraft {
  const lines = new LineMap(text);
  return {
    path: name,
    claims,
    findings: findings.map((finding) => toFinding(finding, lines)),
    silenced: silenced.map((finding) => toSilenced(finding, lines)),
  };
}

/** The checked sentences of a draft with their verdicts. */
export function toClaims({ judgements }: DraftReport, text: string, corpus: Corpus): Claim[] {
  const lines = new LineMap(text);
  return judgements.map((judgement) => toClaim(judgement, text, lines, corpus));
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

function toFinding({ rule, severity, message, span, fingerprint, fixes }: LintedFinding, lines: LineMap): ReportFinding {
  return {
    rule,
    severity,
    message,
    range: lines.range(span),
    fingerprint,
    fixes: fixes.map(({ title, edits, sure }) => ({
      title,
      sure,
      edits: edits.map((edit) => ({ range: lines.range(edit.span), newText: edit.newText })),
    })),
  };
}

function toSilenced(finding: SilencedFinding, lines: LineMap): ReportDraft['silenced'][number] {
  return { ...toFinding(finding, lines), by: finding.by, reason: finding.reason };
}

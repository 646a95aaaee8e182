/** The sentences of a draft that the report marks: claims with their verdicts, and others of which something is to be told. */
import type { DraftSpan } from '../draft/types.ts';
import type { Finding } from '../rules/types.ts';
import type { Judgement } from '../verify/types.ts';
import type { LeftOut, ReportedDraft } from './types.ts';

export interface Unit {
  /** Its place among the marked sentences of the draft, from 1. */
  readonly number: number;
  readonly span: DraftSpan;
  /** Null for a sentence that is no checked claim. */
  readonly judgement: Judgement | null;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
}

/** In the draft's order; no two lie over each other. */
export function unitsOf({ report, findings, leftOut }: ReportedDraft): readonly Unit[] {
  const judgements = new Map(report.judgements.map((one) => [one.sentence.span.start, one]));
  const spans: DraftSpan[] = report.judgements.map(({ sentence }) => sentence.span);
  const told = [...findings, ...leftOut.map(({ finding }) => finding)];
  for (const finding of told) {
    const whole = report.draft.sentences.find(({ span }) => holds(span, finding.span.start))?.span ?? finding.sentence;
    if (!spans.some((span) => span.start < whole.end && whole.start < span.end)) spans.push(whole);
  }
  spans.sort((a, b) => a.start - b.start);
  return spans.map((span, index) => ({
    number: index + 1,
    span,
    judgement: judgements.get(span.start) ?? null,
    findings: findings.filter((finding) => belongs(finding, span)),
    leftOut: leftOut.filter(({ finding }) => belongs(finding, span)),
  }));
}

/** Findings that none of the marked sentences holds. */
export function strayFindings({ findings }: ReportedDraft, units: readonly Unit[]): readonly Finding[] {
  const held = new Set(units.flatMap((unit) => unit.findings));
  return findings.filter((finding) => !held.has(finding));
}

function belongs(finding: Finding, span: DraftSpan): boolean {
  return holds(span, finding.span.start) || finding.sentence.start === span.start;
}

function holds(span: DraftSpan, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

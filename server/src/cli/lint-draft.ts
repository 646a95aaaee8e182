/** What the checker concluded about a draft, as the formats print it. */
import type { DraftReport } from '../checker.ts';
import { documentInWords } from '../corpus/words.ts';
import type { Draft } from '../draft/types.ts';
import { applyIgnores } from '../ignores/apply.ts';
import { type Ignore, type IgnoredFinding, ignoreInWords } from '../ignores/types.ts';
import { wordsKey } from '../ignores/words-key.ts';
import type { Finding, Severity } from '../rules/types.ts';
import type { Evidence } from '../verify/types.ts';
import type { LintedDraft, LintedEvidence, LintedFinding, SilencedFinding } from './linted.ts';
import { filePlace, type Sources } from './places.ts';
import { toClaims } from './report.ts';

export interface Checked {
  readonly name: string;
  readonly text: string;
  readonly report: DraftReport;
  readonly sources: Sources;
  readonly failing: readonly Severity[];
  /** Decisions of the ignore file, and what the draft is called there. */
  readonly ignores: { readonly entries: readonly Ignore[]; readonly draft: string };
}

export interface LintedWithIgnores {
  readonly linted: LintedDraft;
  /** Which decisions of the ignore file were needed. */
  readonly ignored: readonly IgnoredFinding[];
}

export function lintDraft({ name, text, report, sources, failing, ignores }: Checked): LintedWithIgnores {
  const { draft } = report;
  const applied = applyIgnores(draft, ignores.draft, report.findings, ignores.entries);
  const prints = fingerprints(draft, [...report.findings, ...report.silenced.map(({ finding }) => finding)]);
  const shown = (finding: Finding) => lintedFinding(finding, draft, prints, sources);
  const byComment = new Map(report.silenced.map(({ finding, by }) => [finding, by.reason]));
  const silenced: SilencedFinding[] = [
    ...[...byComment].map(([finding, reason]) => ({ ...shown(finding), by: 'comment' as const, reason })),
    ...applied.ignored.map(({ finding, ignore }) => ({
      ...shown(finding),
      by: 'ignore file' as const,
      reason: ignore.reason ?? `ignored: ${ignoreInWords(ignore)}`,
    })),
  ];
  const linted = {
    name,
    text,
    claims: toClaims(report, text, sources.corpus),
    findings: applied.findings.map(shown),
    silenced: silenced.sort((a, b) => a.span.start - b.span.start),
    failing,
    checked: { ...sources, report, behind: new Map([...prints].map(([finding, print]) => [print, finding])) },
  };
  return { linted, ignored: applied.ignored };
}

function lintedFinding(finding: Finding, draft: Draft, prints: ReadonlyMap<Finding, string>, sources: Sources): LintedFinding {
  const { rule, severity, span, message, fixes } = finding;
  return {
    rule,
    severity,
    span,
    message,
    fixes,
    sentence: sentenceOf(finding, draft),
    fingerprint: prints.get(finding) ?? '',
    evidence: finding.evidence.map((one) => lintedEvidence(one, sources)),
  };
}

function lintedEvidence(evidence: Evidence, sources: Sources): LintedEvidence {
  const document = sources.corpus.documents.get(evidence.citekey);
  return {
    quote: evidence.quote,
    title: document?.title ?? '',
    document: documentInWords(document, evidence.citekey),
    place: filePlace(evidence, sources),
  };
}

/** As a reader sees it, so that a citation which is added or mended leaves it the same. */
function sentenceOf({ sentence: { start, end } }: Finding, draft: Draft): string {
  const sentence = draft.sentences.find(({ span }) => span.start === start && span.end === end);
  return (sentence?.text ?? draft.text.slice(start, end)).replace(/\s+/g, ' ').trim();
}

/** Rule, sentence, and the how-manieth of the same rule on the same sentence. Neither line nor message: both change when others do. */
function fingerprints(draft: Draft, findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const counts = new Map<string, number>();
  const inOrder = [...new Set(findings)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return new Map(
    inOrder.map((finding) => {
      const key = `${finding.rule}:${wordsKey(sentenceOf(finding, draft))}`;
      const occurrence = (counts.get(key) ?? 0) + 1;
      counts.set(key, occurrence);
      return [finding, `${key}:${occurrence}`];
    }),
  );
}

/** The claims of a checked draft in its order, each with verdict and findings, for a list beside the text. */
import { ignoreInWords } from '../ignores/types.ts';
import type { Finding } from '../rules/types.ts';
import { onOneLine } from '../rules/wording.ts';
import { VERDICT_WORDS } from '../verify/words.ts';
import type { CheckedDraft } from './checks.ts';
import type { ClaimsResult, WireFinding } from './protocol-review.ts';

export const NOT_CHECKED: ClaimsResult = { checked: false, claims: [], others: [] };

export function claimsOf({ report, ignored, lines }: CheckedDraft): ClaimsResult {
  const wire = ({ rule, severity, message, span }: Finding): WireFinding => ({ rule, severity, message, range: lines.range(span) });
  const headings = report.draft.sentences.filter(({ place }) => place === 'heading');
  const taken = new Set<Finding>();
  const claims = report.judgements.map(({ sentence, verdict, evidence }) => {
    const within = ({ span }: Finding) => sentence.span.start <= span.start && span.start < sentence.span.end;
    const findings = report.findings.filter((one) => !taken.has(one) && (one.sentence.start === sentence.span.start || within(one)));
    for (const one of findings) taken.add(one);
    const decided = ignored.filter(({ finding }) => finding.sentence.start === sentence.span.start);
    const silenced = report.silenced.filter(({ finding }) => finding.sentence.start === sentence.span.start);
    return {
      range: lines.range(sentence.span),
      text: onOneLine(sentence.text),
      verdict,
      inWords: VERDICT_WORDS[verdict],
      findings: findings.map(wire),
      ignored: [
        ...decided.map(({ ignore }) => `Ignored: ${ignoreInWords(ignore)}${because(ignore.reason)}`),
        ...silenced.map(({ finding, by }) => `Ignored: “${finding.rule}”, by a comment in the draft${because(by.reason)}`),
      ],
      passages: evidence.length,
      heading: headings.findLast(({ span }) => span.start < sentence.span.start)?.text ?? null,
    };
  });
  return { checked: true, claims, others: report.findings.filter((one) => !taken.has(one)).map(wire) };
}

function because(reason: string | null): string {
  return reason === null ? '' : ` (${reason})`;
}

/** Quick fixes: what the rules offer for a finding, and to leave the finding be. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../rules/types.ts';
import type { CheckedDraft } from './checks.ts';
import { DIAGNOSTIC_SOURCE, findingsOf, toQuickFix, toWireEdits } from './convert.ts';
import { ignoreEdit } from './ignore.ts';

/**
 * The actions for the diagnostics that the client names, or, where it names none of ours, for the findings at its range.
 * `diagnosticOf` gives the diagnostic that a finding is shown as.
 */
export function codeActions(
  { textDocument: { uri }, range, context }: CodeActionParams,
  { lines, report }: CheckedDraft,
  diagnosticOf: (finding: Finding) => Diagnostic,
): CodeAction[] {
  const { only } = context;
  if (only !== undefined && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const lineEnd = report.draft.text.includes('\r\n') ? '\r\n' : '\n';
  const named = context.diagnostics.some(({ source }) => source === DIAGNOSTIC_SOURCE);
  const at = lines.span(range);
  const findings = named
    ? findingsOf(context.diagnostics, report.findings, lines)
    : report.findings.filter(({ span }) => span.start <= at.end && at.start <= span.end);
  return findings.flatMap((finding) => {
    const diagnostic = diagnosticOf(finding);
    const sure = finding.fixes.find((fix) => fix.sure);
    return [
      ...finding.fixes.map((fix) => toQuickFix(fix, uri, lines, diagnostic, fix === sure)),
      {
        title: `Ignore “${finding.rule}” in this line`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: toWireEdits([ignoreEdit(finding.span, finding.rule, lines, lineEnd)], lines) } },
      },
    ];
  });
}

/** Quick fixes: what the rules offer for a finding, and to leave the finding be. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../rules/types.ts';
import type { CheckedDraft } from './checks.ts';
import { DIAGNOSTIC_SOURCE, findingKey, findingsOf, toQuickFix, toWireEdits } from './convert.ts';
import { ignoreEdit } from './ignore.ts';

/** The actions for the diagnostics that the client names, or for those at the range where it names none. */
export function codeActions({ textDocument: { uri }, context }: CodeActionParams, checked: CheckedDraft): CodeAction[] {
  const { only } = context;
  if (only !== undefined && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const { lines, report } = checked;
  const lineEnd = report.draft.text.includes('\r\n') ? '\r\n' : '\n';
  const findings = findingsOf(context.diagnostics, report.findings, lines);
  return findings.flatMap((finding) => {
    const diagnostic = diagnosticOf(finding, context.diagnostics, checked);
    if (diagnostic === null) return [];
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

function diagnosticOf(finding: Finding, diagnostics: readonly Diagnostic[], { lines }: CheckedDraft): Diagnostic | null {
  const key = findingKey(finding);
  const span = finding.span;
  return (
    diagnostics.find((one) => one.source === DIAGNOSTIC_SOURCE && one.data === key) ??
    diagnostics.find(({ source, code, range }) => {
      const at = lines.span(range);
      return source === DIAGNOSTIC_SOURCE && code === finding.rule && at.start === span.start && at.end === span.end;
    }) ??
    null
  );
}

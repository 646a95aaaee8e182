/** Code actions: what the rules offer for a finding, all sure fixes at once, and to leave a finding be. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit as WireEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { sureFixes } from '../rules/fix-all.ts';
import type { Finding } from '../rules/types.ts';
import type { CheckedDraft } from './checks.ts';
import { findingKey, findingsOf, isOurs, toQuickFix, toWireEdits } from './convert.ts';
import { ignoreEdit } from './ignore.ts';
import { IGNORE_COMMAND, type IgnoreParams, type WireIgnoreScope } from './protocol-review.ts';

/** Applies every sure fix of a draft; an editor may run it on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.corroborate`;

/**
 * The actions for the diagnostics that the client names, or, where it names none of ours, for the findings at its range.
 * `diagnosticOf` gives the diagnostic that a finding is shown as.
 */
export function codeActions(
  { textDocument: { uri }, range, context }: CodeActionParams,
  checked: CheckedDraft,
  diagnosticOf: (finding: Finding) => Diagnostic,
): CodeAction[] {
  const { lines, report } = checked;
  const asked = (kind: string) => context.only === undefined || context.only.some((one) => one === '' || isKindOf(kind, one));
  // Only a client that names the kind wants the whole draft mended: a light bulb is about the words under it.
  const all: CodeAction[] = context.only !== undefined && asked(FIX_ALL) ? fixAll(uri, checked) : [];
  if (!asked(CodeActionKind.QuickFix)) return all;
  const at = lines.span(range);
  const findings = context.diagnostics.some(isOurs)
    ? findingsOf(context.diagnostics, report.findings, lines)
    : report.findings.filter(({ span }) => span.start <= at.end && at.start <= span.end);
  return [...findings.flatMap((finding) => actionsFor(finding, uri, checked, diagnosticOf(finding))), ...all];
}

function actionsFor(finding: Finding, uri: string, checked: CheckedDraft, diagnostic: Diagnostic): readonly CodeAction[] {
  const { lines, report } = checked;
  const sure = finding.fixes.find((fix) => fix.sure);
  const same = sureFixes(report.findings.filter(({ rule }) => rule === finding.rule));
  const kind = CodeActionKind.QuickFix;
  const every: CodeAction = {
    title: `Fix all ${same.length} “${finding.rule}” findings in this draft`,
    kind,
    diagnostics: [diagnostic],
    edit: editsOf(
      uri,
      same.flatMap(({ fix }) => toWireEdits(fix.edits, lines)),
    ),
  };
  return [
    ...finding.fixes.map((fix) => toQuickFix(fix, uri, lines, diagnostic, fix === sure)),
    ...(sure !== undefined && same.length > 1 ? [every] : []),
    ...ignoreActions(finding, uri, checked, diagnostic),
  ];
}

const REACH: Readonly<Record<WireIgnoreScope, (rule: string) => string>> = {
  finding: () => 'Ignore this finding',
  sentence: (rule) => `Ignore “${rule}” for this sentence`,
  draft: (rule) => `Ignore “${rule}” in this draft`,
  everywhere: (rule) => `Ignore “${rule}” everywhere`,
};

/** Decisions go into the ignore file through a command; the comment is an edit, and all that a draft without a file has. */
function ignoreActions(finding: Finding, uri: string, checked: CheckedDraft, diagnostic: Diagnostic): readonly CodeAction[] {
  const { lines, report, ignores } = checked;
  const lineEnd = report.draft.text.includes('\r\n') ? '\r\n' : '\n';
  const kept = (Object.keys(REACH) as WireIgnoreScope[]).map((scope): CodeAction => {
    const title = REACH[scope](finding.rule);
    const params: IgnoreParams = { uri, finding: findingKey(finding), scope };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title, command: IGNORE_COMMAND, arguments: [params] },
    };
  });
  const comment: CodeAction = {
    title: `Ignore “${finding.rule}” in this line, by a comment in the draft`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: editsOf(uri, toWireEdits([ignoreEdit(finding.span, finding.rule, lines, lineEnd)], lines)),
  };
  return ignores === null ? [comment] : [...kept, comment];
}

function fixAll(uri: string, { lines, report }: CheckedDraft): CodeAction[] {
  const fixes = sureFixes(report.findings);
  if (fixes.length === 0) return [];
  const edits = fixes.flatMap(({ fix }) => toWireEdits(fix.edits, lines));
  return [{ title: 'Corroborate: apply all sure fixes', kind: FIX_ALL, edit: editsOf(uri, edits) }];
}

function editsOf(uri: string, edits: WireEdit[]): WorkspaceEdit {
  return { changes: { [uri]: edits } };
}

/** `source.fixAll.corroborate` is asked for by its own name and by `source.fixAll` and `source`. */
function isKindOf(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

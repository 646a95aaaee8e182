/** From finding to finding of the draft, round and round. */
import * as vscode from 'vscode';
import { activeMarkdown } from './status.ts';

/** Puts the cursor on the next finding (or the one before) and says what it is. */
export async function goToFinding(step: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = activeMarkdown();
  if (editor === undefined || document === null) {
    void vscode.window.showInformationMessage('Open a draft first.');
    return;
  }
  const findings = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'corroborate')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
  const { active } = editor.selection;
  const after = findings.find(({ range }) => range.start.isAfter(active)) ?? findings[0];
  const before = findings.findLast(({ range }) => range.start.isBefore(active)) ?? findings.at(-1);
  const finding = step === 1 ? after : before;
  if (finding === undefined) {
    void vscode.window.showInformationMessage('There are no findings in this draft.');
    return;
  }
  editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
  editor.revealRange(finding.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
  vscode.window.setStatusBarMessage(`Finding ${findings.indexOf(finding) + 1} of ${findings.length}`, SHOWN);
}

/** Milliseconds. */
const SHOWN = 4000;

/** A whole review in VS Code itself: from finding to finding, evidence beside, explanations, ignores, fixes on saving, all drafts, the report. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Case, until, workspaceUri, write } from './help.ts';

const SOURCE = `The Ottery tunnel inquiry: what the engineers found

By Ewa Brandt, 4 April 2013

The tunnel at Ottery closed on 7 June 2011 after engineers found 23 leaking joints in its northern wall.

“We reported every leak to the council, and every time we were told to wait,” said the chief engineer, Tomas Veld.
`;
const FIGURE = 'The tunnel closed after engineers found 32 leaking joints in its northern wall.';
const QUOTE = 'Tomas Veld said: “We reported every leak to the council, and every time we were ordered to wait.”';
const DRAFT = `# The tunnel\n\n${FIGURE}\n\n${QUOTE}\n`;

/** A draft and its sources in a folder of its own, so that no case sees another's decisions. */
let made = 0;
async function openDraft(text = DRAFT): Promise<{ readonly editor: vscode.TextEditor; readonly folder: string }> {
  const folder = `ottery-${++made}`;
  await write(workspaceUri(folder, 'sources', 'tunnel.txt'), SOURCE);
  await write(workspaceUri(folder, 'corroborate.json'), '{ "rules": { "missing-citation": "off" } }\n');
  await write(workspaceUri(folder, 'draft.md'), text);
  const editor = await vscode.window.showTextDocument(workspaceUri(folder, 'draft.md'));
  await until('both findings', () => (codes(editor.document.uri).length >= 2 ? true : undefined));
  return { editor, folder };
}

function codes(uri: vscode.Uri): readonly unknown[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'corroborate')
    .map(({ code }) => (typeof code === 'object' ? code.value : code));
}

function cursorTo(editor: vscode.TextEditor, words: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(at, at);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function take(uri: vscode.Uri, words: string, title: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(document.getText().indexOf(words));
  const range = new vscode.Range(at, at.translate(0, words.length));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `no “${title}” among ${actions.map((one) => one.title).join(', ')}`);
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  if (action.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

export const reviewCases: readonly Case[] = [
  {
    name: 'the cursor goes from finding to finding and round again',
    test: async () => {
      const { editor } = await openDraft();
      cursorTo(editor, '# The');
      const lines: number[] = [];
      for (const step of ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding']) {
        await vscode.window.showTextDocument(editor.document);
        await vscode.commands.executeCommand(`corroborate.${step}`);
        lines.push(editor.selection.active.line);
      }
      assert.deepEqual(lines, [2, 4, 2, 4]);
    },
  },
  {
    name: 'the source opens beside at the passage, and follows the cursor',
    test: async () => {
      const { editor, folder } = await openDraft();
      cursorTo(editor, 'engineers found');
      await vscode.commands.executeCommand('corroborate.showEvidenceBeside');
      const source = workspaceUri(folder, 'sources', 'tunnel.txt').path;
      const beside = await until('the source beside', () =>
        vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === source),
      );
      assert.notEqual(beside.viewColumn, editor.viewColumn);
      const shows = (line: number) =>
        until(`line ${line}`, () =>
          beside.visibleRanges.some((range) => range.contains(new vscode.Position(line, 0))) ? true : undefined,
        );
      await shows(4);
      assert.equal(vscode.window.activeTextEditor?.document.uri.path, editor.document.uri.path);
      cursorTo(editor, 'Tomas Veld');
      await shows(6);
      await vscode.commands.executeCommand('corroborate.stopFollowing');
      await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
    },
  },
  {
    name: 'a verdict is explained on a page beside the draft',
    test: async () => {
      const { editor } = await openDraft();
      cursorTo(editor, '32 leaking');
      await vscode.commands.executeCommand('corroborate.explainVerdict');
      const page = await vscode.workspace.openTextDocument(
        vscode.Uri.from({ scheme: 'corroborate-explanation', path: '/Why this verdict.md' }),
      );
      await until('the explanation', () => (page.getText().includes('where the passage has “23”') ? true : undefined));
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
      assert.ok(
        tabs.some((label) => label.includes('Why this verdict')),
        `tabs: ${tabs.join(', ')}`,
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'a finding that is ignored goes, and stays away after a restart',
    test: async () => {
      const { editor, folder } = await openDraft();
      const { uri } = editor.document;
      await take(uri, '32', 'Ignore “contradicted-claim” for this sentence');
      await until('the finding gone', () => (codes(uri).includes('contradicted-claim') ? undefined : true));
      assert.match(await textOf(workspaceUri(folder, 'corroborate-ignores.json')), /"words": "The tunnel closed after engineers/);
      await vscode.commands.executeCommand('corroborate.restartServer');
      await until('the other finding again', () => (codes(uri).includes('misquote') ? true : undefined));
      assert.deepEqual(codes(uri), ['misquote']);
    },
  },
  {
    name: 'a draft that is renamed takes along what is ignored in it',
    test: async () => {
      const { editor, folder } = await openDraft();
      await take(editor.document.uri, '32', 'Ignore “contradicted-claim” in this draft');
      await until('the finding gone', () => (codes(editor.document.uri).includes('contradicted-claim') ? undefined : true));
      const renamed = new vscode.WorkspaceEdit();
      const uri = workspaceUri(folder, 'chapter.md');
      renamed.renameFile(editor.document.uri, uri);
      assert.ok(await vscode.workspace.applyEdit(renamed));
      await until('the new name', async () =>
        (await textOf(workspaceUri(folder, 'corroborate-ignores.json'))).includes('"draft": "chapter.md"') ? true : undefined,
      );
      await vscode.window.showTextDocument(uri);
      await until('the misquotation alone', () => (codes(uri).join() === 'misquote' ? true : undefined));
    },
  },
  {
    name: 'on saving nothing is fixed, unless the settings ask for it',
    test: async () => {
      const settings = vscode.workspace.getConfiguration('editor');
      const { editor } = await openDraft();
      const append = async () => {
        const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
        await editor.edit((edit) => edit.insert(end, '\n'));
        await editor.document.save();
      };
      await append();
      assert.match(editor.document.getText(), /ordered to wait/);
      await settings.update('codeActionsOnSave', { 'source.fixAll.corroborate': 'explicit' }, vscode.ConfigurationTarget.Workspace);
      try {
        await until('the source’s words', async () => {
          await append();
          return editor.document.getText().includes('told to wait') ? true : undefined;
        });
        assert.match(editor.document.getText(), /found 32 leaking/, 'what is not sure is left alone');
      } finally {
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      }
    },
  },
  {
    name: 'all drafts are checked, also those that are not open',
    test: async () => {
      const { folder } = await openDraft();
      const other = workspaceUri(folder, 'second.md');
      await write(other, `${FIGURE}\n`);
      void vscode.commands.executeCommand('corroborate.checkWorkspace');
      await until('a finding in the other draft', () => (codes(other).includes('contradicted-claim') ? true : undefined));
      await vscode.window.showTextDocument(other);
      await until('the finding told once', () => (codes(other).length === 1 ? true : undefined));
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    },
  },
  {
    name: 'the evidence report is written',
    test: async () => {
      const { editor, folder } = await openDraft();
      const target = workspaceUri(folder, 'report.html');
      await vscode.window.showTextDocument(editor.document);
      await until('the report', async () => {
        await vscode.commands.executeCommand('corroborate.exportReport', target);
        const html = await textOf(target).catch(() => '');
        return html.includes('32 leaking joints') && html.includes('Ottery') ? true : undefined;
      });
      assert.doesNotMatch(await textOf(target), /<script/i);
    },
  },
];

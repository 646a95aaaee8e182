/** The extension as VS Code sees it: diagnostics, hovers, quick fixes, definitions, commands, and a restart. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Case, until, workspaceUri, write } from './help.ts';

const EXTENSION = 'corroborate.corroborate';
const SOURCE = `The Harrow Bridge inquiry: what the inspectors found

The bridge over the river Harrow closed on 3 May 2009 after inspectors found 17 cracked bolts in its eastern arch.
`;
const DRAFT = `# The bridge

The bridge closed after inspectors found 19 cracked bolts in its eastern arch ([the inquiry](sources/bridge.txt#L3)).
`;

/** Attempts between two saves of a source whose change was not noticed; an attempt is made every tenth of a second. */
const SAVE_EVERY = 30;

async function openDraft(): Promise<vscode.TextEditor> {
  const uri = workspaceUri('bridge', 'draft.md');
  await write(workspaceUri('bridge', 'sources', 'bridge.txt'), SOURCE);
  await write(uri, DRAFT);
  const editor = await vscode.window.showTextDocument(uri);
  if (editor.document.getText() !== DRAFT) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'corroborate');
}

function code({ code: value }: vscode.Diagnostic): unknown {
  return typeof value === 'object' ? value.value : value;
}

function find(uri: vscode.Uri, wanted: string): Promise<vscode.Diagnostic> {
  return until(`a finding ${wanted}`, () => ours(uri).find((diagnostic) => code(diagnostic) === wanted));
}

export const cases: readonly Case[] = [
  {
    name: 'a wrong figure is underlined, with its passage as related information',
    test: async () => {
      const { document } = await openDraft();
      const diagnostic = await find(document.uri, 'contradicted-claim');
      assert.equal(document.getText(diagnostic.range), '19');
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
      const [related] = diagnostic.relatedInformation ?? [];
      assert.equal(related?.location.uri.path, workspaceUri('bridge', 'sources', 'bridge.txt').path);
    },
  },
  {
    name: 'a finding is shown once',
    test: async () => {
      const { document } = await openDraft();
      await find(document.uri, 'contradicted-claim');
      assert.equal(ours(document.uri).filter((diagnostic) => code(diagnostic) === 'contradicted-claim').length, 1);
    },
  },
  {
    name: 'under the finding’s message a hover leads to the passage, and repeats no words',
    test: async () => {
      const { document } = await openDraft();
      const { range } = await find(document.uri, 'contradicted-claim');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
      assert.match(text, /Contradicts it/);
      assert.doesNotMatch(text, /inspectors found 17 cracked bolts/);
      assert.match(text, /bridge\.txt#L3/);
    },
  },
  {
    name: 'the quick fix puts the source’s figure in, and the finding goes',
    test: async () => {
      const { document } = await openDraft();
      const { range } = await find(document.uri, 'contradicted-claim');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
      const fix = actions.find(({ title }) => title.startsWith('Replace'));
      assert.ok(fix?.edit, `no fix among ${actions.map(({ title }) => title).join(', ')}`);
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /found 17 cracked/);
      await until('no contradiction', () =>
        ours(document.uri).some((diagnostic) => code(diagnostic) === 'contradicted-claim') ? undefined : true,
      );
      await document.save();
    },
  },
  {
    name: 'a citation leads to its place',
    test: async () => {
      const { document } = await openDraft();
      await find(document.uri, 'contradicted-claim');
      const at = document.positionAt(document.getText().indexOf('bridge.txt#L3'));
      const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      const lines = places.map((place) => ('targetRange' in place ? place.targetRange.start.line : place.range.start.line));
      assert.ok(lines.includes(2), `led to lines ${lines.join(', ')}`);
    },
  },
  {
    name: 'a changed source changes what is found',
    test: async () => {
      const { document } = await openDraft();
      await find(document.uri, 'contradicted-claim');
      // The editor's watcher may still be starting, and tells nobody of a change then: the file is written again until it has.
      let saves = 0;
      await until('no contradiction', async () => {
        if (saves++ % SAVE_EVERY === 0)
          await write(workspaceUri('bridge', 'sources', 'bridge.txt'), SOURCE.replace('17 cracked', '19 cracked') + '\n'.repeat(saves));
        return ours(document.uri).some((diagnostic) => code(diagnostic) === 'contradicted-claim') ? undefined : true;
      });
    },
  },
  {
    name: 'a folder of sources that comes into being is found',
    test: async () => {
      const uri = workspaceUri('late', 'draft.md');
      await write(uri, DRAFT);
      await vscode.window.showTextDocument(uri);
      let saves = 0;
      await until('a contradiction', async () => {
        if (saves++ % SAVE_EVERY === 0) await write(workspaceUri('late', 'sources', 'bridge.txt'), SOURCE + '\n'.repeat(saves));
        return ours(uri).some((diagnostic) => code(diagnostic) === 'contradicted-claim') ? true : undefined;
      });
      assert.equal((await vscode.workspace.openTextDocument(uri)).getText((await find(uri, 'contradicted-claim')).range), '19');
    },
  },
  {
    name: 'the shipped drafts have findings, and the sources have none',
    test: async () => {
      const [draft] = (await vscode.workspace.findFiles('drafts/*.md')).sort((a, b) => (a.path < b.path ? -1 : 1));
      assert.ok(draft, 'a draft ships');
      await vscode.window.showTextDocument(draft);
      await until('findings', () => (ours(draft).length > 0 ? true : undefined));
      const checked = vscode.languages.getDiagnostics().filter(([, found]) => found.some(({ source }) => source === 'corroborate'));
      assert.ok(checked.every(([uri]) => uri.path.endsWith('.md')));
    },
  },
  {
    name: 'every command of the manifest is registered',
    test: async () => {
      const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON as { contributes: { commands: { command: string }[] } };
      const known = new Set(await vscode.commands.getCommands(true));
      assert.deepEqual(
        manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
        [],
      );
    },
  },
  {
    name: 'after a restart the findings come back',
    test: async () => {
      const { document } = await openDraft();
      await find(document.uri, 'contradicted-claim');
      await vscode.commands.executeCommand('corroborate.restartServer');
      await find(document.uri, 'contradicted-claim');
    },
  },
];

/** Citations in VS Code itself: the picker, completion, definition, references, renaming, links, lenses, copy and paste. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Case, until, workspaceUri, write } from './help.ts';

const SOURCE = `The Kelder mole inquiry: what the divers found

By Piet Osinga, 2 June 2012

Divers counted 31 loose stones in the mole at Kelder after the storm of May 2012.

“We asked for a new mole three times, and three times we were told to wait,” said the harbour master, Marion Teale.
`;
const MANIFEST = `{
  "version": 1,
  "sources": {
    "mole.txt": { "documents": [{ "citekey": "osinga-2012" }] }
  }
}
`;
const COUNTED = 'Divers counted 31 loose stones in the mole at Kelder.';
const CLOSED = 'The storm came in May 2012 [@osinga-2012, l. 5].\r\n';
/** Marks of the cited words, which are made of them. */
const MARKS = /\?words=[0-9a-z-]+|<!--words=[0-9a-z;-]*-->/g;

const source = () => workspaceUri('kelder', 'sources', 'mole.txt');
const closed = () => workspaceUri('kelder', 'far', 'closed.md');

/** Opens a draft of the text with the cursor at the `|`. Each gets a file of its own, so that no case sees another's changes. */
let made = 0;
async function openDraft(marked: string): Promise<vscode.TextEditor> {
  await write(source(), SOURCE);
  await write(workspaceUri('kelder', 'sources', 'corpus.json'), MANIFEST);
  await write(closed(), CLOSED);
  const uri = workspaceUri('kelder', `draft-${++made}.md`);
  await write(uri, marked.replace('|', ''));
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const at = editor.document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

const textOf = ({ document }: vscode.TextEditor) => document.getText().replace(MARKS, '');
const pathsOf = (places: readonly vscode.Location[]) =>
  places.map(({ uri, range }) => `${uri.path.split('/kelder/')[1]}:${range.start.line + 1}`).sort();

async function completions({ document, selection }: vscode.TextEditor): Promise<vscode.CompletionList> {
  return until('completions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
      undefined,
      5,
    );
    return list.items.some(({ sortText }) => sortText === '0000') ? list : undefined;
  });
}

/** Runs a command that shows a list, and takes what is chosen there first until the draft has changed. */
async function takeFirst(command: string, { document }: vscode.TextEditor): Promise<void> {
  const before = document.getText();
  const done = vscode.commands.executeCommand(command);
  await until('a changed draft', async () => {
    if (document.getText() !== before) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return undefined;
  });
  await done;
}

export const citingCases: readonly Case[] = [
  {
    name: 'the picker cites the passage that supports the sentence, and leaves no preview behind',
    test: async () => {
      const editor = await openDraft(`${COUNTED.replace('Kelder.', 'Kel|der.')}\n`);
      await takeFirst('corroborate.insertCitation', editor);
      assert.equal(textOf(editor), 'Divers counted 31 loose stones in the mole at Kelder ([Piet Osinga, 2012](sources/mole.txt#L5)).\n');
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
      assert.ok(!tabs.includes('mole.txt'), `open: ${tabs.join(', ')}`);
    },
  },
  {
    name: 'Cite and Quote writes who said it, the exact words and the citation',
    test: async () => {
      const editor = await openDraft('---\ncitationStyle: pandoc\n---\n\nWe asked for a new mole, and were told to wait.|\n');
      await takeFirst('corroborate.citeAndQuote', editor);
      assert.match(
        textOf(editor),
        /wait\. .*said: “We asked for a new mole three times, and three times we were told to wait” \[@osinga-2012, l\. 7\]\.\n$/,
      );
      assert.equal(editor.document.lineAt(editor.selection.active.line).text.length, editor.selection.active.character);
    },
  },
  {
    name: 'completion behind [@ offers the document that goes with the sentence, and is documented when looked at',
    test: async () => {
      const editor = await openDraft('Divers counted 31 loose stones in the mole [@|].\n');
      const { items } = await completions(editor);
      const [first] = items.filter(({ sortText }) => sortText === '0000');
      const label = typeof first?.label === 'string' ? first.label : first?.label.label;
      assert.equal(label, 'osinga-2012');
      const words = first?.documentation;
      assert.match(
        typeof words === 'string' ? words : (words?.value ?? ''),
        /The Kelder mole inquiry[\s\S]*Divers counted 31 loose stones/,
      );
    },
  },
  {
    name: 'an accepted completion is written, with its place',
    test: async () => {
      const editor = await openDraft('Divers counted 31 loose stones in the mole [@osi|].\n');
      await completions(editor);
      await until('the completion in the draft', async () => {
        if (textOf(editor).includes('[@osinga-2012, l. 5]')) {
          // Its words can be found again.
          assert.match(editor.document.getText(), /\[@osinga-2012, l\. 5\]<!--words=[0-9a-z-]+-->\./);
          return true;
        }
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await new Promise((resolve) => setTimeout(resolve, 500));
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return undefined;
      });
    },
  },
  {
    name: 'Update Sources Section writes the list of what is cited, and leaves one that is up to date alone',
    test: async () => {
      const editor = await openDraft('Divers counted 31 loose stones in the mole [@osinga-2012, l. 5].|\n');
      await completions(await openDraft('Divers counted [@|].\n'));
      await vscode.window.showTextDocument(editor.document);
      await until('a list of sources', async () => {
        await vscode.commands.executeCommand('corroborate.updateSourcesSection');
        return textOf(editor).includes('## Sources') ? true : undefined;
      });
      const listed = textOf(editor);
      assert.match(listed, /^Divers counted [^\n]*\n\n## Sources\n[\s\S]*Osinga[\s\S]*The Kelder mole inquiry/);
      await vscode.commands.executeCommand('corroborate.updateSourcesSection');
      assert.equal(textOf(editor), listed);
    },
  },
  {
    name: 'a citekey leads to its line in the source',
    test: async () => {
      const { document, selection } = await openDraft('So it was [@osin|ga-2012, l. 7].\n');
      const places = await until('a definition', async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          selection.active,
        );
        return found.length > 0 ? found : undefined;
      });
      assert.deepEqual(
        places.map((place) => ('targetRange' in place ? place.targetRange.start.line : place.range.start.line)),
        [6],
      );
    },
  },
  {
    name: 'references lead from a sentence of a source to the drafts that cite it, open or not',
    test: async () => {
      const editor = await openDraft(`${COUNTED.slice(0, -1)} ([x](sources/mole.txt#L5)).|\n`);
      const name = editor.document.uri.path.split('/kelder/')[1];
      const { document } = await vscode.window.showTextDocument(source());
      const at = new vscode.Position(4, 5);
      const places = await until('references', async () => {
        const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
        return found.length > 1 ? found : undefined;
      });
      const found = pathsOf(places);
      assert.ok(found.includes('far/closed.md:1') && found.includes(`${name}:1`), found.join(', '));
    },
  },
  {
    name: 'renaming a citekey changes every draft and corpus.json, and the corpus follows',
    test: async () => {
      const editor = await openDraft('So it was [@osin|ga-2012, l. 7].\n');
      await completions(await openDraft('Divers counted [@|].\n'));
      const edit = await until('an edit', async () => {
        try {
          return await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            editor.document.uri,
            editor.selection.active,
            'kelder-2012',
          );
        } catch (error) {
          if (/corpus\.json/.test(String(error))) throw error;
          return undefined;
        }
      });
      assert.ok(await vscode.workspace.applyEdit(edit));
      // What is changed in no editor's tab is not saved by “save all”; a person's own rename saves it.
      for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
      assert.equal(textOf(editor), 'So it was [@kelder-2012, l. 7].\n');
      const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.equal(await read(closed()), CLOSED.replace('osinga-2012', 'kelder-2012'));
      assert.equal(await read(workspaceUri('kelder', 'sources', 'corpus.json')), MANIFEST.replace('osinga-2012', 'kelder-2012'));
    },
  },
  {
    name: 'renaming refuses a name that is none, and changes nothing',
    test: async () => {
      const { document, selection } = await openDraft('So it was [@osin|ga-2012, l. 7].\n');
      const rename = (name: string) =>
        vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, selection.active, name);
      await until('our own renaming', async () =>
        (await rename('kelder-2012').then(
          (edit) => edit.size,
          () => 0,
        )) > 1
          ? true
          : undefined,
      );
      assert.equal((await rename('two words')).size, 0);
    },
  },
  {
    name: 'a hover on a citation shows its document and words',
    test: async () => {
      const { document, selection } = await openDraft('So it was [@osin|ga-2012, l. 5].\n');
      const words = await until('a hover', async () => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, selection.active);
        const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
        return text.includes('Kelder mole inquiry') ? text : undefined;
      });
      assert.match(words, /> Divers counted 31 loose stones/);
    },
  },
  {
    name: 'Copy as Citation in a source leaves words that say where it stands',
    test: async () => {
      await openDraft('They waited |\n');
      const words = 'three times we were told to wait';
      const { document } = await vscode.window.showTextDocument(source());
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const start = document.getText().indexOf(words);
      editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + words.length));
      await until('a copied citation', async () => {
        await vscode.commands.executeCommand('corroborate.copyCitation');
        return (await vscode.env.clipboard.readText()).includes('The Kelder mole inquiry') ? true : undefined;
      });
      assert.match(await vscode.env.clipboard.readText(), /^The Kelder mole inquiry: what the divers found, 2 June 2012, line 7$/);
    },
  },
  {
    name: 'lenses say who cites a source’s sentences, once they are switched on',
    test: async () => {
      await openDraft(`${COUNTED.slice(0, -1)} ([x](sources/mole.txt#L5)).|\n`);
      const lenses = () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', source(), 20);
      await vscode.window.showTextDocument(source());
      const ours = async () => (await lenses()).filter(({ command }) => command?.command === 'corroborate.showReferences');
      assert.deepEqual(await ours(), []);
      const settings = vscode.workspace.getConfiguration('corroborate');
      await settings.update('citationLenses', true, vscode.ConfigurationTarget.Workspace);
      try {
        const [lens] = await until('a lens', async () => {
          const found = await ours();
          return found.length > 0 ? found : undefined;
        });
        assert.equal(lens?.range.start.line, 4);
        assert.match(lens?.command?.title ?? '', /^Cited by \d+ sentences? in \d+ drafts?$/);
      } finally {
        await settings.update('citationLenses', undefined, vscode.ConfigurationTarget.Workspace);
      }
    },
  },
];

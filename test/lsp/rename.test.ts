/** Renaming a citekey over a real process: in all drafts and in corpus.json, and clear words where it cannot be done. */
import * as fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CreateFile,
  PrepareRenameRequest,
  RenameRequest,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SOURCE } from './fixture.ts';
import { placeOf, Session } from './session.ts';

const FERRY = `The ferry report\n\nThe ferry sank at noon on Friday with 12 passengers.\n`;
const MANIFEST = `{
	"version": 1,
	"sources": {
		"bridge.txt": {
			"documents": [{ "citekey": "harrow-2011", "publisher": "Harrow Gazette" }]
		},
		"ferry.txt": { "documents": [{ "title": "The ferry", "parent": "harrow-2011" }] }
	}
}
`;
const OPEN = 'Traffic returned [see @harrow-2011, l. 11; @harrow-2011x]. As @harrow-2011 [l. 5] has it.\n';
const CLOSED = '# Far\r\n\r\nTraffic returned.[^n]\r\n\r\n[^n]: [@{harrow-2011}, l. 11]\r\n';
const CODE = 'Write `[@harrow-2011]` or [the inquiry](../sources/bridge.txt#L5).\n';

let session: Session;
async function start(files: Readonly<Record<string, string>> = {}) {
  session = await Session.start({
    files: {
      'sources/bridge.txt': SOURCE,
      'sources/ferry.txt': FERRY,
      'sources/corpus.json': MANIFEST,
      'drafts/open.md': OPEN,
      'drafts/deep/closed.md': CLOSED,
      'drafts/code.md': CODE,
      ...files,
    },
  });
  await session.open('drafts/open.md');
  await session.diagnostics('drafts/open.md');
}
beforeEach(() => start());
afterEach(() => session.stop());

const at = (words: string, text = OPEN) => ({
  textDocument: { uri: session.uri('drafts/open.md') },
  position: placeOf(text, words, 2),
});

function rename(newName: string, words = '@harrow'): Promise<WorkspaceEdit> {
  return session.connection.sendRequest(RenameRequest.type, { ...at(words), newName }) as Promise<WorkspaceEdit>;
}

/** The files after the edit, by their paths; a made file begins empty. */
function edited({ documentChanges = [] }: WorkspaceEdit): Readonly<Record<string, string>> {
  const made = new Set(documentChanges.filter((one): one is CreateFile => 'kind' in one && one.kind === 'create').map(({ uri }) => uri));
  const edits = documentChanges.filter((one): one is TextDocumentEdit => 'textDocument' in one);
  return Object.fromEntries(
    edits.map(({ textDocument: { uri }, edits: changes }) => {
      const name = decodeURIComponent(uri.slice(session.uri('.').length + 1));
      const before = made.has(uri) ? '' : fs.readFileSync(session.path(name), 'utf8');
      return [name, TextDocument.applyEdits(TextDocument.create(uri, 'x', 1, before), changes as TextEdit[])];
    }),
  );
}

describe('renaming a citekey', () => {
  test('changes it in drafts that are open and that are not, in every form, and in corpus.json with its layout', async () => {
    const files = edited(await rename('gazette-2011'));
    expect(Object.keys(files).sort()).toEqual(['drafts/deep/closed.md', 'drafts/open.md', 'sources/corpus.json']);
    expect(files['drafts/open.md']).toBe(OPEN.replaceAll('@harrow-2011,', '@gazette-2011,').replace('@harrow-2011 ', '@gazette-2011 '));
    expect(files['drafts/deep/closed.md']).toBe(CLOSED.replace('@{harrow-2011}', '@{gazette-2011}'));
    expect(files['sources/corpus.json']).toBe(MANIFEST.replaceAll('harrow-2011', 'gazette-2011'));
  });

  test('an open draft counts as it stands in the editor, and its version goes with the edit', async () => {
    await session.change('drafts/open.md', { text: 'Now only [@harrow-2011].\n' });
    const { documentChanges } = (await session.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: session.uri('drafts/open.md') },
      position: { line: 0, character: 14 },
      newName: 'x-1',
    })) as WorkspaceEdit;
    const edit = documentChanges?.find(
      (one) => 'textDocument' in one && one.textDocument.uri === session.uri('drafts/open.md'),
    ) as TextDocumentEdit;
    expect(edit.textDocument.version).toBe(session.version);
    expect(edit.edits).toEqual([{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 22 } }, newText: 'x-1' }]);
  });

  test('a key that Pandoc would cut short is written in braces', async () => {
    const files = edited(await rename('gazette--2011'));
    expect(files['drafts/open.md']).toContain('[see @{gazette--2011}, l. 11;');
    expect(files['drafts/deep/closed.md']).toContain('[@{gazette--2011}, l. 11]');
  });

  test('the words under the cursor are offered without the at sign', async () => {
    const prepared = await session.connection.sendRequest(PrepareRenameRequest.type, at('@harrow'));
    expect(prepared).toEqual({ range: { start: { line: 0, character: 23 }, end: { line: 0, character: 34 } }, placeholder: 'harrow-2011' });
  });

  test.each([
    ['not a key', /cannot be a citekey/],
    ['', /cannot be empty/],
    ['harrow-2011', /called @harrow-2011 already/],
  ])('refuses “%s”', async (name, why) => {
    await expect(rename(name)).rejects.toThrow(why);
  });

  test('refuses a name that another document has, a key that means nothing, and words that are none', async () => {
    const documents = await session.connection.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
      ...at('@harrow'),
      position: placeOf(OPEN, '@harrow', 1),
    });
    const other = documents.items.map(({ label }) => label).find((label) => label !== 'harrow-2011') ?? '';
    await expect(rename(other)).rejects.toThrow(/is the citekey of “The ferry” already/);
    await expect(rename('x-1', '@harrow-2011x')).rejects.toThrow(/no document @harrow-2011x/);
    await expect(rename('x-1', 'Traffic')).rejects.toThrow(/Put the cursor on a citekey/);
  });

  test('refuses where corpus.json cannot be read', async () => {
    fs.writeFileSync(session.path('sources/corpus.json'), '{ "version": 1, ');
    await expect(rename('x-1')).rejects.toThrow(/cannot be read, so nothing was renamed/);
  });
});

describe('where no person has described the source', () => {
  const key = async () =>
    (
      await session.connection.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
        textDocument: { uri: session.uri('drafts/key.md') },
        position: { line: 0, character: 12 },
      })
    ).items[0]?.label ?? '';

  test('an entry is added, and the corpus read with it has the new key', async () => {
    await session.stop();
    await start({ 'sources/corpus.json': '{ "version": 1, "sources": {} }\n' });
    await session.open('drafts/key.md', 'The ferry [@].\n');
    const old = await key();
    const text = `The ferry sank [@${old}].\n`;
    fs.writeFileSync(session.path('drafts/new.md'), text);
    await session.open('drafts/new.md');
    const params = { textDocument: { uri: session.uri('drafts/new.md') }, position: { line: 0, character: 18 }, newName: 'ferry-sinks' };
    const files = edited((await session.connection.sendRequest(RenameRequest.type, params)) as WorkspaceEdit);
    const entry = JSON.parse(files['sources/corpus.json'] ?? '') as { sources: Record<string, { documents: unknown[] }> };
    expect(entry.sources).toEqual({ 'ferry.txt': { documents: [{ citekey: 'ferry-sinks' }] } });
    expect(files['drafts/new.md']).toBe('The ferry sank [@ferry-sinks].\n');
  });

  test('without a corpus.json a client that makes no files is told what to do', async () => {
    fs.rmSync(session.path('sources/corpus.json'));
    await session.stop();
    session = await Session.start({ files: { 'sources/ferry.txt': FERRY, 'drafts/key.md': 'The ferry [@].\n' } });
    await session.open('drafts/key.md');
    const text = `The ferry sank [@${await key()}].\n`;
    await session.open('drafts/new.md', text);
    const params = { textDocument: { uri: session.uri('drafts/new.md') }, position: { line: 0, character: 18 }, newName: 'ferry-sinks' };
    await expect(session.connection.sendRequest(RenameRequest.type, params)).rejects.toThrow(/corroborate sources --write/);
  });
});

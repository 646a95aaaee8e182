/** Findings that a person decided to ignore, over a real process: decided, kept, told of, and taken back. */
import * as fs from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { CodeActionRequest, DiagnosticTag } from 'vscode-languageserver-protocol/node';
import { CHANGE_IGNORES_REQUEST, IGNORE_COMMAND, IGNORES_REQUEST, type IgnoresResult } from '../../server/src/lsp/protocol-review.ts';
import { SOURCE } from './fixture.ts';
import { Session, type SessionOptions } from './session.ts';

const NAME = 'drafts/bridge.md';
const FILE = 'corroborate-ignores.json';
const MAYOR = 'The mayor resigned because of a love affair with a trapeze artist.';
const DRAFT = `The bridge closed after inspectors found 19 cracked bolts in its eastern arch.\n\n${MAYOR}\n\nThe mayor of the town sold the bridge to a circus.\n`;

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
});

async function start(options: Partial<SessionOptions> = {}, text = DRAFT): Promise<Session> {
  const session = await Session.start({ files: { 'sources/bridge.txt': SOURCE, [NAME]: text }, ...options });
  sessions.push(session);
  await session.open(NAME);
  await codes(session);
  return session;
}

async function codes(session: Session, name = NAME): Promise<readonly unknown[]> {
  return (await session.diagnostics(name)).map(({ code }) => code);
}

async function ignore(session: Session, words: string, title: string | RegExp): Promise<void> {
  await session.take((await session.actions(NAME, words)).find((action) => action.title.search(title) >= 0));
}

/** The findings once they are `expected`. */
async function settles(session: Session, expected: readonly string[]): Promise<void> {
  const found = () => (session.pushed.get(session.uri(NAME))?.diagnostics ?? []).map(({ code }) => code);
  await session.until(`findings ${expected.join()}, not ${found().join()}`, () => found().join() === expected.join());
}

const read = (session: Session) => JSON.parse(fs.readFileSync(session.path(FILE), 'utf8')) as { ignores: Record<string, string>[] };
const list = (session: Session): Promise<IgnoresResult> => session.connection.sendRequest(IGNORES_REQUEST);

test.each([
  ['Ignore this finding', ['contradicted-claim', 'unsupported-claim'], { rule: 'unsupported-claim', draft: NAME, words: MAYOR }],
  [/for this sentence/, ['contradicted-claim', 'unsupported-claim'], { rule: 'unsupported-claim', draft: NAME, words: MAYOR }],
  [/in this draft/, ['contradicted-claim'], { rule: 'unsupported-claim', draft: NAME }],
  [/everywhere/, ['contradicted-claim'], { rule: 'unsupported-claim' }],
] as const)('%s', async (title, left, entry) => {
  const session = await start();
  await ignore(session, MAYOR, title);
  await settles(session, left);
  expect(read(session).ignores).toMatchObject([entry]);
});

test('what is ignored stays so when the draft changes around it, the sentence gets a citation, and the server is started anew', async () => {
  const session = await start();
  await ignore(session, MAYOR, /for this sentence/);
  const cited = MAYOR.replace('.', ' ([the inquiry](../sources/bridge.txt#L5)).');
  const edited = `# A heading\n\nA sentence about the mayor’s hat, which was green.\n\n${cited}\n`;
  fs.writeFileSync(session.path(NAME), edited);
  const again = await Session.start({ files: {}, shared: session.folder });
  await again.open(NAME);
  const found = await again.diagnostics(NAME);
  expect(found.filter(({ range }) => range.start.line === 4)).toEqual([]);
  again.child.kill();
});

test('the decision can be taken back, and given a reason', async () => {
  const session = await start();
  await ignore(session, MAYOR, /for this sentence/);
  await settles(session, ['contradicted-claim', 'unsupported-claim']);
  const [file] = (await list(session)).files;
  const [one] = file?.ignores ?? [];
  expect(one).toMatchObject({ inWords: `“unsupported-claim” for the sentence “${MAYOR}”`, reason: null, matchesNothing: false });
  const { uri, id } = { uri: file?.uri, id: one?.id };
  expect(await session.connection.sendRequest(CHANGE_IGNORES_REQUEST, { uri, explain: { id, reason: 'Seen in the minutes.' } })).toBeNull();
  expect(read(session).ignores[0]?.['reason']).toBe('Seen in the minutes.');
  expect(await session.connection.sendRequest(CHANGE_IGNORES_REQUEST, { uri, remove: [id] })).toBeNull();
  await settles(session, ['contradicted-claim', 'unsupported-claim', 'unsupported-claim']);
  expect(read(session).ignores).toEqual([]);
});

test('an ignore that matches nothing any more is marked in the ignore file', async () => {
  const session = await start();
  await ignore(session, MAYOR, /for this sentence/);
  await settles(session, ['contradicted-claim', 'unsupported-claim']);
  await session.change(NAME, { text: DRAFT.replace('trapeze artist', 'tightrope walker') });
  const marks = () => session.pushed.get(session.uri(FILE))?.diagnostics ?? [];
  await session.until('a mark in the ignore file', () => marks().length === 1);
  expect(marks()[0]).toMatchObject({ tags: [DiagnosticTag.Unnecessary], range: { start: { line: 2, character: 4 } } });
  expect(marks()[0]?.message).toMatch(/^This matches nothing any more: “unsupported-claim” for the sentence “The mayor resigned/);
  expect((await list(session)).files[0]?.ignores[0]?.matchesNothing).toBe(true);
  await session.change(NAME, { text: DRAFT });
  await session.until('no mark', () => marks().length === 0);
});

test('a draft that is renamed in the editor takes its ignores along', async () => {
  const session = await start();
  await ignore(session, MAYOR, /in this draft/);
  await session.connection.sendNotification('workspace/didRenameFiles', {
    files: [{ oldUri: session.uri('drafts'), newUri: session.uri('texts') }],
  });
  await session.until('the new name in the ignore file', () => read(session).ignores[0]?.['draft'] === 'texts/bridge.md');
});

test('two windows on one workspace lose nothing of each other’s', async () => {
  const session = await start();
  const other = await Session.start({ files: {}, shared: session.folder });
  await other.open(NAME);
  await codes(other);
  await ignore(session, MAYOR, /for this sentence/);
  await ignore(other, '19 cracked', /for this sentence/);
  expect(read(session).ignores.map(({ rule }) => rule)).toEqual(['contradicted-claim', 'unsupported-claim']);
  await session.filesChanged(FILE);
  await other.filesChanged(FILE);
  await settles(session, ['unsupported-claim']);
  await settles(other, ['unsupported-claim']);
  other.child.kill();
});

test('an ignore file that is no JSON is told, ignores nothing and is not written over', async () => {
  const session = await start({ files: { 'sources/bridge.txt': SOURCE, [NAME]: DRAFT, [FILE]: '{ "ignores": [ }' } });
  expect(await codes(session)).toHaveLength(3);
  expect(session.messages.join()).toMatch(/corroborate-ignores\.json:1 The file is not JSON/);
  await ignore(session, MAYOR, /everywhere/);
  await session.until('a word of why', () => session.messages.some((message) => /left as it is/.test(message)));
  expect(fs.readFileSync(session.path(FILE), 'utf8')).toBe('{ "ignores": [ }');
});

test('a draft that was never saved can only be silenced by a comment, and so can one that is not on disk', async () => {
  const session = await start();
  const uri = 'untitled:Untitled-1';
  const textDocument = { uri, languageId: 'markdown', version: 1, text: DRAFT };
  await session.connection.sendNotification('textDocument/didOpen', { textDocument });
  await session.until('findings', () => (session.pushed.get(uri)?.diagnostics.length ?? 0) > 0);
  const [diagnostic] = session.pushed.get(uri)?.diagnostics ?? [];
  if (diagnostic === undefined) throw new Error('no finding');
  const params = { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } };
  const actions = await session.connection.sendRequest(CodeActionRequest.type, params);
  expect((actions ?? []).map(({ title }) => title).filter((title) => title.startsWith('Ignore'))).toEqual([
    'Ignore “contradicted-claim” in this line, by a comment in the draft',
  ]);
  const keep = { command: IGNORE_COMMAND, arguments: [{ uri, finding: diagnostic.data, scope: 'finding' }] };
  await session.connection.sendRequest('workspace/executeCommand', keep);
  await session.until('a word of why', () => session.messages.some((message) => /Save the draft first/.test(message)));
});

test('a command for a finding that is gone says so', async () => {
  const session = await start();
  const params = { uri: session.uri(NAME), finding: 'misquote@0-3', scope: 'finding' };
  await session.connection.sendRequest('workspace/executeCommand', { command: IGNORE_COMMAND, arguments: [params] });
  await session.until('a word of why', () => session.messages.some((message) => /not there any more/.test(message)));
  expect(fs.existsSync(session.path(FILE))).toBe(false);
});

test('comments are obeyed, listed with their reasons, and told of where they are of no use', async () => {
  const text = [
    `<!-- corroborate-disable-next-line unsupported-claim -- from memory -->\n${MAYOR}`,
    '<!-- corroborate-disable misquote, misquotes -->\n\nTraffic returned to the bridge on 9 September 2010.',
    '',
  ].join('\n\n');
  const session = await start({}, text);
  const found = await session.diagnostics(NAME);
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([
    ['draft', 3],
    ['draft', 3],
    ['missing-citation', 5],
  ]);
  expect(found.map(({ message }) => message).slice(0, 2)).toEqual([
    expect.stringMatching(/silences nothing any more: there is no “misquote”/),
    expect.stringMatching(/There is no rule “misquotes”/),
  ]);
  expect((await list(session)).comments).toMatchObject([
    { rules: ['unsupported-claim'], reason: 'from memory', range: { start: { line: 0 } } },
    { rules: ['misquote', 'misquotes'], reason: null },
  ]);
});

/** A server that lives with what clients and files do wrong: it tells once, and goes on. */
import * as fs from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { DidChangeTextDocumentNotification, DocumentDiagnosticRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import { ANNOTATED, FILES, SOURCE } from './fixture.ts';
import { annotated, plain, Session } from './session.ts';

const DRAFT = plain(ANNOTATED);
const NAME = 'drafts/bridge.md';

let session: Session;
afterEach(async () => {
  await session.stop();
});

test('shutdown, then exit, ends with 0; exit alone with 1', async () => {
  session = await Session.start({ files: FILES });
  expect(await session.stop()).toBe(0);
  session = await Session.start({ files: FILES });
  const exit = session.exited();
  await session.connection.sendNotification('exit');
  expect(await exit).toBe(1);
});

test('a closed pipe ends the server', async () => {
  session = await Session.start({ files: FILES });
  await session.open(NAME, DRAFT);
  const exit = session.exited();
  session.child.stdout?.destroy();
  session.child.stdin?.end();
  expect(await exit).toBe(1);
});

test('a change out of range is told once, and the draft is checked on', async () => {
  session = await Session.start({ files: FILES });
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  const far = { line: 9_999, character: 9_999 };
  await session.change(NAME, { range: { start: far, end: far }, text: '\n' });
  await session.change(NAME, { range: { start: { line: -4, character: 0 }, end: { line: 0, character: -1 } }, text: '' });
  await session.change(NAME, { text: DRAFT });
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
  expect(session.messages.filter((message) => message.includes('outside the text'))).toHaveLength(1);
});

test('requests and changes for drafts that were never opened do no harm', async () => {
  session = await Session.start({ files: FILES });
  const textDocument = { uri: session.uri('never.md') };
  expect(await session.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 3, character: 3 } })).toBeNull();
  expect(await session.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument })).toMatchObject({ items: [] });
  await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { ...textDocument, version: 7 },
    contentChanges: [{ text: 'x' }],
  });
  await session.open(NAME, DRAFT);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

test('positions beyond the text and broken requests get an answer', async () => {
  session = await Session.start({ files: FILES });
  await session.open(NAME, DRAFT);
  const textDocument = { uri: session.uri(NAME) };
  expect(await session.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 1e6, character: 1e6 } })).toBeNull();
  await session.connection.sendRequest('textDocument/hover', {}).catch(() => null);
  await session.connection.sendRequest('corroborate/passages', null).catch(() => null);
  await session.connection.sendRequest('no/such/request', {}).catch(() => null);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

test('sources that cannot be read are problems, and the others are used', async () => {
  const files = {
    ...FILES,
    'sources/binary.txt': Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 256),
    'sources/empty.txt': '',
    'sources/latin.txt': Buffer.from('Der Schlussbericht über die Brücke\n\nDie Brücke war alt.', 'latin1'),
    'sources/wide.txt': Buffer.from('\ufeffThe wide report\r\n\r\nThe ferry sank in 1998.', 'utf16le'),
    'sources/line.txt': 'word '.repeat(200_000),
  };
  session = await Session.start({ files });
  await session.open(NAME, DRAFT);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
  const status: ServerStatus = await session.connection.sendRequest(STATUS_REQUEST);
  const problems = status.corpora.flatMap((corpus) => corpus.problems.map(({ source }) => source));
  expect(problems).toEqual(expect.arrayContaining(['binary.txt', 'empty.txt']));
});

test('sources that vanish while the draft is open leave it unsupported, not the server dead', async () => {
  session = await Session.start({ files: FILES });
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  fs.rmSync(session.path('sources'), { recursive: true });
  session.pushed.clear();
  await session.connection.sendRequest('corroborate/reload', null);
  const codes = (await session.diagnostics(NAME)).map(({ code }) => code);
  expect(codes).not.toContain('contradicted-claim');
});

/** Enough files that reading them does not end before a client's answer is read. */
const MANY = Object.fromEntries(
  Array.from({ length: 400 }, (_, i) => [`sources/${i}.txt`, `Report ${i}\n\nNothing was found in house ${i}.`]),
);

test('reading the sources is shown as progress', async () => {
  session = await Session.start({ files: { ...FILES, ...MANY }, progress: 'shown' });
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  await session.until('the end of progress', () => session.progress.includes('end'));
  expect([session.progress[0], session.progress.at(-1)]).toEqual(['begin', 'end']);
  expect(session.progress.filter((kind) => kind === 'report').length).toBeGreaterThan(0);
});

test('reading the sources can be cancelled, is told once, and done when asked again', async () => {
  session = await Session.start({ files: { ...FILES, ...MANY }, progress: 'cancelled' });
  await session.open(NAME, DRAFT);
  await session.until('a word of it', () => session.messages.some((message) => message.includes('cancelled')));
  await session.diagnostics(NAME);
  const status = async () => (await session.connection.sendRequest<ServerStatus>(STATUS_REQUEST)).corpora.map(({ state }) => state);
  expect(await status()).toEqual(['failed']);
  fs.rmSync(session.path('sources'), { recursive: true });
  fs.mkdirSync(session.path('sources'));
  fs.writeFileSync(session.path('sources/bridge.txt'), SOURCE);
  session.pushed.clear();
  await session.connection.sendRequest('corroborate/reload', null);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
  expect(await status()).toEqual(['ready']);
});

test('a draft without sources has no findings, and the status says why', async () => {
  session = await Session.start({ files: { 'draft.md': DRAFT } });
  await session.open('draft.md');
  expect(
    await session.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: session.uri('draft.md') },
      position: { line: 2, character: 3 },
    }),
  ).toBeNull();
  const status: ServerStatus = await session.connection.sendRequest(STATUS_REQUEST);
  expect(status.drafts).toEqual([{ uri: session.uri('draft.md'), state: 'no-sources' }]);
});

test('drafts that are strange are checked or left alone', async () => {
  session = await Session.start({ files: FILES });
  const strange = [
    '',
    '\0\0\0',
    '```\nunclosed',
    `${'x'.repeat(300_000)}`,
    '[^1]: \n\n> > > “',
    '<div>\n<!-- corroborate-disable',
    '\ufeff---\na: [\n---\n',
  ];
  for (const [index, text] of strange.entries()) await session.open(`drafts/${index}.md`, text);
  await session.open(NAME, DRAFT);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

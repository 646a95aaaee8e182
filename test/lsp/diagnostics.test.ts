/** Findings over a real process: pushed, pulled, kept in step with typing, settings and sources. */
import * as fs from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type FileEvent,
  HoverRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node';
import { LOOKING_NOTIFICATION, RELOAD_REQUEST, type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import { ANNOTATED, FILES, SOURCE } from './fixture.ts';
import { annotated, placeOf, plain, Session, type SessionOptions } from './session.ts';

const DRAFT = plain(ANNOTATED);
const NAME = 'drafts/bridge.md';

let session: Session;
const start = async (options: Partial<SessionOptions> = {}) => {
  session = await Session.start({ files: FILES, ...options });
};
afterEach(async () => {
  await session.stop();
});

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

test('findings are pushed under the words they are about', async () => {
  await start();
  await session.open(NAME, DRAFT);
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

test('what keeps a draft from being checked as its writer means is told', async () => {
  await start();
  const draft = `---\ntitle: [the bridge\n---\n\n${DRAFT}`;
  await session.open(NAME, draft);
  const told = (await session.diagnostics(NAME)).filter(({ code }) => code === 'draft');
  expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('front matter')]);
});

test('a diagnostic says what the source says instead, and links the passage', async () => {
  await start();
  await session.open(NAME, DRAFT);
  const [first] = await session.diagnostics(NAME);
  expect(first?.message).toContain('17 cracked bolts');
  expect(first?.source).toBe('corroborate');
  const [related] = first?.relatedInformation ?? [];
  expect(related?.location.uri).toBe(session.uri('sources/bridge.txt'));
  expect(related?.location.range.start).toEqual({ line: 4, character: 0 });
});

test('a client that pulls gets the same findings, and no push besides', async () => {
  await start({ pull: true });
  await session.open(NAME, DRAFT);
  const report = await session.pull(NAME);
  expect(report.kind === 'full' && annotated(DRAFT, report.items)).toBe(ANNOTATED);
  const again = await session.pull(NAME, report.resultId);
  expect(again.kind).toBe('unchanged');
  expect(session.pushes).toEqual([]);
});

test('a draft is checked again as it is typed, by incremental changes', async () => {
  await start();
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  const at = placeOf(DRAFT, '19 cracked');
  await session.change(NAME, { range: { start: at, end: { ...at, character: at.character + 2 } }, text: '17' });
  expect(codes(await session.diagnostics(NAME))).toEqual(['missing-citation', 'misquote', 'unsupported-claim']);
});

test('of quick keystrokes the first and the last state are told, and none between', async () => {
  await start();
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  const before = session.pushes.length;
  const at = placeOf(DRAFT, '19 cracked', 2);
  for (let digit = 0; digit < 5; digit++) await session.change(NAME, { range: { start: at, end: at }, text: String(digit) });
  await session.diagnostics(NAME);
  const told = session.pushes.slice(before).map(({ version }) => version ?? 0);
  expect(new Set(told).size).toBeLessThanOrEqual(2);
  expect(told.at(-1)).toBe(session.version);
});

/** Long enough that its first check does not end before the next message is read. */
const LONG = Array.from(
  { length: 150 },
  (_, i) => `In ${1700 + i} the council of the town closed bridge number ${i} after ${i + 3} engineers had warned it.`,
).join('\n\n');

test('a long check is given up for the newer text', async () => {
  await start();
  await session.open(NAME, LONG);
  await session.change(NAME, { text: DRAFT });
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

test('a long check shows what it has found so far, first of all where the person looks', async () => {
  await start();
  const wrong = 'The bridge closed after inspectors found 19 cracked bolts in May 2011.';
  const text = `${LONG}\n\n${wrong}\n`;
  await session.open(NAME, text);
  await session.connection.sendNotification(LOOKING_NOTIFICATION, { uri: session.uri(NAME), line: text.split('\n').length });
  const whole = await session.diagnostics(NAME);
  const stages = session.pushes.filter(({ version }) => version === session.version).map(({ diagnostics }) => diagnostics);
  expect(stages.length).toBeGreaterThan(1);
  expect(stages[0]?.length).toBeLessThan(whole.length);
  expect(stages[0]?.some(({ range }) => text.split('\n')[range.start.line] === wrong)).toBe(true);
  for (const stage of stages) for (const one of stage) expect(whole).toContainEqual(one);
});

test('a client that pulls is handed what is known so far, and asked to pull again', async () => {
  await start({ pull: true });
  await session.open(NAME, LONG);
  const first = await session.pullOnce(NAME);
  expect(first.resultId).toContain('~');
  const whole = await session.pull(NAME);
  expect(first.kind === 'full' && whole.kind === 'full' && first.items.length < whole.items.length).toBe(true);
  expect(session.refreshes).toBeGreaterThan(0);
});

test('a hover waits for its own sentence, not for the draft', async () => {
  await start({ pull: true });
  await session.open(NAME, `${LONG}\n\n${DRAFT}`);
  const before = session.refreshes;
  const position = placeOf(`${LONG}\n\n${DRAFT}`, '19 cracked');
  const hover = await session.connection.sendRequest(HoverRequest.type, { textDocument: { uri: session.uri(NAME) }, position });
  expect(JSON.stringify(hover)).toContain('17 cracked bolts');
  expect(session.refreshes).toBe(before);
  const { drafts } = await session.connection.sendRequest<ServerStatus>(STATUS_REQUEST);
  expect(drafts.map(({ state }) => state)).toEqual(['waiting']);
});

test('a long check can be cancelled, and keeps nobody else waiting', async () => {
  await start({ pull: true, refresh: false });
  await session.open(NAME, LONG);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: session.uri(NAME) } };
  const long = session.connection.sendRequest(DocumentDiagnosticRequest.type, params, source.token);
  await session.open('drafts/short.md', DRAFT);
  const report = await session.pull('drafts/short.md');
  expect(report.kind === 'full' && annotated(DRAFT, report.items)).toBe(ANNOTATED);
  source.cancel();
  await expect(long).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test('places count in UTF-16, also behind characters of two units and Windows line ends', async () => {
  await start();
  const text = DRAFT.replace('# The bridge', '# The bridge 🌉')
    .replace('The bridge closed after', '🌉🌉 The bridge closed after')
    .replaceAll('\n', '\r\n');
  await session.open(NAME, text);
  const [first] = await session.diagnostics(NAME);
  const line = text.split('\r\n')[first?.range.start.line ?? 0] ?? '';
  expect(line.slice(first?.range.start.character, first?.range.end.character)).toBe('19');
});

test('an ignored finding is gone', async () => {
  await start();
  await session.open(NAME, DRAFT.replace('The mayor', '<!-- corroborate-disable-next-line unsupported-claim -->\nThe mayor'));
  expect(codes(await session.diagnostics(NAME))).toEqual(['contradicted-claim', 'misquote']);
});

test('closing a draft takes its findings away', async () => {
  await start();
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: session.uri(NAME) } });
  await session.until('empty diagnostics', () => session.pushed.get(session.uri(NAME))?.diagnostics.length === 0);
});

test('settings switch a rule off and change how serious it is', async () => {
  const settings: { rules: Record<string, string> } = { rules: { 'unsupported-claim': 'off', misquote: 'information' } };
  await start({ settings });
  await session.open(NAME, DRAFT);
  expect((await session.diagnostics(NAME)).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'contradicted-claim 1',
    'misquote 3',
  ]);
  settings.rules = { misquote: 'off' };
  session.pushed.clear();
  await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
  expect(codes(await session.diagnostics(NAME))).toEqual(['contradicted-claim', 'unsupported-claim']);
});

test('where the settings say so, a draft is checked when it is saved, not while it is typed', async () => {
  await start({ settings: { run: 'onSave' } });
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  await session.change(NAME, { text: DRAFT.replace('19 cracked', '17 cracked') });
  await session.open('drafts/other.md', DRAFT);
  await session.diagnostics('drafts/other.md');
  expect(session.pushed.get(session.uri(NAME))?.version).toBe(session.version - 1);
  await session.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: session.uri(NAME) } });
  expect(codes(await session.diagnostics(NAME))).not.toContain('contradicted-claim');
});

test('a setting with a wrong value is told once and costs no other', async () => {
  await start({ settings: { rules: { misquote: 'loud', 'unsupported-claim': 'off' } } });
  await session.open(NAME, DRAFT);
  expect(codes(await session.diagnostics(NAME))).toEqual(['contradicted-claim', 'misquote']);
  expect(session.messages.filter((message) => message.includes('corroborate.rules'))).toHaveLength(1);
});

test('the configuration file holds for the drafts below it, and is told of when it is wrong', async () => {
  await start({ files: { ...FILES, 'corroborate.json': '{ "rules": { "misquote": "off" } }' } });
  await session.open(NAME, DRAFT);
  expect(codes(await session.diagnostics(NAME))).toEqual(['contradicted-claim', 'unsupported-claim']);
  fs.writeFileSync(session.path('corroborate.json'), '{ "rulez": {} }');
  session.pushed.clear();
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: session.uri('corroborate.json'), type: FileChangeType.Changed }],
  });
  expect(codes(await session.diagnostics(NAME))).toEqual(['contradicted-claim', 'misquote', 'unsupported-claim']);
  expect(session.messages.join()).toContain('rulez');
});

test('a changed source is read anew, and its folder is watched', async () => {
  await start();
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  const watched = JSON.stringify(session.registrations.filter(({ method }) => method === 'workspace/didChangeWatchedFiles'));
  expect(watched).toContain(session.uri('sources'));
  fs.writeFileSync(session.path('sources/bridge.txt'), SOURCE.replace('17 cracked', '19 cracked'));
  session.pushed.clear();
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: session.uri('sources/bridge.txt'), type: FileChangeType.Changed }],
  });
  expect(codes(await session.diagnostics(NAME))).not.toContain('contradicted-claim');
});

test('a source whose change no watcher told of is read anew when the draft is saved', async () => {
  await start();
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  fs.writeFileSync(session.path('sources/bridge.txt'), SOURCE.replace('17 cracked', '19 cracked'));
  await session.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: session.uri(NAME) } });
  await session.until(
    'no contradiction',
    () => !codes(session.pushed.get(session.uri(NAME))?.diagnostics ?? []).includes('contradicted-claim'),
  );
});

/** Puts the bridge's sources beside the drafts, and tells the server as a watching client does. */
async function addSources(): Promise<void> {
  fs.mkdirSync(session.path('sources'));
  fs.writeFileSync(session.path('sources/bridge.txt'), SOURCE);
  const changes: FileEvent[] = [{ uri: session.uri('sources/bridge.txt'), type: FileChangeType.Created }];
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

test('sources that come into being after the draft was opened are found', async () => {
  await start({ files: { 'drafts/bridge.md': '' } });
  await session.open(NAME, DRAFT);
  expect(await session.diagnostics(NAME)).toHaveLength(0);
  session.pushed.clear();
  await addSources();
  expect(annotated(DRAFT, await session.diagnostics(NAME))).toBe(ANNOTATED);
});

test('a client that pulls is told that nearer sources have taken the place of others', async () => {
  await start({
    pull: true,
    folders: ['review'],
    files: { 'review/drafts/bridge.md': '', 'seeds/other.txt': 'The ferry report\n\nThe ferry sank in 1998.' },
  });
  await session.open('review/drafts/bridge.md', DRAFT);
  const before = await session.pull('review/drafts/bridge.md');
  fs.mkdirSync(session.path('review/sources'));
  fs.writeFileSync(session.path('review/sources/bridge.txt'), SOURCE);
  await session.connection.sendRequest(RELOAD_REQUEST, null);
  const after = await session.pull('review/drafts/bridge.md', before.resultId);
  expect(after.kind === 'full' && annotated(DRAFT, after.items)).toBe(ANNOTATED);
});

test('two workspace folders have their own sources', async () => {
  const files = {
    'a/sources/a.txt': 'The inquiry\n\nThe ferry sank in 1998 with 12 passengers on board.',
    'b/sources/b.txt': 'The inquiry\n\nThe ferry sank in 1998 with 30 passengers on board.',
  };
  await start({ files, folders: ['a', 'b'] });
  const text = 'The ferry sank in 1998 with 30 passengers on board.\n';
  await session.open('a/draft.md', text);
  await session.open('b/draft.md', text);
  expect(codes(await session.diagnostics('a/draft.md'))).toEqual(['contradicted-claim']);
  expect(codes(await session.diagnostics('b/draft.md'))).toEqual(['missing-citation']);
});

test('a source that is opened is not checked as a draft', async () => {
  await start({ files: { 'sources/report.md': SOURCE } });
  await session.open('sources/report.md');
  expect((await session.diagnostics('sources/report.md', undefined)).length).toBe(0);
});

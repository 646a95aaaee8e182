/** What concerns a whole review, over a real process: claims, sources, explanations, all drafts, fixes of a kind, hovers, trust. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  DidCloseTextDocumentNotification,
  type Hover,
  HoverRequest,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import {
  CHECK_WORKSPACE_REQUEST,
  CLAIMS_REQUEST,
  type ClaimsResult,
  EXPLAIN_REQUEST,
  type ExplainResult,
  SOURCES_REQUEST,
  type SourcesResult,
  type WorkspaceResult,
} from '../../server/src/lsp/protocol-review.ts';
import { folderOf } from '../support/folders.ts';
import { ANNOTATED, SOURCE } from './fixture.ts';
import { placeOf, plain, Session, type SessionOptions } from './session.ts';

const DRAFT = plain(ANNOTATED);
const NAME = 'drafts/bridge.md';
const FILES = { 'sources/bridge.txt': SOURCE, [NAME]: DRAFT };

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.stop()));
});

async function start(options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await Session.start({ files: FILES, ...options });
  sessions.push(session);
  return session;
}

async function opened(options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await start(options);
  await session.open(NAME);
  if (options.pull !== true) await session.diagnostics(NAME);
  return session;
}

const document = (session: Session) => ({ textDocument: { uri: session.uri(NAME) } });
const at = (session: Session, words: string, within = 0) => ({ ...document(session), position: placeOf(DRAFT, words, within) });

async function hover(session: Session, words: string, within = 0): Promise<string> {
  const found: Hover | null = await session.connection.sendRequest(HoverRequest.type, at(session, words, within));
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

test('the claims of a draft are listed with verdict, findings and heading', async () => {
  const session = await opened();
  const { checked, claims, others }: ClaimsResult = await session.connection.sendRequest(CLAIMS_REQUEST, document(session));
  expect([checked, others]).toEqual([true, []]);
  expect(claims.map(({ verdict, findings, range }) => [range.start.line, verdict, findings.map(({ rule }) => rule).join()])).toEqual([
    [2, 'contradicted', 'contradicted-claim'],
    [4, 'contradicted', 'misquote'],
    [6, 'supported', ''],
    [10, 'unsupported', 'unsupported-claim'],
  ]);
  expect(claims[2]).toMatchObject({ heading: 'The bridge', inWords: 'The sources support this', passages: 1 });
});

test('a claim whose finding is ignored says so', async () => {
  const session = await opened();
  const [action] = (await session.actions(NAME, 'The mayor')).filter(({ title }) => title.includes('for this sentence'));
  await session.take(action);
  await session.until('the finding gone', () => session.pushed.get(session.uri(NAME))?.diagnostics.length === 2);
  const { claims }: ClaimsResult = await session.connection.sendRequest(CLAIMS_REQUEST, document(session));
  expect(claims.at(-1)).toMatchObject({ findings: [], ignored: [expect.stringMatching(/^Ignored: “unsupported-claim” for the sentence/)] });
});

test('the sources are listed with what the draft makes of them', async () => {
  const session = await opened({
    files: { ...FILES, 'sources/empty.txt': '', 'sources/harbour.txt': 'The harbour\n\nA crane fell into the harbour in 1998.\n' },
  });
  const { corpora }: SourcesResult = await session.connection.sendRequest(SOURCES_REQUEST);
  expect(corpora).toMatchObject([{ roots: [session.path('sources')], drafts: 1 }]);
  const documents = corpora[0]?.sources.flatMap((source) => source.documents.map((one) => ({ source: source.name, ...one }))) ?? [];
  expect(documents).toMatchObject([
    {
      source: 'bridge.txt',
      title: 'The Harrow Bridge inquiry: what the inspectors found',
      date: '14 March 2011',
      citations: 1,
      passagesCited: 1,
    },
    { source: 'harbour.txt', title: 'The harbour', citations: 0, passagesCited: 0, claims: 0, passages: 1 },
  ]);
  expect(documents[0]?.uri).toBe(session.uri('sources/bridge.txt'));
  expect(corpora[0]?.sources.flatMap(({ name, problems }) => problems.map(() => name))).toContain('empty.txt');
});

test('a verdict is explained as a page', async () => {
  const session = await opened();
  const explain = async (words: string) =>
    ((await session.connection.sendRequest(EXPLAIN_REQUEST, at(session, words))) as ExplainResult).markdown ?? '';
  const contradicted = await explain('19 cracked');
  expect(contradicted).toMatch(/^> The bridge closed after inspectors found 19 cracked bolts/);
  expect(contradicted).toContain('## The sources contradict this');
  expect(contradicted).toContain('- Disagrees: “19”, where the passage has “17”');
  expect(contradicted).toMatch(/\*The Harrow Bridge inquiry.*\*, 14 March 2011, line 5/);
  expect(contradicted).toMatch(/- Found there, as it is: .*“inspectors”/);
  await session.open('drafts/close.md', 'The council sold the bridge to a contractor in 1987.\n');
  const params = { textDocument: { uri: session.uri('drafts/close.md') }, position: { line: 0, character: 6 } };
  const close: ExplainResult = await session.connection.sendRequest(EXPLAIN_REQUEST, params);
  expect(close.markdown).toContain('## What comes closest, and does not say it');
  expect(await explain('Was it safe')).toContain('**Not checked**: it is a question.');
  expect(await session.connection.sendRequest(EXPLAIN_REQUEST, { ...document(session), position: { line: 99, character: 0 } })).toEqual({
    markdown: null,
  });
});

test('all drafts of a workspace are checked, and stay in step with what happens on disk', async () => {
  const second = 'drafts/second.md';
  const session = await start({
    files: {
      ...FILES,
      [second]: 'The bridge closed on 3 May 2010 after inspectors found 17 cracked bolts.\n',
      'sources/notes.md': 'Notes.\n',
    },
  });
  const result: WorkspaceResult = await session.connection.sendRequest(CHECK_WORKSPACE_REQUEST);
  expect(result).toMatchObject({ drafts: 2, claims: 5, supported: 1, cancelled: false, unmatched: 0 });
  const codes = (name: string) => (session.pushed.get(session.uri(name))?.diagnostics ?? []).map(({ code }) => code).join();
  expect(codes(second)).toBe('contradicted-claim');
  expect(codes('sources/notes.md')).toBe('');

  await session.write(second, 'The bridge closed on 3 May 2009 ([the inquiry](../sources/bridge.txt#L5)).\n');
  await session.until('the corrected draft clean', () => codes(second) === '');
  await session.write('sources/bridge.txt', SOURCE.replace('3 May 2009', '4 June 2009'));
  await session.until('a finding after the source changed', () => codes(second) === 'contradicted-claim');
  fs.rmSync(session.path(second));
  await session.filesChanged(second);
  await session.until('nothing told of a deleted draft', () => codes(second) === '');

  await session.open(NAME);
  await session.diagnostics(NAME);
  await session.connection.sendNotification(DidCloseTextDocumentNotification.type, document(session));
  await session.until('findings of the closed draft', () => codes(NAME).includes('unsupported-claim'));
});

test('a client that pulls is not told twice of a draft that it opens', async () => {
  const session = await start({ pull: true });
  await session.connection.sendRequest(CHECK_WORKSPACE_REQUEST);
  expect(session.pushed.get(session.uri(NAME))?.diagnostics).toHaveLength(3);
  await session.open(NAME);
  await session.until('what was pushed gone', () => session.pushed.get(session.uri(NAME))?.diagnostics.length === 0);
});

test('sure fixes are applied all together, of one kind or of the whole draft', async () => {
  const wrong = `The engineer said: “We asked for new bolts three times, and three times we were ordered to wait.”

Marion Teale said: “We asked for new bolts four times, and three times we were told to wait.”
`;
  const session = await start({ files: { ...FILES, [NAME]: wrong } });
  await session.open(NAME);
  const text = TextDocument.create('x', 'markdown', 1, wrong);
  const applied = (action: CodeAction | undefined) =>
    TextDocument.applyEdits(text, (action?.edit?.changes?.[session.uri(NAME)] ?? []) as TextEdit[]);
  const exact = /three times, and three times we were told to wait.”[\s\S]*three times, and three times we were told to wait.”/;
  const every = (await session.actions(NAME, 'ordered')).find(({ title }) => title === 'Fix all 2 “misquote” findings in this draft');
  expect(applied(every)).toMatch(exact);
  const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  const ask = async (only: string[]) =>
    ((await session.connection.sendRequest(CodeActionRequest.type, {
      ...document(session),
      range: whole,
      context: { diagnostics: [], only },
    })) ?? []) as CodeAction[];
  expect((await ask(['source.fixAll'])).map(({ kind }) => kind)).toEqual(['source.fixAll.corroborate']);
  expect(applied((await ask(['source.fixAll.corroborate']))[0])).toMatch(exact);
  expect(await ask(['source.organizeImports'])).toEqual([]);
});

test('under a finding’s own message a hover repeats neither it nor the passage; elsewhere it stands alone', async () => {
  const session = await opened({ initializationOptions: { findingsInHover: true } });
  const message = (await session.diagnostics(NAME)).find(({ code }) => code === 'contradicted-claim')?.message ?? '';
  expect(message).toContain('17 cracked bolts in its eastern arch');
  const under = await hover(session, '19 cracked');
  expect(under).not.toContain('The sources contradict this');
  expect(under).not.toContain('17 cracked bolts');
  expect(under).toMatch(/^\*\*Contradicts it\*\* · \[The Harrow Bridge inquiry/);
  const beside = await hover(session, '19 cracked', -12);
  expect(beside).toContain('The sources contradict this');
  expect(beside.split('17 cracked bolts')).toHaveLength(2);
});

test('in a workspace that is not trusted nothing leads out of it', async () => {
  const files = {
    'outside/bridge.txt': SOURCE,
    'sources/bridge.txt': SOURCE,
    'corroborate.json': '{ "rules": { "unsupported-claim": "off" } }',
    'review/corroborate.json': '{ "sources": ["../outside"] }',
    'review/draft.md': DRAFT,
  };
  const status = async (session: Session, name: string) => {
    await session.open(name);
    await session.diagnostics(name);
    const { drafts }: ServerStatus = await session.connection.sendRequest(STATUS_REQUEST);
    return drafts.find(({ uri }) => uri === session.uri(name))?.state;
  };
  const trusted = await start({ files, folders: ['review'] });
  expect(await status(trusted, 'review/draft.md')).toBe('checked');
  const untrusted = await start({ files, folders: ['review'], initializationOptions: { trusted: false } });
  expect(await status(untrusted, 'review/draft.md')).toBe('no-sources');
  expect(untrusted.messages.join()).toMatch(/lie outside it, and are not read because you do not trust the workspace/);
});

test('a configuration leads to what lies near it, and a folder elsewhere is for the person to allow', async () => {
  const files = {
    'far/away/bridge.txt': SOURCE,
    'cases/bridge/corroborate.json': '{ "sources": ["../../far/away"] }',
    'cases/bridge/draft.md': DRAFT,
  };
  const shared = folderOf({});
  const opened = async (settings: SessionOptions['settings']) => {
    const session = await start({ files, shared, folders: ['cases/bridge'], ...(settings === undefined ? {} : { settings }) });
    await session.open('cases/bridge/draft.md');
    await session.diagnostics('cases/bridge/draft.md');
    const { drafts }: ServerStatus = await session.connection.sendRequest(STATUS_REQUEST);
    return { state: drafts[0]?.state, told: session.messages.join() };
  };
  const refused = await opened({});
  expect(refused.state).toBe('no-sources');
  expect(refused.told).toMatch(/corroborate\.json:1 The source "\.\.\/\.\.\/far\/away" leads to .* “corroborate\.sourceFolders”/);
  expect(await opened({ sourceFolders: [path.join(shared, 'far')] })).toEqual({ state: 'checked', told: '' });
});

test('a link inside a workspace that is not trusted does not lead out of it either', async () => {
  const session = await start({
    files: { 'outside/bridge.txt': SOURCE, 'review/draft.md': DRAFT },
    folders: ['review'],
    initializationOptions: { trusted: false },
  });
  fs.symlinkSync(path.join(session.folder, 'outside'), session.path('review/sources'));
  await session.open('review/draft.md');
  expect(await session.diagnostics('review/draft.md')).toEqual([]);
  expect(session.messages.join()).toMatch(/lie outside it/);
});

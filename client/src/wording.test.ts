import { expect, test } from 'vitest';
import type { CorpusStatus, DraftStatus, ServerStatus } from '../../server/src/lsp/protocol.ts';
import { statusLine } from './wording.ts';

const CORPUS: CorpusStatus = {
  roots: ['/review/seeds'],
  state: 'ready',
  message: '',
  searchServer: null,
  sources: 5,
  documents: 12,
  passages: 900,
  problems: [],
};
const URI = 'file:///review/draft.md';

const line = (draft: DraftStatus | null, corpus: Partial<CorpusStatus> = {}) => {
  const status: ServerStatus = { corpora: [{ ...CORPUS, ...corpus }], drafts: draft === null ? [] : [draft], troubles: [] };
  return statusLine('running', status, URI);
};

test.each<[string, DraftStatus, string]>([
  ['findings', { uri: URI, state: 'checked', version: 1, claims: 57, findings: 4, sources: [] }, '$(check) Checked 57 claims: 4 findings'],
  ['one of each', { uri: URI, state: 'checked', version: 1, claims: 1, findings: 1, sources: [] }, '$(check) Checked 1 claim: 1 finding'],
  [
    'a clean draft',
    { uri: URI, state: 'checked', version: 1, claims: 3, findings: 0, sources: [] },
    '$(check) Checked 3 claims: no findings',
  ],
  ['no sources', { uri: URI, state: 'no-sources' }, '$(circle-slash) No sources found'],
  ['a source', { uri: URI, state: 'is-source' }, '$(book) A source'],
  ['a failure', { uri: URI, state: 'failed', message: 'Gone.' }, '$(error) Sources not read'],
])('%s', (_, draft, text) => {
  expect(line(draft)?.text).toBe(text);
});

test('reading the sources is said before anything else', () => {
  expect(line({ uri: URI, state: 'checked', version: 1, claims: 1, findings: 1, sources: [] }, { state: 'indexing' })?.text).toContain(
    'Reading the sources',
  );
});

test('a clean result never hides that sources were left out or are empty', () => {
  const checked: DraftStatus = { uri: URI, state: 'checked', version: 1, claims: 2, findings: 0, sources: [] };
  const problem = { source: 'a.txt', line: null, message: 'is not text', remedy: 'Save it.' };
  expect(line(checked, { problems: [problem] })?.tooltip).toContain('1 problem with the sources');
  expect(line(checked, { passages: 0 })?.level).toBe('warning');
});

test('without a draft there is nothing to say, unless something failed', () => {
  expect(line(null)).toBeNull();
  expect(line(null, { state: 'failed', message: 'Gone.' })?.tooltip).toBe('Gone.');
  expect(statusLine('stopped', null, null)?.level).toBe('error');
});

test('a draft that is not on disk is told as such', () => {
  const status: ServerStatus = { corpora: [CORPUS], drafts: [], troubles: [] };
  expect(statusLine('running', status, 'vscode-vfs://github/review/draft.md')?.text).toBe('$(circle-slash) Not on disk');
  expect(statusLine('running', status, 'untitled:Untitled-1')).toBeNull();
});

/** Hovers, quick fixes, definitions, passages to cite, and the status, over a real process. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  DefinitionRequest,
  type Hover,
  HoverRequest,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { PASSAGES_REQUEST, type PassagesResult, type ServerStatus, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import { ANNOTATED, FILES } from './fixture.ts';
import { placeOf, plain, Session } from './session.ts';

const DRAFT = plain(ANNOTATED);
const NAME = 'drafts/bridge.md';
/** A source that tries to mark itself up. */
const HOSTILE = `The <b>ferry</b> report

The ferry <script>alert(1)</script> [sank](command:evil) at **noon** \`on\` Friday with 12 passengers ![x](http://evil.example/x.png).
`;
const HOSTILE_DRAFT = 'The ferry sank at noon on Friday with 30 passengers.\n';

let session: Session;
beforeAll(async () => {
  session = await Session.start({ files: { ...FILES, 'hostile/sources/ferry.txt': HOSTILE } });
  await session.open(NAME, DRAFT);
  await session.diagnostics(NAME);
  await session.open('hostile/draft.md', HOSTILE_DRAFT);
});
afterAll(() => session.stop());

const at = (words: string, within = 0) => ({ textDocument: { uri: session.uri(NAME) }, position: placeOf(DRAFT, words, within) });
const markdown = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value ?? '';

async function actions(words: string): Promise<readonly CodeAction[]> {
  const diagnostics = await session.diagnostics(NAME);
  const place = placeOf(DRAFT, words);
  const about = diagnostics.filter(({ range }) => range.start.line === place.line);
  const params = { textDocument: { uri: session.uri(NAME) }, range: { start: place, end: place }, context: { diagnostics: about } };
  return ((await session.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

function applied(edits: readonly TextEdit[] | undefined, text = DRAFT): string {
  return TextDocument.applyEdits(TextDocument.create('x', 'markdown', 1, text), [...(edits ?? [])]);
}

function lineWith(text: string, words: string): string {
  return text.split('\n').find((line) => line.includes(words)) ?? '';
}

test('a hover shows the verdict and the passage’s own words, with title, date and a link to its line', async () => {
  const value = markdown(await session.connection.sendRequest(HoverRequest.type, at('19 cracked')));
  expect(value).toContain('The sources contradict this');
  expect(value).toContain('> The bridge over the river Harrow closed on 3 May 2009 after inspectors found 17 cracked bolts');
  expect(value).toContain('The Harrow Bridge inquiry');
  expect(value).toContain('14 March 2011');
  expect(value).toContain(`${session.uri('sources/bridge.txt')}#L5`);
});

test('a finding’s code leads to the rule’s page, which ships with the program', async () => {
  await session.open('drafts/cite.md', 'Traffic returned to the bridge on 9 September 2010.\n');
  const [finding] = await session.diagnostics('drafts/cite.md');
  expect(finding?.code).toBe('missing-citation');
  const page = URI.parse(finding?.codeDescription?.href ?? '').fsPath;
  expect(path.relative('.', page)).toBe(path.join('docs', 'rules', 'missing-citation.md'));
  expect(fs.existsSync(page)).toBe(true);
});

test('where nothing is claimed, there is nothing to hover over', async () => {
  expect(await session.connection.sendRequest(HoverRequest.type, at('Was it safe'))).toBeNull();
});

test('where no source says it, the hover shows what comes closest', async () => {
  await session.open('drafts/close.md', 'The council sold the bridge to a contractor in 1987.\n');
  await session.diagnostics('drafts/close.md');
  const params = { textDocument: { uri: session.uri('drafts/close.md') }, position: { line: 0, character: 6 } };
  const value = markdown(await session.connection.sendRequest(HoverRequest.type, params));
  expect(value).toContain('No source says this');
  expect(value).toContain('Closest, but does not say it');
  expect(value).toContain('The council paid the contractor');
});

test('what a source says cannot mark up a hover', async () => {
  const hover = await session.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: session.uri('hostile/draft.md') },
    position: { line: 0, character: 5 },
  });
  const value = markdown(hover);
  expect(value).toContain('passengers');
  expect(value).not.toMatch(/(?<!\\)<(?:b|script)/);
  expect(value).not.toMatch(/(?<!\\)\]\((?:command|http):/);
  expect(value).not.toMatch(/(?<!\\)!\[/);
});

test('a wrong figure is replaced by the source’s', async () => {
  const fix = (await actions('19 cracked')).find(({ title }) => title.startsWith('Replace'));
  expect(lineWith(applied(fix?.edit?.changes?.[session.uri(NAME)]), 'cracked')).toBe(
    'The bridge closed after inspectors found 17 cracked bolts in its eastern arch.',
  );
  expect(fix?.diagnostics).toHaveLength(1);
});

test('a wrong word in a quotation is replaced by the source’s', async () => {
  const fix = (await actions('ordered to wait')).find(({ isPreferred }) => isPreferred);
  expect(lineWith(applied(fix?.edit?.changes?.[session.uri(NAME)]), 'to wait')).toContain('we were told to wait.”');
});

test('a client that names no diagnostics gets the fixes at its range', async () => {
  const start = placeOf(DRAFT, '19 cracked', 1);
  const params = { textDocument: { uri: session.uri(NAME) }, range: { start, end: start }, context: { diagnostics: [] } };
  const found = ((await session.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  expect(found.map(({ title }) => title)).toEqual([
    'Replace with “17”',
    'Ignore this finding',
    'Ignore “contradicted-claim” for this sentence',
    'Ignore “contradicted-claim” in this draft',
    'Ignore “contradicted-claim” everywhere',
    'Ignore “contradicted-claim” in this line, by a comment in the draft',
  ]);
});

test('a finding can be ignored by a comment where it stands', async () => {
  const fix = (await actions('The mayor')).find(({ title }) => title.endsWith('by a comment in the draft'));
  expect(applied(fix?.edit?.changes?.[session.uri(NAME)])).toContain('<!-- corroborate-disable-next-line unsupported-claim -->\nThe mayor');
});

test('a citation leads to its place', async () => {
  const places = await session.connection.sendRequest(DefinitionRequest.type, at('bridge.txt#L5', 3));
  expect(places).toEqual([
    { uri: session.uri('sources/bridge.txt'), range: { start: { line: 4, character: 0 }, end: { line: 4, character: 114 } } },
  ]);
});

test('passages to cite are ranked for the sentence, and cite it in the draft’s own form', async () => {
  const result: PassagesResult = await session.connection.sendRequest(PASSAGES_REQUEST, at('19 cracked'));
  expect(result.sentence).toContain('19 cracked bolts');
  const [first] = result.passages;
  expect(first?.quote).toContain('17 cracked bolts');
  expect(first?.stance).toBe('contradicts');
  expect(lineWith(applied(first?.edits as TextEdit[] | undefined), 'cracked')).toMatch(
    /eastern arch \(\[.*\]\(\.\.\/sources\/bridge\.txt\?words=[0-9a-z-]+#L5\)\)\.$/,
  );
});

test('the status tells what was read and checked', async () => {
  const status: ServerStatus = await session.connection.sendRequest(STATUS_REQUEST);
  expect(status.corpora.map(({ state, sources }) => `${state} ${sources}`)).toContain('ready 1');
  expect(status.drafts.find(({ uri }) => uri === session.uri(NAME))).toMatchObject({ state: 'checked', findings: 3 });
});

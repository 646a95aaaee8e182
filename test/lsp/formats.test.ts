/** Sources whose text was extracted from a PDF or a page: nothing ever leads to a line of the extracted text. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DefinitionRequest, type Hover, HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { articlePage, writePdf } from '../../server/src/corpus/load/testing/writers.ts';
import { PASSAGES_REQUEST, type PassagesResult } from '../../server/src/lsp/protocol.ts';
import { placeOf, Session } from './session.ts';

const NAME = 'drafts/mole.md';
const DRAFT = `The mole at Kelder broke in two on 9 June 1987 after 31 of its stones had sunk.

The lighthouse at Kelder was painted green by 14 volunteers on 2 July 1988.

The mole is long ([report](../sources/mole.pdf#page=2)), and the tower is green ([page](../sources/tower.html)).
`;
const MOLE = 'The mole at Kelder broke in two on 9 June 1987 after 23 of its stones had sunk.';
const TOWER = 'The lighthouse at Kelder was painted green by 18 volunteers on 2 July 1988.';
const PAGE = articlePage({
  title: 'The tower in new colours',
  site: null,
  author: null,
  published: null,
  paragraphs: ['Kelder has had a lighthouse since the harbour was dug, and its keepers lived in the tower with their children.', TOWER],
});
const START = { line: 0, character: 0 };

let session: Session;
beforeAll(async () => {
  const pdf = await writePdf([
    ['# The mole at Kelder', 'The harbour of Kelder was dug for the herring fleet, which has left since.'],
    [MOLE],
  ]);
  session = await Session.start({ files: { 'sources/mole.pdf': pdf, 'sources/tower.html': PAGE, [NAME]: '' } });
  await session.open(NAME, DRAFT);
});
afterAll(() => session.stop());

const at = (words: string, within = 0) => ({ textDocument: { uri: session.uri(NAME) }, position: placeOf(DRAFT, words, within) });
const hover = async (words: string) =>
  (((await session.connection.sendRequest(HoverRequest.type, at(words))) as Hover | null)?.contents as MarkupContent | undefined)?.value ??
  '';

/** Where the words stand in the page as written. */
function inPage(words: string) {
  const above = PAGE.slice(0, PAGE.indexOf(words)).split('\n');
  return { line: above.length - 1, character: above.at(-1)?.length ?? 0 };
}

test('findings name the page of a PDF, and lead to the beginning of the file', async () => {
  const finding = (await session.diagnostics(NAME)).find(({ code, range }) => code === 'contradicted-claim' && range.start.line === 0);
  expect(finding?.message).toMatch(/page 2\)/);
  expect(finding?.message).not.toMatch(/line \d/);
  expect(finding?.relatedInformation?.[0]?.location).toEqual({
    uri: session.uri('sources/mole.pdf'),
    range: { start: START, end: START },
  });
  expect(finding?.relatedInformation?.[0]?.message).toMatch(/, page 2$/);
  const value = await hover('31 of its');
  expect(value).toContain(', page 2 ');
  expect(value).toContain(`(${session.uri('sources/mole.pdf')})`);
});

test('findings on a saved page name no line, and lead to the words in the file', async () => {
  const finding = (await session.diagnostics(NAME)).find(({ code, range }) => code === 'contradicted-claim' && range.start.line === 2);
  expect(finding?.message).not.toMatch(/line \d/);
  const start = inPage(TOWER);
  expect(finding?.relatedInformation?.[0]?.location).toEqual({ uri: session.uri('sources/tower.html'), range: { start, end: start } });
  expect(await hover('14 volunteers')).toContain(`${session.uri('sources/tower.html')}#L${start.line + 1},${start.character + 1}`);
});

test('a citation of a page of a PDF leads to the file', async () => {
  expect(await session.connection.sendRequest(DefinitionRequest.type, at('mole.pdf#page=2', 3))).toEqual([
    { uri: session.uri('sources/mole.pdf'), range: { start: START, end: START } },
  ]);
});

test('an inserted citation names the page of a PDF, and the whole of a page without one', async () => {
  const cite = async (words: string, source: string) => {
    const result: PassagesResult = await session.connection.sendRequest(PASSAGES_REQUEST, at(words));
    return result.passages.find(({ uri, stance }) => uri.endsWith(source) && stance === 'contradicts');
  };
  const mole = await cite('31 of its', 'mole.pdf');
  expect(mole?.place).toBe('page 2');
  expect(mole?.edits[0]?.newText).toMatch(/\(\.\.\/sources\/mole\.pdf\?words=[\w-]+#page=2\)/);
  const tower = await cite('14 volunteers', 'tower.html');
  expect(tower?.place).toBeNull();
  expect(tower?.edits[0]?.newText).toMatch(/\(\.\.\/sources\/tower\.html\?words=[\w-]+#:~:text=The%20lighthouse/);
});

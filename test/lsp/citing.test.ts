/** Writing and following citations over a real process: completion, hover, definition, references, links, lenses, quoting. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeLens,
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  type DocumentLink,
  DocumentLinkRequest,
  type Hover,
  HoverRequest,
  type Location,
  type MarkupContent,
  ReferencesRequest,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CITE_REQUEST,
  type CiteResult,
  PASSAGES_REQUEST,
  type PassagesResult,
  SHOW_REFERENCES_COMMAND,
  SOURCE_PLACE_REQUEST,
  SOURCES_SECTION_REQUEST,
  type SourcePlaceResult,
  type SourcesSectionResult,
} from '../../server/src/lsp/protocol.ts';
import { SOURCE } from './fixture.ts';
import { placeOf, Session } from './session.ts';

/** A name that a link must encode. */
const ODD_NAME = 'Mole [final] report (2) 50%.txt';
const ODD_SOURCE = `The mole at Kelder

By Piet Osinga, 2 June 2012

Divers counted 31 loose stones in the mole at Kelder after the storm of May 2012.

The harbour master closed the inner basin for nine weeks.
`;
const CORPUS_JSON = `{
  "version": 1,
  "sources": {
    "bridge.txt": { "documents": [{ "citekey": "harrow-2011", "publisher": "Harrow Gazette" }] },
    ${JSON.stringify(ODD_NAME)}: { "documents": [{ "citekey": "mole-2012" }] }
  }
}
`;
const ENCODED = 'Mole%20%5Bfinal%5D%20report%20%282%29%2050%25.txt';

const FILES = {
  'one/sources/bridge.txt': SOURCE,
  [`one/sources/${ODD_NAME}`]: ODD_SOURCE,
  'one/sources/corpus.json': CORPUS_JSON,
  'one/drafts/links.md': 'The bridge closed on 3 May 2009 ([the inquiry](../sources/bridge.txt#L5)).\n',
  'one/drafts/deep/er/pandoc.md': '# Deep\r\n\r\nTraffic returned on 9 September 2010\r\n[@harrow-2011, l. 11].\r\n\r\nNothing.\r\n',
  'one/drafts/notes.md': `Divers counted 31 loose stones.[^mole]\n\nThe basin closed for nine weeks ([Kelder](../sources/${ENCODED}#L7)).\n\n[^mole]: [The mole](../sources/${ENCODED}#L5).\n`,
  'one/drafts/elsewhere.md': 'The bridge is old. Write to `@harrow-2011` or see [@nobody-1999].\n',
  'one/node_modules/x/readme.md': 'See [@harrow-2011, l. 11].\n',
  'two/sources/bridge.txt': SOURCE.replace('17 cracked', '18 cracked'),
  'two/draft.md': 'The bridge closed on 3 May 2009 ([the inquiry](sources/bridge.txt#L5)).\n',
} as const;

let session: Session;
beforeAll(async () => {
  session = await Session.start({ files: FILES, folders: ['one', 'two'], settings: { citationLenses: true } });
});
afterAll(() => session.stop());

let opened = 0;
/** Opens a draft in which `|` marks the cursor, and gives its text without the mark. */
async function write(marked: string, name = `one/drafts/new-${++opened}.md`) {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  await session.open(name, text);
  return { text, params: { textDocument: { uri: session.uri(name) }, position: placeOf(text, '', at) } };
}

async function complete(marked: string) {
  const { text, params } = await write(marked);
  const { items } = (await session.connection.sendRequest(CompletionRequest.type, params)) as CompletionList;
  return { text, items, labels: items.map(({ label, labelDetails }) => label + (labelDetails?.detail ?? '')) };
}

function applied(text: string, item: CompletionItem | undefined): string {
  const edits = [...(item?.textEdit === undefined ? [] : [item.textEdit as TextEdit]), ...(item?.additionalTextEdits ?? [])];
  return TextDocument.applyEdits(TextDocument.create('x', 'markdown', 1, text), edits);
}

/** Without the marks of words, which are made of them. */
const unmarked = (text: string) => text.replace(/\?words=[0-9a-z-]+/g, '').replace(/<!--words=[0-9a-z;-]*-->/g, '');

const value = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value ?? '';
const shown = (locations: readonly Location[] | null) =>
  (locations ?? []).map(({ uri, range }) => `${decodeURIComponent(uri.slice(session.uri('.').length + 1))}:${range.start.line + 1}`).sort();

describe('completion', () => {
  test('behind [@ the document that goes with the sentence comes first, with its place', async () => {
    const { items, labels, text } = await complete('Divers counted 31 loose stones in the mole [@|].');
    expect(labels.slice(0, 3)).toEqual(['mole-2012, line 5', 'mole-2012', 'harrow-2011']);
    expect(unmarked(applied(text, items[0]))).toBe('Divers counted 31 loose stones in the mole [@mole-2012, l. 5].');
    expect(applied(text, items[0])).toMatch(/\]<!--words=[0-9a-z-]+-->\.$/);
    expect(applied(text, items[1])).toBe('Divers counted 31 loose stones in the mole [@mole-2012].');
  });

  test('letters narrow it down, by key, title, publisher and year', async () => {
    for (const typed of ['harr', 'gazette', 'inquiry', '2011', 'HARROW-2'])
      expect((await complete(`It is old [@${typed}|].`)).labels, typed).toEqual(['harrow-2011']);
    expect((await complete('It is old [@zebra|].')).labels).toEqual([]);
  });

  test('documentation comes when it is looked at: title, date, kind and the passage', async () => {
    const { items } = await complete('Divers counted 31 loose stones in the mole [@|].');
    expect(items[0]?.documentation).toBeUndefined();
    const resolved = await session.connection.sendRequest(CompletionResolveRequest.type, items[0] as CompletionItem);
    const words = (resolved.documentation as MarkupContent).value;
    expect(words).toContain('The mole at Kelder');
    expect(words).toContain('2 June 2012');
    expect(words).toContain('news article');
    expect(words).toContain('> Divers counted 31 loose stones');
  });

  test('in a link, sources are found by their titles and written as relative, encoded paths', async () => {
    const { items, text, labels } = await complete('The bridge is old ([see](kelder|)).');
    expect(labels).toEqual(['The mole at Kelder']);
    expect(applied(text, items[0])).toBe(`The bridge is old ([see](../sources/${ENCODED})).`);
    const passages = await complete('Divers counted 31 loose stones ([see](../so|)).');
    expect(passages.labels[0]).toBe('The mole at Kelder, line 5');
    expect(unmarked(applied(passages.text, passages.items[0]))).toBe(`Divers counted 31 loose stones ([see](../sources/${ENCODED}#L5)).`);
  });

  test('a place replaces the one that stands there, with its mark', async () => {
    const { items, text, labels } = await complete(
      'Traffic returned to the bridge ([see](../sources/bridge.txt?words=3-0000000000-0000#L|5)).',
    );
    expect(labels[0]).toBe('#L11'.slice(1));
    const after = applied(text, items[0]);
    expect(unmarked(after)).toBe('Traffic returned to the bridge ([see](../sources/bridge.txt#L11)).');
    expect(after).not.toContain('0000000000');
    expect((await complete('Old ([see](../sources/bridge.txt#7|)).')).labels).toEqual(['L7']);
  });

  test('behind a key, its places', async () => {
    const { items, text, labels } = await complete('Traffic returned to the bridge [@harrow-2011, |].');
    expect(labels[0]).toBe('l. 11');
    expect(unmarked(applied(text, items[0]))).toBe('Traffic returned to the bridge [@harrow-2011, l. 11].');
  });

  test('behind [^ the draft’s own footnotes, then new ones with their definition', async () => {
    const { items, text, labels } = await complete('Divers counted 31 stones.[^|]\r\n\r\nSo.[^a]\r\n\r\n[^a]: An aside.\r\n');
    expect(labels[0]).toBe('a');
    expect(applied(text, items[0])).toContain('stones.[^a]\r\n');
    const made = unmarked(
      applied(
        text,
        items.find(({ label }) => label === 'The mole at Kelder'),
      ),
    );
    expect(made).toContain('stones.[^mole-2012]\r\n');
    expect(made).toMatch(/\r\n\[\^mole-2012\]: \[The mole at Kelder\]\(\.\.\/sources\/Mole.*#L5\)\.\r\n$/);
    expect(made.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('in a footnote’s definition, documents', async () => {
    const { items, text } = await complete('So.[^a]\n\n[^a]: gaz|');
    expect(applied(text, items[0])).toBe(
      'So.[^a]\n\n[^a]: Harrow Gazette, [The Harrow Bridge inquiry: what the inspectors found](../sources/bridge.txt).',
    );
  });

  test('nothing where no citation is written', async () => {
    for (const marked of [
      'Write to a@|',
      'In `[@|`',
      '```\n[@|\n```\n',
      '---\nkey: [@|\n---\n',
      '![a](|)',
      '[a](https://x|)',
      'Plain |words',
    ])
      expect((await complete(marked)).labels, marked).toEqual([]);
  });

  test('sources of another workspace folder are not offered', async () => {
    const { params } = await write('Divers counted 31 loose stones [@|].', 'two/other.md');
    const { items } = (await session.connection.sendRequest(CompletionRequest.type, params)) as CompletionList;
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ label }) => label)).not.toContain('mole-2012');
  });
});

describe('hover', () => {
  const hover = async (marked: string) => {
    const { params } = await write(marked);
    return value(await session.connection.sendRequest(HoverRequest.type, params));
  };

  test('a citation shows its document and the words at the place', async () => {
    const words = await hover('Traffic returned [@harrow-2011|, l. 11].\n');
    expect(words).toContain('The Harrow Bridge inquiry');
    expect(words).toContain('Harrow Gazette · 14 March 2011 · news article');
    expect(words).toContain('> Traffic returned to the bridge on 9 September 2010');
  });

  test('a footnote’s marker shows what its definition cites', async () => {
    expect(await hover(`Stones.[^m|]\n\n[^m]: [x](../sources/${ENCODED}#L7)\n`)).toContain('inner basin for nine weeks');
  });

  test('a place that is gone is told, and so is a document that never was', async () => {
    expect(await hover('Old ([x](../sources/bridge.txt#L9|9)).\n')).toContain('the file has no line 99');
    expect(await hover('Old [@harow-201|1].\n')).toMatch(/have no document `@harow-2011`.*Nearest: .*harrow/s);
    expect(await hover('Old.[^gon|e]\n')).toContain('No footnote is called “gone”');
  });
});

describe('from citations to places and back', () => {
  test('a citekey leads to its line, a marker to all places of its note', async () => {
    const { params } = await write('Traffic returned [@harrow|-2011, l. 11].\n');
    expect(shown((await session.connection.sendRequest(DefinitionRequest.type, params)) as Location[])).toEqual([
      'one/sources/bridge.txt:11',
    ]);
    const note = await write(`So.[^n|]\n\n[^n]: [a](../sources/${ENCODED}#L5) and [@harrow-2011, l. 7]\n`);
    expect(shown((await session.connection.sendRequest(DefinitionRequest.type, note.params)) as Location[])).toEqual([
      `one/sources/${ODD_NAME}:5`,
      'one/sources/bridge.txt:7',
    ]);
  });

  const references = (name: string, line: number, character = 3) =>
    session.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: session.uri(name) },
      position: { line: line - 1, character },
      context: { includeDeclaration: true },
    });

  test('from a sentence of a source to the drafts that cite it, open or not, and to no draft of another corpus', async () => {
    expect(shown(await references('one/sources/bridge.txt', 5))).toContain('one/drafts/links.md:1');
    expect(shown(await references('one/sources/bridge.txt', 5)).join()).not.toContain('two/');
    expect(shown(await references('two/sources/bridge.txt', 5))).toEqual(['two/draft.md:1']);
    expect(shown(await references(`one/sources/${ODD_NAME}`, 7)).filter((place) => place.includes('notes'))).toEqual([
      'one/drafts/notes.md:3',
    ]);
  });

  test('from a title to every sentence that cites the document', async () => {
    const places = shown(await references(`one/sources/${ODD_NAME}`, 1));
    // The sentence with the footnote’s marker, not the note below.
    expect(places.filter((place) => place.includes('notes'))).toEqual(['one/drafts/notes.md:1', 'one/drafts/notes.md:3']);
  });

  test('from a citekey in a draft to all sentences that cite the document, in any form; code and other folders are none', async () => {
    const places = shown(await references('one/drafts/deep/er/pandoc.md', 4, 5));
    expect(places).toEqual(expect.arrayContaining(['one/drafts/deep/er/pandoc.md:3', 'one/drafts/links.md:1']));
    expect(places.join()).not.toMatch(/elsewhere|node_modules|two\//);
  });

  test('an unsaved change counts', async () => {
    await session.open('one/drafts/notes.md', 'Nothing is cited here any more.\n');
    expect(shown(await references(`one/sources/${ODD_NAME}`, 7)).filter((place) => place.includes('notes'))).toEqual([]);
    await session.open('one/drafts/notes.md');
    expect(shown(await references(`one/sources/${ODD_NAME}`, 7)).filter((place) => place.includes('notes'))).not.toEqual([]);
  });

  test('links lead to the lines, for every form', async () => {
    const { params } = await write(`A [@mole-2012, l. 7]. B ([x](../sources/bridge.txt#L5)). C.[^n]\n\n[^n]: [@harrow-2011]\n`);
    const links = (await session.connection.sendRequest(DocumentLinkRequest.type, params)) as DocumentLink[];
    const targets = links.map(({ target }) => decodeURIComponent((target ?? '').slice(session.uri('one/sources').length + 1)));
    expect(targets).toEqual([`${ODD_NAME}#L7`, 'bridge.txt#L5', 'bridge.txt#L1', 'bridge.txt#L1']);
  });

  test('lenses over a source say who cites it', async () => {
    const params = { textDocument: { uri: session.uri('two/sources/bridge.txt') } };
    const lenses = (await session.connection.sendRequest(CodeLensRequest.type, params)) as CodeLens[];
    expect(lenses.map(({ range, command }) => [range.start.line, command?.title, command?.command])).toEqual([
      [4, 'Cited by 1 sentence in 1 draft', SHOW_REFERENCES_COMMAND],
    ]);
  });
});

describe('quoting and copying', () => {
  const bolts = '“We asked for new bolts three times, and three times we were told to wait,” said the chief engineer, Marion Teale.';
  const what = (words: string, citekey = 'harrow-2011') => ({ citekey, words, start: SOURCE.indexOf(words) });
  const cite = async (marked: string, as: 'cite' | 'quote', words: string, citekey?: string) => {
    const { text, params } = await write(marked);
    const result: CiteResult = await session.connection.sendRequest(CITE_REQUEST, {
      ...params,
      what: what(words, citekey),
      as,
      exactlyThere: false,
    });
    if (!result.ok) return result.why;
    const edits = [{ range: { start: result.position, end: result.position }, newText: result.newText }, ...result.also];
    return unmarked(applied(text, { label: '', additionalTextEdits: edits as TextEdit[] }));
  };
  const LINK = '([Anna Lindqvist, 2011](../sources/bridge.txt#L9))';

  test('a new sentence says who speaks and quotes the words that are in quotation marks', async () => {
    expect(await cite('# Bolts\n\n|\n', 'quote', bolts)).toBe(
      `# Bolts\n\nMarion Teale said: “We asked for new bolts three times, and three times we were told to wait” ${LINK}.\n`,
    );
  });

  test('behind the sentence at the cursor, and into one that waits for the words', async () => {
    expect(await cite('The bolts| were late. So was I.\n', 'quote', bolts)).toBe(
      `The bolts were late. Marion Teale said: “We asked for new bolts three times, and three times we were told to wait” ${LINK}. So was I.\n`,
    );
    expect(await cite('As Marion Teale put it: |\n', 'quote', bolts)).toBe(
      `As Marion Teale put it: “We asked for new bolts three times, and three times we were told to wait” ${LINK}.\n`,
    );
  });

  test('in the draft’s own style', async () => {
    expect(await cite('The bridge closed [@harrow-2011, l. 5].\n\n|', 'quote', bolts)).toContain('told to wait” [@harrow-2011, l. 9].');
    expect(await cite('---\ncitationStyle: footnote\n---\n\nBolts. |\n', 'quote', bolts)).toMatch(
      /told to wait”\.\[\^harrow-2011\]\n\n\[\^harrow-2011\]: Harrow Gazette, \[.*\]\(\.\.\/sources\/bridge\.txt#L9\)\.\n$/,
    );
  });

  test('words that are gone are not cited', async () => {
    expect(await cite('|', 'cite', 'These words were never there.')).toMatch(/source has changed/);
  });

  test('a selection in a source becomes a citation relative to the draft it is pasted into', async () => {
    const words = 'three times we were told to wait';
    const start = placeOf(SOURCE, words);
    const end = { ...start, character: start.character + words.length };
    const copied: SourcePlaceResult = await session.connection.sendRequest(SOURCE_PLACE_REQUEST, {
      textDocument: { uri: session.uri('one/sources/bridge.txt') },
      range: { start: { ...start, character: start.character - 1 }, end },
    });
    expect(copied).toMatchObject({ ok: true, what: { citekey: 'harrow-2011', words } });
    if (!copied.ok) return;
    expect(copied.plain.quote).toBe(
      `“${words}” (The Harrow Bridge inquiry: what the inspectors found, Harrow Gazette, 14 March 2011, line 9)`,
    );
    expect(await cite('They were late |', 'cite', words)).toBe(`They were late ${LINK}`);
    const { params } = await write('They were late |', 'one/deep/down/x.md');
    const deep: CiteResult = await session.connection.sendRequest(CITE_REQUEST, {
      ...params,
      what: copied.what,
      as: 'cite',
      exactlyThere: true,
    });
    expect(deep.ok && unmarked(deep.newText)).toBe('([Anna Lindqvist, 2011](../../sources/bridge.txt#L9))');
  });

  test('a cursor alone means its sentence; a file that is no source is refused', async () => {
    const request = (name: string, line: number) => {
      const position = { line, character: 8 };
      const params = { textDocument: { uri: session.uri(name) }, range: { start: position, end: position } };
      return session.connection.sendRequest<SourcePlaceResult>(SOURCE_PLACE_REQUEST, params);
    };
    expect(await request('one/sources/bridge.txt', 8)).toMatchObject({ ok: true, what: { words: bolts } });
    expect(await request('one/drafts/links.md', 0)).toMatchObject({ ok: false });
  });

  test('what is typed finds passages that have nothing in common with the sentence, and what was cited lately stays near', async () => {
    const { params } = await write('Zebras sleep| soundly.\n');
    const typed: PassagesResult = await session.connection.sendRequest(PASSAGES_REQUEST, { ...params, query: 'harbour master' });
    expect(typed.passages.find(({ because }) => because === 'query')?.quote).toContain('inner basin');
    const titled: PassagesResult = await session.connection.sendRequest(PASSAGES_REQUEST, { ...params, query: 'Mole Kelder' });
    expect(titled.passages.some(({ citekey, because }) => citekey === 'mole-2012' && because === 'query')).toBe(true);
    const lately: PassagesResult = await session.connection.sendRequest(PASSAGES_REQUEST, {
      ...params,
      recent: [what(bolts), what('gone')],
    });
    expect(lately.passages.filter(({ because }) => because === 'recent').map(({ quote }) => quote)).toEqual([bolts]);
  });
});

describe('the list of sources', () => {
  const update = (name: string) =>
    session.connection.sendRequest<SourcesSectionResult>(SOURCES_SECTION_REQUEST, { textDocument: { uri: session.uri(name) } });

  test('is written under its heading, with Windows line ends in such a draft, and then left alone', async () => {
    const text = 'Traffic returned [@harrow-2011, l. 11] [@nobody-1999].\r\n\r\n## Sources\r\n';
    await session.open('one/drafts/list.md', text);
    const list = await update('one/drafts/list.md');
    expect(list).toMatchObject({ ok: true, sources: 1, unknown: 1 });
    const written = list.ok ? applied(text, { label: '', additionalTextEdits: list.edits as TextEdit[] }) : '';
    expect(written).toMatch(/## Sources\r\n\r\n<!-- .*-->\r\n\r\n- .*Lindqvist.*The Harrow Bridge inquiry.*\r\n\r\n<!-- /);
    await session.open('one/drafts/list.md', written);
    expect(await update('one/drafts/list.md')).toMatchObject({ ok: true, edits: [] });
  });

  test('says why it cannot be written', async () => {
    await session.open('one/drafts/styled.md', '---\ncsl: gone.csl\n---\n\nTraffic returned [@harrow-2011].\n');
    expect(await update('one/drafts/styled.md')).toMatchObject({ ok: false, why: expect.stringMatching(/gone\.csl/) });
    expect(await update('one/sources/bridge.txt')).toMatchObject({ ok: false });
  });
});

/** A folder as reviewers have it: files of all formats, written by programs that write such files, and what is found in them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Source, StructuredSource } from '../domain.ts';
import { placeAt } from '../places.ts';
import { isoDate } from '../structure/dates.ts';
import { structureSource } from '../structure/structure.ts';
import { type LoadedSources, loadSources } from './files.ts';
import { type BuiltProgram, buildLoaders } from './testing/program.ts';
import {
  articlePage,
  blogPage,
  forumPage,
  writeCsv,
  writeDocx,
  writeMail,
  writePdf,
  writeScan,
  writeSubtitles,
} from './testing/writers.ts';

const WARNED =
  'The investigation found that the harbour board had been warned about the lift bridge in 2009, and that the inspection planned for the spring of 2010 never took place because the engineer responsible had left.';
const CABLES =
  'Engineers who looked at the cables in March said that they were worn, and the harbour master closed the eastern lane to lorries on the same day.';
const COST = 'Repairs were estimated at £1.4 million, of which the ministry agreed to pay half in the following year.';

const SAID = [
  ['Ann Lee', 'I joined the board in the summer of 2008.'],
  ['Bob Ray', 'Who was the chair of the board at that time?'],
  ['Ann Lee', 'It was Mr Hale, until he retired in 2011.'],
  ['Bob Ray', 'Did he ever speak to you about the cables?'],
  ['Ann Lee', 'He never spoke of them to me or to the others.'],
  ['Bob Ray', 'And the engineers did not write to you either?'],
  ['Ann Lee', 'They wrote to the board in March of that year.'],
  ['Bob Ray', 'Thank you, I have no further questions for you.'],
] as const;
const cues = (line: (name: string, words: string) => string) => SAID.map(([name, words], i) => ({ at: i * 4, text: line(name, words) }));
const POSTS = [
  { author: 'annlee', date: '2011-05-03T10:31:00Z', text: 'I saw the cables and they were rusty.' },
  { author: 'bobray', date: '2011-05-03T11:02:00Z', text: 'They were not rusty when I saw them.' },
  { author: 'annlee', date: '2011-05-04T09:15:00Z', text: 'Nobody asked the engineers at all.' },
];

async function folder(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  return {
    'notes.txt': `Harbour notes\n\n${WARNED}\n`,
    'summary.md': `# Summary of the case\n\n${WARNED}\n\n${CABLES}\n`,
    'memo.md': `---\ntitle: Memo on the cables\nauthor: Jane Roe\ndate: 14 March 2010\n---\n\n${CABLES}\n`,
    'report.rst': `The lift bridge\n===============\n\n${WARNED}\n\nCables\n------\n\n${CABLES}\n`,
    'article.html': articlePage({
      title: 'Lift bridge closed',
      site: 'Harbour Gazette',
      author: 'Jane Roe',
      published: '2011-05-03T19:02:11+01:00',
      paragraphs: [WARNED, CABLES],
    }),
    'second.htm': articlePage({
      title: 'Board admits delay',
      site: 'Harbour Gazette',
      author: 'Cy Dee',
      published: '2012-01-20',
      paragraphs: [CABLES, COST],
    }),
    'undated.html': articlePage({ title: 'What the board knew', site: null, author: null, published: null, paragraphs: [WARNED, COST] }),
    'latin.html': Buffer.from(
      '<html><head><meta charset="iso-8859-2"><title>Zpr\xe1va</title></head><body><p>Most byl uzav\xf8en v roce 2009, \xf8ekl \xf8editel p\xf8\xedstavu.</p></body></html>',
      'latin1',
    ),
    'blog.html': blogPage(
      'The bridge and us',
      [WARNED, CABLES],
      [
        ['Ann Lee', 'May 3, 2011 at 10:31 am', 'I saw the cables.'],
        ['Bob Ray', 'May 3, 2011 at 11:02 am', 'They were not rusty.'],
        ['Cy Dee', 'May 4, 2011 at 1:15 pm', 'Nobody asked.'],
      ],
    ),
    'forum.html': forumPage(
      'The lift bridge',
      POSTS.map(({ author, text }, i) => [author, `3 May 2011, 1${i}:31`, text]),
    ),
    'inquiry.pdf': await writePdf(
      [['# Report on the lift bridge', 'Published 12 June 2012', WARNED, CABLES], [`${COST} ${CABLES}`, WARNED], [COST]],
      { head: 'Harbour Inquiry', foot: (page) => `Page ${page} of 3` },
    ),
    'narrow.pdf': await writePdf([['# Costs of the repair', COST, WARNED]], { width: 130 }),
    'columns.pdf': await writePdf([['# Harbour news', WARNED, CABLES, COST, WARNED, CABLES, COST]], { columns: 2 }),
    'letter.pdf': await writePdf([['14 March 2010', 'Dear Mr Hale,', CABLES, 'Yours sincerely,\nJane Roe']]),
    'hearing.pdf': await writePdf(numberedPages()),
    'minutes.docx': await writeDocx([
      { heading: 'Minutes of the harbour board' },
      '14 March 2010',
      '',
      { text: WARNED, note: 'Letter of 2 March 2009.' },
      { item: 'to close the eastern lane' },
      { item: 'to write to the ministry' },
    ]),
    'statement.docx': await writeDocx(['Statement of Jane Roe', '2 June 2011', WARNED, CABLES]),
    'plan.docx': await writeDocx([{ heading: 'Plan for the repair' }, COST, { heading: 'Order of the work' }, CABLES]),
    'hearing.vtt': writeSubtitles(
      cues((name, words) => `<v ${name}>${words}`),
      'vtt',
    ),
    'interview.vtt': writeSubtitles(
      cues((name, words) => `${name.toUpperCase()}: ${words}`),
      'vtt',
    ),
    'talk.vtt': writeSubtitles(
      [
        { at: 0, text: 'The lift bridge was closed' },
        { at: 2, text: 'in the spring of 2009.' },
        { at: 12, text: 'Nobody knows why the engineers left.' },
      ],
      'vtt',
    ),
    'hearing.srt': writeSubtitles(
      cues((name, words) => `${name}: ${words}`),
      'srt',
    ),
    'talk.srt': writeSubtitles(
      [
        { at: 0, text: '<i>The lift bridge was closed</i>' },
        { at: 2, text: 'in the spring of 2009.' },
      ],
      'srt',
    ),
    'letter.eml': await writeMail({
      from: 'Jane Roe <jane@example.org>',
      to: 'Bob Ray <bob@example.org>',
      subject: 'The café by the bridge',
      date: '2011-05-04T09:12:00Z',
      text: `Dear Bob,\n\n${CABLES}\n\nJane`,
    }),
    'reply.eml': await writeMail({
      from: 'Bob Ray <bob@example.org>',
      subject: 'Re: The bridge',
      date: '2011-05-05T10:00:00Z',
      text: `It was not so.\n\nOn 4 May 2011 at 09:12, Jane Roe <jane@example.org> wrote:\n> The board was warned in 2009.\n>\n> On 3 May 2011 at 08:00, Ann Lee wrote:\n>> Was the board ever warned?\n`,
    }),
    'page.eml': await writeMail({
      from: 'Ann Lee <ann@example.org>',
      subject: 'Costs',
      date: '2011-06-01T10:00:00Z',
      html: `<p>${COST}</p><p>${CABLES}</p>`,
    }),
    'attached.eml': await writeMail({
      from: 'Ann Lee <ann@example.org>',
      subject: 'The plan',
      date: '2011-06-02T10:00:00Z',
      text: `${COST}\n`,
      attachment: 'plan.pdf',
    }),
    'thread.json': JSON.stringify(POSTS, null, 2),
    'nested.json': JSON.stringify({
      title: 'The lift bridge',
      comments: [
        {
          user: { name: 'annlee' },
          created_utc: 1304418660,
          body: 'I saw the cables.',
          replies: [{ user: { name: 'bobray' }, created_utc: 1304420460, body: '<p>They were <b>not</b> rusty.</p>' }],
        },
      ],
    }),
    'thread.csv': writeCsv([['Author', 'Posted at', 'Message'], ...POSTS.map(({ author, date, text }) => [author, date, text])]),
    'figures.csv': writeCsv([
      ['Year', 'Boats'],
      ['2009', '34'],
      ['2010', '41'],
    ]),
    'settings.json': JSON.stringify({ name: 'harbour', colours: ['red', 'blue'] }),
    'scan.pdf': await writeScan(2),
    'locked.pdf': await writePdf([[WARNED]], { password: 'harbour' }),
    'old.doc': 'x',
  };
}

/** Transcript pages as court reporters print them: each line numbered, turns opened by Q and A, the page's number below. */
function numberedPages(): readonly (readonly string[])[] {
  const lines = [
    'MS LEE (sworn)',
    'Examined by MR RAY',
    ...SAID.flatMap(([name, words]) => [`${name === 'Ann Lee' ? 'A.' : 'Q.'} ${words}`, `and that is what I say of ${words.length}.`]),
  ];
  return [lines.slice(0, 10), lines.slice(10)].map((page) => [page.map((line, i) => `${i + 1}  ${line}`).join('\n')]);
}

let path = '';
let program: BuiltProgram;
let loaded: LoadedSources;
let structured: ReadonlyMap<string, StructuredSource>;

beforeAll(async () => {
  [path, program] = await Promise.all([mkdtemp(join(tmpdir(), 'sources-')), buildLoaders()]);
  await Promise.all(Object.entries(await folder()).map(([name, content]) => writeFile(join(path, name), content)));
  loaded = await loadSources([path], { children: { program: program.path } });
  structured = new Map(loaded.sources.map((source) => [source.id, structureSource(source)]));
}, 60_000);

afterAll(async () => {
  await Promise.all([rm(path, { recursive: true, force: true }), program.remove()]);
});

/** What the loaders are to make known; whether an edited text is news or a report is for the structure's own tests. */
function described(id: string): readonly string[] {
  return (structured.get(id)?.documents ?? []).map(({ kind, title, date, author }) => {
    const layout = kind === 'comments' || kind === 'forum' || kind === 'transcript' ? kind : 'edited';
    return [layout, layout === 'transcript' ? '' : title, date === null ? '-' : isoDate(date), author ?? '-'].join(' | ');
  });
}

function sourceOf(id: string): Source {
  const source = structured.get(id)?.source;
  if (source === undefined) throw new Error(`${id} was not loaded`);
  return source;
}

/** Speakers of the blocks, in order. */
function speakers(id: string): readonly (string | null)[] {
  return (
    structured
      .get(id)
      ?.documents.flatMap(({ blocks }) => blocks.filter(({ voice }) => voice !== 'document').map(({ speaker }) => speaker)) ?? []
  );
}

function placeOf(id: string, words: string) {
  const source = sourceOf(id);
  const at = source.text.indexOf(words);
  expect(at, `${words} in ${id}`).toBeGreaterThanOrEqual(0);
  const { start: _, ...place } = placeAt(source, at) ?? { start: 0 };
  return place;
}

test('every file gives its documents', () => {
  expect(Object.fromEntries(loaded.sources.map(({ id }) => [id, described(id)]))).toMatchInlineSnapshot(`
    {
      "article.html": [
        "edited | Lift bridge closed | 2011-05-03 | Jane Roe",
      ],
      "attached.eml": [
        "edited | The plan | 2011-06-02 | Ann Lee",
      ],
      "blog.html": [
        "edited | The bridge and us | 2011-05 | -",
        "comments | 3 Responses to “The bridge and us” | 2011-05-03 | -",
      ],
      "columns.pdf": [
        "edited | Harbour news | - | -",
      ],
      "forum.html": [
        "forum | The lift bridge | 2011-05-03 | -",
      ],
      "hearing.pdf": [
        "transcript |  | - | -",
      ],
      "hearing.srt": [
        "transcript |  | - | -",
      ],
      "hearing.vtt": [
        "transcript |  | - | -",
      ],
      "inquiry.pdf": [
        "edited | Report on the lift bridge | 2012-06-12 | -",
      ],
      "interview.vtt": [
        "transcript |  | - | -",
      ],
      "latin.html": [
        "edited | Zpráva | - | -",
      ],
      "letter.eml": [
        "edited | The café by the bridge | 2011-05-04 | Jane Roe",
      ],
      "letter.pdf": [
        "edited | Dear Mr Hale, | 2010-03-14 | -",
      ],
      "memo.md": [
        "edited | Memo on the cables | 2010-03-14 | Jane Roe",
      ],
      "minutes.docx": [
        "edited | Minutes of the harbour board | 2010-03-14 | -",
      ],
      "narrow.pdf": [
        "edited | Costs of the repair | - | -",
      ],
      "nested.json": [
        "forum | The lift bridge | 2011-05-03 | -",
      ],
      "notes.txt": [
        "edited | Harbour notes | - | -",
      ],
      "page.eml": [
        "edited | Costs | 2011-06-01 | Ann Lee",
      ],
      "plan.docx": [
        "edited | Plan for the repair | - | -",
      ],
      "reply.eml": [
        "edited | Re: The bridge | 2011-05-05 | Bob Ray",
      ],
      "report.rst": [
        "edited | The lift bridge | - | -",
      ],
      "second.htm": [
        "edited | Board admits delay | 2012-01-20 | Cy Dee",
      ],
      "statement.docx": [
        "edited | Statement of Jane Roe | 2011-06-02 | -",
      ],
      "summary.md": [
        "edited | Summary of the case | - | -",
      ],
      "talk.srt": [
        "edited | Talk | - | -",
      ],
      "talk.vtt": [
        "edited | Talk | - | -",
      ],
      "thread.csv": [
        "forum | Thread | 2011-05-03 | -",
      ],
      "thread.json": [
        "forum | Thread | 2011-05-03 | -",
      ],
      "undated.html": [
        "edited | What the board knew | - | -",
      ],
    }
  `);
});

test('what is no source is told with its reason', () => {
  expect(loaded.problems.map(({ source, message }) => `${source} ${message}`).sort()).toMatchInlineSnapshot(`
    [
      "attached.eml has a file attached (plan.pdf), which was not read",
      "figures.csv is not a list of posts with author, date and text",
      "locked.pdf is protected by a password",
      "old.doc is of a format that cannot be read",
      "scan.pdf holds pictures of pages and no text (a scan)",
      "settings.json is not a list of posts with author, date and text",
    ]
  `);
});

test('turns, posts and quoted replies go to who spoke or wrote them', () => {
  const turns = SAID.map(([name]) => name);
  expect(speakers('hearing.vtt')).toEqual(turns);
  expect(speakers('hearing.srt')).toEqual(turns);
  expect(speakers('interview.vtt')).toEqual(turns);
  expect(speakers('blog.html')).toEqual(['Ann Lee', 'Bob Ray', 'Cy Dee']);
  expect(speakers('forum.html')).toEqual(POSTS.map(({ author }) => author));
  expect(speakers('thread.json')).toEqual(POSTS.map(({ author }) => author));
  expect(speakers('thread.csv')).toEqual(POSTS.map(({ author }) => author));
  expect(speakers('nested.json')).toEqual(['annlee', 'bobray']);
  expect(speakers('reply.eml')).toEqual(['Jane Roe', 'Ann Lee']);
  expect(speakers('letter.eml')).toEqual([]);
  expect(new Set(speakers('hearing.pdf'))).toEqual(new Set(['Ms Lee', 'Mr Ray']));
});

test('words lead back to the page, the paragraph or the place in the file', async () => {
  expect(placeOf('inquiry.pdf', 'Report on the lift bridge')).toEqual({ page: 1 });
  expect(placeOf('inquiry.pdf', `${COST} ${CABLES}`)).toEqual({ page: 2 });
  expect(placeOf('minutes.docx', '14 March 2010')).toEqual({ paragraph: 2 });
  expect(placeOf('minutes.docx', 'The investigation')).toEqual({ paragraph: 4 });
  const files = await folder();
  for (const [id, words] of [
    ['article.html', 'Engineers who looked'],
    ['blog.html', 'They were not rusty.'],
    ['hearing.vtt', 'Who was the chair'],
    ['letter.eml', 'Engineers who'],
    ['thread.csv', 'annlee'],
    ['thread.json', 'I saw the cables'],
  ] as const) {
    const [{ origin, position }, raw] = [placeOf(id, words), String(files[id])];
    expect(Math.abs(raw.indexOf(words) - (origin ?? 0)), id).toBeLessThan(80);
    expect(position?.line, id).toBe(raw.slice(0, origin).split('\n').length - 1);
  }
});

test('boilerplate, running heads, page numbers and broken words leave no trace', () => {
  const texts = loaded.sources.map(({ text }) => text).join('\n');
  for (const trace of ['cookies', 'Home', 'All rights', 'track(', 'Ferry fares', 'Harbour Inquiry', 'Page 1', '<p>', '<v']) {
    expect(texts).not.toContain(trace);
  }
  for (const id of ['inquiry.pdf', 'narrow.pdf', 'columns.pdf', 'article.html', 'minutes.docx', 'page.eml']) {
    expect(sourceOf(id).text, id).toContain(
      id === 'page.eml' ? COST : id === 'minutes.docx' ? WARNED : id === 'article.html' ? CABLES : COST,
    );
  }
});

test('a second reading takes unchanged files from the first, and starts no program', async () => {
  const again = await loadSources([path], { known: loaded.extracted, children: { program: join(path, 'nowhere.cjs') } });
  expect(again.sources).toEqual(loaded.sources);
  expect(again.problems).toEqual(loaded.problems);
});

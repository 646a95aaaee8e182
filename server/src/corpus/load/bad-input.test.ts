/** Files that are broken, locked or hostile: each is told with its reason, in bounded time, and the rest is read. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSources } from './files.ts';
import { CHILD_LIMITS, LoaderPool } from './pool.ts';
import { type BuiltProgram, buildLoaders } from './testing/program.ts';
import { writeDocx, writeMail, writePdf } from './testing/writers.ts';
import { zipEntries } from './zip.ts';

const WORDS = 'The harbour board had been warned about the lift bridge in 2009.';
const encode = (text: string) => new TextEncoder().encode(text);

let path = '';
let program: BuiltProgram;

beforeAll(async () => {
  [path, program] = await Promise.all([mkdtemp(join(tmpdir(), 'bad-')), buildLoaders()]);
}, 30_000);

afterAll(async () => {
  await Promise.all([rm(path, { recursive: true, force: true }), program.remove()]);
});

/** Where the data of an entry of the archive begins, behind its local header. */
function dataOf(zip: Uint8Array, name: string): number {
  const at = Buffer.from(zip).indexOf(name);
  return at + name.length + 8;
}

/** The archive with a size in its central directory that no part of it has. */
function declaring(zip: Uint8Array, name: string, bytes: number): Uint8Array {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(bytes, lying.lastIndexOf(name) - 46 + 24);
  return lying;
}

test('each bad file is told and the good ones are read', async () => {
  const pdf = await writePdf([[WORDS], [WORDS]]);
  const docx = await writeDocx([WORDS, WORDS, 'x'.repeat(5000)]);
  const broken = Buffer.from(docx);
  broken.fill(0xff, dataOf(docx, 'word/document.xml'), dataOf(docx, 'word/document.xml') + 60);
  const files: Readonly<Record<string, Uint8Array>> = {
    'cut.pdf': pdf.subarray(0, 700),
    'empty.pdf': new Uint8Array(),
    'locked.pdf': await writePdf([[WORDS]], { password: 'secret' }),
    'noise.pdf': encode('%PDF-1.7\n'.padEnd(5000, '<<[[(')),
    'bomb.docx': declaring(docx, 'word/document.xml', 0xf0000000),
    'broken.docx': broken,
    'cut.docx': docx.subarray(0, docx.length / 2),
    'text.docx': encode(WORDS),
    'deep.html': encode('<div>'.repeat(100_000) + WORDS),
    'bold.html': encode(`${'<b>'.repeat(100_000)}${WORDS}`),
    'program.html': encode('<html><body><div id="root"></div><script>start()</script></body></html>'),
    'deep.json': encode('['.repeat(200_000)),
    'other.json': encode('{"name": "harbour"}'),
    'open.csv': encode(`author,date,text\n"Ann,2011-05-03,${WORDS}\n`),
    'nothing.vtt': encode('WEBVTT\n\n'),
    'nothing.eml': encode('no headers at all'),
    'long.txt': new Uint8Array(),
    'good.html': encode(`<p>${WORDS}</p>`),
    'good.txt': encode(WORDS),
    'good.eml': await writeMail({ from: 'Ann Lee <ann@example.org>', subject: 'The bridge', date: '2011-05-03', text: WORDS }),
  };
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(path, name), bytes)));
  await truncate(join(path, 'long.txt'), 300 * 1024 * 1024);
  const { sources, problems } = await loadSources([path], { children: { program: program.path } });
  expect(sources.map(({ id }) => id)).toEqual(['good.eml', 'good.html', 'good.txt']);
  expect(problems.map(({ source, message }) => `${source} ${message}`).sort()).toMatchInlineSnapshot(`
    [
      "bold.html is nested too deep to be a page",
      "bomb.docx would unpack to more than 256 MB and was not opened",
      "broken.docx is a damaged Word document: a part of it cannot be read",
      "cut.docx is a damaged Word document: it is cut off or no archive",
      "cut.pdf is cut off: the end of the PDF is missing",
      "deep.html is nested too deep to be a page",
      "deep.json is not a list of posts with author, date and text",
      "empty.pdf is empty",
      "locked.pdf is protected by a password",
      "long.txt is 300.0 MB large; files above 64.0 MB are left out",
      "noise.pdf is cut off: the end of the PDF is missing",
      "nothing.eml is no mail: it has no sender, date or subject",
      "nothing.vtt holds no subtitles",
      "open.csv is not a list of posts with author, date and text",
      "other.json is not a list of posts with author, date and text",
      "program.html is a page without text; a program in it may fetch its words",
      "text.docx is a damaged Word document: it is cut off or no archive",
    ]
  `);
  expect(problems.every(({ remedy }) => remedy !== '')).toBe(true);
}, 60_000);

test('a PDF that is cut off but can be read in part gives that part, with a warning', async () => {
  const pdf = await writePdf([[WORDS], [WORDS]]);
  await writeFile(join(path, 'part.pdf'), pdf.subarray(0, pdf.lastIndexOf('%%EOF')));
  const pool = new LoaderPool({ program: program.path, children: 1 });
  const extraction = await pool.extract(join(path, 'part.pdf'), 'pdf');
  pool.close();
  expect(extraction).toMatchObject({ kind: 'text', doubts: [{ message: 'seems to be cut off; what could be read was' }] });
  expect(extraction.kind === 'text' && extraction.text).toContain(WORDS);
});

test('a child past its time is killed, and the next file is read by a new one', async () => {
  await writeFile(join(path, 'page.html'), `<p>${WORDS}</p>`);
  const pool = new LoaderPool({ program: program.path, children: 1, limits: { ...CHILD_LIMITS, time: 1 } });
  expect(await pool.extract(join(path, 'page.html'), 'html')).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('took longer'),
  });
  expect(await pool.extract(join(path, 'page.html'), 'html')).toMatchObject({ kind: 'refused' });
  expect(pool.started).toBe(2);
  pool.close();
});

test.each([
  ['of its heap', { ...CHILD_LIMITS, heap: 40 }, '<b>x</b><i>y</i>'.repeat(200_000)],
  ['of all it holds', { ...CHILD_LIMITS, resident: 100 }, '<b>x</b><i>y</i>'.repeat(200_000)],
])(
  'a child past the limit %s is told as one that needs too much memory',
  async (_, limits, html) => {
    await writeFile(join(path, 'large.html'), html);
    const pool = new LoaderPool({ program: program.path, children: 1, limits });
    const extraction = await pool.extract(join(path, 'large.html'), 'html');
    pool.close();
    expect(extraction).toMatchObject({ kind: 'refused', message: expect.stringContaining('of memory') });
  },
  30_000,
);

test('one child reads many files; closing refuses what still waits', async () => {
  await writeFile(join(path, 'page.html'), `<p>${WORDS}</p>`);
  const pool = new LoaderPool({ program: program.path, children: 1 });
  const all = await Promise.all(Array.from({ length: 20 }, () => pool.extract(join(path, 'page.html'), 'html')));
  expect(all.every(({ kind }) => kind === 'text')).toBe(true);
  expect(pool.started).toBe(1);
  const waiting = [pool.extract(join(path, 'page.html'), 'html'), pool.extract(join(path, 'page.html'), 'html')];
  pool.close();
  expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['refused', 'refused']);
});

test('text alone starts no child, and without the readers’ program the other formats are told', async () => {
  const children = { program: join(path, 'nowhere.cjs') };
  const alone = await loadSources([join(path, 'good.txt')], { children });
  expect(alone.sources).toHaveLength(1);
  const { problems } = await loadSources([join(path, 'good.html')], { children });
  expect(problems).toHaveLength(1);
});

test('reading is cancelled at once', async () => {
  const abort = new AbortController();
  const loading = loadSources([path], {
    children: { program: program.path },
    signal: abort.signal,
    onFile: () => abort.abort(new Error('enough')),
  });
  await expect(loading).rejects.toThrow('enough');
});

test('the directory of an archive is read without unpacking it', async () => {
  const docx = await writeDocx([WORDS]);
  expect(zipEntries(docx)?.map(({ name }) => name)).toContain('word/document.xml');
  expect(zipEntries(docx.subarray(0, 100))).toBeNull();
  expect(zipEntries(new Uint8Array(5))).toBeNull();
});

/** A corpus that is kept on disk answers what one in memory answers, fresh and after any change of its sources. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../config.ts';
import { buildCorpus } from '../corpus/build.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { NOTHING_READ, readSources } from '../project/read.ts';
import { indexTerms } from '../text/terms.ts';
import { MANIFEST } from './manifest-file.ts';
import { type OpenedStore, openStore } from './open-store.ts';
import { updateStore } from './update.ts';

const BUDGET = 1 << 20;
// Building an index loads much of the program; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let sources: string;
let index: string;
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-store-')));
  sources = path.join(folder, 'sources');
  index = path.join(folder, 'index');
  fs.mkdirSync(sources);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => fs.writeFileSync(path.join(sources, name), text);
const update = (segmentSize?: number) =>
  updateStore({
    folder: index,
    roots: [sources],
    limits: DEFAULT_CONFIG.reading,
    program: 'test',
    ...(segmentSize === undefined ? {} : { segmentSize }),
  });

function opened<Result>(read: (store: OpenedStore) => Result): Result {
  const store = openStore(index, 'test', BUDGET);
  if (store === null) throw new Error('there is no index');
  try {
    return read(store);
  } finally {
    store.close();
  }
}

/** All that a corpus says, passages by their place in order, for ids may differ between a fresh and an updated one. */
function told(corpus: Corpus): unknown {
  const documents = [...corpus.documents.values()];
  const passages = documents.flatMap(({ citekey }) => corpus.passagesOf(citekey));
  const place = new Map(passages.map(({ id }, i) => [id, i]));
  const at = (id: number | null): number | null => (id === null ? null : (place.get(id) ?? -1));
  const words = ['ferry', 'council', 'report', 'the', 'said', '1998', 'nobody'].flatMap((word) => indexTerms(word));
  return {
    sources: [...corpus.sources.values()].map(({ source, furniture, problems, documents: own }) => ({
      ...source,
      text: source.text,
      places: source.places,
      furniture,
      problems,
      own: own.map(({ citekey }) => citekey),
    })),
    documents: documents.map((document) => ({ ...document, blocks: document.blocks })),
    passages: passages.map(({ id, before, after, ...rest }) => ({
      ...rest,
      before: at(before),
      after: at(after),
      again: at(corpus.passage(id)?.id ?? -2),
    })),
    standings: passages.map(({ id }) => corpus.standing(id)),
    words: passages.map(({ source, span }) => corpus.words(source, span)),
    dates: passages.map(({ id }) => corpus.dates(id)),
    lines: passages.map(({ source, span }) => [
      corpus.lineOf(source, span.start),
      corpus.passagesAt(source, [1, 4]).map(({ id }) => at(id)),
    ]),
    entities: corpus.gazetteer.entities,
    speakers: [...corpus.speakers],
    count: corpus.passageCount,
    size: corpus.index.size,
    problems: corpus.problems,
    found: words.map((term) => [
      corpus.index.documentFrequency(term),
      corpus.index
        .search([{ term, weight: 1 }, ...words.map((other) => ({ term: other, weight: 0.3 }))], 30)
        .map(({ id, score }) => [at(id), score]),
    ]),
  };
}

async function fresh(): Promise<Corpus> {
  const { structured, problems } = await readSources([sources], NOTHING_READ, {}, DEFAULT_CONFIG.reading);
  return buildCorpus(structured, problems);
}

test('the corpus that ships is the same on disk', async () => {
  fs.cpSync('seeds', sources, { recursive: true });
  await update(200);
  const expected = told(await fresh());
  expect(opened(({ corpus, segments }) => [told(corpus), segments.length > 2])).toEqual([expected, true]);
});

test('letters of all scripts, empty and unreadable files', async () => {
  write('a.txt', 'Zoë’s ferry 🛳 sank.\r\n\r\n“The council”, 北京 said.');
  write('b.txt', '');
  write('c.bin.txt', String.fromCharCode(0, 1, 2, 3).repeat(50));
  write('corpus.json', '{ broken');
  await update();
  expect(opened(({ corpus }) => told(corpus))).toEqual(told(await fresh()));
  expect(await update()).toEqual({ changed: false, damage: null });
});

test('after any changes it is as if built anew', async () => {
  const text = fc.array(
    fc.constantFrom('The ferry sank in 1998.', 'A council report said nobody saw Mr Hall.', 'Ms Hall (HSE) denied it.', 'Report:'),
    {
      maxLength: 12,
    },
  );
  const step = fc.record({ name: fc.constantFrom('a.txt', 'b.txt', 'c.md', 'd.txt'), text: fc.option(text, { freq: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
      fs.rmSync(sources, { recursive: true, force: true });
      fs.mkdirSync(sources);
      for (const steps of rounds) {
        for (const { name, text: lines } of steps) {
          if (lines === null) fs.rmSync(path.join(sources, name), { force: true });
          else write(name, lines.join(' '));
        }
        await update(8);
      }
      expect(opened(({ corpus }) => told(corpus))).toEqual(told(await fresh()));
    }),
    { numRuns: 12 },
  );
});

test('a changed source leaves the other segments as they are, and what nobody names goes', async () => {
  for (const name of ['a', 'b', 'c', 'd']) write(`${name}.txt`, 'The ferry sank in 1998. The council met.');
  await update(2);
  const before = opened(({ manifest }) => manifest.segments);
  write('c.txt', 'The ferry sank in 1999. The council met.');
  expect(await update(2)).toEqual({ changed: true, damage: null });
  const after = opened(({ manifest }) => manifest.segments);
  expect(after.filter((name) => before.includes(name))).toHaveLength(3);
  expect(
    fs
      .readdirSync(index)
      .filter((name) => name.endsWith('.segment'))
      .sort(),
  ).toEqual([...after].sort());
});

test('many small changes leave few segments', async () => {
  for (let n = 0; n < 25; n++) {
    write(`${n}.txt`, `The ferry number ${n} sank.`);
    await update();
  }
  expect(opened(({ segments }) => segments.length)).toBeLessThan(10);
  expect(opened(({ corpus }) => told(corpus))).toEqual(told(await fresh()));
});

test('who has an index open keeps reading it while another takes its place', async () => {
  write('a.txt', 'The ferry sank in 1998.');
  await update();
  const old = openStore(index, 'test', BUDGET);
  write('a.txt', 'The council met.');
  await update();
  expect(old?.corpus.passagesOf([...old.corpus.documents.keys()][0] ?? '').map(({ text }) => text)).toEqual(['The ferry sank in 1998.']);
  expect(old?.corpus.gazetteer.entities).toEqual([]);
  old?.close();
});

test('an index of another version of the program, or one that is damaged anywhere, is built again and told of', async () => {
  write('a.txt', 'The ferry sank in 1998. Mr Hall of the council met Ms Hall.');
  await update();
  const options = { folder: index, roots: [sources], limits: DEFAULT_CONFIG.reading };
  expect(await updateStore({ ...options, program: 'newer' })).toMatchObject({ damage: expect.stringContaining('another version') });
  expect(await update()).toMatchObject({ changed: true, damage: expect.stringContaining('another version') });
  const expected = told(await fresh());
  for (const name of fs.readdirSync(index)) {
    const file = path.join(index, name);
    const bytes = fs.readFileSync(file);
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 20, bytes.length - 2].filter((one) => one >= 0)) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      fs.writeFileSync(file, damaged);
      let seen: unknown;
      try {
        seen = opened((store) => {
          for (const segment of store.segments) segment.verify();
          return told(store.corpus);
        });
      } catch (error) {
        seen = error;
      }
      expect(seen).toBeInstanceOf(Error);
      expect(seen).toMatchObject({ name: 'DamagedIndex' });
      fs.writeFileSync(file, bytes);
    }
    fs.writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    expect(() => opened((store) => told(store.corpus))).toThrow();
    fs.writeFileSync(file, bytes);
  }
  expect(opened(({ corpus }) => told(corpus))).toEqual(expected);
  fs.writeFileSync(path.join(index, MANIFEST), '{}');
  expect(await update()).toEqual({ changed: true, damage: expect.stringContaining('damaged') });
  expect(opened(({ corpus }) => told(corpus))).toEqual(expected);
});

test('two writers at once: both end, and the index is whole', async () => {
  for (let n = 0; n < 12; n++) write(`${n}.txt`, `The ferry number ${n} sank.`);
  const results = await Promise.all([update(3), update(3), update(3)]);
  expect(results.map(({ changed }) => changed).sort()).toEqual([false, false, true]);
  expect(opened(({ corpus }) => told(corpus))).toEqual(told(await fresh()));
});

test('a writer that was ended leaves the last good index, and a lock that the next one takes over', async () => {
  write('a.txt', 'The ferry sank in 1998.');
  await update();
  const before = opened(({ corpus }) => told(corpus));
  write('b.txt', 'The council met.');
  const abort = new AbortController();
  const ended = updateStore({
    folder: index,
    roots: [sources],
    limits: DEFAULT_CONFIG.reading,
    program: 'test',
    signal: abort.signal,
    onProgress: ({ done }) => done > 0 && abort.abort(new Error('enough')),
  });
  await expect(ended).rejects.toThrow('enough');
  expect(opened(({ corpus }) => told(corpus))).toEqual(before);
  // A number that no process has.
  fs.writeFileSync(path.join(index, 'writer'), JSON.stringify({ process: 2 ** 22 + 1, host: os.hostname(), token: 'x' }));
  fs.writeFileSync(path.join(index, 'left.segment.writing'), 'half');
  expect(await update()).toEqual({ changed: true, damage: null });
  expect(fs.readdirSync(index).filter((name) => /writing|writer/.test(name))).toEqual([]);
});

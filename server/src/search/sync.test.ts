/** The index on a server follows the sources: no more is sent than changed, nothing stays that went, and whoever is ended on the way does no harm. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SearchServer } from '../../../test/support/search-server.ts';
import { accessTo, corpusOf } from '../../../test/support/searched.ts';
import { updateCorpus } from '../corpus/build.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { indexTerms } from '../text/terms.ts';
import { Connection } from './connection.ts';
import { type SyncedIndex, synchronise } from './sync.ts';
import { SearchTrouble } from './trouble.ts';

const FERRY = 'The ferry left the harbour late.\n\nThe harbour master closed the harbour.\n';
const STORM = 'A storm closed the coast road.\n\nNobody was hurt by the storm.\n';
const BRIDGE = 'The bridge closed in May.\n';

let server: SearchServer;
let connection: Connection;
beforeEach(async () => {
  server = await new SearchServer({}).start();
  connection = await Connection.to(accessTo(server.url));
});
afterEach(async () => {
  await connection.close();
  await server.stop();
});

let writers = 0;
const sync = (
  corpus: Corpus,
  program = 'one',
  mayWrite = true,
  signal?: AbortSignal,
  writer = `writer ${writers++}`,
): Promise<SyncedIndex> => synchronise(connection, 'test', corpus, { program, writer, mayWrite, signal });

/** What the server finds is what the corpus's own index finds, with its ids and scores. */
async function expectSame({ index, token }: SyncedIndex, corpus: Corpus): Promise<void> {
  const words = new Set(indexTerms(`${FERRY}${STORM}${BRIDGE}`));
  const searches = [...words].map((term) => ({
    query: [
      { term, weight: 1 },
      { term: 'the', weight: 0.3 },
    ],
    limit: 10,
  }));
  const { hits } = await index.answer({ terms: [], searches }, token);
  expect(await index.size()).toBe(corpus.passageCount);
  expect(hits).toEqual(searches.map(({ query, limit }) => corpus.index.search(query, limit)));
}

const troubleOf = (work: Promise<unknown>): Promise<readonly [string, string]> =>
  work.then(
    () => ['none', ''] as const,
    (error: unknown) => (error instanceof SearchTrouble ? ([error.kind, error.message] as const) : Promise.reject(error)),
  );

/** Passages that were written to the server since it was asked last. */
let written = 0;
function writes(): number {
  const now = server.written;
  const since = now - written;
  written = now;
  return since;
}
beforeEach(() => {
  written = 0;
});

test('a change costs its own size: passages of other sources are not sent again', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY, 'storm.txt': STORM });
  await expectSame(await sync(corpus), corpus);
  expect(writes()).toBe(4);
  await expectSame(await sync(corpusOf({ 'ferry.txt': FERRY, 'storm.txt': STORM })), corpus);
  expect(writes()).toBe(0);
  const changed = corpusOf({ 'ferry.txt': FERRY, 'storm.txt': `${STORM}\nThe coast road opened again.\n` });
  await expectSame(await sync(changed), changed);
  expect(writes()).toBe(3);
  const more = corpusOf({ 'bridge.txt': BRIDGE, 'ferry.txt': FERRY });
  await expectSame(await sync(more), more);
  expect(writes()).toBe(1);
});

test('ids are those of the corpus that asks, however it came about', async () => {
  const first = corpusOf({ 'storm.txt': STORM });
  await sync(first);
  const [bridge] = [...corpusOf({ 'bridge.txt': BRIDGE }).sources.values()];
  const grown = updateCorpus(first, bridge === undefined ? [] : [bridge], []);
  await expectSame(await sync(grown), grown);
  const fresh = corpusOf({ 'bridge.txt': BRIDGE, 'storm.txt': STORM });
  await expectSame(await sync(fresh), fresh);
});

test('a writer that is ended at any of his requests leaves an index that nobody uses, and the next one mends it', async () => {
  const before = corpusOf({ 'ferry.txt': FERRY, 'storm.txt': STORM });
  const after = corpusOf({ 'bridge.txt': BRIDGE, 'storm.txt': `${STORM}\nThe coast road opened again.\n` });
  let [ended, last] = [0, false];
  for (let lasts = 0; !last; lasts++) {
    const old = await sync(before);
    let left = lasts;
    // What was answered has been done; from here on nothing comes through any more. Freeing room may fail.
    server.fault = ({ path }) => (path.endsWith('_forcemerge') || left-- > 0 ? null : { status: 400 });
    const [kind] = await troubleOf(sync(after));
    server.fault = () => null;
    last = kind === 'none';
    if (!last) ended++;
    // Whoever reads meanwhile is told not to, or finds what he did.
    await troubleOf(expectSame(old, before));
    // Whoever says nothing for so long is taken to be gone.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000);
    const next = lasts % 2 === 0 ? after : before;
    await expectSame(await sync(next), next);
    vi.restoreAllMocks();
  }
  expect(ended).toBeGreaterThan(10);
});

test('what a writer who was taken to be gone still sends is not found for long', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY });
  await sync(corpus);
  const passages = server.indexes.get('test-passages');
  passages?.put('77', { id: 77, length: 2, terms: 'the ferri' });
  passages?.refresh();
  await expectSame(await sync(corpus), corpus);
});

test('of two writers one is told so, and a reader that must not write does not', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY });
  expect((await troubleOf(sync(corpus, 'one', false)))[0]).toBe('gone');
  await sync(corpus);
  const other = corpusOf({ 'ferry.txt': `${FERRY}\nIt came back.\n` });
  expect(await troubleOf(sync(other, 'one', false))).toEqual(['other', 'the index on the server holds other sources than this machine']);
  server.fault = ({ path }) => (path.endsWith('/_bulk') ? { status: 400 } : null);
  await troubleOf(sync(other));
  server.fault = () => null;
  expect(await troubleOf(sync(corpus))).toEqual(['contested', 'another machine is bringing its index up to date just now']);
});

test('another version of the program that finds the same words sends nothing', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY, 'storm.txt': STORM });
  await sync(corpus, 'one');
  writes();
  await expectSame(await sync(corpus, 'two'), corpus);
  await expectSame(await sync(corpus, 'one'), corpus);
  expect(writes()).toBe(0);
});

test('an index that was deleted is made again; one that lacks passages is filled anew', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY, 'storm.txt': STORM });
  for (const name of ['test-passages', 'test-state']) {
    const { index, token } = await sync(corpus);
    server.indexes.delete(name);
    expect((await troubleOf(index.answer({ terms: [], searches: [{ query: [{ term: 'storm', weight: 1 }], limit: 3 }] }, token)))[0]).toBe(
      'gone',
    );
    await expectSame(await sync(corpus), corpus);
  }
  const there = server.indexes.get('test-passages');
  const [first] = there?.found() ?? [];
  there?.delete(first?.id ?? '');
  there?.refresh();
  await expectSame(await sync(corpus), corpus);
});

test('what is somebody else’s is left alone: other sources, another layout, another program’s state', async () => {
  const corpus = corpusOf({ 'ferry.txt': FERRY });
  await sync(corpusOf({ 'storm.txt': STORM }));
  expect(await troubleOf(sync(corpus))).toEqual([
    'other',
    expect.stringContaining('hold none of these sources, but others; set another prefix'),
  ]);
  // A name alone that both happen to have makes no corpus of them.
  expect(await troubleOf(sync(corpusOf({ 'a.txt': FERRY, 'b.txt': FERRY, 'storm.txt': STORM })))).toEqual(['none', '']);
  expect(await troubleOf(sync(corpusOf({ 'c.txt': FERRY, 'd.txt': FERRY, 'storm.txt': BRIDGE })))).toEqual([
    'other',
    expect.stringContaining('hold hardly any of these sources'),
  ]);
  server.indexes.get('test-state')?.put('state', { token: 'x', content: { whole: 'perhaps' } });
  expect(await troubleOf(sync(corpus))).toEqual(['other', expect.stringContaining('another version of the program writes the index')]);
  server.indexes.clear();
  await fetch(`${server.url}/test-passages`, { method: 'PUT', body: JSON.stringify({ mappings: { _meta: { corroborate: 99 } } }) });
  expect(await troubleOf(sync(corpus))).toEqual([
    'other',
    expect.stringContaining('test-passages on the server was made by another version of the program'),
  ]);
  expect(server.indexes.get('test-passages')?.found().next().done).toBe(true);
});

test('bringing it up to date can be given up, and whoever did goes on without waiting for himself', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const corpus = corpusOf({ 'ferry.txt': FERRY });
  await expect(sync(corpus, 'one', true, stop.signal, 'me')).rejects.toThrow('enough');
  expect((await troubleOf(sync(corpus)))[0]).toBe('contested');
  await expectSame(await sync(corpus, 'one', true, undefined, 'me'), corpus);
});

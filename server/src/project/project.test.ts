import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../config.ts';
import { discoverCorpus, findConfigFile } from './discover.ts';
import { openProject } from './project.ts';

let folder: string;
const at = (...parts: readonly string[]) => path.join(folder, ...parts);
function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
}
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-project-')));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test('sources named outright go before the configuration, and that before a folder near by', async () => {
  write('review/sources/a.txt', 'A.');
  write('review/drafts/deep/draft.md', '');
  const from = at('review/drafts/deep/draft.md');
  const config = { path: at('corroborate.json'), sources: ['library'] };
  expect(await discoverCorpus({ from, sources: ['b', 'a'], base: folder, config })).toEqual({
    roots: [at('a'), at('b')],
    foundBy: 'option',
    refused: [],
  });
  expect(await discoverCorpus({ from, config })).toEqual({ roots: [at('library')], foundBy: 'config', refused: [] });
  expect(await discoverCorpus({ from, config: { ...config, sources: [] } })).toMatchObject({
    roots: [at('review/sources')],
    foundBy: 'folder',
  });
});

test('what a configuration names out of reach is refused with its place in the list, and the rest is used', async () => {
  const config = { path: at('corroborate.json'), sources: ['library', '/'] };
  const found = await discoverCorpus({ from: at('draft.md'), config });
  expect(found).toMatchObject({ roots: [at('library')], refused: [{ root: '/', index: 1 }] });
  expect((await discoverCorpus({ from: at('draft.md'), sources: ['/'] }))?.refused).toEqual([]);
});

test('the nearest folder wins, and none is looked for above the ceiling', async () => {
  write('seeds/a.txt', 'A.');
  write('review/seeds/b.txt', 'B.');
  write('other/draft.md', '');
  expect((await discoverCorpus({ from: at('review/draft.md') }))?.roots).toEqual([at('review/seeds')]);
  expect((await discoverCorpus({ from: at('other/draft.md') }))?.roots).toEqual([at('seeds')]);
  expect(await discoverCorpus({ from: at('other/draft.md'), ceiling: at('other') })).toBeNull();
});

test('a folder with the name of a configuration file is none', async () => {
  write('corroborate.json/file.txt', '');
  write('review/.corroborate.json', '{}');
  expect(await findConfigFile(at('review', 'draft.md'))).toBe(at('review/.corroborate.json'));
  expect(await findConfigFile(folder, folder)).toBeNull();
});

test('a refresh takes in what changed, came and went, and tells whether anything did', async () => {
  write('sources/a.txt', 'The ferry sank in 1998.');
  write('sources/b.txt', 'The bridge closed in 2009.');
  const project = await openProject({ roots: [at('sources')] });
  const [first, kept] = [project.corpus, project.corpus.sources.get('b.txt')];
  expect(await project.refresh()).toBe(false);
  expect(project.corpus).toBe(first);

  write('sources/a.txt', 'The ferry sank in 1999.');
  write('sources/c.txt', 'The tunnel opened in 2011.');
  expect(await project.refresh()).toBe(true);
  expect([...project.corpus.sources.keys()]).toEqual(['a.txt', 'b.txt', 'c.txt']);
  expect(project.corpus.sources.get('a.txt')?.source.text).toContain('1999');
  expect(project.corpus.sources.get('b.txt')).toBe(kept);

  fs.rmSync(at('sources/b.txt'));
  expect(await project.refresh()).toBe(true);
  expect(project.sourceAt(at('sources/b.txt'))).toBeNull();
  expect(project.sourceAt(at('sources/a.txt'))).toBe('a.txt');
});

test('what changes while the sources are being read anew is not lost', async () => {
  for (let n = 0; n < 30; n++) write(`sources/${n}.txt`, 'The ferry sank in 1998.');
  const project = await openProject({ roots: [at('sources')] });
  let late: Promise<boolean> | null = null;
  const first = project.refresh({
    onProgress: ({ done, total }) => {
      if (done < total) return;
      write('sources/0.txt', 'The ferry sank in 1999.');
      late = project.refresh();
    },
  });
  await first;
  expect(await late).toBe(true);
  expect(project.corpus.sources.get('0.txt')?.source.text).toContain('1999');
});

test('reading ends when it is cancelled, and a later one succeeds', async () => {
  for (let n = 0; n < 30; n++) write(`sources/${n}.txt`, 'The ferry sank in 1998.');
  const abort = new AbortController();
  const opening = openProject({
    roots: [at('sources')],
    signal: abort.signal,
    onProgress: ({ done }) => done === 3 && abort.abort(new Error('enough')),
  });
  await expect(opening).rejects.toThrow('enough');
  expect((await openProject({ roots: [at('sources')] })).corpus.sources.size).toBe(30);
});

test('limits of the configuration hold for reading and for reading anew', async () => {
  write('sources/a.txt', 'The ferry sank in 1998.');
  write('sources/b.txt', `${'x'.repeat(1023)}\n`.repeat(1100));
  const project = await openProject({
    roots: [at('sources')],
    limits: { ...DEFAULT_CONFIG.reading, seconds: 5, memory: 256, fileSize: 1 },
  });
  expect(project.problems).toMatchObject([{ source: 'b.txt', message: expect.stringContaining('files above 1.0 MB are left out') }]);
  write('sources/c.txt', `${'x'.repeat(1023)}\n`.repeat(1100));
  await project.refresh();
  expect(project.problems.map(({ source }) => source)).toEqual(['b.txt', 'c.txt']);
});

test('roots that are not there are problems, and the corpus is empty', async () => {
  const project = await openProject({ roots: [at('nowhere')] });
  expect(project.problems).toHaveLength(1);
  expect(
    project.check(at('draft.md'), 'The ferry sank in 1998.', { rules: {}, citationStyle: 'auto', paragraphCitations: false }).judgements,
  ).toHaveLength(1);
});

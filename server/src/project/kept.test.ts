/** Large corpora are kept as an index; whatever becomes of it, drafts are checked against what the sources say now. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../config.ts';
import { CACHE_VARIABLE, clearIndexes, keptIndexes, prune } from '../store/cache-folder.ts';
import { openProject, type Project } from './project.ts';

// Building an index loads much of the program; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const at = (...parts: readonly string[]) => path.join(folder, ...parts);
const limits = { ...DEFAULT_CONFIG.reading, index: { ...DEFAULT_CONFIG.reading.index, above: 0 } };
const settings = { rules: {}, citationStyle: 'auto', paragraphCitations: false } as const;
const open = (serveOld = false) => openProject({ roots: [at('sources')], limits, serveOld });
const verdict = (project: Project) =>
  project.check(at('draft.md'), 'The ferry sank in 1998 near the harbour wall.\n', settings).judgements[0]?.verdict;

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-kept-')));
  fs.mkdirSync(at('sources'));
  fs.writeFileSync(at('sources', 'a.txt'), 'The ferry sank in 1998 near the harbour wall.');
  process.env[CACHE_VARIABLE] = at('cache');
});
afterEach(() => {
  delete process.env[CACHE_VARIABLE];
  fs.rmSync(folder, { recursive: true, force: true });
});

test('an index is built once, and its sources are not read again while they stay as they are', async () => {
  const first = await open();
  expect([first.note, first.isOld, verdict(first)]).toEqual([null, false, 'supported']);
  const index = keptIndexes()[0]?.folder ?? '';
  const before = fs.readFileSync(path.join(index, 'index.json'));
  expect(verdict(await open())).toBe('supported');
  expect(await first.refresh()).toBe(false);
  expect(fs.readFileSync(path.join(index, 'index.json'))).toEqual(before);
});

test('what changed while nobody looked is served as it was where that is wished, until it is refreshed', async () => {
  await open();
  fs.writeFileSync(at('sources', 'a.txt'), 'The ferry sank in 2003 near the harbour wall.');
  const project = await open(true);
  expect([project.isOld, verdict(project)]).toEqual([true, 'supported']);
  expect(await project.refresh()).toBe(true);
  expect([project.isOld, verdict(project), project.generation]).toEqual([false, 'contradicted', 2]);
  expect((await open()).isOld).toBe(false);
});

const segmentIn = (index: string) => path.join(index, fs.readdirSync(index).find((name) => name.endsWith('.segment')) ?? '');

test('an index that lost a part is told of and built again when it is opened', async () => {
  await open();
  fs.truncateSync(segmentIn(keptIndexes()[0]?.folder ?? ''), 100);
  const project = await open();
  expect([project.note, verdict(project)]).toEqual([expect.stringContaining('was built again'), 'supported']);
});

test('an index that is damaged while it is open is not believed, and built again at the next refresh', async () => {
  // Long enough that its first page is not read before a draft is checked.
  fs.appendFileSync(at('sources', 'a.txt'), `\n\n${'The council met and talked of boats. '.repeat(4000)}`);
  await open();
  const project = await open();
  const file = fs.openSync(segmentIn(keptIndexes()[0]?.folder ?? ''), 'r+');
  fs.writeSync(file, Buffer.alloc(64, 0x55), 0, 64, 0);
  fs.closeSync(file);
  expect(() => verdict(project)).toThrow('damaged');
  expect(await project.refresh()).toBe(true);
  expect([project.note, verdict(project)]).toEqual([expect.stringContaining('was damaged'), 'supported']);
});

test('where no index can be kept, the sources are read at each start, and that is said', async () => {
  fs.writeFileSync(at('cache'), 'a file where a folder is wanted');
  const project = await open();
  expect([project.note, verdict(project)]).toEqual([expect.stringContaining('No index of the sources is kept'), 'supported']);
});

test('indexes keep within their limit, the ones longest unused go first, and all can be cleared', async () => {
  await open();
  const first = keptIndexes()[0]?.folder ?? '';
  fs.mkdirSync(at('others'));
  fs.writeFileSync(at('others', 'b.txt'), 'The council met.');
  await openProject({ roots: [at('others')], limits });
  const [latest] = keptIndexes().filter((kept) => kept.folder !== first);
  prune(1, latest?.folder ?? '');
  expect(keptIndexes().map((kept) => kept.folder)).toEqual([latest?.folder]);
  expect(clearIndexes()).toHaveLength(1);
  expect(keptIndexes()).toEqual([]);
});

test('an index that was cleared while it was open is built again at the next refresh, and answers meanwhile', async () => {
  const project = await open();
  clearIndexes();
  expect(verdict(project)).toBe('supported');
  expect(await project.refresh()).toBe(true);
  expect([keptIndexes().length, project.note, verdict(project)]).toEqual([1, null, 'supported']);
  expect(await project.refresh()).toBe(false);
});

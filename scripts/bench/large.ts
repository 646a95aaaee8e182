/** A large folder of sources: building its index, opening it, and editing a draft against it. */
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_CONFIG } from '../../server/src/config.ts';
import { programOf } from '../../server/src/project/indexing.ts';
import { CACHE_VARIABLE, indexFolder, keptIndexes } from '../../server/src/store/cache-folder.ts';
import { openStore } from '../../server/src/store/open-store.ts';
import { type Editing, measureEditing } from './editing.ts';
import { timed } from './figures.ts';

export interface Large {
  readonly sources: number;
  readonly passages: number;
  /** Megabytes of source files. */
  readonly megabytes: number;
  /** First build, in milliseconds; its process's highest resident memory in megabytes. */
  readonly build: number;
  readonly peak: number;
  /** Megabytes of the index. */
  readonly disk: number;
  /** Opening the kept index until the first search has answered, in milliseconds. */
  readonly reopen: number;
  readonly editing: Editing;
}

const INDEXER = resolve('dist/indexer.cjs');

export async function measureLarge(folder: string, drafts: string, words: number, edits: number): Promise<Large> {
  const cache = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  process.env[CACHE_VARIABLE] = cache;
  try {
    const limits = DEFAULT_CONFIG.reading;
    const index = indexFolder([folder], limits);
    const watch = watchChildren();
    const [, build] = await timed(() => buildIndex(index, folder));
    const peak = watch.stop();
    const [store, reopen] = await timed(() => {
      const opened = openStore(index, programOf(INDEXER), limits.index.memory * 1024 * 1024);
      opened?.corpus.index.search(
        ['evid', 'told'].map((term) => ({ term, weight: 1 })),
        20,
      );
      return opened;
    });
    if (store === null) throw new Error('the index was not built');
    const { corpus } = store;
    const [kept] = keptIndexes();
    return {
      sources: corpus.sources.size,
      passages: corpus.passageCount,
      megabytes: [...corpus.sources.values()].reduce((sum, { source }) => sum + statSync(source.path).size, 0) / 1e6,
      build,
      peak,
      disk: (kept?.bytes ?? 0) / 1e6,
      reopen,
      editing: await measureEditing(folder, drafts, words, edits),
    };
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/** As the program does it: by a process of its own. */
function buildIndex(index: string, folder: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(INDEXER, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`the indexer ended with ${code}`))));
    child.send({ folder: index, roots: [folder], limits: DEFAULT_CONFIG.reading, program: programOf(INDEXER) });
  });
}

/** The highest resident memory of any child of this process, where the system tells. */
function watchChildren(): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => {
    for (const id of childrenOf(process.pid)) most = Math.max(most, field(id, 'VmHWM') / 1000);
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function childrenOf(id: number): readonly number[] {
  try {
    return readdirSync(`/proc/${id}/task`).flatMap((task) =>
      readFileSync(`/proc/${id}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function field(id: number, name: string): number {
  try {
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

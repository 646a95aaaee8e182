/** A corpus in an index on disk: opened at once where its files are unchanged, brought up to date by a process of its own. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingLimits } from '../config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { indexFolder, makeFolder, markUsed } from '../store/cache-folder.ts';
import { filesOf, isCurrent, type SourceFiles } from '../store/current.ts';
import { DamagedIndex } from '../store/damaged.ts';
import { MANIFEST } from '../store/manifest-file.ts';
import { type OpenedStore, openStore } from '../store/open-store.ts';
import type { Holding } from './holding.ts';
import { CannotKeep, programId, runIndexer } from './indexing.ts';
import type { Reading } from './read.ts';

const MEGABYTE = 1024 * 1024;

export interface KeptOptions {
  readonly roots: readonly string[];
  readonly limits: ReadingLimits;
  /** Whether an index whose files have changed since is served until it is refreshed. */
  readonly serveOld: boolean;
}

/**
 * The corpus of these roots as an index on disk, built where there is none. Rejects with CannotKeep where there is no room
 * or no leave to keep one, and with the reason of the reading's `signal`.
 */
export async function holdOnDisk(options: KeptOptions, files: SourceFiles, reading: Reading): Promise<Holding> {
  const { roots, limits, serveOld } = options;
  const folder = indexFolder(roots, limits);
  let note: string | null = null;
  let store: OpenedStore | null = null;
  try {
    store = openStore(folder, programId(), limits.index.memory * MEGABYTE);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    note = rebuilt(error.message);
  }
  const old = store !== null && !isCurrent(store, files);
  if (store === null || (old && !serveOld)) {
    store?.close();
    const refusal = makeFolder(folder);
    if (refusal !== null) throw new CannotKeep(refusal);
    await runIndexer({ folder, roots, limits }, reading);
    store = openStore(folder, programId(), limits.index.memory * MEGABYTE);
    if (store === null) throw new CannotKeep('it was removed while it was being built');
    return new KeptHolding(options, folder, store, false, note);
  }
  return new KeptHolding(options, folder, store, old, note);
}

function rebuilt(reason: string): string {
  return `The index of the sources was built again: ${reason}.`;
}

class KeptHolding implements Holding {
  readonly searched = null;
  readonly #options: KeptOptions;
  readonly #folder: string;
  #store: OpenedStore;
  #isOld: boolean;
  #note: string | null;

  constructor(options: KeptOptions, folder: string, store: OpenedStore, isOld: boolean, note: string | null) {
    this.#options = options;
    this.#folder = folder;
    this.#store = store;
    this.#isOld = isOld;
    this.#note = note;
    markUsed(folder);
  }

  get corpus(): Corpus {
    return this.#store.corpus;
  }

  get note(): string | null {
    return this.#note;
  }

  get isOld(): boolean {
    return this.#isOld;
  }

  async refresh(reading: Reading): Promise<boolean> {
    const { roots, limits } = this.#options;
    // Somebody may have cleared the indexes meanwhile.
    const isThere = existsSync(join(this.#folder, MANIFEST));
    if (isThere && !this.#isOld && isCurrent(this.#store, await filesOf(roots))) return false;
    const refusal = isThere ? null : makeFolder(this.#folder);
    if (refusal !== null) throw new CannotKeep(refusal);
    await runIndexer({ folder: this.#folder, roots, limits }, reading);
    this.#isOld = false;
    const store = openStore(this.#folder, programId(), limits.index.memory * MEGABYTE);
    if (store === null) throw new CannotKeep('it was removed while it was being built');
    // Closed only now: a check that is under way has been given up by whoever drives it before he asks again.
    this.#store.close();
    this.#store = store;
    return true;
  }

  discard(): void {
    this.#isOld = true;
    this.#note = rebuilt('it was damaged');
    rmSync(join(this.#folder, MANIFEST), { force: true });
  }
}

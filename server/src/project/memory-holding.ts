/** A corpus in memory: what a few megabytes of sources are held as. */
import type { ReadingLimits } from '../config.ts';
import { buildCorpus, updateCorpus } from '../corpus/build.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Holding } from './holding.ts';
import { NOTHING_READ, type Reading, type ReadSources, readSources } from './read.ts';

/** Reads and indexes the roots; `note` is told with the project. Rejects only with the reason of the reading's `signal`. */
export async function holdInMemory(
  roots: readonly string[],
  limits: ReadingLimits,
  reading: Reading,
  note: string | null = null,
): Promise<Holding> {
  return new MemoryHolding(roots, await readSources(roots, NOTHING_READ, reading, limits), limits, note);
}

class MemoryHolding implements Holding {
  readonly note: string | null;
  readonly isOld = false;
  readonly searched = null;
  readonly #roots: readonly string[];
  readonly #limits: ReadingLimits;
  #read: ReadSources;
  #corpus: Corpus;

  constructor(roots: readonly string[], read: ReadSources, limits: ReadingLimits, note: string | null) {
    this.note = note;
    this.#roots = roots;
    this.#limits = limits;
    this.#read = read;
    this.#corpus = buildCorpus(read.structured, read.problems);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  async refresh(reading: Reading): Promise<boolean> {
    const before = this.#read;
    const read = await readSources(this.#roots, before, reading, this.#limits);
    const kept = new Set(before.structured);
    const ids = new Set(read.structured.map((one) => one.source.id));
    const changed = read.structured.filter((one) => !kept.has(one));
    const removed = before.structured.map((one) => one.source.id).filter((id) => !ids.has(id));
    const sameProblems = JSON.stringify(read.problems) === JSON.stringify(before.problems);
    this.#read = read;
    if (changed.length === 0 && removed.length === 0 && sameProblems) return false;
    this.#corpus = updateCorpus(this.#corpus, changed, removed, read.problems);
    return true;
  }

  discard(): void {
    // What is in memory is not read again.
  }
}

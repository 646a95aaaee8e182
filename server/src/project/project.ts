/**
 * A corpus on disk made ready to check drafts with: its files are read, structured, built and indexed, and read again when
 * they change. Both faces, editor and command line, open projects and know nothing of source files themselves.
 */
import * as path from 'node:path';
import { type Checker, type CheckSettings, type CheckStage, createChecker, type DraftReport, type Near } from '../checker.ts';
import { DEFAULT_CONFIG, type ReadingLimits } from '../config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SourceProblem } from '../corpus/domain.ts';
import { loadLanguage } from '../language.ts';
import type { Access } from '../search/access.ts';
import { filesOf } from '../store/current.ts';
import { DamagedIndex } from '../store/damaged.ts';
import type { Language } from '../verify/engine.ts';
import type { Holding } from './holding.ts';
import { CannotKeep } from './indexing.ts';
import { holdOnDisk } from './kept-holding.ts';
import { holdInMemory } from './memory-holding.ts';
import type { Reading } from './read.ts';

export interface ProjectOptions extends Reading {
  /** Files or folders that hold the sources; absolute. */
  readonly roots: readonly string[];
  /** What reading a file may cost; the usual limits where nothing is said. */
  readonly limits?: ReadingLimits;
  /** Whether a kept index whose files have changed is opened as it is (see `isOld`), for a refresh to bring them in. */
  readonly serveOld?: boolean;
  /** A search server that may be asked. Nobody waits for it where `serveOld` is set; the own index answers until it is ready. */
  readonly server?: Access | null;
  /** Told of what is wrong with it. */
  readonly onTrouble?: ((message: string) => void) | undefined;
}

const MEGABYTE = 1024 * 1024;

/**
 * Reads and indexes the roots, or opens the index that is kept of them where they are large. A file that cannot be read is
 * one of the project's problems, not a failure; the promise is rejected only when `signal` ends the reading, with its reason.
 */
export async function openProject({
  roots,
  limits = DEFAULT_CONFIG.reading,
  serveOld = false,
  server = null,
  onTrouble = () => {},
  ...reading
}: ProjectOptions): Promise<Project> {
  const own = await hold(roots, limits, serveOld, reading);
  if (server === null) return new Project(roots, own);
  // Loaded when it is needed: a start without a server is none the slower for it.
  const { searchWith } = await import('./searched-holding.ts');
  return new Project(roots, await searchWith(server, own, { waits: !serveOld, onTrouble, reading }));
}

async function hold(roots: readonly string[], limits: ReadingLimits, serveOld: boolean, reading: Reading): Promise<Holding> {
  const files = await filesOf(roots);
  if (files.bytes <= limits.index.above * MEGABYTE) return holdInMemory(roots, limits, reading);
  try {
    return await holdOnDisk({ roots, limits, serveOld }, files, reading);
  } catch (error) {
    if (!(error instanceof CannotKeep)) throw error;
    return holdInMemory(roots, limits, reading, `No index of the sources is kept, so that each start reads them all: ${error.message}.`);
  }
}

/**
 * An opened corpus with its checkers, one for each way of checking that its drafts ask for. `check` is synchronous and
 * never throws; `refresh` may be called at any time.
 */
export class Project {
  readonly roots: readonly string[];
  readonly #holding: Holding;
  #checkers = new Map<string, Checker>();
  #idsByPath: ReadonlyMap<string, string>;
  #refreshing: Promise<boolean> | null = null;
  /** The reading that follows the one under way. */
  #following: Promise<boolean> | null = null;
  #generation = 1;

  constructor(roots: readonly string[], holding: Holding) {
    this.roots = roots;
    this.#holding = holding;
    this.#idsByPath = idsByPath(holding.corpus);
  }

  get corpus(): Corpus {
    return this.#holding.corpus;
  }

  /** What a person should know of how the sources are held; null where there is nothing to tell. */
  get note(): string | null {
    return this.#holding.note;
  }

  /** Whether files have changed since what is served was read. */
  get isOld(): boolean {
    return this.#holding.isOld;
  }

  /** Grows whenever the corpus changes, so that what was concluded before can be told from what holds now. */
  get generation(): number {
    return this.#generation;
  }

  /** What a person should know of the sources: left out, or read with doubt. */
  get problems(): readonly SourceProblem[] {
    return this.corpus.problems;
  }

  /** Checks a draft; `draftPath` is absolute. What was concluded about its sentences is remembered for the next check with the same settings. */
  check(draftPath: string, text: string, settings: CheckSettings): DraftReport {
    const steps = this.steps(draftPath, text, settings);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  }

  /** The same in steps, to be driven by a caller who may give up. It must not be driven on once `generation` has grown. */
  *steps(draftPath: string, text: string, settings: CheckSettings, near?: Near): Generator<CheckStage, DraftReport, undefined> {
    try {
      return yield* this.#checkerFor(settings).steps(forward(draftPath), text, near);
    } catch (error) {
      if (error instanceof DamagedIndex) this.#holding.discard();
      throw error;
    }
  }

  /** How the search server stands, in words; null where none is asked. */
  get searchServer(): string | null {
    return this.#holding.searched?.inWords ?? null;
  }

  /** Whether there is anybody to ask ahead. */
  get asksAhead(): boolean {
    return this.#holding.searched !== null;
  }

  /**
   * Asks a search server all that a check of the draft will ask, so that the check itself waits for nothing. Gives up where
   * `wanted` says so, and where the server does not answer; the own index answers in its place. Never rejects.
   */
  async ahead(draftPath: string, text: string, settings: CheckSettings, wanted: () => boolean = () => true): Promise<void> {
    const { searched } = this.#holding;
    const generation = this.#generation;
    const isStale = (): boolean => generation !== this.#generation || !wanted();
    searched?.wake();
    while (searched?.serves === true) {
      const steps = this.#checkerFor(settings).ahead(forward(draftPath), text, (sentence) => searched.expect(sentence));
      if (await drive(() => searched.asking(() => steps.next()), isStale)) return;
      if (isStale() || !(await searched.fetch()) || isStale()) return;
    }
  }

  /** The id of the source that a file is, or null for a file that is none. */
  sourceAt(file: string): string | null {
    return this.#idsByPath.get(forward(path.resolve(file))) ?? null;
  }

  /** Whether a file lies where the sources lie, so that its change, coming or going may change the corpus. */
  covers(file: string): boolean {
    const resolved = path.resolve(file);
    return this.roots.some((root) => resolved === root || resolved.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
  }

  /**
   * Reads the sources anew and indexes those that changed. True where anything changed. A reading under way may be past the
   * files that somebody asks for: then one more follows it, which all share who asked meanwhile.
   */
  refresh(reading: Reading = {}): Promise<boolean> {
    if (this.#refreshing === null) {
      this.#refreshing = this.#refresh(reading).finally(() => {
        this.#refreshing = null;
      });
      return this.#refreshing;
    }
    this.#following ??= this.#refreshing
      .catch(() => false)
      .then(() => {
        this.#following = null;
        return this.refresh(reading);
      });
    return this.#following;
  }

  async #refresh(reading: Reading): Promise<boolean> {
    if (!(await this.#holding.refresh(reading))) return false;
    this.#checkers.clear();
    this.#idsByPath = idsByPath(this.corpus);
    this.#generation++;
    return true;
  }

  #checkerFor(settings: CheckSettings): Checker {
    const key = JSON.stringify(settings);
    const known = this.#checkers.get(key);
    if (known !== undefined) return known;
    const checker = createChecker(this.corpus, settings, english());
    this.#checkers.set(key, checker);
    return checker;
  }
}

/** Milliseconds of work after which others get their turn. */
const SLICE = 20;

/** Whether the steps came to their end with nothing left open, or there is no use in going on. */
async function drive(next: () => IteratorResult<undefined, boolean>, isStale: () => boolean): Promise<boolean> {
  let begun = performance.now();
  for (;;) {
    try {
      const step = next();
      if (step.done === true) return step.value;
    } catch (error) {
      // The check itself comes upon the same damage, and sees to it.
      if (error instanceof DamagedIndex) return true;
      throw error;
    }
    if (performance.now() - begun < SLICE) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (isStale()) return true;
    begun = performance.now();
  }
}

/** The language data, read once and shared by all projects. */
let language: Language | null = null;

function english(): Language {
  language ??= loadLanguage();
  return language;
}

function idsByPath(corpus: Corpus): ReadonlyMap<string, string> {
  return new Map([...corpus.sources.values()].map(({ source }) => [source.path, source.id]));
}

function forward(file: string): string {
  return file.split(path.sep).join('/');
}

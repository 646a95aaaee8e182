/**
 * A corpus on disk made ready to check drafts with: its files are read, structured, built and indexed, and read again when
 * they change. Both faces, editor and command line, open projects and know nothing of source files themselves.
 */
import * as path from 'node:path';
import { type Checker, type CheckSettings, createChecker, type DraftReport } from '../checker.ts';
import { DEFAULT_CONFIG, type ReadingLimits } from '../config.ts';
import { buildCorpus, updateCorpus } from '../corpus/build.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SourceProblem } from '../corpus/domain.ts';
import { loadLanguage } from '../language.ts';
import type { Language } from '../verify/engine.ts';
import { NOTHING_READ, type Reading, type ReadSources, readSources } from './read.ts';

export interface ProjectOptions extends Reading {
  /** Files or folders that hold the sources; absolute. */
  readonly roots: readonly string[];
  /** What reading a file may cost; the usual limits where nothing is said. */
  readonly limits?: ReadingLimits;
}

/**
 * Reads and indexes the roots. A file that cannot be read is one of the project's problems, not a failure; the promise is
 * rejected only when `signal` ends the reading, with its reason.
 */
export async function openProject({ roots, limits = DEFAULT_CONFIG.reading, ...reading }: ProjectOptions): Promise<Project> {
  return new Project(roots, await readSources(roots, NOTHING_READ, reading, limits), limits);
}

/**
 * An opened corpus with its checkers, one for each way of checking that its drafts ask for. `check` is synchronous and
 * never throws; `refresh` may be called at any time.
 */
export class Project {
  readonly roots: readonly string[];
  readonly #limits: ReadingLimits;
  #read: ReadSources;
  #corpus: Corpus;
  #checkers = new Map<string, Checker>();
  #idsByPath: ReadonlyMap<string, string>;
  #refreshing: Promise<boolean> | null = null;
  #generation = 1;

  constructor(roots: readonly string[], read: ReadSources, limits: ReadingLimits) {
    this.roots = roots;
    this.#limits = limits;
    this.#read = read;
    this.#corpus = buildCorpus(read.structured, read.problems);
    this.#idsByPath = idsByPath(read);
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  /** Grows whenever the corpus changes, so that what was concluded before can be told from what holds now. */
  get generation(): number {
    return this.#generation;
  }

  /** What a person should know of the sources: left out, or read with doubt. */
  get problems(): readonly SourceProblem[] {
    return this.#corpus.problems;
  }

  /** Checks a draft; `draftPath` is absolute. What was concluded about its sentences is remembered for the next check with the same settings. */
  check(draftPath: string, text: string, settings: CheckSettings): DraftReport {
    return this.#checkerFor(settings).check(forward(draftPath), text);
  }

  /** The same in steps, to be driven by a caller who may give up. It must not be driven on once `generation` has grown. */
  steps(draftPath: string, text: string, settings: CheckSettings): Generator<undefined, DraftReport, undefined> {
    return this.#checkerFor(settings).steps(forward(draftPath), text);
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

  /** Reads the sources anew and indexes those that changed. True where anything changed. Calls that overlap share one reading. */
  refresh(reading: Reading = {}): Promise<boolean> {
    this.#refreshing ??= this.#refresh(reading).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(reading: Reading): Promise<boolean> {
    const before = this.#read;
    const read = await readSources(this.roots, before, reading, this.#limits);
    const kept = new Set(before.structured);
    const ids = new Set(read.structured.map((one) => one.source.id));
    const changed = read.structured.filter((one) => !kept.has(one));
    const removed = before.structured.map((one) => one.source.id).filter((id) => !ids.has(id));
    const sameProblems = JSON.stringify(read.problems) === JSON.stringify(before.problems);
    this.#read = read;
    if (changed.length === 0 && removed.length === 0 && sameProblems) return false;
    this.#corpus = updateCorpus(this.#corpus, changed, removed, read.problems);
    this.#checkers.clear();
    this.#idsByPath = idsByPath(read);
    this.#generation++;
    return true;
  }

  #checkerFor(settings: CheckSettings): Checker {
    const key = JSON.stringify(settings);
    const known = this.#checkers.get(key);
    if (known !== undefined) return known;
    const checker = createChecker(this.#corpus, settings, english());
    this.#checkers.set(key, checker);
    return checker;
  }
}

/** The language data, read once and shared by all projects. */
let language: Language | null = null;

function english(): Language {
  language ??= loadLanguage();
  return language;
}

function idsByPath(read: ReadSources): ReadonlyMap<string, string> {
  return new Map(read.structured.map(({ source }) => [source.path, source.id]));
}

function forward(file: string): string {
  return file.split(path.sep).join('/');
}

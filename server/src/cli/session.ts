/**
 * What the subcommands share: the settings and the corpus of a draft, found by the order that the help names, opened once
 * for all drafts that have them in common, and a list of what could not be done.
 */
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import type { CheckSettings } from '../checker.ts';
import { configMessage, type LoadedConfig, loadConfig, loadConfigFor, refusalMessage } from '../config/load.ts';
import { type Config, checkSettings } from '../config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { type CorpusLocation, discoverCorpus, kindOf } from '../project/discover.ts';
import { ProjectPool } from '../project/pool.ts';
import type { Project } from '../project/project.ts';
import type { LoadProgress } from '../project/read.ts';
import { RULE_CODES } from '../rules/types.ts';
import { notAsked, permission } from '../search/access.ts';
import { type Arguments, type OptionSpec, UsageError } from './command.ts';
import type { Io } from './io.ts';
import type { Note } from './linted.ts';
import { Progress } from './progress.ts';
import { ruleSettings } from './rule-option.ts';
import { printable } from './terminal.ts';

/** Options of every subcommand that needs a corpus. */
export const CORPUS_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  sources: { value: 'DIR', repeatable: true, help: 'A folder (or file) with the sources.' },
  config: { value: 'FILE', help: 'Use this configuration file instead of the nearest corroborate.json.' },
};

export const CORPUS_NOTE = {
  heading: 'Where the sources are looked for',
  lines: [
    '1. in the folders that --sources names; else',
    '2. in those that "sources" names in the nearest corroborate.json, from the draft upwards; else',
    '3. in the nearest folder named "seeds" or "sources", from the draft upwards.',
    'What 2 and 3 name must lie in the same folder, its git repository or a folder beside it, unless the environment variable CORROBORATE_SOURCE_FOLDERS allows another one.',
  ],
};

/** A corpus to check against, and how. */
export interface Opened {
  readonly project: Project;
  readonly settings: CheckSettings;
  readonly config: Config;
}

export class Session {
  /** The line that says how far the work is; taken away before anything is told. */
  readonly progress: Progress;
  readonly #io: Io;
  readonly #sources: readonly string[];
  readonly #configFile: string | null;
  readonly #ruleOptions: Config['rules'];
  readonly #pool: ProjectPool;
  readonly #configs = new Map<string, Promise<LoadedConfig>>();
  readonly #told = new Map<string, Note>();
  readonly #said = new Set<string>();
  readonly #recorders = new Set<Map<string, Note>>();
  /** Whether projects may have been opened before this session. */
  readonly #mayBeOld: boolean;
  /** Projects that this session has seen as they are on disk now. */
  readonly #fresh = new Set<Project>();

  /** Throws a UsageError for options that contradict what exists. Sources that `pool` holds are read again where they changed. */
  constructor(args: Arguments, io: Io, pool: ProjectPool | null = null) {
    this.#io = io;
    this.progress = new Progress(io);
    this.#pool = pool ?? new ProjectPool();
    this.#mayBeOld = pool !== null;
    this.#sources = args.values('sources');
    const config = args.value('config');
    this.#configFile = config === null ? null : resolve(io.cwd, config);
    this.#ruleOptions = ruleSettings(args.values('rule'), RULE_CODES);
  }

  /** Whether something could not be done. */
  get incomplete(): boolean {
    return [...this.#told.values()].some(({ failed }) => failed);
  }

  /** Tells once, on standard error, what could not be done. */
  failed(message: string): void {
    this.tell({ message, failed: true });
  }

  /** Tells once what is worth knowing but takes nothing from the result. */
  noted(message: string): void {
    this.tell({ message, failed: false });
  }

  /** Tells once what the person asked to be told of; it is no remark on the result. */
  say(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.progress.clear();
    this.#io.note(`corroborate: ${printable(message)}\n`);
  }

  /** What `work` gives, and all that it told, also what had been told before. */
  async recorded<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly notes: readonly Note[] }> {
    const recorder = new Map<string, Note>();
    this.#recorders.add(recorder);
    const value = await work().finally(() => this.#recorders.delete(recorder));
    return { value, notes: [...recorder.values()] };
  }

  tell(note: Note): void {
    for (const recorder of this.#recorders) recorder.set(note.message, note);
    const told = this.#told.get(note.message);
    this.progress.clear();
    if (told === undefined) this.#io.note(`corroborate: ${printable(note.message)}\n`);
    if (told === undefined || !told.failed) this.#told.set(note.message, note);
  }

  get notes(): readonly Note[] {
    return [...this.#told.values()];
  }

  /** A draft or folder at the beginning of a sentence. */
  #subject(path: string): string {
    const shown = this.shown(path);
    return shown === '.' ? 'This folder' : shown;
  }

  /** A path as a person in the working folder would write it. */
  shown(path: string): string {
    return relative(this.#io.cwd, path).split(sep).join('/') || '.';
  }

  /** The path of a source as a person in the working folder would write it, so that a terminal can open it. */
  sourcePath(corpus: Corpus, id: string): string {
    const path = corpus.sources.get(id)?.source.path;
    return path === undefined ? id : this.shown(path);
  }

  /** The settings that hold for a draft or folder. A broken file is told, and counts as work not done. */
  async config(from: string): Promise<LoadedConfig> {
    const loaded = await this.#loaded(from);
    for (const problem of loaded.problems) {
      this.failed(`${configMessage(this.shown(loaded.path ?? ''), problem)} The usual settings were used instead.`);
    }
    return { ...loaded, config: { ...loaded.config, rules: { ...loaded.config.rules, ...this.#ruleOptions } } };
  }

  #loaded(from: string): Promise<LoadedConfig> {
    const key = this.#configFile ?? from;
    const known = this.#configs.get(key);
    if (known !== undefined) return known;
    const loading = this.#configFile === null ? loadConfigFor(from) : loadConfig(this.#configFile);
    this.#configs.set(key, loading);
    return loading;
  }

  /** Where the sources of a draft or folder are, or null where none are found. */
  async locate(from: string): Promise<CorpusLocation | null> {
    const loaded = await this.config(from);
    const { path, config } = loaded;
    const named = path === null ? null : { path, sources: config.sources };
    const location = await discoverCorpus({ from, sources: this.#sources, base: this.#io.cwd, config: named });
    for (const refused of location?.refused ?? []) this.failed(refusalMessage(refused, loaded, (file) => this.shown(file)));
    return location;
  }

  /** The opened corpus for a draft or folder; null, and told, where there are no sources to check against. */
  async open(from: string): Promise<Opened | null> {
    const { config } = await this.config(from);
    const location = await this.locate(from);
    if (location === null) {
      this.failed(
        `${this.#subject(from)} cannot be checked: no sources were found. Name their folder with --sources DIR, or put them in a folder named "seeds" or "sources" beside the draft or above it.`,
      );
      return null;
    }
    if (location.roots.length === 0) {
      this.failed(`${this.#subject(from)} cannot be checked: none of the sources that were named for it may be read.`);
      return null;
    }
    const { progress } = this;
    const onProgress = ({ done, total, sending }: LoadProgress) =>
      progress.show(`${sending === true ? 'Bringing the sources to the search server' : 'Reading the sources'}: ${done} of ${total}`);
    const { access: server, refusal } = permission(config.reading);
    if (refusal !== null) this.noted(notAsked(refusal));
    const onTrouble = (message: string): void => this.noted(message);
    const project = await this.#pool
      .open(location.roots, config.reading, { onProgress, server, onTrouble })
      .finally(() => progress.clear());
    if (this.#mayBeOld && !this.#fresh.has(project)) await project.refresh({ onProgress }).finally(() => progress.clear());
    this.#fresh.add(project);
    await this.#tellProblems(project);
    if (project.corpus.passageCount > 0) return { project, settings: checkSettings(config), config };
    const where = location.roots.map((root) => this.shown(root)).join(', ');
    this.failed(
      `${this.#subject(from)} cannot be checked: there is no text to check against in ${where}. Put the sources there, or name another folder with --sources DIR.`,
    );
    return null;
  }

  async #tellProblems(project: Project): Promise<void> {
    if (project.note !== null) this.noted(project.note);
    for (const { source, line, message, remedy, passedOver } of project.problems) {
      const file = await this.#fileOf(source, project.roots);
      const text = `${line === null ? file : `${file}:${line}`} ${message}. ${remedy}`;
      // A file that is no source of the corpus in the end was left out; the rest was read, if with doubt.
      this.tell({ message: text, failed: passedOver !== true && !project.corpus.sources.has(source) });
    }
  }

  /** The file that a problem names by its path below a folder of sources, as a person in the working folder would write it. */
  async #fileOf(source: string, roots: readonly string[]): Promise<string> {
    // A root that is a file is a source of its own name.
    const paths = roots.map((root) => (basename(root) === source ? root : resolve(root, source)));
    for (const path of paths) if ((await kindOf(path)) !== null) return this.shown(path);
    return isAbsolute(source) ? this.shown(source) : source;
  }
}

/** Throws a UsageError for what is no line of a file. */
export function lineNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`"${text}" is no line number. Lines count from 1.`);
  return value;
}

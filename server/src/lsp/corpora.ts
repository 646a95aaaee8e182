/** The projects that open drafts are checked against: opened with progress shown, watched, and refreshed when their files change. */
import * as path from 'node:path';
import { type Connection, DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver/node';
import type { ReadingLimits } from '../config.ts';
import { IGNORE_FILE } from '../ignores/file.ts';
import { CONFIG_NAMES, CORPUS_FOLDERS } from '../project/discover.ts';
import { openProject, type Project } from '../project/project.ts';
import type { Access } from '../search/access.ts';
import type { ClientAbilities } from './client.ts';
import { showReading } from './progress.ts';
import type { Status } from './status.ts';
import type { Troubles } from './troubles.ts';
import { uriOf } from './uris.ts';

export class Corpora {
  readonly #connection: Connection;
  readonly #status: Status;
  readonly #troubles: Troubles;
  readonly #abilities: () => ClientAbilities;
  readonly #opening = new Map<string, Promise<Project>>();
  readonly #projects = new Map<string, Project>();
  readonly #onChange: () => void;
  #watching: Promise<Disposable | null> = Promise.resolve(null);

  /** `onChange` is called when sources that had changed before they were opened have been read anew. */
  constructor(connection: Connection, status: Status, troubles: Troubles, abilities: () => ClientAbilities, onChange: () => void) {
    this.#onChange = onChange;
    this.#connection = connection;
    this.#status = status;
    this.#troubles = troubles;
    this.#abilities = abilities;
  }

  /** Those that are open, in the order in which they were opened. */
  get projects(): readonly Project[] {
    return [...this.#projects.values()];
  }

  /** Whether a file is, or may become, part of any corpus: one that is open, or one that its folder's name makes. */
  covers(file: string): boolean {
    const folders = path.dirname(file).split(path.sep);
    return CORPUS_FOLDERS.some((name) => folders.includes(name)) || this.projects.some((project) => project.covers(file));
  }

  /**
   * The project of these roots, read within these limits and found by `server`, opened on first use; one that failed is tried
   * anew. Rejects with words for the person.
   */
  open(roots: readonly string[], limits: ReadingLimits, server: Access | null): Promise<Project> {
    const key = JSON.stringify([roots, limits, server !== null]);
    const known = this.#opening.get(key);
    if (known !== undefined) return known;
    const opening = this.#open(key, roots, limits, server);
    this.#opening.set(key, opening);
    opening.catch(() => this.#opening.delete(key));
    return opening;
  }

  async #open(key: string, roots: readonly string[], limits: ReadingLimits, server: Access | null): Promise<Project> {
    const reading = showReading(this.#connection, this.#abilities().progress, 'Corroborate: reading the sources');
    this.#status.indexing(roots);
    const onTrouble = (message: string): void => this.#troubles.tell(`search ${message}`, message);
    try {
      const project = await openProject({ roots, limits, serveOld: true, server, onTrouble, ...reading });
      this.#projects.set(key, project);
      this.#status.ready(project);
      if (project.note !== null) this.#troubles.tell(`note ${key}`, project.note);
      // What is there already answers at once; what has changed since comes as soon as it is read.
      if (project.isOld) void this.#refresh(project).then((changed) => changed && this.#onChange());
      this.watch();
      return project;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#status.failed(roots, message);
      this.#troubles.tell(`open ${key}`, message, error);
      throw error;
    } finally {
      reading.done();
    }
  }

  /** Reads anew the projects that any of the files belongs to (all where none is named). True where anything changed. */
  async refresh(files?: readonly string[]): Promise<boolean> {
    let changed = false;
    for (const project of this.#projects.values()) {
      if (files !== undefined && !files.some((file) => project.covers(file))) continue;
      if (await this.#refresh(project)) changed = true;
    }
    return changed;
  }

  async #refresh(project: Project): Promise<boolean> {
    const reading = showReading(this.#connection, this.#abilities().progress, 'Corroborate: reading the sources anew');
    try {
      const changed = await project.refresh(reading);
      this.#status.ready(project);
      return changed;
    } catch (error) {
      this.#troubles.tell(`refresh ${project.roots.join()}`, 'the sources could not be read anew; what was read before is used.', error);
      return false;
    } finally {
      reading.done();
    }
  }

  /** Asks the client to tell of changes to the sources and to configuration files. */
  watch(): void {
    const { registersWatchers, relativeWatchPatterns } = this.#abilities();
    if (!registersWatchers) return;
    const roots = [...new Set([...this.#projects.values()].flatMap((project) => project.roots))];
    const watchers: FileSystemWatcher[] = [
      { globPattern: `**/{${[...CONFIG_NAMES, IGNORE_FILE].join(',')}}` },
      // Drafts that are not open may have been checked too.
      { globPattern: '**/*.{md,markdown}' },
      // A folder of sources that only now comes into being gives the drafts near by something to be checked against.
      { globPattern: `**/{${CORPUS_FOLDERS.join(',')}}/**` },
      ...roots.map((root): FileSystemWatcher => {
        if (!relativeWatchPatterns) return { globPattern: `${root.split(path.sep).join('/')}/**/*` };
        // A root may be one file; its folder is watched then, and what happens beside it is not ours.
        return { globPattern: { baseUri: uriOf(path.extname(root) === '' ? root : path.dirname(root)), pattern: '**/*' } };
      }),
    ];
    this.#watching = this.#watching
      .then(async (old) => {
        const registered = await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        old?.dispose();
        return registered;
      })
      .catch((error: unknown) => {
        this.#troubles.log('The client does not watch files for the server.', error);
        return null;
      });
  }
}

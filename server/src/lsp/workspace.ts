/**
 * Where an open draft belongs: its workspace folder, the settings that hold for it, and the corpus it is checked against.
 * Several folders may have several corpora; drafts that share one share its project.
 */
import * as path from 'node:path';
import picomatch from 'picomatch';
import type { CheckSettings } from '../checker.ts';
import { configMessage, loadConfigFor } from '../config/load.ts';
import { checkSettings, type EditorSettings, type ReadingLimits } from '../config.ts';
import { discoverCorpus } from '../project/discover.ts';
import type { Project } from '../project/project.ts';
import { mergeSettings } from './settings.ts';
import { pathOf } from './uris.ts';

export type DraftHome =
  /** `key` tells apart what drafts are checked against and how. */
  | { readonly kind: 'project'; readonly project: Project; readonly path: string; readonly settings: CheckSettings; readonly key: string }
  | { readonly kind: 'no-sources' | 'is-source' | 'not-a-draft' };

/** What the workspace asks of the server around it. */
export interface WorkspaceHost {
  /** The editor's settings for a folder (a path), or for no folder. */
  settingsFor(folder: string | null): Promise<EditorSettings>;
  /** The project of these roots, opened with progress shown. */
  openProject(roots: readonly string[], limits: ReadingLimits): Promise<Project>;
  /** Something is wrong that a person should hear of once. */
  tell(key: string, message: string): void;
}

export class DraftWorkspace {
  readonly #host: WorkspaceHost;
  readonly #homes = new Map<string, Promise<DraftHome>>();
  #folders: readonly string[] = [];

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Workspace folders as paths, in the editor's order. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.forget();
  }

  /** Forgets where drafts belong, so that configuration and folders are looked at anew. */
  forget(): void {
    this.#homes.clear();
  }

  /** Where a draft belongs. Rejects where its sources cannot be opened, with words for the person. */
  homeOf(uri: string): Promise<DraftHome> {
    const known = this.#homes.get(uri);
    if (known !== undefined) return known;
    const finding = this.#find(uri);
    this.#homes.set(uri, finding);
    finding.catch(() => {
      if (this.#homes.get(uri) === finding) this.#homes.delete(uri);
    });
    return finding;
  }

  /** The deepest workspace folder that holds the file. */
  folderOf(file: string): string | null {
    const holding = this.#folders.filter((folder) => file === folder || file.startsWith(folder + path.sep));
    return holding.reduce<string | null>(
      (deepest, folder) => (deepest === null || folder.length > deepest.length ? folder : deepest),
      null,
    );
  }

  async #find(uri: string): Promise<DraftHome> {
    const file = pathOf(uri);
    // A draft that was never saved stands, as it were, in the first workspace folder.
    const folder = file === null ? (this.#folders[0] ?? null) : this.folderOf(file);
    const draft = file ?? (folder === null ? null : path.join(folder, 'Untitled.md'));
    if (draft === null) return { kind: 'no-sources' };

    const editor = await this.#host.settingsFor(folder);
    const loaded = await loadConfigFor(draft);
    for (const problem of loaded.problems) {
      const message = configMessage(loaded.path ?? '', problem);
      this.#host.tell(`config ${message}`, message);
    }
    const merged = mergeSettings(editor, loaded.config);
    const base = folder ?? (loaded.path === null ? path.dirname(draft) : path.dirname(loaded.path));
    const location = await discoverCorpus({
      from: draft,
      sources: editor.sources,
      base,
      config: loaded.path === null ? null : { path: loaded.path, sources: loaded.config.sources },
    });
    if (location === null) return { kind: 'no-sources' };
    const project = await this.#host.openProject(location.roots, loaded.config.reading);
    if (file !== null && project.sourceAt(file) !== null) return { kind: 'is-source' };
    if (file !== null && !isDraft(file, merged.drafts, loaded.path === null ? base : path.dirname(loaded.path)))
      return { kind: 'not-a-draft' };
    const settings = checkSettings(merged);
    return { kind: 'project', project, path: draft, settings, key: JSON.stringify([location.roots, loaded.config.reading, settings]) };
  }
}

function isDraft(file: string, patterns: readonly string[], base: string): boolean {
  const relative = path.relative(base, file).split(path.sep).join('/');
  // A file outside the folder that the patterns count from is judged by its name alone.
  const name = relative.startsWith('../') || path.isAbsolute(relative) ? path.basename(file) : relative;
  return picomatch([...patterns], { dot: true })(name);
}

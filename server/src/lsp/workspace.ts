/**
 * Where an open draft belongs: its workspace folder, the settings that hold for it, and the corpus it is checked against.
 * Several folders may have several corpora; drafts that share one share its project.
 */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import picomatch from 'picomatch';
import type { CheckSettings } from '../checker.ts';
import { configMessage, loadConfigFor, refusalMessage } from '../config/load.ts';
import { checkSettings, type EditorSettings, type ReadingLimits } from '../config.ts';
import { discoverCorpus } from '../project/discover.ts';
import { type LoadedIgnores, loadIgnoresFor } from '../project/ignore-files.ts';
import type { Project } from '../project/project.ts';
import { isInside, rootsInside } from '../project/reach.ts';
import { type Access, notAsked, permission } from '../search/access.ts';
import { mergeSettings } from './settings.ts';
import { pathOf } from './uris.ts';

export type DraftHome =
  /** `key` tells apart what drafts are checked against and how. */
  | {
      readonly kind: 'project';
      readonly project: Project;
      readonly path: string;
      readonly settings: CheckSettings;
      /** What is not to be told of; null for a draft that is not on disk, of which no decision can be kept. */
      readonly ignores: LoadedIgnores | null;
      readonly key: string;
    }
  | { readonly kind: 'no-sources' | 'is-source' | 'not-a-draft' };

/** What the workspace asks of the server around it. */
export interface WorkspaceHost {
  /** The editor's settings for a folder (a path), or for no folder. */
  settingsFor(folder: string | null): Promise<EditorSettings>;
  /** The project of these roots, opened with progress shown; its passages found by `server`, where it may be asked. */
  openProject(roots: readonly string[], limits: ReadingLimits, server: Access | null): Promise<Project>;
  /** Whether the person trusts the workspace; where not, nothing in it may lead out of it. */
  trusted(): boolean;
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

  /** Which files below a workspace folder are drafts, and the folder that the patterns count from. */
  async patternsFor(folder: string): Promise<{ readonly patterns: readonly string[]; readonly base: string }> {
    const loaded = await loadConfigFor(folder, this.#host.trusted() ? undefined : folder);
    const { drafts } = mergeSettings(await this.#host.settingsFor(folder), loaded.config);
    return { patterns: drafts, base: loaded.path === null ? folder : path.dirname(loaded.path) };
  }

  /** The deepest workspace folder that holds the file. */
  folderOf(file: string): string | null {
    const holding = this.#folders.filter((folder) => isInside(file, folder));
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
    const ceiling = this.#host.trusted() ? undefined : (folder ?? path.dirname(draft));
    const loaded = await loadConfigFor(draft, ceiling);
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
      ...(ceiling === undefined ? {} : { ceiling }),
      permitting: { workspace: this.#folders, allowed: editor.sourceFolders },
    });
    if (location === null) return { kind: 'no-sources' };
    for (const refused of location.refused) {
      const message = refusalMessage(refused, loaded, (shown) => shown);
      this.#host.tell(`reach ${message}`, message);
    }
    const roots = ceiling === undefined ? location.roots : await rootsInside(location.roots, ceiling);
    if (roots.length < location.roots.length) this.#host.tell(`trust ${location.roots.join()}`, OUTSIDE);
    if (roots.length === 0) return { kind: 'no-sources' };
    const allowed = permission(merged.reading, { hosts: editor.searchHosts, trusted: this.#host.trusted() });
    if (allowed.refusal !== null) this.#host.tell(`search ${allowed.refusal}`, notAsked(allowed.refusal));
    const project = await this.#host.openProject(roots, merged.reading, allowed.access);
    if (file !== null && project.sourceAt(file) !== null) return { kind: 'is-source' };
    if (file !== null && !isDraft(file, merged.drafts, loaded.path === null ? base : path.dirname(loaded.path)))
      return { kind: 'not-a-draft' };
    const settings = checkSettings(merged);
    const ignores = file === null ? null : await this.#ignoresFor(file, folder);
    const key = shortened(JSON.stringify([roots, merged.reading, settings, ignores]));
    return { kind: 'project', project, path: draft, settings, ignores, key };
  }

  async #ignoresFor(file: string, folder: string | null): Promise<LoadedIgnores> {
    const ignores = await loadIgnoresFor(file, folder ?? undefined);
    if (ignores.problem !== null)
      this.#host.tell(
        `ignores ${ignores.file} ${ignores.problem.words}`,
        `${ignores.file}:${ignores.problem.line} ${ignores.problem.words} Nothing is ignored until then.`,
      );
    return ignores;
  }
}

const OUTSIDE =
  'the sources that this workspace names lie outside it, and are not read because you do not trust the workspace (“Workspaces: Manage Workspace Trust”).';

/** Keys travel to the client and back; what they are made of may be long. */
function shortened(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Whether a file is among the drafts that the patterns name. `base` is the folder that they count from. */
export function isDraft(file: string, patterns: readonly string[], base: string): boolean {
  const relative = path.relative(base, file).split(path.sep).join('/');
  // A file outside the folder that the patterns count from is judged by its name alone.
  const name = relative.startsWith('../') || path.isAbsolute(relative) ? path.basename(file) : relative;
  return picomatch([...patterns], { dot: true })(name);
}

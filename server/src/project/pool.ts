/** Projects that several drafts share: one for each set of roots and settings, opened once. */
import type { CheckSettings } from '../checker.ts';
import { openProject, type Project } from './project.ts';
import type { Reading } from './read.ts';

export class ProjectPool {
  readonly #opened = new Map<string, Promise<Project>>();

  /** The project of these roots with these settings, opened on first use. One that failed to open is tried anew at the next call. */
  open(roots: readonly string[], settings: CheckSettings, reading: Reading = {}): Promise<Project> {
    const key = JSON.stringify([roots, settings]);
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const opening = openProject({ roots, settings, ...reading });
    this.#opened.set(key, opening);
    opening.catch(() => {
      if (this.#opened.get(key) === opening) this.#opened.delete(key);
    });
    return opening;
  }

  /** Forgets all projects, so that the next use reads them anew. */
  clear(): void {
    this.#opened.clear();
  }
}

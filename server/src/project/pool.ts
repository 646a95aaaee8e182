/** Projects that several drafts share: one for each set of roots and limits, opened once. */
import { DEFAULT_CONFIG, type ReadingLimits } from '../config.ts';
import { openProject, type Project, type ProjectOptions } from './project.ts';
import type { Reading } from './read.ts';

export class ProjectPool {
  readonly #opened = new Map<string, Promise<Project>>();

  /** The project of these roots, opened on first use. One that failed to open is tried anew at the next call. */
  open(
    roots: readonly string[],
    limits: ReadingLimits = DEFAULT_CONFIG.reading,
    reading: Reading & Pick<ProjectOptions, 'server' | 'onTrouble'> = {},
  ): Promise<Project> {
    const key = JSON.stringify([roots, limits]);
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const opening = openProject({ roots, limits, ...reading });
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

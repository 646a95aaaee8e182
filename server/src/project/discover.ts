/**
 * Which sources a draft is checked against: those named outright, else those that the configuration file names, else the
 * nearest `seeds/` or `sources/` folder from the draft upwards. Reads the file system, changes nothing.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Permitting, whyOutOfReach } from './reach.ts';

/** Names of the configuration file, in the order in which they are looked for in each folder. */
export const CONFIG_NAMES = ['corroborate.json', '.corroborate.json'] as const;
/** Folders that are taken for the corpus where nobody names one. */
export const CORPUS_FOLDERS = ['seeds', 'sources'] as const;

/** Where the sources of a draft are, and how they were found. Paths are absolute and normalised. */
export interface CorpusLocation {
  readonly roots: readonly string[];
  readonly foundBy: 'option' | 'config' | 'folder';
  /** Roots that were named and are not read, because they lie out of reach (`reach.ts`). */
  readonly refused: readonly RefusedRoot[];
}

export interface RefusedRoot {
  readonly root: string;
  /** Its place in the configuration file's list of sources; null for a folder that was found by its name. */
  readonly index: number | null;
  /** The rest of a sentence that begins with the root, and what to do. */
  readonly why: string;
}

/** The nearest configuration file from `from` (a file or folder, absolute) upwards, at most up to `ceiling`; null where there is none. */
export function findConfigFile(from: string, ceiling?: string): Promise<string | null> {
  return findFileUpwards(CONFIG_NAMES, from, ceiling);
}

/** The nearest file of one of these names from `from` upwards, at most up to `ceiling`; in one folder the first name wins. */
export async function findFileUpwards(names: readonly string[], from: string, ceiling?: string): Promise<string | null> {
  for (const folder of foldersUpwards(from, ceiling)) {
    for (const name of names) {
      const candidate = path.join(folder, name);
      if ((await kindOf(candidate)) === 'file') return candidate;
    }
  }
  return null;
}

/** The nearest corpus folder from `from` (a file or folder, absolute) upwards, at most up to `ceiling`; null where there is none. */
async function findCorpusFolder(from: string, ceiling?: string): Promise<string | null> {
  for (const folder of foldersUpwards(from, ceiling)) {
    for (const name of CORPUS_FOLDERS) {
      const candidate = path.join(folder, name);
      if ((await kindOf(candidate)) === 'folder') return candidate;
    }
  }
  return null;
}

export interface DiscoverOptions {
  /** The draft or a folder; absolute. */
  readonly from: string;
  /** Sources named on the command line or in the editor's settings; relative ones count from `base`. */
  readonly sources?: readonly string[];
  readonly base?: string;
  /** Sources that the configuration file names; relative ones count from the file's folder. */
  readonly config?: { readonly path: string; readonly sources: readonly string[] } | null;
  /** The folder above which nothing is looked for (a workspace folder). */
  readonly ceiling?: string;
  /** What the person allows of sources that lie elsewhere; those named outright he allows by that. */
  readonly permitting?: Permitting;
}

/** The corpus of a draft by the order that the head of this file names; null where none is found. */
export async function discoverCorpus(options: DiscoverOptions): Promise<CorpusLocation | null> {
  const { sources = [], config } = options;
  if (sources.length > 0) {
    const base = options.base ?? process.cwd();
    return { roots: unique(sources.map((source) => path.resolve(base, source))), foundBy: 'option', refused: [] };
  }
  if (config != null && config.sources.length > 0) {
    const base = path.dirname(config.path);
    const named = config.sources.map((source, index) => ({ root: path.resolve(base, source), index }));
    return { foundBy: 'config', ...(await withinReach(named, base, options.permitting)) };
  }
  const folder = await findCorpusFolder(options.from, options.ceiling);
  if (folder === null) return null;
  return { foundBy: 'folder', ...(await withinReach([{ root: folder, index: null }], path.dirname(folder), options.permitting)) };
}

async function withinReach(
  named: readonly Omit<RefusedRoot, 'why'>[],
  base: string,
  permitting: Permitting | undefined,
): Promise<Pick<CorpusLocation, 'roots' | 'refused'>> {
  const judged = await Promise.all(named.map(async (one) => ({ ...one, why: await whyOutOfReach(one.root, base, permitting) })));
  const roots = unique(judged.flatMap(({ root, why }) => (why === null ? [root] : [])));
  return { roots, refused: judged.flatMap(({ why, ...one }) => (why === null ? [] : [{ ...one, why }])) };
}

function* foldersUpwards(from: string, ceiling?: string): Generator<string> {
  const top = ceiling === undefined ? null : path.resolve(ceiling);
  let folder = path.resolve(from);
  while (true) {
    yield folder;
    const parent = path.dirname(folder);
    if (folder === top || parent === folder) return;
    folder = parent;
  }
}

/** What stands at a path (`other`: a pipe or a device), or null where nothing does. */
export async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | null> {
  try {
    const stat = await fs.stat(file);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
  } catch {
    return null;
  }
}

/** Sorted, so that the order in which roots are named changes no result. */
function unique(roots: readonly string[]): readonly string[] {
  return [...new Set(roots)].sort();
}

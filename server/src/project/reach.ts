/**
 * How far the sources may lie from what names them. A configuration file or a link may have come with a folder from
 * anywhere, and a slip of a few dots names a whole disk; so such a name leads to the neighbourhood of the review and no
 * further, unless the person at this machine allows it: by naming the sources outright, by the environment, or by a setting
 * that no folder can set.
 */
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import * as path from 'node:path';

/** Folders, separated as in PATH, from which sources may be read wherever the review lies. */
export const FOLDERS_VARIABLE = 'CORROBORATE_SOURCE_FOLDERS';

/** Who allows what. */
export interface Permitting {
  /** Workspace folders that the person has opened. */
  readonly workspace?: readonly string[];
  /** Folders that a setting of the person's own names. */
  readonly allowed?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly home?: string | null;
}

/** By the names alone. */
export function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Those of the roots that lie in the folder wherever links lead; what does not exist is judged by its name. */
export async function rootsInside(roots: readonly string[], folder: string): Promise<readonly string[]> {
  const top = await real(folder);
  const places = await Promise.all(roots.map(real));
  return roots.filter((_, index) => isInside(places[index] ?? '', top));
}

/**
 * Why the sources at `root`, named by something in the folder `base` (both absolute), are not to be read: a sentence, and
 * what to do. Null where they may be: in `base`, in its repository, in a folder beside it, or where the person allows it.
 */
export async function whyOutOfReach(root: string, base: string, permitting: Permitting = {}): Promise<string | null> {
  const { workspace = [], allowed = [], env = process.env } = permitting;
  const home = permitting.home === undefined ? homeFolder() : permitting.home;
  const [place, from, user, opened] = await Promise.all([real(root), real(base), home === null ? null : real(home), reals(workspace)]);
  const repository = await repositoryOf(from);
  // A whole home folder is kept in a repository by some people; that makes no review of it.
  const own = [repository, ...opened].filter((one) => one !== null).filter((one) => !isWide(one, user));
  const shown = place === path.resolve(root) ? place : `${place} (by a link)`;
  const wide = isWide(place, user) || (place !== from && isInside(from, place) && !own.some((folder) => isInside(place, folder)));
  if (wide)
    return `leads to ${shown}, which holds far more than the sources of one review. It was not read. Name the folder that holds the sources and nothing else.`;
  const named = [...allowed, ...(env[FOLDERS_VARIABLE] ?? '').split(path.delimiter)].filter((one) => path.isAbsolute(one));
  const beside = isWide(from, user) ? [] : [path.dirname(from)];
  const near = [from, ...beside, ...own, ...(await reals(named))];
  if (near.some((folder) => isInside(place, folder))) return null;
  return `leads to ${shown}, which lies neither in this review’s folder nor beside it. It was not read. Where it is right, allow it: name ${place} in the environment variable ${FOLDERS_VARIABLE} or in the editor’s setting “corroborate.sourceFolders”, or give it to the command line with --sources.`;
}

/** The whole disk, or all that a person has. */
function isWide(folder: string, home: string | null): boolean {
  return path.dirname(folder) === folder || (home !== null && isInside(home, folder));
}

/** The nearest folder upwards that git keeps; a file of that name marks one too. */
async function repositoryOf(from: string): Promise<string | null> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = await stat(path.join(folder, '.git')).catch(() => null);
    if (found !== null) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

/** Where links lead; what does not exist keeps its name below the nearest folder that does. */
async function real(file: string): Promise<string> {
  const resolved = path.resolve(file);
  const found = await realpath(resolved).catch(() => null);
  if (found !== null) return found;
  const parent = path.dirname(resolved);
  return parent === resolved ? resolved : path.join(await real(parent), path.basename(resolved));
}

function reals(files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(files.map(real));
}

/** Null where the system knows of none. */
function homeFolder(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}

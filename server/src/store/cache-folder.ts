/** Where indexes are kept: one folder for each corpus in the user's cache folder, within a limit, and cleared on request. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ReadingLimits } from '../config.ts';

/** Names another folder than the user's own, for machines where that is none. */
export const CACHE_VARIABLE = 'CORROBORATE_CACHE';
const INDEXES = 'indexes';
/** Touched whenever an index is opened, so that it is known which was not used for longest. */
const USED = 'used';

/** The folder that holds all kept indexes. */
export function indexesFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = env[CACHE_VARIABLE];
  if (own !== undefined && own !== '') return join(resolve(own), INDEXES);
  return join(userCache(env), 'corroborate', INDEXES);
}

function userCache(env: Readonly<Record<string, string | undefined>>): string {
  const home = homedir();
  if (platform() === 'darwin') return join(home, 'Library', 'Caches');
  if (platform() === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  const xdg = env['XDG_CACHE_HOME'];
  return xdg?.startsWith('/') ? xdg : join(home, '.cache');
}

/** The folder of one corpus: its roots, and the limits that decide which of its files are read. */
export function indexFolder(roots: readonly string[], { seconds, memory, fileSize }: ReadingLimits, indexes = indexesFolder()): string {
  const key = JSON.stringify([roots.map((root) => resolve(root)), seconds, memory, fileSize]);
  return join(indexes, createHash('sha256').update(key).digest('hex').slice(0, 24));
}

/** Notes that an index is in use. A folder that cannot be written to is read all the same. */
export function markUsed(folder: string): void {
  const path = join(folder, USED);
  try {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      writeFileSync(path, '');
    }
  } catch {
    // Then it may be removed sooner than it need be, and is built again.
  }
}

export interface KeptIndex {
  readonly folder: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly used: number;
}

/** All kept indexes, the one used last first. */
export function keptIndexes(indexes = indexesFolder()): readonly KeptIndex[] {
  return namesIn(indexes)
    .map((name) => join(indexes, name))
    .map((folder) => ({ folder, bytes: bytesIn(folder), used: timeOf(join(folder, USED)) }))
    .sort((a, b) => b.used - a.used || (a.folder < b.folder ? -1 : 1));
}

/** Removes indexes until the rest take no more than `limit` bytes; `keep` stays in any case. */
export function prune(limit: number, keep: string, indexes = indexesFolder()): void {
  let room = limit - bytesIn(keep);
  for (const { folder, bytes } of keptIndexes(indexes)) {
    if (folder === keep) continue;
    room -= bytes;
    if (room < 0) remove(folder);
  }
}

/** Removes all kept indexes; they are built again when they are needed. Gives what was removed. */
export function clearIndexes(indexes = indexesFolder()): readonly KeptIndex[] {
  const kept = keptIndexes(indexes);
  for (const { folder } of kept) remove(folder);
  return kept;
}

/** Whether a folder can be made and written to; its reason where not. */
export function makeFolder(folder: string): string | null {
  try {
    make(folder);
    const probe = join(folder, `probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** One folder after the other: making them all at once never ends on systems that deny a folder is there. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another window may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody reads it on a system that does not let go of open files; it goes the next time.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function bytesIn(folder: string): number {
  return namesIn(folder).reduce((sum, name) => {
    try {
      return sum + statSync(join(folder, name)).size;
    } catch {
      return sum;
    }
  }, 0);
}

function timeOf(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

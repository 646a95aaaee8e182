/**
 * One writer at a time: a file that says who writes, touched while he does. A writer that died leaves his lock behind; it
 * is taken over when his process is gone, or when nobody has touched it for long (he may have been on another machine).
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const NAME = 'writer';
const TOUCH = 5_000;
const STALE = 60_000;
const LOOK_AGAIN = 100;

export interface Lock {
  release(): void;
}

/** Waits until nobody else writes. Rejects with the reason of `signal`, or where the folder cannot be written to. */
export async function takeLock(folder: string, signal?: AbortSignal): Promise<Lock> {
  const path = join(folder, NAME);
  const mine = JSON.stringify({ process: process.pid, host: hostname(), token: randomUUID() });
  for (;;) {
    signal?.throwIfAborted();
    if (create(path, mine)) return held(path, mine);
    const other = read(path);
    if (other !== null && isAbandoned(path, other)) clear(path, other);
    else await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

function create(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function held(path: string, mine: string): Lock {
  const timer = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // The folder was cleared; what is being written will find out.
    }
  }, TOUCH);
  timer.unref();
  return {
    release: () => {
      clearInterval(timer);
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

function isAbandoned(path: string, text: string): boolean {
  const writer = parse(text);
  try {
    const untouched = Date.now() - statSync(path).mtimeMs;
    if (untouched > STALE) return true;
    // A lock without a word in it is one that is just being written.
    return writer !== null && writer.host === hostname() && !isAlive(writer.process);
  } catch {
    return false;
  }
}

/** Takes an abandoned lock away. Of several who try, renaming lets one succeed; he looks whether it is still the one that was abandoned. */
function clear(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken !== null && taken !== text) create(path, taken);
  rmSync(aside, { force: true });
}

function parse(text: string): { readonly process: number; readonly host: string } | null {
  try {
    const value = JSON.parse(text) as { readonly process?: unknown; readonly host?: unknown };
    return typeof value.process === 'number' && typeof value.host === 'string' ? { process: value.process, host: value.host } : null;
  } catch {
    return null;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

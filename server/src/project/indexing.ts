/** Has an index built or brought up to date by a process of its own, so that its work and memory are none of the caller's. */

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reason } from '../corpus/load/reason.ts';
import { prune } from '../store/cache-folder.ts';
import type { Updated, UpdateOptions } from '../store/update.ts';
import type { IndexerMessage } from './indexer-protocol.ts';
import type { Reading } from './read.ts';

const BUNDLE = 'indexer.cjs';
const LEVELS = 6;
/** Megabytes of JavaScript heap; a first build of millions of words stays below it. */
const HEAP = 1024;

/** There is no room for an index, or no leave to write it. The message goes on from "because". */
export class CannotKeep extends Error {
  override readonly name = 'CannotKeep';
}

export type IndexJob = Pick<UpdateOptions, 'folder' | 'roots' | 'limits'>;

/** Rejects with CannotKeep, or with the reason of the reading's `signal`; the index that was there stays then. */
export async function runIndexer(job: IndexJob, { onProgress, signal }: Reading): Promise<Updated> {
  signal?.throwIfAborted();
  const program = indexerProgram();
  const updated =
    program === null ? await inThisProcess(job, { onProgress, signal }) : await inItsOwn(program, job, { onProgress, signal });
  prune(job.limits.index.disk * 1024 * 1024, job.folder);
  return updated;
}

let known: string | null = null;

/** Names the version of the program that writes indexes: sources may be read otherwise by another. */
export function programId(): string {
  const program = indexerProgram();
  known ??= program === null ? 'unbundled' : programOf(program);
  return known;
}

/** The version of a bundle is what it is made of. */
export function programOf(bundle: string): string {
  return createHash('sha256').update(readFileSync(bundle)).digest('hex');
}

/** The bundle of the writer beside the program's own; null where the program runs from its sources. */
function indexerProgram(): string | null {
  let folder = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < LEVELS; level++) {
    const path = join(folder, BUNDLE);
    if (existsSync(path)) return path;
    folder = dirname(folder);
  }
  return null;
}

async function inThisProcess(job: IndexJob, reading: Reading): Promise<Updated> {
  const { updateStore } = await import('../store/update.ts');
  try {
    return await updateStore({ ...job, ...reading, program: programId() });
  } catch (error) {
    reading.signal?.throwIfAborted();
    throw new CannotKeep(reason(error));
  }
}

function inItsOwn(program: string, job: IndexJob, { onProgress, signal }: Reading): Promise<Updated> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      execPath: process.execPath,
      execArgv: [`--max-old-space-size=${HEAP}`],
      // Inside VS Code the executable is the editor itself, which runs as Node when told so.
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const cancel = (): void => {
      child.kill('SIGKILL');
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    let settled = false;
    child.on('message', (message: IndexerMessage) => {
      if (message.kind === 'progress') return onProgress?.(message);
      settled = true;
      if (message.kind === 'done') resolve(message.updated);
      else reject(new CannotKeep(message.message));
    });
    child.on('error', (error) => reject(new CannotKeep(reason(error))));
    child.on('exit', (code, killed) => {
      signal?.removeEventListener('abort', cancel);
      if (!settled) reject(new CannotKeep(`the process that builds it ended (${killed ?? code})`));
    });
    child.send({ ...job, program: programId() });
  });
}

/**
 * Child processes that read dear formats (PDF, Word, HTML …). Readers of such files hang or take gigabytes on some: each
 * child has a time limit a file and a memory limit, and is killed past them; the file is told as a problem, and the next
 * file gets a new child. No child is started before a file asks for one, and each reads many files.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DearFormat } from '../formats.ts';
import { type Extraction, refused } from './extraction.ts';
import { type Done, type Job, MEMORY_MARK, MEMORY_VARIABLE } from './protocol.ts';

export interface ChildLimits {
  /** For one file, in milliseconds. */
  readonly time: number;
  /** JavaScript heap of a child, in megabytes. */
  readonly heap: number;
  /** Resident memory of a child, in megabytes: its heap, what lies outside of it, and the program itself. */
  readonly resident: number;
}

export const CHILD_LIMITS: ChildLimits = { time: 30_000, heap: 512, resident: 768 };

/** How many bytes of a child's standard error are kept, to see why it died. */
const KEPT = 4096;
const BUNDLE = 'loaders.cjs';
const LEVELS = 6;

/** The bundle of the readers: beside the program's own, or in the project's `dist` while it is developed; null where it was not built. */
function findLoaderProgram(): string | null {
  let folder = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < LEVELS; level++) {
    for (const path of [join(folder, BUNDLE), join(folder, 'dist', BUNDLE)]) {
      if (existsSync(path)) {
        return path;
      }
    }
    folder = dirname(folder);
  }
  return null;
}

interface Waiting {
  readonly path: string;
  readonly format: DearFormat;
  readonly resolve: (extraction: Extraction) => void;
}

interface Child {
  readonly process: ChildProcess;
  job: Waiting | null;
  /** Files that it has read before. */
  read: number;
  timer: NodeJS.Timeout | null;
  late: boolean;
  stderr: string;
}

export interface PoolOptions {
  /** Path of the child's program. */
  readonly program: string | null;
  readonly limits: ChildLimits;
  readonly children: number;
}

/** Must be closed after use, or its children keep the process alive. */
export class LoaderPool {
  readonly #options: PoolOptions;
  readonly #children = new Set<Child>();
  readonly #queue: Waiting[] = [];
  #started = 0;
  #closed = false;

  constructor(options: Partial<PoolOptions> = {}) {
    this.#options = { program: null, limits: CHILD_LIMITS, children: availableParallelism(), ...options };
  }

  /** Children started so far. */
  get started(): number {
    return this.#started;
  }

  /** At most this many files are read at once. */
  get size(): number {
    return this.#options.children;
  }

  /** The text of a file. Never rejects: whatever goes wrong is the reason in a refusal. */
  extract(path: string, format: DearFormat): Promise<Extraction> {
    return new Promise((resolve) => {
      this.#queue.push({ path, format, resolve });
      this.#assign();
    });
  }

  /** Ends the children; files that still wait are refused. */
  close(): void {
    this.#closed = true;
    for (const child of [...this.#children]) {
      this.#end(child, refused('was not read: reading was cancelled', 'Read the sources again.'));
    }
    this.#assign();
  }

  #assign(): void {
    for (;;) {
      const free = [...this.#children].find(({ job }) => job === null);
      const next = this.#queue[0];
      if (next === undefined || (free === undefined && this.#children.size >= this.#options.children && !this.#closed)) {
        return;
      }
      this.#queue.shift();
      const child = this.#closed ? null : (free ?? this.#start());
      if (child === null) {
        next.resolve(
          this.#closed
            ? refused('was not read: reading was cancelled', 'Read the sources again.')
            : refused(
                'cannot be read: the part of the program that reads such files is missing',
                `Install the program again (${BUNDLE} is not there).`,
              ),
        );
      } else {
        this.#give(child, next);
      }
    }
  }

  #give(child: Child, job: Waiting): void {
    child.job = job;
    child.late = false;
    child.timer = setTimeout(() => {
      child.late = true;
      child.process.kill('SIGKILL');
    }, this.#options.limits.time);
    const message: Job = { id: child.read, path: job.path, format: job.format };
    // A child that died meanwhile cannot be sent anything; its end is handled where it is told.
    child.process.send(message, () => {});
  }

  #start(): Child | null {
    const { program, limits } = this.#options;
    const path = program ?? findLoaderProgram();
    if (path === null) {
      return null;
    }
    const { NODE_OPTIONS: _, ...env } = process.env;
    const started = fork(path, [], {
      execPath: process.execPath,
      execArgv: [`--max-old-space-size=${limits.heap}`],
      // Inside VS Code the executable is the editor itself, which runs as Node when told so.
      env: { ...env, ELECTRON_RUN_AS_NODE: '1', [MEMORY_VARIABLE]: String(limits.resident) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    const child: Child = { process: started, job: null, read: 0, timer: null, late: false, stderr: '' };
    this.#started++;
    this.#children.add(child);
    started.stderr?.on('data', (chunk: Buffer) => {
      child.stderr = (child.stderr + chunk.toString('latin1')).slice(-KEPT);
    });
    started.on('message', (done: Done) => this.#finish(child, done));
    started.on('error', () => this.#died(child));
    // Not `exit`: only when its streams are closed all of its last words have come.
    started.on('close', () => this.#died(child));
    return child;
  }

  #finish(child: Child, done: Done): void {
    const { job } = child;
    if (job === null || done.id !== child.read || child.late) {
      return;
    }
    clearTimeout(child.timer ?? undefined);
    child.job = null;
    child.read++;
    job.resolve(done.extraction);
    this.#assign();
  }

  #died(child: Child): void {
    if (!this.#children.has(child)) {
      return;
    }
    const { job, late, read, stderr } = child;
    const memory = !late && (stderr.includes(MEMORY_MARK) || /heap out of memory|allocation failed/i.test(stderr));
    if (memory && read > 0 && job !== null) {
      // What earlier files left behind may have filled the memory: a new child tells.
      child.job = null;
      this.#queue.unshift(job);
    }
    this.#end(child, this.#whyDied(late, memory));
    this.#assign();
  }

  #whyDied(late: boolean, memory: boolean): Extraction {
    const { limits } = this.#options;
    const remedy = 'Save its text as a .txt file.';
    return late
      ? refused(`took longer than ${Math.round(limits.time / 100) / 10} s to read and was left out`, remedy)
      : memory
        ? refused(`needs more than ${limits.heap} MB of memory to read and was left out`, remedy)
        : refused('ended the program that read it, and was left out', remedy);
  }

  #end(child: Child, why: Extraction): void {
    this.#children.delete(child);
    clearTimeout(child.timer ?? undefined);
    child.process.kill('SIGKILL');
    child.job?.resolve(why);
    child.job = null;
  }
}

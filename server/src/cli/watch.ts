/** `--watch`: a run after each change of a draft, a source or a setting, until it is stopped. */

import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ProjectPool } from '../project/pool.ts';
import { counted } from '../rules/wording.ts';
import type { Arguments } from './command.ts';
import { findDrafts } from './drafts.ts';
import { FORMATS } from './formats/formats.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { type LintOptions, lintOnce } from './lint-run.ts';
import { outputIo, put } from './output.ts';
import { CACHE_FILE } from './result-cache.ts';
import { Session } from './session.ts';

/** Editors write a file in several steps; a run begins when nothing has happened for so long. */
const SETTLED = 150;

/** Ends with Ctrl+C (or when the process is asked to end); the exit code says what the last run found. */
export async function watch(options: LintOptions, args: Arguments, io: Io): Promise<ExitCode> {
  const pool = new ProjectPool();
  const folders = new Map<string, FSWatcher>();
  const changes = new Changes();
  const stop = () => changes.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  let code: ExitCode = EXIT.clean;
  do {
    changes.begin();
    const session = new Session(args, io, pool);
    const { result, failed } = await lintOnce(options, args.positionals, session, io);
    await put(FORMATS[options.format](result, outputIo(io, options.output), options), options.output, session, io);
    code = session.incomplete ? EXIT.incomplete : failed ? EXIT.findings : EXIT.clean;
    const seen = await foldersBehind(args.positionals, session, io);
    follow(folders, seen, options, changes);
    io.note(`Waiting for changes in ${counted(folders.size, 'folder')}. Ctrl+C ends.\n`);
  } while (await changes.next());
  for (const watcher of folders.values()) watcher.close();
  return code;
}

/** The folders in which a change may change what is found. */
async function foldersBehind(paths: readonly string[], session: Session, io: Io): Promise<ReadonlySet<string>> {
  const given = paths.length === 0 ? ['.'] : paths;
  const folders = new Set<string>();
  for (const path of given.map((one) => resolve(io.cwd, one))) if (await isFolder(path)) folders.add(path);
  for (const { path } of await findDrafts(given, io.cwd, session)) {
    folders.add(dirname(path));
    const config = (await session.config(path)).path;
    if (config !== null) folders.add(dirname(config));
    const opened = await session.open(path);
    for (const root of opened?.project.roots ?? []) folders.add((await isFolder(root)) ? root : dirname(root));
    for (const { source } of opened?.project.corpus.sources.values() ?? []) folders.add(dirname(resolve(source.path)));
  }
  return folders;
}

function follow(folders: Map<string, FSWatcher>, seen: ReadonlySet<string>, { output }: LintOptions, changes: Changes): void {
  const own = new Set([CACHE_FILE, ...(output === null ? [] : [output.replace(/^.*[/\\]/, '')])]);
  for (const [folder, watcher] of folders) {
    if (seen.has(folder)) continue;
    watcher.close();
    folders.delete(folder);
  }
  for (const folder of seen) {
    if (folders.has(folder)) continue;
    try {
      const watcher = watchFolder(folder, (_event, name) => {
        // What this program writes itself would wake it again and again.
        const isOwn = name !== null && (own.has(name) || name.endsWith('.tmp'));
        if (!isOwn) changes.note();
      });
      // A folder that is taken away ends its watcher; the next run looks for what is there then.
      watcher.on('error', () => {
        folders.delete(folder);
        changes.note();
      });
      folders.set(folder, watcher);
    } catch {
      // It vanished between the run and now; that is a change as well.
      changes.note();
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Remembers that something changed, also while a run is under way, and wakes who waits when it has settled. */
class Changes {
  #timer: NodeJS.Timeout | null = null;
  #wake: ((goOn: boolean) => void) | null = null;
  #changed = false;
  #stopped = false;

  begin(): void {
    this.#changed = false;
  }

  note(): void {
    this.#changed = true;
    if (this.#wake === null) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(true), SETTLED);
  }

  stop(): void {
    this.#stopped = true;
    this.#end(false);
  }

  /** True when something changed, false when the work is to end. */
  next(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#changed) this.note();
    });
  }

  #end(goOn: boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const wake = this.#wake;
    this.#wake = null;
    wake?.(goOn);
  }
}

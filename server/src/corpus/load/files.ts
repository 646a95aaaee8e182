/** Reads source folders: the only part of the corpus that touches files. Whatever goes wrong is a problem, never a throw. */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import type { ManifestText } from '../describe.ts';
import type { PlaceMark, Source, SourceProblem } from '../domain.ts';
import { type DearFormat, isDear, sourceFormat } from '../formats.ts';
import { decode } from './decode.ts';
import type { Extraction } from './extraction.ts';
import { type FoundFile, findFiles, problem } from './find.ts';
import { LoaderPool, type PoolOptions } from './pool.ts';
import { reason } from './reason.ts';

export interface LoadOptions {
  /** Files above this many bytes are left out. */
  readonly maxBytes: number;
  /** Told before the first file and after each. */
  readonly onFile: (done: number, total: number) => void;
  /** Texts that an earlier reading got out of files; those of unchanged files are taken from it. */
  readonly known: ExtractedFiles;
  /** Whether a file with this stamp (size and times) need not be read: what was read of it before still holds. */
  readonly unchanged: (id: string, path: string, stamp: string) => boolean;
  /** Limits of the child processes that read dear formats. */
  readonly children: Partial<PoolOptions>;
  /** Ends the reading at once, children included; the promise is then rejected with its reason. */
  readonly signal: AbortSignal | undefined;
}

const DEFAULTS: LoadOptions = {
  maxBytes: 64 * 1024 * 1024,
  onFile: () => {},
  known: new Map(),
  unchanged: () => false,
  children: {},
  signal: undefined,
};

/** How many files are read at once: enough to keep a disk busy, few enough to keep memory small. */
const AT_ONCE = 8;

/** What was got out of a file of a dear format, good as long as the file keeps its stamp (size and times). */
export interface ExtractedFile {
  readonly stamp: string;
  readonly extraction: Extraction;
}

/** By absolute path. */
export type ExtractedFiles = ReadonlyMap<string, ExtractedFile>;

export interface LoadedSources {
  /** Sorted by id. */
  readonly sources: readonly Source[];
  readonly manifests: readonly ManifestText[];
  readonly problems: readonly SourceProblem[];
  /** To be handed to the next reading as `known`. */
  readonly extracted: ExtractedFiles;
  /** Ids of files that were not read because they are unchanged. */
  readonly kept: readonly string[];
  /** Path and stamp of every file that was found, by id; a file that cannot be asked for its stamp has an empty one. */
  readonly files: ReadonlyMap<string, { readonly path: string; readonly stamp: string }>;
}

export type LoadedSource =
  | { readonly source: Source; readonly problems: readonly SourceProblem[] }
  | { readonly source: null; readonly problems: readonly SourceProblem[] };

/**
 * All sources below the roots (folders or files). Ids are paths below their root; where two roots hold the same path,
 * the later root's ids begin with its name.
 */
export async function loadSources(roots: readonly string[], options: Partial<LoadOptions> = {}): Promise<LoadedSources> {
  const { maxBytes, onFile, known, unchanged, children, signal } = { ...DEFAULTS, ...options };
  const problems: SourceProblem[] = [];
  const manifests: ManifestText[] = [];
  const wanted = new Map<string, FoundFile>();
  const paths = new Set<string>();
  for (const root of roots.map((path) => resolve(path))) {
    const found = await findFiles(root);
    problems.push(...found.problems);
    const files = found.files.filter(({ path }) => !paths.has(path));
    const prefix = freePrefix(root, files, wanted);
    for (const file of files) {
      paths.add(file.path);
      wanted.set(prefix + file.relative, file);
    }
    if (found.manifest !== null) {
      const read = await readText(found.manifest, basename(found.manifest), maxBytes);
      problems.push(...read.problems);
      if (read.text !== null) {
        manifests.push({ path: forward(found.manifest), prefix, text: read.text });
      }
    }
  }
  const extracted = new Map<string, ExtractedFile>();
  const pool = new LoaderPool(children);
  const cancel = () => pool.close();
  signal?.addEventListener('abort', cancel, { once: true });
  const jobs = [...wanted].map(([id, { path }]) => ({ id, path, format: sourceFormat(path) ?? 'text' }));
  const loaded = new Map<string, LoadedSource>();
  const kept: string[] = [];
  const files = new Map<string, { readonly path: string; readonly stamp: string }>();
  const load = async ({ id, path, format }: (typeof jobs)[number]) => {
    // Asked for before the file is read: one that changes meanwhile is read again next time.
    const stamp = await stampOf(path).catch(() => '');
    files.set(id, { path, stamp });
    if (stamp !== '' && unchanged(id, path, stamp)) {
      kept.push(id);
      onFile(loaded.size + kept.length, jobs.length);
      return;
    }
    loaded.set(
      id,
      isDear(format) ? await loadDear(path, id, format, maxBytes, pool, known, extracted) : await loadPlain(path, id, format, maxBytes),
    );
    onFile(loaded.size + kept.length, jobs.length);
  };
  try {
    onFile(0, jobs.length);
    // Two lanes, so that text does not wait behind files that take long.
    const [dear, plain] = [jobs.filter(({ format }) => isDear(format)), jobs.filter(({ format }) => !isDear(format))];
    await Promise.all([eachOf(plain, AT_ONCE, load), eachOf(dear, pool.size, load)]);
  } finally {
    signal?.removeEventListener('abort', cancel);
    pool.close();
  }
  signal?.throwIfAborted();
  const inOrder = jobs.flatMap(({ id }) => loaded.get(id) ?? []);
  const sources = inOrder.flatMap(({ source }) => (source === null ? [] : [source]));
  sources.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { sources, manifests, problems: [...problems, ...inOrder.flatMap((one) => one.problems)], extracted, kept: kept.sort(), files };
}

/** Runs `work` on all items, at most `atOnce` at a time; the first error ends it. */
async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async () => {
    for (let item = items[next++]; item !== undefined && !failed; item = items[next++]) {
      await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function loadPlain(path: string, id: string, format: Source['format'], maxBytes: number): Promise<LoadedSource> {
  const { text, problems } = await readText(path, id, maxBytes);
  return text === null ? { source: null, problems } : sourceOf(path, id, format, text, [], problems);
}

/** A file that was read before and has kept its stamp is not read again. */
async function loadDear(
  path: string,
  id: string,
  format: DearFormat,
  maxBytes: number,
  pool: LoaderPool,
  known: ExtractedFiles,
  extracted: Map<string, ExtractedFile>,
): Promise<LoadedSource> {
  let stamp: string;
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    if (size > maxBytes) {
      return { source: null, problems: [tooLarge(id, size, maxBytes)] };
    }
    if (size === 0) {
      return { source: null, problems: [empty(id)] };
    }
    stamp = stampFrom({ size, mtimeMs, ctimeMs, ino });
  } catch (error) {
    return { source: null, problems: [unreadable(id, error)] };
  }
  const before = known.get(path);
  const extraction = before?.stamp === stamp ? before.extraction : await pool.extract(path, format);
  extracted.set(path, { stamp, extraction });
  if (extraction.kind === 'refused') {
    return { source: null, problems: [problem(id, extraction.message, extraction.remedy)] };
  }
  const problems = extraction.doubts.map(({ message, remedy }) => problem(id, message, remedy));
  return sourceOf(path, id, format, extraction.text, extraction.places, problems);
}

/** Size and times of a file: as long as they stay, its bytes do. Rejects where the file cannot be looked at. */
export async function stampOf(path: string): Promise<string> {
  return stampFrom(await stat(path));
}

function stampFrom({ size, mtimeMs, ctimeMs, ino }: Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>): string {
  return [size, mtimeMs, ctimeMs, ino].join(' ');
}

function sourceOf(
  path: string,
  id: string,
  format: Source['format'],
  text: string,
  places: readonly PlaceMark[],
  problems: readonly SourceProblem[],
): LoadedSource {
  if (text.trim() === '') {
    return { source: null, problems: [empty(id)] };
  }
  const hash = createHash('sha256').update(text).digest('hex');
  return { source: { id, path: forward(resolve(path)), text, hash, format, places }, problems };
}

async function readText(
  path: string,
  id: string,
  maxBytes: number,
): Promise<{ readonly text: string | null; readonly problems: readonly SourceProblem[] }> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      return { text: null, problems: [tooLarge(id, size, maxBytes)] };
    }
    const decoded = decode(await readFile(path));
    if (decoded.kind === 'binary') {
      return { text: null, problems: [problem(id, 'is not text', 'Save its text as UTF-8.')] };
    }
    const { doubt } = decoded;
    const problems = doubt === null ? [] : [problem(id, doubt.message, 'Save the file as UTF-8.', doubt.line)];
    return { text: decoded.text, problems };
  } catch (error) {
    return { text: null, problems: [unreadable(id, error)] };
  }
}

function empty(id: string): SourceProblem {
  return problem(id, 'is empty', 'Remove the file, or put its text in.');
}

function tooLarge(id: string, size: number, maxBytes: number): SourceProblem {
  return problem(id, `is ${megabytes(size)} large; files above ${megabytes(maxBytes)} are left out`, 'Split the file into parts.');
}

function unreadable(id: string, error: unknown): SourceProblem {
  return problem(id, `cannot be read (${reason(error)})`, 'Check that the file exists and may be read.');
}

function freePrefix(root: string, files: readonly FoundFile[], taken: ReadonlyMap<string, FoundFile>): string {
  for (let n = 1; ; n++) {
    const prefix = n === 1 ? '' : n === 2 ? `${basename(root)}/` : `${basename(root)}-${n - 1}/`;
    if (!files.some((file) => taken.has(prefix + file.relative))) {
      return prefix;
    }
  }
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 1024 / 1024).toFixed(1)} MB`;
}

function forward(path: string): string {
  return path.split(sep).join('/');
}

/** Reads source folders: the only part of the corpus that touches files. Whatever goes wrong is a problem, never a throw. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import type { ManifestText } from '../describe.ts';
import type { Source, SourceProblem } from '../domain.ts';
import { sourceFormat } from '../formats.ts';
import { decode } from './decode.ts';
import { type FoundFile, findFiles, problem, reason } from './find.ts';

export interface LoadOptions {
  /** Files above this many bytes are left out. */
  readonly maxBytes: number;
  /** Told after each file. */
  readonly onFile: (done: number, total: number) => void;
}

const DEFAULTS: LoadOptions = { maxBytes: 64 * 1024 * 1024, onFile: () => {} };

/** How many files are read at once: enough to keep a disk busy, few enough to keep memory small. */
const AT_ONCE = 8;

export interface LoadedSources {
  /** Sorted by id. */
  readonly sources: readonly Source[];
  readonly manifests: readonly ManifestText[];
  readonly problems: readonly SourceProblem[];
}

export type LoadedSource =
  | { readonly source: Source; readonly problems: readonly SourceProblem[] }
  | { readonly source: null; readonly problems: readonly SourceProblem[] };

/**
 * All sources below the roots (folders or files). Ids are paths below their root; where two roots hold the same path,
 * the later root's ids begin with its name.
 */
export async function loadSources(roots: readonly string[], options: Partial<LoadOptions> = {}): Promise<LoadedSources> {
  const { maxBytes, onFile } = { ...DEFAULTS, ...options };
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
  const queue = [...wanted];
  const loaded: LoadedSource[] = [];
  let done = 0;
  for (let at = 0; at < queue.length; at += AT_ONCE) {
    const batch = queue.slice(at, at + AT_ONCE).map(async ([id, { path }]) => {
      const one = await loadSource(path, id, { maxBytes });
      done++;
      onFile(done, queue.length);
      return one;
    });
    loaded.push(...(await Promise.all(batch)));
  }
  const sources = loaded.flatMap(({ source }) => (source === null ? [] : [source]));
  sources.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { sources, manifests, problems: [...problems, ...loaded.flatMap((one) => one.problems)] };
}

/** One source file; `id` is what the corpus calls it. */
export async function loadSource(path: string, id: string, options: Partial<LoadOptions> = {}): Promise<LoadedSource> {
  const { maxBytes } = { ...DEFAULTS, ...options };
  const { text, problems } = await readText(path, id, maxBytes);
  if (text === null) {
    return { source: null, problems };
  }
  if (text.trim() === '') {
    return { source: null, problems: [problem(id, 'is empty', 'Remove the file, or put its text in.')] };
  }
  const hash = createHash('sha256').update(text).digest('hex');
  return { source: { id, path: forward(resolve(path)), text, hash, format: sourceFormat(path) ?? 'text', places: [] }, problems };
}

async function readText(
  path: string,
  id: string,
  maxBytes: number,
): Promise<{ readonly text: string | null; readonly problems: readonly SourceProblem[] }> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      const message = `is ${megabytes(size)} large; files above ${megabytes(maxBytes)} are left out`;
      return { text: null, problems: [problem(id, message, 'Split the file, or raise the limit.')] };
    }
    const decoded = decode(await readFile(path));
    if (decoded.kind === 'binary') {
      return { text: null, problems: [problem(id, 'is not text', 'Save its text as UTF-8.')] };
    }
    const { doubt } = decoded;
    const problems = doubt === null ? [] : [problem(id, doubt.message, 'Save the file as UTF-8.', doubt.line)];
    return { text: decoded.text, problems };
  } catch (error) {
    return { text: null, problems: [problem(id, `cannot be read (${reason(error)})`, 'Check that the file exists and may be read.')] };
  }
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

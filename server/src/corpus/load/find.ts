/** Finds the source files below a folder, in an order that no file system changes. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { SourceProblem } from '../domain.ts';
import { isUnreadDocument, sourceFormat } from '../formats.ts';
import { reason } from './reason.ts';

export const MANIFEST_NAME = 'corpus.json';

export interface FoundFile {
  /** Absolute path, as the operating system writes it. */
  readonly path: string;
  /** Path below the root, with forward slashes. */
  readonly relative: string;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Path of the root's corpus.json, or null. */
  readonly manifest: string | null;
  readonly problems: readonly SourceProblem[];
  /** How many files there are of kinds that are not read, by their endings. */
  readonly others: ReadonlyMap<string, number>;
}

/** What no folder of sources comes near; a home folder or a disk that was named by mistake must not be read to its end. */
export interface FindLimits {
  readonly files: number;
  /** Files of any kind, and folders. */
  readonly entries: number;
}

const LIMITS: FindLimits = { files: 100_000, entries: 500_000 };

/** Below this depth a folder is not searched: no person keeps sources there, and a tree without end must end. */
const MAX_DEPTH = 32;

interface Search {
  readonly root: string;
  readonly realRoot: string;
  readonly seen: Set<string>;
  readonly files: FoundFile[];
  readonly problems: SourceProblem[];
  readonly others: Map<string, number>;
  readonly limits: FindLimits;
  entries: number;
  /** Set once a limit is reached, and told. */
  full: boolean;
}

/** All source files below `root` (or `root` itself where it is a file), sorted by their paths. Never throws. */
export async function findFiles(root: string, limits: FindLimits = LIMITS): Promise<FoundFiles> {
  const realRoot = await realpath(root).catch(() => root);
  const search: Search = {
    ...{ root, realRoot, limits },
    ...{ seen: new Set(), files: [], problems: [], others: new Map(), entries: 0, full: false },
  };
  let manifest: string | null = null;
  try {
    if ((await lstat(search.realRoot)).isDirectory()) {
      await walk(search, root, 0);
      const path = join(root, MANIFEST_NAME);
      manifest = await lstat(path).then(
        () => path,
        () => null,
      );
    } else if (sourceFormat(root) !== null) {
      search.files.push({ path: root, relative: basename(root) });
    } else {
      search.problems.push(
        problem(root, 'is not a kind of file that can be read', 'Give a folder, or a file such as .txt, .md, .html, .pdf or .docx.'),
      );
    }
  } catch (error) {
    search.problems.push(problem(root, `cannot be read (${reason(error)})`, 'Check the path of the sources.'));
  }
  search.files.sort((a, b) => (a.relative < b.relative ? -1 : a.relative > b.relative ? 1 : 0));
  return { files: search.files, manifest, problems: search.problems, others: search.others };
}

async function walk(search: Search, folder: string, depth: number): Promise<void> {
  const real = await realpath(folder).catch(() => folder);
  if (search.seen.has(real)) {
    return;
  }
  search.seen.add(real);
  if (depth > MAX_DEPTH) {
    search.problems.push(problem(below(search, folder), 'lies too deep and was left out', 'Move the files up.'));
    return;
  }
  let entries: Dirent[] = [];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    search.problems.push(problem(below(search, folder), `cannot be opened (${reason(error)})`, 'Check the rights of the folder.'));
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') {
      continue;
    }
    if (isFull(search, join(folder, entry.name))) return;
    await visit(search, join(folder, entry.name), entry, depth);
  }
}

/** Whether the search ends before `path`; where it does, that is told once. */
function isFull(search: Search, path: string): boolean {
  const { limits, files } = search;
  search.entries++;
  if (search.full || (files.length < limits.files && search.entries <= limits.entries)) return search.full;
  search.full = true;
  const what =
    files.length < limits.files
      ? `holds more than ${limits.entries.toLocaleString('en-GB')} files and folders`
      : `holds more than ${limits.files.toLocaleString('en-GB')} files that could be sources`;
  search.problems.push(
    problem(
      search.root,
      `${what}; those from ${below(search, path)} on were left out`,
      'Name the folder that holds the sources and nothing else.',
    ),
  );
  return true;
}

async function visit(search: Search, path: string, entry: Dirent, depth: number): Promise<void> {
  let directory = entry.isDirectory();
  let file = entry.isFile();
  if (entry.isSymbolicLink()) {
    const target = await followed(search, path);
    directory = target === 'directory';
    file = target === 'file';
  }
  if (directory) {
    await walk(search, path, depth + 1);
  } else if (file && sourceFormat(entry.name) !== null) {
    search.files.push({ path, relative: below(search, path) });
  } else if (file && isUnreadDocument(entry.name)) {
    search.problems.push(problem(below(search, path), 'is of a format that cannot be read', 'Save it as .docx, .pdf or .txt.'));
  } else if (file && extname(entry.name) === '') {
    // It may be a licence or a list that nobody meant as a source, so that nothing fails for it; but nothing is left out in silence.
    const told = problem(
      below(search, path),
      'was left out: its name has no ending that says what is in it',
      'If it is a source, name it .txt.',
    );
    search.problems.push({ ...told, passedOver: true });
  } else if (file && entry.name !== MANIFEST_NAME) {
    const ending = extname(entry.name).toLowerCase();
    search.others.set(ending, (search.others.get(ending) ?? 0) + 1);
  }
}

/** What a symbolic link inside the root leads to; one that leaves the root, or leads nowhere, is told and not followed. */
async function followed(search: Search, path: string): Promise<'directory' | 'file' | null> {
  try {
    const real = await realpath(path);
    if (real !== search.realRoot && !real.startsWith(search.realRoot + sep)) {
      search.problems.push(
        problem(below(search, path), 'is a link that leaves the source folder; it was not followed', 'Copy the file in.'),
      );
      return null;
    }
    const stats = await lstat(real);
    return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : null;
  } catch (error) {
    search.problems.push(problem(below(search, path), `is a link that leads nowhere (${reason(error)})`, 'Remove the link.'));
    return null;
  }
}

function below(search: Search, path: string): string {
  return relative(search.root, path).split(sep).join('/') || basename(search.root);
}

export function problem(source: string, message: string, remedy: string, line: number | null = null): SourceProblem {
  return { source, line, message, remedy };
}

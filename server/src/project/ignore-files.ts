/** Ignore files on disk: which one holds for a draft, what it says, and how a decision gets into it. */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { reason } from '../corpus/load/reason.ts';
import { formatIgnores, IGNORE_FILE, parseIgnores } from '../ignores/file.ts';
import type { Ignore } from '../ignores/types.ts';
import { findConfigFile, findFileUpwards } from './discover.ts';

/** The ignores that hold for a draft. Where the file cannot be understood nothing is ignored, and `problem` says why. */
export interface LoadedIgnores {
  /** Absolute; the file that is there, or the one that the first decision makes. */
  readonly file: string;
  /** The draft as the file names it: from the file's folder, with forward slashes. */
  readonly name: string;
  readonly ignores: readonly Ignore[];
  /** What is wrong with the file, in words, and on which line (from 1). */
  readonly problem: { readonly line: number; readonly words: string } | null;
}

interface ReadIgnores extends Pick<LoadedIgnores, 'ignores' | 'problem'> {
  readonly schema: string | null;
}

const NOTHING: ReadIgnores = { ignores: [], problem: null, schema: null };
/** Larger files are not ignore files. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The ignores for a draft (absolute path): those of the nearest ignore file upwards, at most up to `ceiling` (a workspace
 * folder). A new file belongs beside the configuration file, else into `ceiling`, else beside the draft. Never rejects.
 */
export async function loadIgnoresFor(draft: string, ceiling?: string): Promise<LoadedIgnores> {
  const found = await findFileUpwards([IGNORE_FILE], path.dirname(draft), ceiling);
  const file = found ?? path.join(await folderForNew(draft, ceiling), IGNORE_FILE);
  const { ignores, problem } = await readIgnoreFile(file);
  return { file, name: nameFrom(file, draft), ignores, problem };
}

/** What one ignore file says; a file that is not there says nothing. Never rejects. */
export async function readIgnoreFile(file: string): Promise<ReadIgnores> {
  let text: string;
  try {
    if ((await fs.stat(file)).size > MOST_BYTES) return wrong('The file is too large to be a list of ignores.');
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return NOTHING;
    return wrong(`The file cannot be read (${reason(error)}). Check that you may open it.`);
  }
  const parsed = parseIgnores(text);
  return parsed.ok ? { ...parsed, problem: null } : wrong(parsed.problem, parsed.line);
}

function wrong(words: string, line = 1): ReadIgnores {
  return { ...NOTHING, problem: { line, words } };
}

/**
 * Changes the ignore file by what it holds at this moment, so that two windows on one workspace lose nothing of each
 * other's. A file that was never understood is not written over. Rejects with words for the person.
 */
export async function changeIgnoreFile(file: string, change: (ignores: readonly Ignore[]) => readonly Ignore[]): Promise<void> {
  const { ignores, problem, schema } = await readIgnoreFile(file);
  if (problem !== null) throw new Error(`${path.basename(file)}:${problem.line} is left as it is: ${problem.words}`);
  const changed = formatIgnores(change(ignores), schema);
  if (changed === formatIgnores(ignores, schema)) return;
  const beside = path.join(path.dirname(file), `.${IGNORE_FILE}.${randomUUID()}`);
  try {
    await fs.writeFile(beside, changed);
    await fs.rename(beside, file);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw new Error(`${file} cannot be written (${reason(error)}). Nothing was ignored.`);
  }
}

/** A draft as an ignore file names it. */
export function nameFrom(ignoreFile: string, draft: string): string {
  return path.relative(path.dirname(ignoreFile), draft).split(path.sep).join('/');
}

async function folderForNew(draft: string, ceiling: string | undefined): Promise<string> {
  const config = await findConfigFile(path.dirname(draft), ceiling);
  return config === null ? (ceiling ?? path.dirname(draft)) : path.dirname(config);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Which files the paths on the command line mean, and their words. */
import { createReadStream } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
import type { CheckSettings, DraftReport } from '../checker.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { decode } from '../corpus/load/decode.ts';
import { reason } from '../corpus/load/reason.ts';
import { isUnread } from '../draft/parse.ts';
import type { Draft } from '../draft/types.ts';
import { commentRemarks } from '../ignores/comments.ts';
import { kindOf } from '../project/discover.ts';
import { LineMap } from '../text/lines.ts';
import type { Session } from './session.ts';

export interface DraftFile {
  readonly path: string;
  /** Whether it was named outright; such a file is a draft whatever its name is. */
  readonly named: boolean;
}

/** Folders that hold no drafts of the reader's own. */
const IGNORED = ['**/node_modules/**', '**/.*/**'];

/** All drafts that the paths (files, folders, glob patterns) mean, in their order, each once. What means none is told. */
export async function findDrafts(paths: readonly string[], cwd: string, session: Session): Promise<readonly DraftFile[]> {
  const found = new Map<string, DraftFile>();
  for (const given of paths) {
    for (const draft of await meant(given, cwd, session)) {
      if (!found.has(draft.path)) found.set(draft.path, draft);
    }
  }
  return [...found.values()];
}

async function meant(given: string, cwd: string, session: Session): Promise<readonly DraftFile[]> {
  const path = resolve(cwd, given);
  const kind = await kindOf(path);
  if (kind === 'folder') return draftsBelow(path, given, session);
  if (kind !== null) return [{ path, named: true }];
  if (picomatch.scan(forward(given)).isGlob) {
    const drafts = await matches([forward(given)], cwd);
    if (drafts.length === 0) session.failed(`No draft matches "${given}".`);
    return drafts;
  }
  const hint = given === '-' ? ' For standard input, use --stdin-filename.' : '';
  session.failed(`${given} was not checked: there is no such file or folder.${hint}`);
  return [];
}

async function draftsBelow(folder: string, given: string, session: Session): Promise<readonly DraftFile[]> {
  const { path, config } = await session.config(folder);
  // Patterns of a configuration file count from its own folder.
  const base = path === null ? folder : dirname(path);
  const inside = folder.endsWith(sep) ? folder : folder + sep;
  const found = (await matches(config.drafts, base)).filter((draft) => draft.path.startsWith(inside));
  const drafts = await withoutSources(found, session);
  if (drafts.length === 0) {
    const where = session.shown(folder) === '.' ? 'this folder' : given;
    session.failed(`There are no drafts in ${where}: ${await whyNone(folder, found.length, config.drafts, session)}.`);
  }
  return drafts;
}

async function whyNone(folder: string, sources: number, patterns: readonly string[], session: Session): Promise<string> {
  const roots = (await session.locate(folder))?.roots ?? [];
  if (roots.some((root) => folder === root || folder.startsWith(root + sep))) return 'it holds the sources';
  if (sources > 0)
    return `the files that could be drafts are all among the sources (${roots.map((root) => session.shown(root)).join(', ')})`;
  if (patterns.length === 0) return 'the configuration file has an empty list of drafts';
  return patterns === DEFAULT_CONFIG.drafts ? 'no file ends in .md or .markdown' : `no file has a name like ${patterns.join(' or ')}`;
}

async function matches(patterns: readonly string[], cwd: string): Promise<readonly DraftFile[]> {
  const options = { cwd, absolute: true, ignore: IGNORED, followSymbolicLinks: false, expandDirectories: false };
  const files = await glob([...patterns], options);
  return files
    .map((file) => resolve(file))
    .sort()
    .map((path) => ({ path, named: false }));
}

/** Sources may be Markdown too; those that a folder holds are not taken for drafts. */
async function withoutSources(drafts: readonly DraftFile[], session: Session): Promise<readonly DraftFile[]> {
  const kept: DraftFile[] = [];
  for (const draft of drafts) {
    const roots = (await session.locate(draft.path))?.roots ?? [];
    if (!roots.some((root) => draft.path === root || draft.path.startsWith(root + sep))) kept.push(draft);
  }
  return kept;
}

/** Far above what a draft may have in characters; what has more, a device without end among it, is not read to its end. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The bytes of a file, pipe or device; null where there are more of them. */
async function readAtMost(path: string, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) return null;
  }
  return Buffer.concat(chunks);
}

/** The words of a draft; null, and told, where they cannot be read. */
export async function readDraft(path: string, session: Session): Promise<string | null> {
  try {
    const bytes = await readAtMost(path, MOST_BYTES);
    if (bytes !== null) return decodeDraft(bytes, session.shown(path), session);
    session.failed(`${session.shown(path)} was not checked: it has more than ${MOST_BYTES / 1024 / 1024} MB. Split it into chapters.`);
    return null;
  } catch (error) {
    session.failed(
      `${session.shown(path)} was not checked: it cannot be read (${reason(error)}). Check its name, and that you may open it.`,
    );
    return null;
  }
}

export function decodeDraft(bytes: Uint8Array, name: string, session: Session): string | null {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') {
    session.failed(`${name} was not checked: it is not text. Save it as UTF-8.`);
    return null;
  }
  if (decoded.doubt !== null) session.noted(`${name}:${decoded.doubt.line} ${decoded.doubt.message}. Save the file as UTF-8.`);
  return decoded.text;
}

/** Tells what of a draft could not be read; false for a draft of which nothing could be, so that it was not checked. */
export function tellUnread(draft: Draft, name: string, session: Session): boolean {
  const lines = new LineMap(draft.text);
  for (const { span, message, unread, hides } of draft.problems) {
    session.tell({ message: `${name}:${lines.lineNumber(span.start)} ${message}`, failed: unread === true || hides === true });
  }
  return !isUnread(draft);
}

/** Tells what of a draft could not be read or obeyed; false for a draft that was not checked. */
export function tellProblems({ draft, silenced }: DraftReport, settings: CheckSettings, name: string, session: Session): boolean {
  const lines = new LineMap(draft.text);
  const read = tellUnread(draft, name, session);
  for (const { span, message } of commentRemarks(draft, silenced, settings)) {
    session.noted(`${name}:${lines.lineNumber(span.start)} ${message}`);
  }
  return read;
}

function forward(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

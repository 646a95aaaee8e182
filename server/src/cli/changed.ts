/** `--changed-since`: the drafts that changed, and those whose sources or settings did. */

import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { IGNORE_FILE } from '../ignores/file.ts';
import { CONFIG_NAMES } from '../project/discover.ts';
import { counted } from '../rules/wording.ts';
import { UsageError } from './command.ts';
import type { DraftFile } from './drafts.ts';
import { changedSince } from './git.ts';
import type { Io } from './io.ts';
import type { Session } from './session.ts';

/** Files that change what is found in drafts without being drafts or sources. */
const SETTINGS: ReadonlySet<string> = new Set([...CONFIG_NAMES, IGNORE_FILE]);

/** Throws a UsageError where git cannot say what changed: checking nothing would look like finding nothing. */
export async function onlyChanged(
  drafts: readonly DraftFile[],
  ref: string,
  quiet: boolean,
  session: Session,
  io: Io,
): Promise<readonly DraftFile[]> {
  const changed = await changedSince(ref, io.cwd);
  if (!changed.ok) throw new UsageError(changed.problem);
  const kept: DraftFile[] = [];
  for (const draft of drafts) {
    if (changed.files.has(await real(draft.path))) {
      kept.push(draft);
      continue;
    }
    const because = await changedBehind(draft.path, changed.files, session);
    if (because === null) continue;
    if (!quiet) session.say(`${session.shown(because)} changed since ${ref}: drafts that rest on it are checked too.`);
    kept.push(draft);
  }
  const left = drafts.length - kept.length;
  if (left > 0 && !quiet)
    session.say(`${counted(left, 'draft')} did not change since ${ref}, and ${left === 1 ? 'was' : 'were'} left out.`);
  return kept;
}

/** A changed file that a draft rests on: one of its sources, or a file of settings above it. */
async function changedBehind(draft: string, changed: ReadonlySet<string>, session: Session): Promise<string | null> {
  const roots = await Promise.all(((await session.locate(draft))?.roots ?? []).map(real));
  const own = await real(draft);
  const config = (await session.config(draft)).path;
  const realConfig = config === null ? null : await real(config);
  const isBehind = (file: string) => {
    if (file === realConfig || roots.some((root) => file === root || file.startsWith(root + sep))) return true;
    const at = file.lastIndexOf(sep);
    return SETTINGS.has(file.slice(at + 1)) && own.startsWith(file.slice(0, at + 1));
  };
  return [...changed].find(isBehind) ?? null;
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Which files changed since a commit, as git sees it. */
import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

export type Changed = { readonly ok: true; readonly files: ReadonlySet<string> } | { readonly ok: false; readonly problem: string };

/**
 * Files that differ from where the branch left `ref`, and files that git does not know yet; absolute paths. Programs that a
 * repository's own configuration names (external diffs, file watchers) are not started.
 */
export async function changedSince(ref: string, cwd: string): Promise<Changed> {
  const top = await git(['rev-parse', '--show-toplevel'], cwd);
  if (top.kind === 'missing') {
    return {
      ok: false,
      problem: '--changed-since asks git what changed, and git is not installed here. Leave the option out, or install git.',
    };
  }
  if (top.kind === 'failed') {
    const why = /dubious ownership/.test(top.error)
      ? 'git does not trust this folder, for somebody else owns it'
      : 'this folder is in no git repository';
    return { ok: false, problem: `--changed-since asks git what changed, and ${why}. Leave the option out to check everything.` };
  }
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], cwd);
  if (commit.kind !== 'done') {
    return {
      ok: false,
      problem: `--changed-since ${ref}: git knows no such commit, branch or tag. On a build server, fetch it first (fetch-depth: 0 with actions/checkout).`,
    };
  }
  const since = commit.out.trim();
  // Where both have no common past (a shallow clone), the commit itself is compared with.
  const base = await git(['merge-base', since, 'HEAD'], cwd);
  const from = base.kind === 'done' ? base.out.trim() : since;
  const root = await realpath(top.out.replace(/\r?\n$/, ''));
  const changed = await git(['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', from, '--'], root);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  if (changed.kind !== 'done' || untracked.kind !== 'done') {
    return { ok: false, problem: '--changed-since: git could not say what changed. "git diff" in this folder may say why.' };
  }
  const names = `${changed.out}${untracked.out}`.split('\0').filter((name) => name !== '');
  return { ok: true, files: new Set(names.map((name) => join(root, name))) };
}

type Answer =
  | { readonly kind: 'done'; readonly out: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'missing' };

const LARGEST = 256 * 1024 * 1024;

function git(args: readonly string[], cwd: string): Promise<Answer> {
  const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
  return new Promise((resolve) => {
    execFile('git', [...quiet, ...args], { cwd, encoding: 'utf8', maxBuffer: LARGEST, windowsHide: true }, (error, out, err) => {
      if (error === null) resolve({ kind: 'done', out });
      else resolve(error.code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', error: err });
    });
  });
}

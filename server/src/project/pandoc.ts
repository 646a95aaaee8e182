/**
 * A list of sources in any style of the Citation Style Language, by the person's own Pandoc: there is no processor of such
 * styles under a licence that would let it ship with this program. Nothing is fetched: a style is a file at hand.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsl } from '../bibliography/csl.ts';
import type { Reference } from '../bibliography/reference.ts';

/** `remedy` is a whole sentence. */
interface Failed {
  readonly ok: false;
  readonly message: string;
  readonly remedy: string;
}

export type StyledEntries = { readonly ok: true; readonly entries: readonly string[] } | Failed;

/** Pandoc reads a few hundred references in about a second. */
const LONGEST_MS = 30_000;
const MOST_OUTPUT = 16 * 1024 * 1024;
const MOST_STYLE_BYTES = 4 * 1024 * 1024;

/** The references as Markdown in the style's form and order. `style` is the path of a CSL file, null for Pandoc's own (Chicago, author-date). */
export async function styledEntries(references: readonly Reference[], style: string | null): Promise<StyledEntries> {
  if (references.length === 0) return { ok: true, entries: [] };
  const refused = style === null ? null : await unusable(style);
  if (refused !== null) return refused;
  const folder = await mkdtemp(join(tmpdir(), 'corroborate-'));
  try {
    const bibliography = join(folder, 'references.json');
    await writeFile(bibliography, writeCsl(references));
    const args = ['--from=markdown', '--to=commonmark-raw_html', '--wrap=none', '--citeproc', `--bibliography=${bibliography}`];
    const ran = await run([...args, ...(style === null ? [] : [`--csl=${style}`])], '---\nnocite: "@*"\n---\n');
    return ran.ok ? { ok: true, entries: ran.out.split(/\n{2,}/).filter((entry) => entry.trim() !== '') } : ran;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Why a style cannot be used, or null. One that only names another style would make Pandoc fetch that from the network. */
async function unusable(style: string): Promise<Failed | null> {
  const remedy = 'Name a CSL file that is on this machine, such as one from github.com/citation-style-language/styles.';
  try {
    const found = await stat(style);
    if (!found.isFile() || found.size > MOST_STYLE_BYTES) return { ok: false, message: `${style} is no CSL style`, remedy };
    const text = await readFile(style, 'utf8');
    if (!/<style[\s>]/.test(text)) return { ok: false, message: `${style} is no CSL style`, remedy };
    if (/rel\s*=\s*["']independent-parent["']/.test(text)) {
      const parent = /<link\b[^>]*independent-parent[^>]*>/.exec(text)?.[0] ?? '';
      const name = /href\s*=\s*["'][^"']*\/([^"'/]+)["']/.exec(parent)?.[1];
      return {
        ok: false,
        message: `${style} only refers to another style${name === undefined ? '' : `, “${name}”`}, which would have to be fetched`,
        remedy: 'Name the file of that style itself.',
      };
    }
    return null;
  } catch {
    return { ok: false, message: `${style} is not there or cannot be read`, remedy };
  }
}

function run(args: readonly string[], input: string): Promise<{ readonly ok: true; readonly out: string } | Failed> {
  return new Promise((resolve) => {
    const failed = (message: string, remedy: string): void => resolve({ ok: false, message, remedy });
    const child = spawn('pandoc', args, { stdio: ['pipe', 'pipe', 'pipe'], signal: AbortSignal.timeout(LONGEST_MS), windowsHide: true });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.length > MOST_OUTPUT) child.kill();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (err.length < 4000) err += chunk;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError') failed('Pandoc took too long', 'Check the style file.');
      else if (error.code === 'ENOENT')
        failed('Pandoc is not installed', 'Install it (pandoc.org), or use the style "author-date", which needs nothing.');
      else failed(`Pandoc could not be started (${error.message})`, 'Use the style "author-date", which needs nothing.');
    });
    child.on('close', (code) => {
      if (code === 0) resolve({ ok: true, out });
      else
        failed(
          `Pandoc could not make the list (${err.trim().split('\n')[0] ?? 'no reason given'})`,
          'Check the style, and that Pandoc is 2.11 or newer.',
        );
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

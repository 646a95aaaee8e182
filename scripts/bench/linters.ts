/** Other programs that check text, on the same drafts: from starting the process to its last word. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { timed } from './figures.ts';

export interface Linter {
  readonly name: string;
  /** Milliseconds for all drafts, as a new process; the best of the runs. */
  readonly cold: number;
  /** Milliseconds to check one draft again in a process that has checked it before; null where it was not measured. */
  readonly again: number | null;
}

export async function measureLinters(drafts: string, sources: string, runs: number): Promise<readonly Linter[]> {
  const files = readdirSync(drafts)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(drafts, name));
  const cold = async (program: string, args: readonly string[]): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const [result, took] = await timed(() => spawnSync(process.execPath, [program, ...args], { maxBuffer: 1 << 28 }));
      if (result.error !== undefined) throw result.error;
      times.push(took);
    }
    return Math.min(...times);
  };
  const text = readFileSync(files[0] ?? '', 'utf8');
  return [
    {
      name: 'corroborate',
      cold: await cold(resolve('dist/main.cjs'), ['lint', '--sources', sources, '--format', 'json', ...files]),
      again: null,
    },
    { name: 'textlint', cold: await cold(binOf('textlint'), ['--rule', 'write-good', ...files]), again: await againTextlint(text) },
    { name: 'cspell', cold: await cold(binOf('cspell'), ['lint', '--no-progress', '--no-summary', ...files]), again: null },
    { name: 'harper', ...(await harper(text)) },
  ];
}

/** The program of a package among the project's own. */
function binOf(name: string): string {
  const folder = resolve('node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly bin: Readonly<Record<string, string>> };
  return join(folder, bin[name] ?? '');
}

async function againTextlint(text: string): Promise<number> {
  const { createLinter, loadTextlintrc } = await import('textlint');
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  try {
    const configFilePath = join(folder, '.textlintrc.json');
    writeFileSync(configFilePath, '{ "rules": { "write-good": true } }');
    const linter = createLinter({ descriptor: await loadTextlintrc({ configFilePath, node_modulesDir: resolve('node_modules') }) });
    await linter.lintText(text, 'draft.md');
    return (await timed(() => linter.lintText(`${text}.`, 'draft.md')))[1];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function harper(text: string): Promise<Pick<Linter, 'cold' | 'again'>> {
  const { LocalLinter } = await import('harper.js');
  const { binary } = await import('harper.js/binary');
  const [linter, cold] = await timed(async () => {
    const made = new LocalLinter({ binary });
    await made.lint(text);
    return made;
  });
  const [, again] = await timed(() => linter.lint(`${text}.`));
  return { cold, again };
}

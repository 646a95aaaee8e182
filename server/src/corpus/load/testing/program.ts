/** Builds the child process of the loaders for tests, so that they never run one that was built from older code. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface BuiltProgram {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles `worker.ts` (or another file beside it) into a folder of its own. */
export async function buildLoaders(entry = 'worker.ts'): Promise<BuiltProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'loaders-'));
  const path = join(folder, 'loaders.cjs');
  await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), '..', entry)],
    outfile: path,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

#!/usr/bin/env node
/**
 * Runs a TypeScript script of the project on Node 20, which cannot strip types itself:
 *
 *   node scripts/run.mjs scripts/quality/gold.ts ARGS…
 *
 * The script and the project's own modules that it imports are bundled by esbuild into .cache/scripts; packages stay
 * imports. `import.meta.url` keeps naming the script's own file, so that it finds what lies beside it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: node scripts/run.mjs FILE.ts [ARGUMENTS…]\n');
  process.exit(2);
}
const entry = resolve(file);
const folder = join(root, '.cache', 'scripts');
mkdirSync(folder, { recursive: true });
// Two runs at once must not read each other's half-written bundle, hence the process id.
const name = relative(root, entry).replaceAll(/[^\w]+/g, '-');
const outfile = join(folder, `${name}.${process.pid}.mjs`);

try {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
  });
} catch {
  process.stderr.write(`${basename(file)} does not build; the messages above say where.\n`);
  process.exit(2);
}
const run = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exit(run.status ?? 1);

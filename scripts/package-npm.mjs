/**
 * `npm run package:npm`: the command line as a package for npm, dist/corroborate-VERSION.tgz. Everything that the program
 * imports is bundled into it, so that the package itself depends on nothing: what `npm pack` gives is unpacked, freed of
 * what only building it needs, and packed again. `--no-build` takes dist/ as it is; `--out FOLDER` puts the package there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './setup.mjs';

const args = process.argv.slice(2);
const out = resolve(args.includes('--out') ? (args[args.indexOf('--out') + 1] ?? 'dist') : join(root, 'dist'));
const KEPT = ['name', 'version', 'description', 'license', 'keywords', 'type', 'bin'];

if (!args.includes('--no-build')) run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'], root);
if (!existsSync(join(root, 'dist', 'main.cjs'))) fail('dist/main.cjs is missing: leave --no-build out.');
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'corroborate-package-'));
try {
  const whole = pack(root, folder);
  run('tar', ['-xzf', whole], folder);
  const unpacked = join(folder, 'package');
  const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(KEPT.flatMap((key) => (key in manifest ? [[key, manifest[key]]] : [])));
  writeFileSync(join(unpacked, 'package.json'), `${JSON.stringify({ ...kept, engines: { node: manifest.engines.node } }, null, 2)}\n`);
  process.stdout.write(`${pack(unpacked, out)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Packs a folder without running scripts of it; the path of the package. */
function pack(from, into) {
  const listed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', into], from);
  return join(into, JSON.parse(listed)[0].filename);
}

/** What the command printed; the program ends with its message where it fails. npm is a script on Windows, and needs a shell there. */
function run(command, given, cwd) {
  const result = spawnSync(command, given, { cwd, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
  if (result.status !== 0) fail(`${command} ${given[0]} failed: ${result.stderr ?? result.error?.message ?? ''}`);
  return result.stdout;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

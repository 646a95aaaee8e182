/**
 * Makes a fresh clone ready: installs the packages where they are missing or other than the lock file says, and builds.
 * `npm test` and `npm run demo` begin here, so that either can be the first command of all. Plain Node, no packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LEAST_NODE = 20;
/** npm itself is a script on Windows, and scripts need a shell there. */
const shell = process.platform === 'win32';

/** Runs a command in the project's root, its output going where ours goes. Answers whether it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options }).status === 0;
}

/** Ends the program with a message where Node is too old or the packages cannot be installed. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < LEAST_NODE)
    fail(`Node ${LEAST_NODE} or newer is needed; this is Node ${process.versions.node}. Get it from https://nodejs.org.`);
  if (installed()) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] })) {
    fail('The packages could not be installed; npm says why above. Check the network, then try again.');
  }
}

export function ensureBuilt() {
  ensureInstalled();
  if (!run(process.execPath, [join(root, 'scripts', 'build.mjs')])) fail('The program could not be built; the messages above say where.');
}

/**
 * Whether node_modules holds every package of the lock file in its version. npm keeps its own list of what it installed;
 * packages for other platforms are missing from it rightly.
 */
function installed() {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return there[path] === undefined ? optional === true : there[path].version === version;
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

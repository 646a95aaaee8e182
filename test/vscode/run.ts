/**
 * Runs the suite in a real VS Code: through @vscode/test-electron where VSCODE_EXECUTABLE names one or one can be
 * downloaded, else in code-server. `CORROBORATE_SKIP_VSCODE=1` leaves it out and says so; anything else that keeps the
 * suite from running is a failure.
 */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { runInCodeServer, type SuiteRun } from './harness/code-server-runner.ts';
import { isSkipped, tellTotals } from './harness/totals.ts';

interface Totals {
  readonly passed: number;
  readonly failed: readonly string[];
}

/** Milliseconds after which a download that has not answered is held to be impossible. */
const DOWNLOAD_PATIENCE = 20_000;

async function main(): Promise<number> {
  if (isSkipped('the tests in a real VS Code')) return 0;
  const suite = path.resolve('out/vscode/suite.cjs');
  await build({
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-suite-'));
  try {
    const workspace = path.join(scratch, 'workspace');
    for (const folder of ['drafts', 'seeds']) fs.cpSync(folder, path.join(workspace, folder), { recursive: true });
    // The editor never watches a folder that is made inside one made a moment before.
    for (const folder of ['bridge/sources', 'kelder/sources', 'kelder/far'])
      fs.mkdirSync(path.join(workspace, folder), { recursive: true });
    const run: SuiteRun = { extension: path.resolve('.'), suite, workspace, results: path.join(scratch, 'results.json') };
    const executable = await findVSCode();
    const code = executable === null ? await runInCodeServer(run) : await runInElectron(executable, run);
    return verdict(code, run.results);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** A VS Code to run, or null where none is named and none can be downloaded or shown. */
async function findVSCode(): Promise<string | null> {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined && named !== '') {
    if (!fs.existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist.`);
    return named;
  }
  if (process.platform === 'linux' && (process.env['DISPLAY'] ?? '') === '') {
    console.error('There is no display for VS Code’s own window; code-server runs the suite without one.');
    return null;
  }
  try {
    const response = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      method: 'HEAD',
      signal: AbortSignal.timeout(DOWNLOAD_PATIENCE),
    });
    if (!response.ok) return null;
    return await downloadAndUnzipVSCode({ cachePath: path.resolve('.cache/vscode-test') });
  } catch {
    console.error('VS Code cannot be downloaded here; code-server runs the suite.');
    return null;
  }
}

async function runInElectron(vscodeExecutablePath: string, { extension, suite, workspace, results }: SuiteRun): Promise<number> {
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv: { CORROBORATE_TEST_RESULTS: results },
  });
}

function verdict(code: number, results: string): number {
  if (!fs.existsSync(results)) {
    console.error('VS Code ended before the tests did.');
    return 1;
  }
  const { passed, failed } = JSON.parse(fs.readFileSync(results, 'utf8')) as Totals;
  tellTotals(passed, failed.length);
  console.log(`In VS Code: ${passed} passed, ${failed.length} failed.`);
  if (failed.length > 0 || passed === 0) return 1;
  return code;
}

process.exitCode = await main();

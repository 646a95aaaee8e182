/**
 * `npm test`: everything, from a fresh clone on. Each step runs whatever became of those before it; the last line sums up
 * what passed and what failed over all of them. `npm test -- types unit` runs those steps alone.
 *
 * A suite with a runner of its own (those in a real VS Code) writes `{ "passed": n, "failed": n }` to the file that the
 * environment variable TEST_TOTALS names; a runner that ends without having written it has failed. One that was told to
 * leave its suite out writes `"skipped": true` as well.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, run } from './setup.mjs';

ensureInstalled();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const folder = join(root, '.cache', 'test');
mkdirSync(folder, { recursive: true });
// Vitest writes no missing snapshot where it believes to run on a build server: a missing one has to fail everywhere.
const env = { ...process.env, CI: 'true' };

/** One check with no tests of its own to count. */
const check = (name, command, ...args) => ({
  name,
  run: () => (run(command, args, { env }) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

const vitest = (name, title) => ({
  name,
  run: () => {
    const file = join(folder, `${name}.json`);
    rmSync(file, { force: true });
    const fine = run(bin('vitest'), ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
      env,
    });
    return totals(file, fine, title, ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that cannot even be loaded has no tests; it counts as one that failed.
      failed:
        numFailedTests + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
    }));
  },
});

const ownRunner = (name, title) => ({
  name,
  run: () => {
    const file = join(folder, `${name}.json`);
    rmSync(file, { force: true });
    const fine = run('npm', ['run', '--silent', name], { env: { ...env, TEST_TOTALS: file } });
    return totals(file, fine, title, (written) => written);
  },
});

/** Reads what a runner wrote; a runner that failed has at least one failure, whatever it wrote. */
function totals(file, fine, title, read) {
  if (!existsSync(file)) {
    process.stderr.write(`${title} ended without saying what passed.\n`);
    return { passed: 0, failed: 1 };
  }
  const written = JSON.parse(readFileSync(file, 'utf8'));
  // Left out because the person running it said so; the suite has said it aloud.
  if (written.skipped === true) return { passed: 0, failed: 0, skipped: true };
  const { passed, failed } = read(written);
  return { passed, failed: fine && passed > 0 ? failed : Math.max(1, failed) };
}

const STEPS = [
  check('types', bin('tsc'), '-p', '.'),
  check('lint', bin('biome'), 'check', '.'),
  check('build', process.execPath, join(root, 'scripts', 'build.mjs')),
  vitest('unit', 'The unit tests'),
  vitest('cases', 'The whole reports'),
  vitest('lsp', 'The language server as a process'),
  vitest('cli', 'The command line as a process'),
  ownRunner('test:vscode', 'The extension in a real VS Code'),
  ownRunner('test:ui', 'The packed extension in the editor’s window'),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(`No such step: ${unknown.join(', ')}. Steps are ${STEPS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const results = STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name)).map((step) => {
  process.stdout.write(`\n=== ${step.name}\n`);
  return { name: step.name, ...step.run() };
});
process.stdout.write('\n');
for (const { name, passed, failed, skipped } of results) {
  process.stdout.write(`${name.padEnd(12)} ${skipped === true ? 'SKIPPED' : `${passed} passed, ${failed} failed`}\n`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') > 0 ? 1 : 0);

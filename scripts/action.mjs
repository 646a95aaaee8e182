/**
 * The step of action.yml: its inputs, which come by the environment, as a call of the program. What is found is printed
 * for GitHub; a SARIF file and a report are written where asked for. The exit code is the program's own.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'main.cjs');
const input = (name) => (process.env[`IN_${name}`] ?? '').trim();
const lines = (name) =>
  input(name)
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
/** With an equals sign, so that a value which begins with a hyphen is no option. */
const option = (name, value) => (value === '' ? [] : [`--${name}=${value}`]);

const shared = [
  ...lines('SOURCES').flatMap((folder) => option('sources', folder)),
  ...option('config', input('CONFIG')),
  ...option('fail-on', input('FAIL_ON')),
  ...option('max-warnings', input('MAX_WARNINGS')),
  ...option('baseline', input('BASELINE')),
  ...option('changed-since', input('CHANGED_SINCE')),
];
const paths = ['--', ...lines('PATHS')];

function lint(...options) {
  const result = spawnSync(process.execPath, [program, 'lint', ...shared, ...options, ...paths], { stdio: 'inherit' });
  return result.status ?? 2;
}

const codes = [lint('--format=github')];
// What was told once need not stand in the log again; the worst outcome counts.
if (input('SARIF') !== '') codes.push(lint('--format=sarif', ...option('output', input('SARIF'))));
if (input('REPORT') !== '') codes.push(lint('--format=html', ...option('output', input('REPORT'))));
const code = Math.max(...codes);
if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `exit-code=${code}\n`);
process.exit(code);

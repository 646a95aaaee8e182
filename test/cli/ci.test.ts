/** Every command and file that docs/ci.md shows is tried: what people copy must work. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderOf } from '../support/folders.ts';
import { corroborate, root } from './program.ts';

const SOURCE =
  'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011. The harbour board fined the operator £3,000.\n';
const WRONG = 'Inspectors found 41 cracked valves on the ferry in May 2011.\n';
const page = readFileSync(join(root, 'docs', 'ci.md'), 'utf8');
const fenced = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, body]) => body ?? '');

/** A repository with a remote branch, a draft that is wrong, and its source. */
function repository(): string {
  const cwd = folderOf({ 'seeds/ferry.txt': SOURCE, 'drafts/review.md': WRONG.replace('41', '14') });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  writeFileSync(join(cwd, 'drafts/review.md'), WRONG);
  return cwd;
}

describe('docs/ci.md', () => {
  const commands = [...fenced('sh'), ...fenced('yaml')]
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => /^\s*(?:-\s+(?:run:\s+)?)?(?:npx )?corroborate (.*)$/.exec(line)?.[1] ?? []);

  it('shows commands that do what the page says', () => {
    expect(commands.length).toBeGreaterThan(10);
    const cwd = repository();
    const outcomes = commands
      .filter((command) => !command.includes('--watch'))
      .map((command) => [command, corroborate(command.split(' '), { cwd }).code] as const);
    const clean = /--write-baseline|--baseline|^report|^doctor/;
    expect(outcomes).toEqual(outcomes.map(([command]) => [command, clean.test(command) ? 0 : 1]));
    for (const file of ['corroborate.sarif', 'corroborate.xml', 'evidence.html', 'corroborate-baseline.json']) {
      expect([file, existsSync(join(cwd, file))]).toEqual([file, true]);
    }
  }, 60_000);

  it('shows YAML that can be read, with inputs that the action has', () => {
    const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: Record<string, unknown> };
    const [workflow] = fenced('yaml').map(
      (text) => parse(text) as { jobs?: { corroborate: { steps: { uses: string; with?: object }[] } } },
    );
    const step = workflow?.jobs?.corroborate.steps.find(({ uses }) => uses.includes('/corroborate@'));
    expect(Object.keys(step?.with ?? {})).toEqual(['paths', 'changed-since', 'sarif', 'report']);
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(inputs)).toContain(name);
  });
});

describe('the action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>;
    runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] };
  };
  const step = action.runs.steps.find(({ id }) => id === 'check');

  /** The step as GitHub runs it: each expression replaced by its value, the script given to bash. */
  function runStep(cwd: string, inputs: Readonly<Record<string, string>>) {
    const value = (expression: string) => {
      const name = /inputs\.([\w-]+)/.exec(expression)?.[1];
      return name === undefined ? root : (inputs[name] ?? action.inputs[name]?.default ?? '');
    };
    const env = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([key, text]) => [key, text.replace(/\$\{\{(.*?)\}\}/g, (_, inner: string) => value(inner))]),
    );
    const output = join(cwd, 'outputs.txt');
    const result = spawnSync('bash', ['-e', '-c', step?.run ?? ''], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env, GITHUB_OUTPUT: output },
    });
    return { code: result.status, out: result.stdout, err: result.stderr, outputs: existsSync(output) ? readFileSync(output, 'utf8') : '' };
  }

  it('annotates, writes what it is asked for, and fails by the program’s exit code', () => {
    const cwd = repository();
    const { code, out, outputs } = runStep(cwd, {
      paths: 'drafts\n',
      sources: 'seeds',
      sarif: 'out/x.sarif',
      report: 'r.html',
      'changed-since': 'origin/main',
    });
    expect({ code, outputs }).toEqual({ code: 1, outputs: 'exit-code=1\n' });
    expect(out).toMatch(/^::error file=drafts\/review\.md,line=1,/m);
    expect(existsSync(join(cwd, 'out/x.sarif')) && existsSync(join(cwd, 'r.html'))).toBe(true);
  });

  it('takes no input for a command, and never passes where nothing could be checked', () => {
    const cwd = repository();
    const { code } = runStep(cwd, { paths: '$(touch owned)\n--fail-on=never', 'fail-on': '"; touch owned; "' });
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'owned'))).toBe(false);
    expect(runStep(cwd, { paths: 'nowhere' }).code).toBe(2);
    expect(runStep(cwd, { 'fail-on': 'never' }).code).toBe(0);
  });

  it('hands every input on', () => {
    const used = Object.values(step?.env ?? {}).join(' ') + JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name}`);
  });
});

describe('the pre-commit hook', () => {
  it('calls what exists, and fails by what a commit changed', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string; entry: string; language: string }[];
    expect(hook).toMatchObject({ id: 'corroborate', language: 'script' });
    const [program = '', ...args] = hook?.entry.split(' ') ?? [];
    const { status, stdout } = spawnSync(process.execPath, [join(root, program), ...args], { cwd: repository(), encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, expect.stringContaining('contradicted-claim')]);
  });
});

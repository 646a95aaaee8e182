/** What people install: the package for npm, put into an empty folder without a network, and the files of the extension. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { root } from './program.ts';

const MEGABYTE = 1024 * 1024;
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('the package for npm', () => {
  it('holds what the program needs and nothing else, depends on nothing, and works in an empty folder', () => {
    const cwd = folderOf({ 'user/.keep': '' });
    const out = join(cwd, 'packed');
    execFileSync(process.execPath, [join(root, 'scripts', 'package-npm.mjs'), '--no-build', '--out', out], { stdio: 'pipe' });
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const tarball = join(out, `corroborate-${version}.tgz`);
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    const needless =
      /^package\/(?!(?:dist\/\w+\.cjs|server\/(?:lexicon|model)\/|schemas\/|docs\/rules\/|README|LICENSE|CHANGELOG|package\.json))/;
    expect(files.filter((file) => needless.test(file) || /client|\.map$|\.test\./.test(file))).toEqual([]);
    const user = join(cwd, 'user');
    execFileSync(npm, ['install', '--offline', '--no-audit', '--no-fund', '--prefix', user, tarball], { cwd: user, stdio: 'pipe' });
    const installed = join(user, 'node_modules', '.bin', 'corroborate');
    expect(existsSync(installed)).toBe(true);
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync('npx', ['--offline', '--no', 'corroborate', ...args], { cwd: user, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    };
    expect(run()).toMatchObject({ code: 2, err: expect.stringContaining('corroborate init') });
    expect(run('lint')).toMatchObject({ code: 2, err: expect.stringContaining('"corroborate init" writes a first configuration.') });
    expect(run('init', '--yes').code).toBe(0);
    // The schema of the installed package, by a path that holds on every machine.
    const { $schema } = JSON.parse(readFileSync(join(user, 'corroborate.json'), 'utf8')) as { $schema: string };
    expect($schema).toBe('./node_modules/corroborate/schemas/config.schema.json');
    expect(existsSync(join(user, $schema))).toBe(true);
    // And it reads, language data and all.
    writeFileSync(join(user, 'sources', 'ferry.txt'), 'The ferry report\n\nInspectors found 14 cracked valves on the ferry in May 2011.\n');
    writeFileSync(join(user, 'review.md'), 'Inspectors found 41 cracked valves on the ferry in May 2011.\n');
    expect(run('lint')).toMatchObject({ code: 1, out: expect.stringContaining('contradicted-claim') });
  }, 120_000);
});

describe('the extension', () => {
  it('holds nothing needless, everything that its manifest names, and stays under 5 MB', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const needed =
      /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/\w+\.cjs|server\/(?:lexicon|model)\/|docs\/(?:rules\/[\w-]+\.md|images\/hover\.png)|schemas\/|syntaxes\/|client\/media\/)/;
    expect(files.filter((file) => !needed.test(file))).toEqual([]);
    // Every bundle is one that a process is started from.
    const bundles = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'));
    expect(bundles.filter((name) => !files.includes(`dist/${name}`))).toEqual([]);
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"(?:url|path|icon|main)": "(?:\.\/)?([\w/.-]+\.\w+)"/g)].map(([, file]) => file ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
    // The source maps that a build for tests makes stay out, and minifying makes it smaller still.
    const size = files.reduce((sum, file) => sum + deflateSync(readFileSync(join(root, file))).length, 0);
    expect(size / MEGABYTE).toBeLessThan(5);
  });
});

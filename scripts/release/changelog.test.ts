import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { releasedChangelog, versionProblem, withVersion } from './changelog.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

describe('a release', () => {
  it('puts what is unreleased under its version', () => {
    expect(releasedChangelog('# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.1.0\n\n- Old.\n', '0.2.0')).toEqual({
      ok: true,
      changelog: '# Changelog\n\n## 0.2.0\n\n- New.\n\n## 0.1.0\n\n- Old.\n',
    });
  });

  it.each([
    ['# Changelog\n\n## 0.1.0\n', 'CHANGELOG.md has no section "## Unreleased": write there what users will notice.'],
    ['# Changelog\n\n## Unreleased\n\n## 0.1.0\n', 'The section "## Unreleased" of CHANGELOG.md is empty.'],
    ['# Changelog\n\n## Unreleased\n\n- New.\n\n## 0.2.0\n', 'CHANGELOG.md has a section for 0.2.0 already.'],
  ])('is refused where nothing was told: %j', (changelog, problem) => {
    expect(releasedChangelog(changelog, '0.2.0')).toEqual({ ok: false, problem });
  });

  it.each([
    ['0.2.0', null],
    ['1.0.0', null],
    ['0.1.10', null],
    ['0.1.0', '0.1.0 does not come after 0.1.9.'],
    ['0.1.9', '0.1.9 does not come after 0.1.9.'],
    ['0.2', '"0.2" is no version: write three numbers, such as 0.2.0.'],
    ['0.2.0-beta', '"0.2.0-beta" is no version: write three numbers, such as 0.2.0.'],
  ])('after 0.1.9 may be %s or not', (version, problem) => {
    expect(versionProblem('0.1.9', version)).toBe(problem);
  });

  it('changes the version of this package alone', () => {
    const lock = '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "node_modules/x": { "version": "0.1.0" } } }';
    expect(withVersion(lock, '0.1.0', '0.2.0', 2)).toBe(
      '{ "version": "0.2.0", "packages": { "": { "version": "0.2.0" }, "node_modules/x": { "version": "0.1.0" } } }',
    );
  });

  it('finds manifest, lock file and changelog with one version', () => {
    const read = (name: string) => readFileSync(join(root, name), 'utf8');
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: Record<string, { version: string }> };
    expect([lock.version, lock.packages['']?.version]).toEqual([version, version]);
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm'));
  });
});

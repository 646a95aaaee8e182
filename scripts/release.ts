/** `npm run release -- 0.2.0`: the version in package.json and its lock file, and the changelog's section for it, in one step. */
import { readFileSync, writeFileSync } from 'node:fs';
import { releasedChangelog, versionProblem, withVersion } from './release/changelog.ts';

const [version = ''] = process.argv.slice(2);
const read = (name: string) => readFileSync(name, 'utf8');
const { version: before } = JSON.parse(read('package.json')) as { readonly version: string };
const released = releasedChangelog(read('CHANGELOG.md'), version);
const problem = versionProblem(before, version) ?? (released.ok ? null : released.problem);

if (problem !== null || !released.ok) {
  process.stderr.write(`${problem}\nNothing was changed.\n`);
  process.exitCode = 1;
} else {
  writeFileSync('CHANGELOG.md', released.changelog);
  writeFileSync('package.json', withVersion(read('package.json'), before, version, 1));
  writeFileSync('package-lock.json', withVersion(read('package-lock.json'), before, version, 2));
  process.stdout.write(
    `${before} is now ${version} in package.json, package-lock.json and CHANGELOG.md.\nNext: npm test, commit, tag v${version}, npm run package, npm run package:npm.\n`,
  );
}

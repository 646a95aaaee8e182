import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../../../test/support/folders.ts';
import { FOLDERS_VARIABLE, type Permitting, whyOutOfReach } from './reach.ts';

/** A home folder with a review, its sources beside it, a repository, and other things of the person's. */
function disk() {
  const top = folderOf({
    'home/ann/review/corroborate.json': '{}',
    'home/ann/review/sources/a.txt': 'A.',
    'home/ann/sources/b.txt': 'B.',
    'home/ann/cases/pier/.git/HEAD': '',
    'home/ann/cases/pier/reviews/2026/draft.md': '',
    'home/ann/cases/pier/evidence/c.txt': 'C.',
    'home/ann/cases/other/d.txt': 'D.',
    'home/bob/diary.txt': 'E.',
    'mnt/case/f.txt': 'F.',
  });
  const at = (name: string) => path.join(top, name);
  const why = (root: string, base: string, more: Permitting = {}) =>
    whyOutOfReach(path.resolve(at(base), root), at(base), { env: {}, home: at('home/ann'), ...more });
  return { at, why };
}

test.each([
  ['a folder below', 'sources', 'home/ann/review'],
  ['the folder itself', '.', 'home/ann/review'],
  ['a folder beside it', '../sources', 'home/ann/review'],
  ['one file beside it', '../sources/b.txt', 'home/ann/review'],
  ['what does not exist yet', '../library', 'home/ann/review'],
  ['a folder of the same repository', '../../evidence', 'home/ann/cases/pier/reviews/2026'],
  ['the whole repository', '../..', 'home/ann/cases/pier/reviews/2026'],
  ['a folder beside the repository that holds the configuration', '../other', 'home/ann/cases/pier'],
])('%s is within reach', async (_name, root, base) => {
  expect(await disk().why(root, base)).toBeNull();
});

test.each([
  ['the disk', '../../../../../../../../../../..', 'home/ann/review'],
  ['the disk, from a repository', '/', 'home/ann/cases/pier'],
  ['the home folder', '..', 'home/ann/review'],
  ['the home folder that holds the configuration', '.', 'home/ann'],
  ['all home folders', '../..', 'home/ann/review'],
  ['the folder that holds the configuration’s', '..', 'mnt/case'],
  ['the folder that holds the repository', '../../..', 'home/ann/cases/pier/reviews/2026'],
])('%s is too much', async (_name, root, base) => {
  expect(await disk().why(root, base)).toMatch(
    /^leads to \S+, which holds far more than the sources of one review\. It was not read\. Name /,
  );
});

test.each([
  ['another part of the disk', '../../../mnt/case', 'home/ann/review'],
  ['somebody else’s home folder', '../../bob', 'home/ann/review'],
  ['what lies beside the repository of a folder deep in it', '../../../other', 'home/ann/cases/pier/reviews/2026'],
  ['what lies beside the home folder that holds the configuration', '../bob', 'home/ann'],
])('%s is out of reach, and the message says what to do', async (_name, root, base) => {
  const { at, why } = disk();
  const place = path.resolve(at(base), root);
  expect(await why(root, base)).toBe(
    `leads to ${place}, which lies neither in this review’s folder nor beside it. It was not read. Where it is right, allow it: name ${place} in the environment variable CORROBORATE_SOURCE_FOLDERS or in the editor’s setting “corroborate.sourceFolders”, or give it to the command line with --sources.`,
  );
});

test('the person allows a folder by the environment, by a setting, or by opening it', async () => {
  const { at, why } = disk();
  const asks = (more: Permitting) => why('../../../mnt/case', 'home/ann/review', more);
  expect(await asks({ env: { [FOLDERS_VARIABLE]: `/nowhere${path.delimiter}${at('mnt')}` } })).toBeNull();
  expect(await asks({ allowed: [at('mnt/case')] })).toBeNull();
  expect(await asks({ workspace: [at('mnt')] })).toBeNull();
  expect(await asks({ env: { [FOLDERS_VARIABLE]: at('mn') }, allowed: ['mnt'] })).toContain('neither in');
  // No opened folder makes a whole home folder, or a disk, the sources of a review.
  expect(await why('..', 'home/ann/review', { workspace: [at('home/ann')] })).toContain('far more');
  expect(await asks({ workspace: ['/'] })).toContain('neither in');
  expect(await why('..', 'mnt/case', { workspace: [at('mnt')] })).toBeNull();
});

test('a link leads where it leads, and a home folder that is a repository makes no review of itself', async () => {
  const { at, why } = disk();
  fs.symlinkSync(at('home/bob'), at('home/ann/review/seeds'));
  expect(await why('seeds', 'home/ann/review')).toMatch(/^leads to \S+bob \(by a link\), which lies neither/);
  fs.symlinkSync('/', at('home/ann/review/disk'));
  expect(await why('disk', 'home/ann/review')).toContain('far more');
  fs.mkdirSync(at('home/ann/.git'));
  expect(await why('../..', 'home/ann/cases/pier/reviews', { home: at('home/ann') })).toContain('far more');
  expect(await why('../../../bob', 'home/ann/cases/other')).toContain('neither in');
});

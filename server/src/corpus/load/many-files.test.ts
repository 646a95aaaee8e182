/** A folder with as many files as anybody keeps: each is read once, in order, and a change reads what changed. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSources } from './files.ts';

const FOLDERS = 100;
const EACH = 200;
const ALL = FOLDERS * EACH;
const folderName = (f: number) => `box-${String(f).padStart(3, '0')}`;

let path = '';

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'many-'));
  for (let f = 0; f < FOLDERS; f++) {
    const folder = join(path, folderName(f));
    await mkdir(folder);
    await Promise.all(
      Array.from({ length: EACH }, (_, n) => writeFile(join(folder, `note-${String(n).padStart(3, '0')}.txt`), `Note ${n} of box ${f}.\n`)),
    );
  }
  // Loops, and a way out of the folder, must not multiply them.
  await symlink(path, join(path, 'box-000', 'round'));
  await symlink(tmpdir(), join(path, 'box-001', 'out'));
}, 60_000);

afterAll(() => rm(path, { recursive: true, force: true }));

test('twenty thousand files in a hundred folders are all read, once, in order', async () => {
  const seen: number[] = [];
  const { sources, problems, files } = await loadSources([path], { onFile: (done) => seen.push(done) });
  expect(sources).toHaveLength(ALL);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(ALL);
  expect(sources.map(({ id }) => id)).toEqual([...sources.map(({ id }) => id)].sort());
  expect(sources.at(-1)).toMatchObject({ id: 'box-099/note-199.txt', text: 'Note 199 of box 99.\n' });
  expect(seen).toEqual(Array.from({ length: ALL + 1 }, (_, i) => i));
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.map(({ source }) => source).every((source) => /round|out/.test(source))).toBe(true);

  // As the watching faces do: only what has another stamp is read again.
  await writeFile(join(path, 'box-050', 'note-007.txt'), 'Note 7 of box 50 was corrected.\n');
  const again = await loadSources([path], { unchanged: (id, _path, stamp) => files.get(id)?.stamp === stamp });
  expect(again.sources.map(({ id, text }) => [id, text])).toEqual([['box-050/note-007.txt', 'Note 7 of box 50 was corrected.\n']]);
  expect(again.kept).toHaveLength(ALL - 1);
}, 60_000);

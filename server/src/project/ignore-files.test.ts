import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withIgnore } from '../ignores/file.ts';
import type { Ignore } from '../ignores/types.ts';
import { changeIgnoreFile, loadIgnoresFor } from './ignore-files.ts';

let folder: string;
beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corroborate-ignores-')));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
};
const ONE: Ignore = { rule: 'misquote', draft: 'drafts/a.md', sentence: null, finding: null, words: null, reason: null };

test('the first decision makes the file beside the configuration, else in the workspace folder', async () => {
  expect((await loadIgnoresFor(at('drafts/a.md'), folder)).file).toBe(at('corroborate-ignores.json'));
  write('drafts/corroborate.json', '{}');
  expect(await loadIgnoresFor(at('drafts/a.md'), folder)).toMatchObject({ file: at('drafts/corroborate-ignores.json'), name: 'a.md' });
});

test('the nearest file holds, and a decision is added to what it says at that moment', async () => {
  const file = at('corroborate-ignores.json');
  await changeIgnoreFile(file, (ignores) => withIgnore(ignores, ONE));
  await changeIgnoreFile(file, (ignores) => withIgnore(ignores, { ...ONE, rule: 'weak-source' }));
  const loaded = await loadIgnoresFor(at('drafts/a.md'), folder);
  expect(loaded).toMatchObject({ file, name: 'drafts/a.md', problem: null });
  expect(loaded.ignores.map(({ rule }) => rule)).toEqual(['misquote', 'weak-source']);
  expect(fs.readdirSync(folder)).toEqual(['corroborate-ignores.json']);
});

test('a file that is not understood is told and never written over', async () => {
  write('corroborate-ignores.json', '{ "ignores": [ }');
  const loaded = await loadIgnoresFor(at('a.md'), folder);
  expect(loaded.problem).toMatchObject({ line: 1, words: expect.stringMatching(/not JSON/) });
  await expect(changeIgnoreFile(loaded.file, (ignores) => withIgnore(ignores, ONE))).rejects.toThrow(/left as it is/);
  expect(fs.readFileSync(loaded.file, 'utf8')).toBe('{ "ignores": [ }');
});

test('a folder that cannot be written to is told in words', async () => {
  await expect(changeIgnoreFile(at('nowhere/corroborate-ignores.json'), () => [ONE])).rejects.toThrow(
    /cannot be written .* Nothing was ignored/,
  );
});

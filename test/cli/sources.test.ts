import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf } from '../support/folders.ts';
import { corroborate } from './program.ts';

const PAGE = [
  'The ferry report',
  '',
  'Accept all cookies',
  '',
  'Inspectors found 14 cracked valves on the ferry in May 2011.',
  '“The valves were sound,” said Ann Hale of the harbour board.',
].join('\n');
const folder = () => folderOf({ 'seeds/ferry.txt': PAGE, 'seeds/notes.txt': 'The pier closed in June.\n' });

it('lists who speaks and what is wrong, in the table and as JSON', () => {
  const cwd = folderOf({ 'seeds/ferry.txt': PAGE, 'seeds/empty.txt': '' });
  const { out, code } = corroborate(['sources'], { cwd });
  expect(code).toBe(2);
  expect(out).toMatch(/speakers: Ann Hale \(1\)/);
  expect(out).toMatch(/^empty\.txt\n {2}! is empty\. /m);
  expect(out).toMatch(/1 problem\.\n$/);
  const listed = JSON.parse(corroborate(['sources', '--format', 'json'], { cwd }).out) as { sources: unknown; problems: unknown };
  expect(listed.sources).toMatchObject([{ documents: [{ speakers: [{ speaker: 'Ann Hale', passages: 1 }] }] }]);
  expect(listed.problems).toMatchObject([{ source: 'empty.txt' }]);
});

it('shows one file with what is evidence and whose words it is', () => {
  const { out, code } = corroborate(['sources', 'seeds/ferry.txt'], { cwd: folder() });
  expect(code).toBe(0);
  expect(out).toMatch(/^ {4}‹stated›\n5 \| Inspectors found/m);
  expect(out).toMatch(/^ {4}‹attributed: Ann Hale.*›\n6 \| “The valves/m);
  expect(out).toMatch(/^3 × Accept all cookies$/m);
  const coloured = corroborate(['sources', 'seeds/ferry.txt'], { cwd: folder(), env: { FORCE_COLOR: '1' } }).out;
  expect(coloured).toContain('\u001b[2m3 × Accept all cookies\u001b[22m');
});

it('says of a file that cannot be read that nothing was', () => {
  const { out, err, code } = corroborate(['sources', 'seeds/empty.txt'], {
    cwd: folderOf({ 'seeds/ferry.txt': PAGE, 'seeds/empty.txt': '' }),
  });
  expect({ code, out }).toEqual({ code: 2, out: 'Nothing was read of seeds/empty.txt.\n' });
  expect(err).toMatch(/^corroborate: seeds\/empty\.txt is empty\./);
});

it('tells programs of such a file alone, and why a file is no source', () => {
  const cwd = folderOf({
    'seeds/ferry.txt': PAGE,
    'seeds/empty.txt': '',
    'seeds/other.txt': '',
    'seeds/photo.jpg': 'x',
    'a.md': 'The ferry.',
  });
  const json = (file: string, ...more: string[]) => {
    const { out, err, code } = corroborate(['sources', file, '--format', 'json', ...more], { cwd });
    return { code, err, ...(JSON.parse(out) as { sources: unknown[]; problems: unknown[] }) };
  };
  expect(json('seeds/empty.txt')).toMatchObject({
    code: 2,
    sources: [],
    problems: [{ source: 'empty.txt', line: null, message: 'is empty', remedy: 'Remove the file, or put its text in.' }],
  });
  expect(json('seeds/empty.txt', '--sources', 'seeds/empty.txt', '--sources', 'seeds/ferry.txt').problems).toMatchObject([
    { message: 'is empty' },
  ]);
  const photo = json('seeds/photo.jpg');
  expect(photo).toMatchObject({ code: 2, sources: [], problems: [{ source: 'photo.jpg' }] });
  expect(photo.err).toContain(
    'corroborate: seeds/photo.jpg is no source: it is hidden, describes the sources, or is of a kind that is not read.',
  );
  expect(json('a.md').sources).toHaveLength(1);
});

it('writes a corpus.json that changes nothing until it is edited', () => {
  const cwd = folder();
  const before = corroborate(['sources', '--format', 'json'], { cwd }).out;
  expect(corroborate(['sources', '--write'], { cwd })).toEqual({ code: 0, out: 'seeds/corpus.json: 2 entries written.\n', err: '' });
  expect(corroborate(['sources', '--format', 'json'], { cwd }).out).toBe(before);
});

it('completes a corpus.json and keeps what a person wrote', () => {
  const cwd = folder();
  const file = join(cwd, 'seeds', 'corpus.json');
  const own = { documents: [{ title: 'Report on the ferry', kind: 'report' }] };
  writeFileSync(file, JSON.stringify({ version: 1, sources: { 'ferry.txt': own } }));
  expect(corroborate(['sources', '--write'], { cwd }).out).toBe('seeds/corpus.json: 1 entry written. 1 of yours was kept.\n');
  const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { sources: Record<string, unknown> };
  expect(sources['ferry.txt']).toEqual(own);
  expect(Object.keys(sources)).toEqual(['ferry.txt', 'notes.txt']);
  expect(corroborate(['sources', '--write'], { cwd }).out).toContain('nothing was written');
});

it('leaves a corpus.json that cannot be read as it is', () => {
  const cwd = folder();
  const file = join(cwd, 'seeds', 'corpus.json');
  writeFileSync(file, '{ "version": 1, ');
  const { code, err } = corroborate(['sources', '--write'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('seeds/corpus.json was left as it is');
  expect(readFileSync(file, 'utf8')).toBe('{ "version": 1, ');
});

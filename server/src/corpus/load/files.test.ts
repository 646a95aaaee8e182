import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { loadSources } from './files.ts';
import { findFiles } from './find.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sources-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

describe('a folder of sources', () => {
  it('gives its text files by path, and leaves hidden files, dependencies and the manifest out', async () => {
    await put({
      'b.txt': 'B',
      'a/c.md': 'C',
      'a/d.rst': 'D',
      '.git/e.txt': 'E',
      'node_modules/f.txt': 'F',
      'g.png': 'G',
      'corpus.json': '{}',
    });
    const { sources, manifests, problems } = await loadSources([root]);
    expect(sources.map(({ id, format }) => [id, format])).toEqual([
      ['a/c.md', 'markdown'],
      ['a/d.rst', 'rst'],
      ['b.txt', 'text'],
    ]);
    expect(manifests.map(({ text, prefix }) => [text, prefix])).toEqual([['{}', '']]);
    expect(problems).toEqual([]);
  });

  it('tells what it cannot read and goes on', async () => {
    await put({
      'empty.txt': '',
      'scan.pdf': 'x',
      'image.txt': new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2]),
      'large.txt': 'x'.repeat(2000),
      'good.txt': 'Good.',
    });
    const { sources, problems } = await loadSources([root, join(root, 'nowhere')], { maxBytes: 1000 });
    expect(sources.map(({ id }) => id)).toEqual(['good.txt']);
    expect(problems.map(({ source }) => source.replace(root, '')).sort()).toEqual([
      '/nowhere',
      'empty.txt',
      'image.txt',
      'large.txt',
      'scan.pdf',
    ]);
    for (const { message, remedy } of problems) {
      expect(message).not.toBe('');
      expect(remedy).not.toBe('');
    }
  });

  it('follows no link that leaves it and ends where links form a loop', async () => {
    await put({ 'in/a.txt': 'A' });
    await symlink(join(root, 'in'), join(root, 'in', 'loop'));
    await symlink(tmpdir(), join(root, 'in', 'out'));
    await symlink(join(root, 'in', 'gone'), join(root, 'in', 'dangling.txt'));
    const { sources, problems } = await loadSources([join(root, 'in')]);
    expect(sources.map(({ id }) => id)).toEqual(['a.txt']);
    expect(problems.map(({ source }) => source)).toEqual(['dangling.txt', 'out']);
  });

  it('is not read to its end where it holds far more than sources, and says from where on', async () => {
    await put(Object.fromEntries(['a/1.txt', 'a/2.txt', 'b/3.txt', 'c/4.txt', 'c/5.jpg', 'd/e.jpg'].map((name) => [name, 'A.'])));
    const files = async (limits: { files: number; entries: number }) => {
      const found = await findFiles(root, limits);
      return { files: found.files.map(({ relative }) => relative), told: found.problems.map(({ source, message }) => [source, message]) };
    };
    expect(await files({ files: 2, entries: 100 })).toEqual({
      files: ['a/1.txt', 'a/2.txt'],
      told: [[root, 'holds more than 2 files that could be sources; those from b on were left out']],
    });
    expect(await files({ files: 100, entries: 5 })).toEqual({
      files: ['a/1.txt', 'a/2.txt', 'b/3.txt'],
      told: [[root, 'holds more than 5 files and folders; those from c on were left out']],
    });
    expect((await files({ files: 5, entries: 10 })).told).toEqual([]);
    expect([...(await findFiles(root)).others]).toEqual([['.jpg', 2]]);
  });

  it('keeps the files of two folders apart', async () => {
    await put({ 'x/a.txt': 'one', 'y/a.txt': 'two' });
    const { sources } = await loadSources([join(root, 'x'), join(root, 'y')]);
    expect(sources.map(({ id, text }) => [id, text])).toEqual([
      ['a.txt', 'one'],
      ['y/a.txt', 'two'],
    ]);
  });
});

describe('encodings', () => {
  const words = 'Café – “quoted” £5';
  const read = (bytes: Uint8Array) => {
    const decoded = decode(bytes);
    return decoded.kind === 'text' ? decoded.text : 'binary';
  };

  it('reads UTF-8, with and without its mark', () => {
    expect(read(Buffer.from(words))).toBe(words);
    expect(read(Buffer.from(`\uFEFF${words}`))).toBe(words);
  });

  it('reads UTF-16 of both orders', () => {
    const little = Buffer.from(`\uFEFF${words}`, 'utf16le');
    expect(read(little)).toBe(words);
    expect(read(Buffer.from(little).swap16())).toBe(words);
    expect(read(Buffer.from('A plain sentence without a mark.', 'utf16le'))).toBe('A plain sentence without a mark.');
  });

  it('falls back to Windows-1252', () => {
    expect(decode(new Uint8Array([67, 97, 102, 0xe9, 32, 0x93, 113, 0x94]))).toEqual({ kind: 'text', text: 'Café “q”', doubt: null });
  });

  it('reads a file of mixed encodings line by line and says so', () => {
    const mixed = Buffer.concat([Buffer.from('Café\n'), Buffer.from([67, 97, 102, 0xe9, 10])]);
    const decoded = decode(mixed);
    expect(decoded).toMatchObject({ kind: 'text', text: 'Café\nCafé\n', doubt: { line: 2 } });
  });
});

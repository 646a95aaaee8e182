import { expect, it } from 'vitest';
import { encodePath, normalisePath, relativePath, resolvePath } from './paths.ts';

it.each([
  ['/a/b/../c/./d', '/a/c/d'],
  ['c:\\a\\b\\..\\c', 'C:/a/c'],
  ['/../a', '/a'],
  ['../a/../../b', '../../b'],
  ['/a//b/', '/a/b'],
])('%s is %s', (path, expected) => {
  expect(normalisePath(path)).toBe(expected);
});

it.each([
  ['/work/drafts/a.md', '/work/seeds/x.txt', '../seeds/x.txt'],
  ['/work/a.md', '/work/seeds/x.txt', 'seeds/x.txt'],
  ['/work/seeds/a.md', '/work/seeds/x.txt', 'x.txt'],
  ['C:/work/a.md', 'C:/seeds/x.txt', '../seeds/x.txt'],
  ['C:/work/a.md', 'D:/seeds/x.txt', 'D:/seeds/x.txt'],
])('from %s to %s, and back', (from, to, expected) => {
  expect(relativePath(from, to)).toBe(expected);
  expect(resolvePath(from, expected)).toBe(to);
});

it('signs with a meaning in link destinations are encoded', () => {
  expect(encodePath('../a b/(1)#2?.txt')).toBe('../a%20b/%281%29%232%3F.txt');
  expect(encodePath('\ud800.txt')).toBe('\ud800.txt');
});

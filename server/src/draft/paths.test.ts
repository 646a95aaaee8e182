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
  ['/review/drafts/a.md', '/review/seeds/x.txt', '../seeds/x.txt'],
  ['/review/a.md', '/review/seeds/x.txt', 'seeds/x.txt'],
  ['/review/seeds/a.md', '/review/seeds/x.txt', 'x.txt'],
  ['C:/review/a.md', 'C:/seeds/x.txt', '../seeds/x.txt'],
  ['C:/review/a.md', 'D:/seeds/x.txt', 'D:/seeds/x.txt'],
])('from %s to %s, and back', (from, to, expected) => {
  expect(relativePath(from, to)).toBe(expected);
  expect(resolvePath(from, expected)).toBe(to);
});

it('signs with a meaning in link destinations are encoded', () => {
  expect(encodePath('../a b/(1)#2?.txt')).toBe('../a%20b/%281%29%232%3F.txt');
  expect(encodePath('\ud800.txt')).toBe('\ud800.txt');
});

import { describe, expect, it } from 'vitest';
import { offsetInJson, readJson } from './json.ts';

describe('JSON that people write', () => {
  it('is read with or without a byte-order mark', () => {
    expect(readJson('\uFEFF{ "a": [1] }')).toEqual({ ok: true, value: { a: [1] } });
  });

  it.each([
    ['a comma too many', '{ "a": 1,\n}', '}'],
    ['a comma missing', '{ "a": 1\n"b": 2 }', '"b"'],
    ['a bracket missing at the end', '{ "a": [1, 2 ', ''],
    ['a comment', '{ // why\n "a": 1 }', '// why'],
    ['a word that is none', '{ "a": yes }', 'yes'],
  ])('tells the place of %s', (_, text, from) => {
    const read = readJson(text);
    expect(read.ok ? null : text.slice(read.offset)).toBe(from === '' ? '' : text.slice(text.indexOf(from)));
  });

  it('never throws, however deep it goes', () => {
    expect(readJson('['.repeat(200_000)).ok).toBe(false);
    expect(offsetInJson('['.repeat(100_000) + ']'.repeat(100_000), [0, 0])).toBeGreaterThanOrEqual(0);
  });

  it('gives the place of a value, or of what holds it', () => {
    const text = '{ "sources": { "a\\u0062.txt": { "lines": [[1, 2], [3, 4]] } } }';
    expect(text.slice(offsetInJson(text, ['sources', 'ab.txt', 'lines', 1, 0]))).toMatch(/^3, 4/);
    expect(text.slice(offsetInJson(text, ['sources', 'ab.txt', 'title']))).toMatch(/^"a\\u0062\.txt"/);
    expect(offsetInJson(text, [])).toBe(0);
  });
});

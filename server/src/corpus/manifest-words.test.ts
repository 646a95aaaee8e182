import { describe, expect, it } from 'vitest';
import { parseManifest } from './manifest.ts';

/** What a person would be told of a corpus.json. */
function told(manifest: unknown): readonly string[] {
  return parseManifest(JSON.stringify(manifest), 'corpus.json').problems.map(({ message }) => message);
}

const entry = (document: unknown) => ({ version: 1, sources: { 'a.txt': { documents: [document] } } });

describe('a faulty corpus.json', () => {
  it.each([
    [[], ['the file: a group of entries, in curly brackets, belongs here']],
    [{ version: 2, sources: {} }, ['version: only 1 can stand here']],
    [{ version: 1 }, ['sources: a group of entries, in curly brackets, is missing here']],
    [entry({ date: 7 }), ['sources["a.txt"].documents[0].date: text, in quotation marks, belongs here']],
    [entry({ date: '12 May' }), ['sources["a.txt"].documents[0].date: a date is written 2008, 2008-11 or 2008-11-12']],
    [entry({ title: '' }), ['sources["a.txt"].documents[0].title: this is empty']],
    [entry({ lines: [] }), ['sources["a.txt"].documents[0].lines: at least 1 belong here']],
    [entry({ lines: [[0, 2]] }), ['sources["a.txt"].documents[0].lines[0][0]: this number must be at least 1']],
    [entry({ lines: [[1.5, 2]] }), ['sources["a.txt"].documents[0].lines[0][0]: a whole number belongs here']],
    [entry({ lines: [[1]] }), ['sources["a.txt"].documents[0].lines[0]: at least 2 belong here']],
    [entry({ lines: [[1, 2, 3]] }), ['sources["a.txt"].documents[0].lines[0]: at most 2 can stand here']],
    [entry({ posts: [{ lines: [1, 2] }] }), ['sources["a.txt"].documents[0].posts[0].speaker: text, in quotation marks, is missing here']],
  ])('%j is told in words', (manifest, messages) => {
    expect(told(manifest)).toEqual(messages);
  });

  it('lists the values there are where another one stands', () => {
    expect(told(entry({ kind: 'rumour' }))[0]).toMatch(/kind: one of "report", "news", .* belongs here$/);
  });

  it('that is no JSON is told with its line', () => {
    expect(parseManifest('{\n  "version": 1,\n}', 'corpus.json').problems).toMatchObject([{ line: 3, message: 'is no JSON' }]);
  });
});
